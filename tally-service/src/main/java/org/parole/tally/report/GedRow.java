package org.parole.tally.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A release report in the columns of the Georeferenced Event Dataset of UCDP. Its best, low and high are deaths, so that they stay empty. */
@RegisterForReflection
public record GedRow(
        @Schema(description = "The id of the release report: a UUID, and no number of UCDP") @Nullable String id,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String relid,
        @Schema(description = "The year of date_end") @Nullable Integer year,
        @JsonProperty("active_year") @Schema(description = PeerColumns.UNKNOWN) @Nullable String activeYear,
        @JsonProperty("code_status") @Schema(description = PeerColumns.UNKNOWN) @Nullable String codeStatus,
        @JsonProperty("type_of_violence") @Schema(description = PeerColumns.UNKNOWN) @Nullable String typeOfViolence,
        @JsonProperty("conflict_dset_id") @Schema(description = PeerColumns.UNKNOWN) @Nullable String conflictDsetId,
        @JsonProperty("conflict_new_id") @Schema(description = PeerColumns.UNKNOWN) @Nullable String conflictNewId,
        @JsonProperty("conflict_name") @Schema(description = PeerColumns.UNKNOWN) @Nullable String conflictName,
        @JsonProperty("dyad_dset_id") @Schema(description = PeerColumns.UNKNOWN) @Nullable String dyadDsetId,
        @JsonProperty("dyad_new_id") @Schema(description = PeerColumns.UNKNOWN) @Nullable String dyadNewId,
        @JsonProperty("dyad_name") @Schema(description = "The two sides, as UCDP writes them") @Nullable String dyadName,
        @JsonProperty("side_a_dset_id") @Schema(description = PeerColumns.UNKNOWN) @Nullable String sideADsetId,
        @JsonProperty("side_a_new_id") @Schema(description = PeerColumns.UNKNOWN) @Nullable String sideANewId,
        @JsonProperty("side_a") @Schema(description = "Slug of the party that released; not always a government") @Nullable String sideA,
        @JsonProperty("side_b_dset_id") @Schema(description = PeerColumns.UNKNOWN) @Nullable String sideBDsetId,
        @JsonProperty("side_b_new_id") @Schema(description = PeerColumns.UNKNOWN) @Nullable String sideBNewId,
        @JsonProperty("side_b") @Schema(description = "Slug of the party whose people they were") @Nullable String sideB,
        @JsonProperty("number_of_sources") @Schema(description = "Always 1: a row is what one source says") @Nullable Integer numberOfSources,
        @JsonProperty("source_article") @Schema(description = "The address of the document") @Nullable String sourceArticle,
        @JsonProperty("source_office") @Schema(description = "Who printed it") @Nullable String sourceOffice,
        @JsonProperty("source_date") @Schema(description = "The day of publication") @Nullable LocalDate sourceDate,
        @JsonProperty("source_headline") @Schema(description = PeerColumns.UNKNOWN) @Nullable String sourceHeadline,
        @JsonProperty("source_original") @Schema(description = "Whose figure it is") @Nullable String sourceOriginal,
        @JsonProperty("where_prec") @Schema(description = PeerColumns.UNKNOWN) @Nullable String wherePrec,
        @JsonProperty("where_coordinates") @Schema(description = PeerColumns.UNKNOWN) @Nullable String whereCoordinates,
        @JsonProperty("where_description") @Schema(description = "Where, in the words of the source") @Nullable String whereDescription,
        @JsonProperty("adm_1") @Schema(description = PeerColumns.UNKNOWN) @Nullable String adm1,
        @JsonProperty("adm_2") @Schema(description = PeerColumns.UNKNOWN) @Nullable String adm2,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String latitude,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String longitude,
        @JsonProperty("geom_wkt") @Schema(description = PeerColumns.UNKNOWN) @Nullable String geomWkt,
        @JsonProperty("priogrid_gid") @Schema(description = PeerColumns.UNKNOWN) @Nullable String priogridGid,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String country,
        @JsonProperty("country_id") @Schema(description = PeerColumns.UNKNOWN) @Nullable String countryId,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String region,
        @JsonProperty("event_clarity") @Schema(description = PeerColumns.UNKNOWN) @Nullable String eventClarity,
        @JsonProperty("date_prec") @Schema(description = "1 for a day, 2 for up to six days, 3 for a week, 4 for up to a month, 5 for up to a year") @Nullable Integer datePrec,
        @JsonProperty("date_start") @Schema(description = "The first day that it may have been") @Nullable LocalDate dateStart,
        @JsonProperty("date_end") @Schema(description = "The last day that it may have been") @Nullable LocalDate dateEnd,
        @JsonProperty("deaths_a") @Schema(description = PeerColumns.UNKNOWN) @Nullable String deathsA,
        @JsonProperty("deaths_b") @Schema(description = PeerColumns.UNKNOWN) @Nullable String deathsB,
        @JsonProperty("deaths_civilians") @Schema(description = PeerColumns.UNKNOWN) @Nullable String deathsCivilians,
        @JsonProperty("deaths_unknown") @Schema(description = PeerColumns.UNKNOWN) @Nullable String deathsUnknown,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String best,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String high,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String low,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String gwnoa,
        @Schema(description = PeerColumns.UNKNOWN) @Nullable String gwnob,
        @Schema(description = "What there is no column for") ParoleColumns parole) {

    /**
     * A report in these columns.
     *
     * @param sides who released whose people; null where both did, or where it is not known
     */
    static GedRow of(ReportView report, PeerColumns.Sides sides) {
        ParoleColumns columns = ParoleColumns.of(report);
        LocalDate first = report.eventSince() != null ? report.eventSince() : report.eventOn().from();
        LocalDate last = report.eventOn().to();
        return new GedRow(report.id().toString(), null, last.getYear(), null, null, null, null, null, null, null, null,
                sides == null || sides.receiving() == null
                        ? null
                        : sides.releasing() + " - " + sides.receiving(),
                null, null, sides == null ? null : sides.releasing(), null, null,
                sides == null ? null : sides.receiving(), 1, columns.url(), report.outlet(),
                report.publishedAt().lastLocalDate(), null, report.claimant().name(), null, null, report.place(), null,
                null, null, null, null, null, null, null, null, null, precision(first, last), first, last, null, null,
                null, null, null, null, null, null, null, columns);
    }

    private static Integer precision(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        return days == 1 ? 1 : days < 7 ? 2 : days == 7 ? 3 : days <= 31 ? 4 : 5;
    }
}
