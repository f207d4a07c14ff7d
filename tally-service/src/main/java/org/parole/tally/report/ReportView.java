package org.parole.tally.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;
import org.parole.kit.time.DatePrecision;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.tally.commitment.QuantityBody;
import org.parole.tally.count.Basis;
import org.parole.tally.count.CategoryKind;
import org.parole.tally.count.SourceKind;
import org.parole.tally.count.Stage;

/** A release report as clients get it. */
@Schema(name = "ReleaseReport", description = "One source's statement about releases.")
public record ReportView(UUID id, int revision, RevisionType revisionType, @Nullable String reason, Instant recordedAt,
        String recordedBy, @Nullable String commitment, @Nullable String agreement, Claimant claimant,
        SourceKind sourceKind, Stage stage,
        QuantityBody quantity, Basis basis, @Nullable Integer outOf, PartialDate eventOn,
        DatePrecision eventOnPrecision,
        @Nullable LocalDate eventSince, @Nullable String categoryDetail, @Nullable String place, @Nullable String scope,
        PublicationTime publishedAt,
        @Nullable String outlet, List<ReportingLink> reportingChain, @Nullable Evidence evidence,
        @Schema(description = "Neither a quote nor a document stands behind it, or the quote that it names does not exist") boolean evidenceMissing,
        @Schema(description = "Whether the words behind it stand in their document, and the figure in the words; UNKNOWN until that has been checked") EvidenceCheck evidenceCheck,
        @Nullable Reliability reliability, @Nullable Integer credibility,
        @Schema(description = "The running total is lower than the line's last one, and no reason was given") boolean decreaseFlagged,
        @Nullable String decreaseReason, @Schema(description = "Why it is in dispute") @Nullable String dispute,
        @Schema(description = "The release that an editor has put the batch in") @Nullable String release,
        @Schema(description = "Which telling of that release the batch is a part of") @Nullable String telling,
        @Nullable String note,
        @Schema(description = "The exchange whose directions it counts together; commitment is absent then") @Nullable String exchange,
        @Schema(description = "Who released, of a release that belongs to no commitment and no exchange") @Nullable String releasingParty,
        @Nullable String receivingParty,
        @Schema(description = "The lists that the figure counts together; 'own' is the commitment's own") @Nullable List<String> scopes,
        @Schema(description = "The source says that the parts which it gives are all of the whole") boolean partsComplete,
        @Nullable CategoryKind categoryKind,
        @Schema(description = "The figure stands in the claimant's own words, as far as is known") boolean ownWords,
        @Schema(description = "The how manyth exchange the source says that this was") @Nullable Integer ordinal) {
}
