package org.parole.tally.tally;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.time.PublicationTime;
import org.parole.tally.commitment.Commitment;
import org.parole.tally.count.Policy;
import org.parole.tally.count.Series;
import org.parole.tally.count.Tally;
import org.parole.tally.language.Sentences;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One row of the table of estimates: one commitment at one date, with low, best and high as UCDP names them. */
@Schema(name = "Estimate", description = "One commitment at one date: the lowest, the chosen and the highest number released by then.")
public record EstimateView(@Schema(examples = "us-taliban-2020-taliban-prisoners") String commitment,
        @Schema(examples = "us-taliban-2020") String agreement,
        @Schema(examples = "afghan-government") String releasingParty,
        @Schema(examples = "taliban") String receivingParty, @Schema(examples = "Taliban prisoners") String category,
        @Schema(description = "The event date of the row") LocalDate on,
        @Schema(description = "The lowest figure in force", examples = "2284") @JsonInclude(JsonInclude.Include.ALWAYS) Long low,
        @Schema(description = "The figure that the policy chose", examples = "2284") @JsonInclude(JsonInclude.Include.ALWAYS) Long best,
        @Schema(description = "The highest figure in force", examples = "3000") @JsonInclude(JsonInclude.Include.ALWAYS) Long high,
        @Schema(description = "Whether low or high is the number of an open figure") boolean open,
        @Schema(description = "Whether a figure behind them is an 'about'") boolean approximate,
        @Schema(description = "Whether all figures that vote come from one side") boolean oneSided,
        @Schema(description = "The claimant of the low figure") String lowClaimant,
        @Schema(description = "The date that the low figure is for") LocalDate lowOn,
        @Schema(description = "Whether the low figure is carried") Boolean lowCarried,
        @Schema(description = "The claimant of the high figure") String highClaimant,
        @Schema(description = "The date that the high figure is for") LocalDate highOn,
        @Schema(description = "The reason why a value is null") String reason, Policy policy,
        PublicationTime publishedBy,
        @Schema(description = "The record time of the request") String asOf,
        @Schema(description = "The version of the rules", examples = "2") String rules) {

    static EstimateView of(Commitment commitment, Series.Point point, TallyQuestion wanted, Sentences sentences) {
        var released = point.released();
        var low = released.bounds().low();
        var high = released.bounds().high();
        return new EstimateView(commitment.slug, commitment.agreement, commitment.releasingParty,
                commitment.receivingParty, commitment.category, LocalDate.ofEpochDay(point.day()), released.low(),
                released.best(), released.high(), released.open(), released.approximate(), released.oneSided(),
                low == null ? null : low.claimant(), low == null ? null : low.eventOn(),
                low == null ? null : low.carried(),
                high == null ? null : high.claimant(), high == null ? null : high.eventOn(),
                sentences.text(released.reason()), wanted.policy, wanted.publishedBy,
                wanted.asOf == null ? null : wanted.asOf.toString(), Tally.RULES);
    }
}
