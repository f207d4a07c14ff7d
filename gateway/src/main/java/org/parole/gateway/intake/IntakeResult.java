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
        List<Labelled> releaseReports, List<LabelledSlug> exchanges, List<LabelledSlug> commitments) {

    /** Nothing is an empty list, as in a result from before there were exchanges. */
    public IntakeResult {
        exchanges = exchanges == null ? List.of() : exchanges;
        commitments = commitments == null ? List.of() : commitments;
    }

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

    /**
     * A record of an intake that is known by a slug.
     *
     * @param label what the request called it
     * @param slug what it is called from now on
     */
    @Schema(name = "LabelledRecordSlug")
    public record LabelledSlug(@Schema(examples = "the-swap") String label,
            @Schema(examples = "afghanistan-november-2019") String slug) {
    }
}
