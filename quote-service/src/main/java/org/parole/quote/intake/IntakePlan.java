package org.parole.quote.intake;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.intake.IntakeState;
import org.parole.quote.quote.VerificationView;

/** The ids that an intake's records have, or will have once it is committed. */
@Schema(name = "IntakePlan", description = "The ids of the records of an intake, before and after its commit.")
public record IntakePlan(UUID id, IntakeState state, UUID documentId, UUID outletId, List<Labelled> speakers,
        List<LabelledQuote> quotes) {

    /** An id under the client's label. */
    @Schema(name = "LabelledId")
    public record Labelled(String label, UUID id) {
    }

    /** A quote's id under the client's label, with how its words stand in the document's text. */
    @Schema(name = "LabelledQuoteId")
    public record LabelledQuote(String label, UUID id, @Nullable VerificationView verification) {
    }

    IntakePlan in(IntakeState other) {
        return new IntakePlan(id, other, documentId, outletId, speakers, quotes);
    }
}
