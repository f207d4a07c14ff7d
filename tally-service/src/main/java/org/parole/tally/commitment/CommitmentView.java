package org.parole.tally.commitment;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;
import org.parole.kit.time.DatePrecision;
import org.parole.kit.time.PartialDate;
import org.parole.tally.count.CategoryKind;

/** A commitment as clients get it. */
@Schema(name = "Commitment", description = "A promise: who releases how many of whom.")
public record CommitmentView(@Schema(examples = "us-taliban-2020-taliban-prisoners") String slug, int revision,
        RevisionType revisionType, String reason, Instant recordedAt,
        String recordedBy, String agreement, String releasingParty, String receivingParty, String category,
        QuantityBody quantity, PartialDate dueOn, DatePrecision dueOnPrecision, String condition, String supersedes,
        String scope, @Schema(description = "The exchange of which it is a direction") String exchange,
        @Schema(description = "Whether all people are released at one time, so the single batch is the total") boolean singleRelease,
        CategoryKind categoryKind) {
}
