package org.parole.tally.report;

import java.time.LocalDate;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.tally.commitment.QuantityBody;
import org.parole.tally.count.Basis;
import org.parole.tally.count.CategoryKind;
import org.parole.tally.count.QuantityComparator;
import org.parole.tally.count.SourceKind;
import org.parole.tally.count.Stage;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a release report says and tables of violent events have no columns for, beside theirs. */
@RegisterForReflection
public record ParoleColumns(@Schema(description = "How far the release has got") Stage stage,
        @Schema(description = "What is counted") Basis basis,
        @Schema(description = "How number is to be read") @Nullable QuantityComparator comparator,
        @Schema(description = "How many were released: the only number, or the lower one with BETWEEN; the words with SOME") @Nullable String number,
        @Schema(description = "The lower end, in people") @Nullable Integer low,
        @Schema(description = "The upper end, in people") @Nullable Integer high,
        @Schema(description = "The number in the words of the source") @Nullable String wording,
        @Schema(description = "The whole of which the number is a part") @Nullable Integer outOf,
        @Schema(description = "When it happened, as far as it is known") PartialDate eventOn,
        @Schema(description = "The first day that the number covers, if it covers several") @Nullable LocalDate eventSince,
        @Schema(description = "Who they were, as the source has it") @Nullable String category,
        @Schema(description = "What kind of people are counted") @Nullable CategoryKind categoryKind,
        @Schema(description = "The list in which it counts, if not the commitment's own") @Nullable String scope,
        @Schema(description = "The number of this exchange in its series") @Nullable Integer ordinal,
        @Schema(description = "Slug of the commitment") @Nullable String commitment,
        @Schema(description = "Slug of the agreement") @Nullable String agreement,
        @Schema(description = "The exchange whose directions it counts together") @Nullable String exchange,
        @Schema(description = "Whose figure it is") String claimant,
        @Schema(description = "The party organ for which the claimant speaks") @Nullable String speaksFor,
        @Schema(description = "The side that the claimant is on") SourceKind sourceKind,
        @Schema(description = "When the world could know") PublicationTime publishedAt,
        @Schema(description = "Who printed it") @Nullable String outlet,
        @Schema(description = "Where it can be read") @Nullable String url,
        @Schema(description = "The words") @Nullable String quotation,
        @Schema(description = "Reliability of the source, A to F") @Nullable Reliability reliability,
        @Schema(description = "Credibility of the information, 1 to 6") @Nullable Integer credibility,
        @Schema(description = "Anything else") @Nullable String note,
        @Schema(description = "The data set that it was imported with") @Nullable String dataset,
        @Schema(description = "The licence of that data set") @Nullable String licence) {

    static ParoleColumns of(ReportView report) {
        QuantityBody quantity = report.quantity();
        Evidence evidence = report.evidence();
        return new ParoleColumns(report.stage(), report.basis(),
                quantity == null ? null : quantity.comparator(), number(quantity),
                quantity == null ? null : quantity.min(), quantity == null ? null : quantity.max(),
                quantity == null ? null : quantity.wording(), report.outOf(), report.eventOn(), report.eventSince(),
                report.categoryDetail(), report.categoryKind(), report.scope(), report.ordinal(), report.commitment(),
                report.agreement(), report.exchange(), report.claimant().name(),
                report.claimant().spokeFor() != null ? report.claimant().spokeFor() : report.claimant().speaksFor(),
                report.sourceKind(), report.publishedAt(), report.outlet(),
                evidence == null ? null : evidence.documentUrl(), evidence == null ? null : evidence.quotation(),
                report.reliability(), report.credibility(), report.note(), report.dataset(), report.licence());
    }

    /** As tables are read, so that the number comes back as it went. */
    private static String number(QuantityBody quantity) {
        if (quantity == null) {
            return null;
        }
        return switch (quantity.comparator()) {
            case EXACTLY, ABOUT, AT_LEAST, OVER, BETWEEN -> String.valueOf(quantity.min());
            case UP_TO -> String.valueOf(quantity.max());
            case SOME -> quantity.wording();
        };
    }
}
