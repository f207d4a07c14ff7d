package org.parole.tally.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

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
public record ReportView(UUID id, int revision, RevisionType revisionType, String reason, Instant recordedAt,
        String recordedBy, String commitment, String agreement, Claimant claimant, SourceKind sourceKind, Stage stage,
        QuantityBody quantity, Basis basis, Integer outOf, PartialDate eventOn, DatePrecision eventOnPrecision,
        LocalDate eventSince, String categoryDetail, String place, String scope, PublicationTime publishedAt,
        String outlet, List<ReportingLink> reportingChain, Evidence evidence,
        @Schema(description = "Whether the report has neither a quote nor a document, or its quote does not exist") boolean evidenceMissing,
        @Schema(description = "Whether the document contains the words, and the words the figure. UNKNOWN before the check") EvidenceCheck evidenceCheck,
        Reliability reliability, Integer credibility,
        @Schema(description = "Whether the running total is lower than the previous one of its line, without a reason") boolean decreaseFlagged,
        String decreaseReason, @Schema(description = "The reason why it is in dispute") String dispute,
        @Schema(description = "The release to which an editor assigned the batch") String release,
        @Schema(description = "The account of that release to which the batch belongs") String telling, String note,
        @Schema(description = "The exchange whose directions it counts together. commitment is then absent") String exchange,
        @Schema(description = "The party that released, if the release belongs to no commitment and no exchange") String releasingParty,
        String receivingParty,
        @Schema(description = "The lists that the figure counts together. 'own' is the commitment's own list") List<String> scopes,
        @Schema(description = "Whether the source says that its parts make up the whole") boolean partsComplete,
        CategoryKind categoryKind,
        @Schema(description = "Whether the figure is in the claimant's own words, if known") boolean ownWords,
        @Schema(description = "The number of this exchange in its series, according to the source") Integer ordinal) {
}
