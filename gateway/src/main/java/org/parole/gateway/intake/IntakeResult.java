package org.parole.gateway.intake;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The ids of what an intake records, under the labels that its request gave them. */
@RegisterForReflection
public record IntakeResult(UUID documentId, UUID outletId, List<Labelled> speakers, List<Labelled> quotes,
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
    @Schema(name = "Labelled")
    public record Labelled(@Schema(examples = "shaheen") String label, UUID id) {
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
