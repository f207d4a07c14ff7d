package org.parole.tally.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A release report in the columns of ACLED. Fatalities stay empty: nobody has said that there were none. */
@RegisterForReflection
public record AcledRow(
        @JsonProperty("event_id_cnty") @Schema(description = "The id of the release report: a UUID, and no id of ACLED") @Nullable String eventIdCnty,
        @JsonProperty("event_date") @Schema(description = "The last day that it may have been") @Nullable LocalDate eventDate,
        @Schema(description = "The year of event_date") @Nullable Integer year,
        @JsonProperty("time_precision") @Schema(description = "1 for a day, 2 for up to a week, 3 for up to a month; empty for longer times, which ACLED does not have") @Nullable Integer timePrecision,
        @JsonProperty("disorder_type") @Schema(description = PeerColumns.UNKNOWN) @Nullable String disorderType,
        @JsonProperty("event_type") @Schema(description = PeerColumns.UNKNOWN) @Nullable String eventType,
        @JsonProperty("sub_event_type") @Schema(description = PeerColumns.UNKNOWN) @Nullable String subEventType,
        @Schema(description = "Slug of the party that released") @Nullable String actor1,
        @JsonProperty("assoc_actor_1") @Schema(description = PeerColumns.UNKNOWN) @Nullable String assocActor1,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String inter1,
        @Schema(description = "Slug of the party whose people they were") @Nullable String actor2,
        @JsonProperty("assoc_actor_2") @Schema(description = PeerColumns.UNKNOWN) @Nullable String assocActor2,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String inter2,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String interaction,
        @JsonProperty("civilian_targeting") @Schema(description = PeerColumns.UNKNOWN) @Nullable String civilianTargeting,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String iso,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String region,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String country,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String admin1,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String admin2,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String admin3,
        @Schema(description = "Where, in the words of the source") @Nullable String location,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String latitude,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String longitude,
        @JsonProperty("geo_precision") @Schema(description = PeerColumns.UNKNOWN) @Nullable String geoPrecision,
        @Schema(description = "Who printed it") @Nullable String source,
        @JsonProperty("source_scale") @Schema(description = PeerColumns.UNKNOWN) @Nullable String sourceScale,
        @Schema(description = "What the source says, else the note of the report") @Nullable String notes,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String fatalities,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String tags,
        @Schema(description = "When the revision was recorded, in seconds since 1970") @Nullable Long timestamp,
        @Schema(description = "What there is no column for") ParoleColumns parole) {

    /**
     * A report in these columns.
     *
     * @param sides who released whose people; null where both did, or where it is not known
     */
    static AcledRow of(ReportView report, PeerColumns.Sides sides) {
        ParoleColumns columns = ParoleColumns.of(report);
        LocalDate first = report.eventSince() != null ? report.eventSince() : report.eventOn().from();
        LocalDate last = report.eventOn().to();
        return new AcledRow(report.id().toString(), last, last.getYear(), precision(first, last), null, null, null,
                sides == null ? null : sides.releasing(), null, null, sides == null ? null : sides.receiving(), null,
                null, null, null, null, null, null, null, null, null, report.place(), null, null, null, report.outlet(),
                null, columns.quotation() != null ? columns.quotation() : report.note(), null, null,
                report.recordedAt().getEpochSecond(), columns);
    }

    private static Integer precision(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        return days == 1 ? Integer.valueOf(1) : days <= 7 ? Integer.valueOf(2) : days <= 31 ? 3 : null;
    }
}
