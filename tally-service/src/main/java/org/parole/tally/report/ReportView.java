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
public record ReportView(@Schema(description = "The report's id") UUID id,
        @Schema(description = "Which revision of the record this is, from 1") int revision,
        @Schema(description = "Why there is this revision") RevisionType revisionType,
        @Schema(description = "What the editor gave as the reason of the revision; none for a first one") @Nullable String reason,
        @Schema(description = "When the revision was recorded: what `asOf` compares") Instant recordedAt,
        @Schema(description = "By whom it was recorded") String recordedBy,
        @Schema(description = "Slug of the commitment that it is about; none where the exchange or the parties say what it is about") @Nullable String commitment,
        @Schema(description = "Slug of the agreement that the commitment or the exchange stems from") @Nullable String agreement,
        Claimant claimant,
        @Schema(description = "The side that the claimant is on") SourceKind sourceKind,
        @Schema(description = "How far the release has got; DENIED and SUSPENDED say that it did not happen") Stage stage,
        QuantityBody quantity,
        @Schema(description = "What is counted: these people this time (BATCH), so far in all (CUMULATIVE), still to go (REMAINING), the whole commitment (TOTAL), or these people taken captive again (REARRESTED)") Basis basis,
        @Schema(description = "The whole of which the number is a part, if the source states it") @Nullable Integer outOf,
        @Schema(description = "When it happened") PartialDate eventOn,
        @Schema(description = "How much of that date is known") DatePrecision eventOnPrecision,
        @Schema(description = "The first day that the number covers, if it covers several") @Nullable LocalDate eventSince,
        @Schema(description = "Who they were, as the source has it") @Nullable String categoryDetail,
        @Schema(description = "Where") @Nullable String place,
        @Schema(description = "The list in which it counts, if not the commitment's own") @Nullable String scope,
        @Schema(description = "When the world could know: what `publishedBy` compares") PublicationTime publishedAt,
        @Schema(description = "Who printed it") @Nullable String outlet, List<ReportingLink> reportingChain,
        @Nullable Evidence evidence,
        @Schema(description = "Whether the report has neither a quote nor a document, or its quote does not exist") boolean evidenceMissing,
        @Schema(description = "Whether the document contains the words, and the words the figure. FIGURE_QUALIFIED: the words contain the number, but call it 'nearly', 'at least' or 'up to' where the report does not. UNKNOWN before the check") EvidenceCheck evidenceCheck,
        @Schema(description = "Reliability of the source, A to F (Admiralty code)") @Nullable Reliability reliability,
        @Schema(description = "Credibility of the information, 1 to 6 (Admiralty code)") @Nullable Integer credibility,
        @Schema(description = "Whether the running total is lower than the previous one of its line, without a reason") boolean decreaseFlagged,
        @Schema(description = "Why a running total is lower than the last one of the same line of claims") @Nullable String decreaseReason,
        @Schema(description = "The reason why it is in dispute") @Nullable String dispute,
        @Schema(description = "The release to which an editor assigned the batch") @Nullable String release,
        @Schema(description = "The account of that release to which the batch belongs") @Nullable String telling,
        @Schema(description = "Anything else") @Nullable String note,
        @Schema(description = "The exchange whose directions it counts together. commitment is then absent") @Nullable String exchange,
        @Schema(description = "The party that released, if the release belongs to no commitment and no exchange") @Nullable String releasingParty,
        @Schema(description = "Slug of the party whose people they were, of a release that belongs to no commitment and no exchange") @Nullable String receivingParty,
        @Schema(description = "The lists that the figure counts together. 'own' is the commitment's own list") @Nullable List<String> scopes,
        @Schema(description = "Whether the source says that its parts make up the whole") boolean partsComplete,
        @Schema(description = "What kind of people are counted; the living and the dead are never added up") @Nullable CategoryKind categoryKind,
        @Schema(description = "Whether the figure is in the claimant's own words, if known") boolean ownWords,
        @Schema(description = "The number of this exchange in its series, according to the source") @Nullable Integer ordinal,
        @Schema(description = "The data set that it was imported with; none for what was recorded by hand", examples = "quotebank-2020") @Nullable String dataset,
        @Schema(description = "The licence of that data set, if the import named one", examples = "CC-BY-4.0") @Nullable String licence) {
}
