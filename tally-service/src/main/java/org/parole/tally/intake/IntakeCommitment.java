package org.parole.tally.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.time.PartialDate;
import org.parole.tally.commitment.CommitmentBody;
import org.parole.tally.commitment.QuantityBody;
import org.parole.tally.count.CategoryKind;

/** A commitment of an intake, under a label. */
@Schema(description = "A commitment with a label. Release reports of the intake refer to it by the label or its slug.")
public record IntakeCommitment(@Schema(examples = "their-twelve") String label, String slug, String agreement,
        String releasingParty, String receivingParty, String category, QuantityBody quantity, PartialDate dueOn,
        String condition, String supersedes, String scope,
        @Schema(description = "Label of an exchange of this intake, or slug of a recorded one") String exchange,
        Boolean singleRelease, CategoryKind categoryKind) {

    /** @param exchange the slug that {@link #exchange()} stands for */
    CommitmentBody body(String exchange) {
        return new CommitmentBody(slug, agreement, releasingParty, receivingParty, category, quantity, dueOn, condition,
                supersedes, scope, exchange, singleRelease, categoryKind);
    }
}
