package org.parole.gateway.timeline;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A quote or a release report in its place.
 *
 * @param type which of the two
 * @param at when: a day, month or year, or the moment of publication
 * @param atIs what `at` tells
 * @param quote the quote; null in a report's entry
 * @param releaseReport the release report; null in a quote's entry
 */
@Schema(name = "TimelineEntry", description = "A quote or a release report, with the time by which it is sorted.")
@RegisterForReflection
public record TimelineEntry(@Schema(examples = "QUOTE") Type type, @Schema(examples = "2020-04-07") String at,
        @Schema(description = "EVENT: when it was said or happened. PUBLICATION: when it was published, because the event time is unknown.") Time atIs,
        @Schema(description = "The quote, in the form of /quotes/{id}") @Nullable JsonNode quote,
        @Schema(description = "The release report, in the form of /release-reports/{id}") @Nullable JsonNode releaseReport) {

    /** What stands in an entry. */
    @Schema(name = "TimelineEntryType")
    public enum Type {
        QUOTE, RELEASE_REPORT
    }

    /** What an entry is ordered by. */
    @Schema(name = "TimelineTime")
    public enum Time {
        EVENT, PUBLICATION
    }

    static TimelineEntry ofQuote(JsonNode quote) {
        return new TimelineEntry(Type.QUOTE, timeOf(quote), quote.hasNonNull("saidOn") ? Time.EVENT : Time.PUBLICATION,
                quote, null);
    }

    static TimelineEntry ofReport(JsonNode report) {
        return new TimelineEntry(Type.RELEASE_REPORT, report.path("eventOn").asText(), Time.EVENT, null, report);
    }

    static String timeOf(JsonNode quote) {
        return quote.hasNonNull("saidOn")
                ? quote.path("saidOn").asText()
                : quote.path("document").path("publishedAt").asText();
    }
}
