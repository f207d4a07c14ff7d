package org.parole.gateway.timeline;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.gateway.compose.Cells;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.databind.JsonNode;

/** A quote or a release report as one row of a table. */
@Schema(name = "TimelineRow", description = "A quote or a release report as one row of a table.")
@RegisterForReflection
public record TimelineRow(@Schema(description = "Which of the two the row is") TimelineEntry.Type type,
        @Schema(description = "When it was said or happened, or was published: what the rows are ordered by") String at,
        @Schema(description = "EVENT: when it was said or happened; PUBLICATION: that is not known, and this is when it was published") TimelineEntry.Time atIs,
        @Schema(description = "Id of the quote or report") String id,
        @Schema(description = "Who said it, or whose figure it is") @Nullable String who,
        @Schema(description = "Id of the speaker, where one is recorded") @Nullable String speakerId,
        @Schema(description = "In which role the speaker spoke then") @Nullable String role,
        @Schema(description = "The quote's words, or the words that state the figure") @Nullable String words,
        @Schema(description = "DIRECT, INDIRECT or MIXED speech; of a report, that of its words") @Nullable String kind,
        @Schema(description = "How the quote's passage was found in the document's text") @Nullable String verification,
        @Schema(description = "Slug of the commitment that a report is about") @Nullable String commitment,
        @Schema(description = "The side that a report's claimant is on") @Nullable String sourceKind,
        @Schema(description = "How far the release has got") @Nullable String stage,
        @Schema(description = "What a report's number counts") @Nullable String basis,
        @Schema(description = "How a report's number is to be read") @Nullable String comparator,
        @Schema(description = "Lower end of a report's number, in people") @Nullable Long min,
        @Schema(description = "Upper end of a report's number, in people") @Nullable Long max,
        @Schema(description = "The number as it was published") @Nullable String wording,
        @Schema(description = "Where the release took place") @Nullable String place,
        @Schema(description = "Name of the outlet that published it") @Nullable String outlet,
        @Schema(description = "When it was published") @Nullable String publishedAt,
        @Schema(description = "Address of the document") @Nullable String documentUrl) {

    static TimelineRow of(TimelineEntry entry) {
        return entry.quote() != null ? ofQuote(entry, entry.quote()) : ofReport(entry, entry.releaseReport());
    }

    private static TimelineRow ofQuote(TimelineEntry entry, JsonNode quote) {
        Cells cells = new Cells(quote);
        return new TimelineRow(entry.type(), entry.at(), entry.atIs(), cells.text("/id"), cells.text("/speaker/name"),
                cells.text("/speaker/id"), cells.text("/role"), cells.text("/content"), cells.text("/kind"),
                cells.text("/verification/status"), null, null, null, null, null, null, null, null, null,
                cells.text("/document/outlet/name"), cells.text("/document/publishedAt"),
                cells.text("/document/url"));
    }

    private static TimelineRow ofReport(TimelineEntry entry, JsonNode report) {
        Cells cells = new Cells(report);
        return new TimelineRow(entry.type(), entry.at(), entry.atIs(), cells.text("/id"), cells.text("/claimant/name"),
                cells.text("/claimant/speakerId"), null, cells.text("/evidence/quotation"),
                cells.text("/evidence/quoteKind"), null, cells.text("/commitment"), cells.text("/sourceKind"),
                cells.text("/stage"), cells.text("/basis"), cells.text("/quantity/comparator"),
                cells.number("/quantity/min"), cells.number("/quantity/max"), cells.text("/quantity/wording"),
                cells.text("/place"), cells.text("/outlet"), cells.text("/publishedAt"),
                cells.text("/evidence/documentUrl"));
    }
}
