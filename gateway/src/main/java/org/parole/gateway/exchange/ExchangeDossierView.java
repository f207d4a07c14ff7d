package org.parole.gateway.exchange;

import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.gateway.compose.Composed;
import org.parole.gateway.compose.Missing;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Both directions of an exchange side by side.
 *
 * @param exchange the exchange; null when it is missing
 * @param directions one for each commitment of it, in the order of their slugs; null when they are missing
 * @param joint what the directions add up to, beside the figures that count them together; null when it is missing, and where
 * the exchange has no direction yet
 * @param jointCounts the release reports that count the directions together
 * @param quotes the quotes about it, a page of them
 * @param incomplete what is missing; empty when nothing is
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ExchangeDossier", description = "An exchange with its directions and their tallies side by side, their sum beside what is said of both together, the reports that count both together, and the quotes about it. What could not be had is null and named in `incomplete`.")
@RegisterForReflection
public record ExchangeDossierView(JsonNode exchange, @Nullable List<Direction> directions, JsonNode joint,
        JsonNode jointCounts,
        JsonNode quotes,
        List<Missing> incomplete) implements Composed {

    /**
     * Who lets whom go.
     *
     * @param commitment what was promised, if anything
     * @param tally how many were freed, according to whom; null when the tallies are missing
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "ExchangeDirection", description = "One direction of an exchange: who releases whom, how many were released, and according to whom.")
    @RegisterForReflection
    public record Direction(JsonNode commitment, JsonNode tally) {
    }
}
