package org.parole.gateway.intake;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An intake as clients see it; the ids are there from DECIDED on. */
@Schema(name = "Intake", description = "An intake and its state. From DECIDED on it has the ids of its records.")
public record IntakeView(UUID id, IntakeState state, UUID documentId, UUID outletId,
        List<IntakeResult.Labelled> speakers,
        List<IntakeResult.Labelled> quotes, List<IntakeResult.Labelled> releaseReports,
        List<IntakeResult.LabelledSlug> exchanges, List<IntakeResult.LabelledSlug> commitments) {

    static IntakeView of(UUID id, IntakeState state, IntakeResult result) {
        return result == null
                ? new IntakeView(id, state, null, null, null, null, null, null, null)
                : new IntakeView(id, state, result.documentId(), result.outletId(), result.speakers(), result.quotes(),
                        result.releaseReports(), result.exchanges(), result.commitments());
    }
}
