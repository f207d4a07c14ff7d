package org.parole.tally.report;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Names;
import org.parole.kit.text.OneLine;
import org.parole.kit.text.Slug;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.tally.commitment.QuantityBody;
import org.parole.tally.count.Basis;
import org.parole.tally.count.CategoryKind;
import org.parole.tally.count.SourceKind;
import org.parole.tally.count.Stage;
import org.parole.tally.exchange.ExchangeBody;

/** A release report as a client sends it. */
@SaysWhatAndHowMany
@Schema(name = "ReleaseReportBody", description = "One source's statement about releases.")
public record ReportBody(
        @Schema(description = "Slug of the commitment to which it refers. Absent if exchange or releasingParty is given", examples = "us-taliban-2020-taliban-prisoners") String commitment,
        @NotNull @Valid Claimant claimant,
        @Schema(description = "The side of the claimant", examples = "RELEASING_PARTY") @NotNull SourceKind sourceKind,
        @Schema(description = "The progress of the release. DENIED and SUSPENDED say that it did not happen", examples = "REPORTED") @NotNull Stage stage,
        @Schema(description = "Absent only if the source denies or suspends a release without a number, or gives only an ordinal") @Valid QuantityBody quantity,
        @Schema(description = "What the number counts. BATCH: the people of one release. CUMULATIVE: all so far. REMAINING: those still to be released. TOTAL: the whole commitment. REARRESTED: people arrested again, who are subtracted", examples = "BATCH") @NotNull Basis basis,
        @Schema(description = "The whole of which the number is a part, if the source states it", examples = "5000") @Min(value = 0, message = "must not be below 0") @Max(value = 10_000_000, message = "must be at most 10,000,000") Integer outOf,
        @Schema(description = "When it happened", examples = "2020-04-08") @NotNull PartialDate eventOn,
        @Schema(description = "The first day that the number covers, if it covers several", examples = "2020-04-08") LocalDate eventSince,
        @Schema(examples = "sick or over 50") @Size(max = 300) String categoryDetail,
        @Schema(examples = "Bagram") @Size(max = 200) @OneLine String place,
        @Schema(description = "The list in which it counts, if not the commitment's own", examples = "eid-decree") @Slug String scope,
        @Schema(examples = "2020-04-08") @NotNull PublicationTime publishedAt,
        @Schema(description = "Name of the outlet that published it", examples = "Reuters") @Size(min = 1, max = 200) String outlet,
        @Schema(description = "The intermediaries between the claimant and the outlet, starting next to the claimant") @Size(max = 10) List<@NotNull @Valid ReportingLink> reportingChain,
        @Valid Evidence evidence,
        @Schema(description = "Reliability of the source in the Admiralty code", examples = "B") Reliability reliability,
        @Schema(description = "Credibility of the information in the Admiralty code", examples = "2") @Min(value = 1, message = "must be 1 to 6") @Max(value = 6, message = "must be 1 to 6") Integer credibility,
        @Schema(description = "The reason why a running total is lower than the previous one of the same line of claims") @Size(max = 500) String decreaseReason,
        @Size(max = 2000) String note,
        @Schema(description = "Slug of the exchange, if the source counts its directions together. Requires basis BATCH or CUMULATIVE") String exchange,
        @Schema(description = "Slug of the party that released, if the release belongs to no commitment and no exchange") String releasingParty,
        @Schema(description = "Slug of the party whose people they were. Requires releasingParty") String receivingParty,
        @Schema(description = "The lists that the figure counts together, in place of scope. 'own' is the commitment's own list", examples = "[\"own\", \"eid-decree\"]") @Size(min = 1, max = 20) List<@NotNull @Slug String> scopes,
        @Schema(description = "Whether the source says that its parts make up the whole. Requires outOf. The default is false") Boolean partsComplete,
        @Schema(description = "The kind of people, if the source says so. Parole never adds the dead to the living") CategoryKind categoryKind,
        @Schema(description = "Whether the figure is in the claimant's own words: in its own statement or post, or printed as its words. The check of its quote outranks this field") Boolean ownWords,
        @Schema(description = "The number of this exchange in its series, according to the source. Requires exchange, or a commitment of an exchange", examples = "50") @Min(value = 1, message = "must be 1 to 100,000") @Max(value = ExchangeBody.MOST_ORDINAL, message = "must be 1 to 100,000") Integer ordinal) {

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
