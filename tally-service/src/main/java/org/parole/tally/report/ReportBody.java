package org.parole.tally.report;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Formats;
import org.parole.kit.text.Names;
import org.parole.kit.text.OneLine;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.tally.commitment.QuantityBody;
import org.parole.tally.count.Basis;
import org.parole.tally.count.CategoryKind;
import org.parole.tally.count.SourceKind;
import org.parole.tally.count.Stage;
import org.parole.tally.exchange.ExchangeBody;

/** A release report as a client sends it. */
@Schema(name = "ReleaseReportBody", description = "One source's statement about releases.")
public record ReportBody(
        @Schema(description = "Slug of the commitment that it is about; left out where exchange or releasingParty says what it is about", examples = "us-taliban-2020-taliban-prisoners") String commitment,
        @NotNull @Valid Claimant claimant,
        @Schema(description = "The side the claimant is on", examples = "RELEASING_PARTY") @NotNull SourceKind sourceKind,
        @Schema(description = "How far the release has got; DENIED and SUSPENDED: that it has not happened", examples = "REPORTED") @NotNull Stage stage,
        @Schema(description = "Left out only where the source denies or suspends a release without a number, or gives an ordinal alone") @Valid QuantityBody quantity,
        @Schema(description = "What the number counts: BATCH these people, this time; CUMULATIVE so far; REMAINING still to go; TOTAL the whole commitment; REARRESTED these people, taken captive again: takes away", examples = "BATCH") @NotNull Basis basis,
        @Schema(description = "The whole that the number is a part of, where the source states it", examples = "5000") @Min(value = 0, message = "must not be below 0") @Max(value = 10_000_000, message = "must be at most 10,000,000") Integer outOf,
        @Schema(description = "When it happened", examples = "2020-04-08") @NotNull PartialDate eventOn,
        @Schema(description = "The first day that the number covers, where it covers several", examples = "2020-04-08") LocalDate eventSince,
        @Schema(examples = "sick or over 50") @Size(max = 300) String categoryDetail,
        @Schema(examples = "Bagram") @Size(max = 200) @OneLine String place,
        @Schema(description = "Another list than the commitment's own that it counts in", examples = "eid-decree") @Size(max = 100) @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE) String scope,
        @Schema(examples = "2020-04-08") @NotNull PublicationTime publishedAt,
        @Schema(description = "Name of the outlet that printed it", examples = "Reuters") @Size(min = 1, max = 200) String outlet,
        @Schema(description = "What stands between the claimant and the outlet, nearest to the claimant first") @Size(max = 10) List<@NotNull @Valid ReportingLink> reportingChain,
        @Valid Evidence evidence,
        @Schema(description = "Reliability of the source in the Admiralty code", examples = "B") Reliability reliability,
        @Schema(description = "Credibility of the information in the Admiralty code", examples = "2") @Min(value = 1, message = "must be 1 to 6") @Max(value = 6, message = "must be 1 to 6") Integer credibility,
        @Schema(description = "Why a running total is lower than the last of the same line of claims") @Size(max = 500) String decreaseReason,
        @Size(max = 2000) String note,
        @Schema(description = "Slug of the exchange, where the source counts its directions together; with basis BATCH or CUMULATIVE") String exchange,
        @Schema(description = "Slug of the party that released, where the release belongs to no commitment and no exchange") String releasingParty,
        @Schema(description = "Slug of the party whose people they were; only beside releasingParty") String receivingParty,
        @Schema(description = "The lists that the figure counts together, in place of scope; 'own' stands for the commitment's own", examples = "[\"own\", \"eid-decree\"]") @Size(min = 1, max = 20) List<@NotNull @Size(max = 100) @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE) String> scopes,
        @Schema(description = "The source says that the parts which it gives are all of the whole; with outOf. False when left out") Boolean partsComplete,
        @Schema(description = "What kind of people are counted, where the source says: the living and the dead are never added up") CategoryKind categoryKind,
        @Schema(description = "Whether the figure stands in the claimant's own words: in its own statement or post, or printed as its words. What the check of the quote behind it finds outranks this") Boolean ownWords,
        @Schema(description = "The how manyth exchange the source says that this was; with exchange, or a commitment of one", examples = "50") @Min(value = 1, message = "must be 1 to 100,000") @Max(value = ExchangeBody.MOST_ORDINAL, message = "must be 1 to 100,000") Integer ordinal) {

    /** Brings the texts into NFC; nothing is an empty list, and nothing said about parts is false. */
    public ReportBody {
        categoryDetail = Names.clean(categoryDetail);
        place = Names.clean(place);
        outlet = Names.clean(outlet);
        decreaseReason = Names.clean(decreaseReason);
        note = Names.clean(note);
        reportingChain = reportingChain == null ? List.of() : reportingChain;
        partsComplete = Boolean.TRUE.equals(partsComplete);
    }
}
