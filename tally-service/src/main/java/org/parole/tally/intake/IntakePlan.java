package org.parole.tally.intake;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.intake.IntakeState;

/** The ids and slugs that an intake's records have, or will have once it is committed. */
@Schema(name = "TallyIntakePlan", description = "The ids and slugs of the records of an intake, before and after its commit.")
public record IntakePlan(UUID id, IntakeState state, List<Labelled> releaseReports, List<LabelledSlug> exchanges,
        List<LabelledSlug> commitments) {

    /** An id under the client's label. */
    @Schema(name = "LabelledReportId")
    public record Labelled(String label, UUID id) {
    }

    /** A slug under the client's label, and the record's inner id. */
    @Schema(name = "LabelledSlug")
    public record LabelledSlug(String label, String slug, UUID id) {
    }

    /** Nothing is an empty list, as in an intake from before there were exchanges. */
    public IntakePlan {
        exchanges = exchanges == null ? List.of() : exchanges;
        commitments = commitments == null ? List.of() : commitments;
    }

    IntakePlan in(IntakeState other) {
        return new IntakePlan(id, other, releaseReports, exchanges, commitments);
    }
}
