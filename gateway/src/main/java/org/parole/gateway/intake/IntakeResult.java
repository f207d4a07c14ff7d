package org.parole.gateway.intake;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.databind.JsonNode;

/** The ids of what an intake records, under the labels that its request gave them. */
@RegisterForReflection
public record IntakeResult(UUID documentId, UUID outletId, List<Labelled> speakers, List<LabelledQuote> quotes,
        List<Labelled> releaseReports) {

    /**
     * A record of an intake.
     *
     * @param label what the request called it
     * @param id what it is called from now on
     */
    @Schema(name = "IntakeRecord", description = "A record of an intake under the label that the request gave it.")
    public record Labelled(@Schema(examples = "shaheen") String label, UUID id) {
    }

    /**
     * A quote of an intake.
     *
     * @param label what the request called it
     * @param id what it is called from now on
     * @param verification how its words stand in the document's text
     */
    @Schema(name = "IntakeQuoteRecord", description = "A quote of an intake under the label that the request gave it, with how its words stand in the document's text.")
    public record LabelledQuote(@Schema(examples = "shaheen-delay") String label, UUID id,
            @Nullable JsonNode verification) {
    }
}
