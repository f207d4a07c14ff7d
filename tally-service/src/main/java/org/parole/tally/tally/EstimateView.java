package org.parole.tally.tally;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.time.PublicationTime;
import org.parole.tally.commitment.Commitment;
import org.parole.tally.count.Bound;
import org.parole.tally.count.Conflict;
import org.parole.tally.count.ConflictType;
import org.parole.tally.count.Figures;
import org.parole.tally.count.Policy;
import org.parole.tally.count.Series;
import org.parole.tally.count.Tally;
import org.parole.tally.language.Sentences;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One row of the table of estimates: one commitment at one date, with low, best and high as UCDP names them. */
@Schema(name = "Estimate", description = "One commitment at one date: the lowest, the chosen and the highest number released by then.")
public record EstimateView(
        @Schema(description = "Slug of the commitment", examples = "us-taliban-2020-taliban-prisoners") String commitment,
        @Schema(description = "Slug of the agreement that the commitment stems from", examples = "us-taliban-2020") @Nullable String agreement,
        @Schema(description = "Slug of the party that is to release them", examples = "afghan-government") String releasingParty,
        @Schema(description = "Slug of the party whose people they are", examples = "taliban") String receivingParty,
        @Schema(description = "The people to be released", examples = "Taliban prisoners") String category,
        @Schema(description = "The event date of the row") LocalDate on,
        @Schema(description = "The lowest figure in force", examples = "2284") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long low,
        @Schema(description = "The figure that the policy chose", examples = "2284") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long best,
        @Schema(description = "The highest figure in force", examples = "3000") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long high,
        @Schema(description = "Whether low or high is the number of an open figure") boolean open,
        @Schema(description = "Whether a figure behind them is an 'about'") boolean approximate,
        @Schema(description = "Whether all figures that vote come from one side") boolean oneSided,
        @Schema(description = "The claimant of the low figure") @Nullable String lowClaimant,
        @Schema(description = "The date that the low figure is for") @Nullable LocalDate lowOn,
        @Schema(description = "Whether the low figure is carried") @Nullable Boolean lowCarried,
        @Schema(description = "The claimant of the high figure") @Nullable String highClaimant,
        @Schema(description = "The date that the high figure is for") @Nullable LocalDate highOn,
        @Schema(description = "The reason why a value is null") @Nullable String reason,
        @Schema(description = "The rule that chose best, in words") @Nullable String rule,
        @Schema(description = "The kinds of disagreement that stand from this date or an earlier one, each once; what they are about stands in the tally") List<ConflictType> conflicts,
        @Schema(description = "The rule that chose best") Policy policy,
        @Schema(description = "Only what was public by then was counted") @Nullable PublicationTime publishedBy,
        @Schema(description = "The record time of the request") @Nullable String asOf,
        @Schema(description = "The version of the rules", examples = "2") String rules) {

    static EstimateView of(Commitment commitment, Series.Point point, List<Conflict> conflicts, TallyQuestion wanted,
            Sentences sentences) {
        Figures released = point.released();
        Bound low = released.bounds().low();
        Bound high = released.bounds().high();
        return new EstimateView(commitment.slug, commitment.agreement, commitment.releasingParty,
                commitment.receivingParty, commitment.category, LocalDate.ofEpochDay(point.day()), released.low(),
                released.best(), released.high(), released.open(), released.approximate(), released.oneSided(),
                low == null ? null : low.claimant(), low == null ? null : low.eventOn(),
                low == null ? null : low.carried(),
                high == null ? null : high.claimant(), high == null ? null : high.eventOn(),
                sentences.text(released.reason()), sentences.text(released.rule()),
                typesOf(conflicts, LocalDate.ofEpochDay(point.day())), wanted.policy, wanted.publishedBy,
                wanted.asOf == null ? null : wanted.asOf.toString(), Tally.RULES);
    }

    private static List<ConflictType> typesOf(List<Conflict> conflicts, LocalDate on) {
        return conflicts.stream().filter(conflict -> conflict.since() == null || !conflict.since().isAfter(on))
                .map(Conflict::type).distinct().sorted().toList();
    }
}
