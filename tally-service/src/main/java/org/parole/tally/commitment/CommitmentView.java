package org.parole.tally.commitment;

import java.time.Instant;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;
import org.parole.kit.time.DatePrecision;
import org.parole.kit.time.PartialDate;
import org.parole.tally.count.CategoryKind;

/** A commitment as clients get it. */
@Schema(name = "Commitment", description = "A promise: who releases how many of whom.")
public record CommitmentView(
        @Schema(description = "Its slug, which never changes", examples = "us-taliban-2020-taliban-prisoners") String slug,
        @Schema(description = "Which revision of the record this is, from 1") int revision,
        @Schema(description = "Why there is this revision") RevisionType revisionType,
        @Schema(description = "What the editor gave as the reason of the revision; none for a first one") @Nullable String reason,
        @Schema(description = "When the revision was recorded: what `asOf` compares") Instant recordedAt,
        @Schema(description = "By whom it was recorded") String recordedBy,
        @Schema(description = "Slug of the agreement that it stems from") @Nullable String agreement,
        @Schema(description = "Slug of the party that is to release them") String releasingParty,
        @Schema(description = "Slug of the party whose people they are") String receivingParty,
        @Schema(description = "The people to be released") String category,
        @Nullable QuantityBody quantity,
        @Schema(description = "By when they are to be released") @Nullable PartialDate dueOn,
        @Schema(description = "How much of that date is known") DatePrecision dueOnPrecision,
        @Schema(description = "The condition of the promise") @Nullable String condition,
        @Schema(description = "Slug of the commitment whose place it takes") @Nullable String supersedes,
        @Schema(description = "The label of its own list") @Nullable String scope,
        @Schema(description = "The exchange of which it is a direction") @Nullable String exchange,
        @Schema(description = "Whether all people are released at one time, so the single batch is the total") boolean singleRelease,
        @Schema(description = "What kind of people they are; the living and the dead are never added up") @Nullable CategoryKind categoryKind) {
}
