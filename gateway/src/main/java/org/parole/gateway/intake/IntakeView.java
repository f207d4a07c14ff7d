package org.parole.gateway.intake;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An intake as clients see it; the ids are there from DECIDED on. */
@Schema(name = "Intake", description = "An intake and its state. From DECIDED on it has the ids of its records.")
public record IntakeView(UUID id, IntakeState state, @Nullable UUID documentId, @Nullable UUID outletId,
        @Nullable List<IntakeResult.Labelled> speakers,
        @Nullable List<IntakeResult.LabelledQuote> quotes, List<IntakeResult.Labelled> releaseReports,
        @Nullable List<IntakeResult.LabelledSlug> exchanges, List<IntakeResult.LabelledSlug> commitments) {

    static IntakeView of(UUID id, IntakeState state, IntakeResult result) {
        return result == null
                ? new IntakeView(id, state, null, null, null, null, null, null, null)
                : new IntakeView(id, state, result.documentId(), result.outletId(), result.speakers(), result.quotes(),
                        result.releaseReports(), result.exchanges(), result.commitments());
    }
}
