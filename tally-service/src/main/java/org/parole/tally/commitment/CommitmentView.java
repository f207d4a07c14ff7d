package org.parole.tally.commitment;

import java.time.Instant;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;
import org.parole.kit.time.DatePrecision;
import org.parole.kit.time.PartialDate;
import org.parole.tally.count.CategoryKind;

/** A commitment as clients get it. */
@Schema(name = "Commitment", description = "Who is to release how many of whom.")
public record CommitmentView(@Schema(examples = "us-taliban-2020-taliban-prisoners") String slug, int revision,
        RevisionType revisionType, @Nullable String reason, Instant recordedAt,
        String recordedBy, @Nullable String agreement, String releasingParty, String receivingParty, String category,
        @Nullable QuantityBody quantity, @Nullable PartialDate dueOn, DatePrecision dueOnPrecision,
        @Nullable String condition,
        @Nullable String supersedes,
        @Nullable String scope,
        @Schema(description = "The exchange that it is one direction of") @Nullable String exchange,
        @Schema(description = "All of them are let go at one time: its one batch is its total") boolean singleRelease,
        @Nullable CategoryKind categoryKind) {
}
