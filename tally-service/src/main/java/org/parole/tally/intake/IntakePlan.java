package org.parole.tally.intake;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.intake.IntakeState;

/** The ids that an intake's release reports have, or will have once it is committed. */
@Schema(name = "TallyIntakePlan", description = "The ids that the release reports of an intake have, or will have once it is committed.")
public record IntakePlan(UUID id, IntakeState state, List<Labelled> releaseReports) {

    /** An id under the client's label. */
    @Schema(name = "LabelledReportId")
    public record Labelled(String label, UUID id) {
    }

    IntakePlan in(IntakeState other) {
        return new IntakePlan(id, other, releaseReports);
    }
}
