package org.parole.tally.tally;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.tally.count.Bound;
import org.parole.tally.count.Conflict;
import org.parole.tally.count.ConflictType;
import org.parole.tally.count.Figures;
import org.parole.tally.count.Policy;
import org.parole.tally.count.Quantity;
import org.parole.tally.count.QuantityComparator;
import org.parole.tally.count.Span;
import org.parole.tally.count.Tally;
import org.parole.tally.language.Sentences;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** One row of an export of tallies: how many one party had let go by a date, in the columns of the estimates and more. */
@RegisterForReflection
@Schema(name = "TallyRow", description = "One commitment: the number promised, released and remaining at one date.")
public record TallyRow(
        @Schema(description = "Slug of the commitment", examples = "us-taliban-2020-taliban-prisoners") String commitment,
        @Schema(description = "Slug of the agreement that the commitment stems from", examples = "us-taliban-2020") @Nullable String agreement,
        @Schema(description = "Slug of the exchange of which it is one direction") @Nullable String exchange,
        @Schema(description = "Slug of the party that is to release them", examples = "afghan-government") String releasingParty,
        @Schema(description = "Slug of the party whose people they are", examples = "taliban") String receivingParty,
        @Schema(description = "The people to be released", examples = "Taliban prisoners") String category,
        @Schema(description = "The commitments that replace this one. Its numbers must not be added to theirs") List<String> supersededBy,
        @Schema(description = "The event date of the row") LocalDate on,
        @Schema(description = "How the promised number is to be read; absent if nobody promised one") @Nullable QuantityComparator promisedComparator,
        @Schema(description = "The lower end of the promised number", examples = "5000") @Nullable Integer promisedMin,
        @Schema(description = "The upper end of the promised number", examples = "5000") @Nullable Integer promisedMax,
        @Schema(description = "The promised number in the words of the source", examples = "up to 5,000") @Nullable String promisedWording,
        @Schema(description = "The date by which they are to be released") @Nullable PartialDate dueOn,
        @Schema(description = "Whether some are unreleased after that date. Absent without one, or if unknown") @Nullable Boolean overdue,
        @Schema(description = "The lowest figure in force of those released", examples = "2284") @Nullable Long low,
        @Schema(description = "The figure that the policy chose", examples = "2284") @Nullable Long best,
        @Schema(description = "The highest figure in force", examples = "3000") @Nullable Long high,
        @Schema(description = "Whether low or high is the number of an open figure") boolean open,
        @Schema(description = "Whether a figure behind them is an 'about'") boolean approximate,
        @Schema(description = "Whether all figures that vote come from one side") boolean oneSided,
        @Schema(description = "The claimant of the low figure") @Nullable String lowClaimant,
        @Schema(description = "The date that the low figure is for") @Nullable LocalDate lowOn,
        @Schema(description = "Whether the low figure is carried") @Nullable Boolean lowCarried,
        @Schema(description = "The claimant of the high figure") @Nullable String highClaimant,
        @Schema(description = "The date that the high figure is for") @Nullable LocalDate highOn,
        @Schema(description = "The reason why a figure of those released is unknown") @Nullable String reason,
        @Schema(description = "The rule that chose best, in words") @Nullable String rule,
        @Schema(description = "Those still to be released, at the least") @Nullable Long remainingLow,
        @Schema(description = "Those still to be released, by the figure that the policy chose") @Nullable Long remainingBest,
        @Schema(description = "Those still to be released, at the most") @Nullable Long remainingHigh,
        @Schema(description = "The reason why a remaining number is unknown or below zero") @Nullable String remainingReason,
        @Schema(description = "People arrested again, by the figure that the policy chose. They are subtracted from those released") @Nullable Long rearrestedBest,
        @Schema(description = "Remains of the dead, by the figure that the policy chose. They are never added to those released") @Nullable Long remainsBest,
        @Schema(description = "The number of disagreements that stand") int conflictCount,
        @Schema(description = "Their kinds, each once") List<ConflictType> conflicts,
        @Schema(description = "The number of rises of a total that the releases on record do not explain") int gapCount,
        @Schema(description = "The number of announcements that are neither done nor overdue") int openPlanCount,
        @Schema(description = "The number of reports behind the figures") int reportCount,
        @Schema(description = "The rule that chose best") Policy policy,
        @Schema(description = "Only what was public by then was counted") @Nullable PublicationTime publishedBy,
        @Schema(description = "The record time of the row") String asOf,
        @Schema(description = "The version of the rules", examples = "2") String rules) {

    static TallyRow of(Cases.Case asked, TallyQuestion wanted, Tally tally, Boolean overdue) {
        Sentences sentences = wanted.sentences();
        Figures released = tally.released();
        Bound low = released.bounds().low();
        Bound high = released.bounds().high();
        Quantity promised = tally.promised();
        Span toGo = tally.remaining().toGo();
        return new TallyRow(asked.commitment().slug, asked.commitment().agreement, asked.commitment().exchange,
                asked.commitment().releasingParty, asked.commitment().receivingParty, asked.commitment().category,
                asked.supersededBy(), asked.times().on(), promised == null ? null : promised.comparator(),
                promised == null ? null : promised.min(), promised == null ? null : promised.max(),
                promised == null ? null : promised.wording(),
                PartialDate.of(asked.commitment().dueFrom, asked.commitment().duePrecision), overdue, released.low(),
                released.best(), released.high(), released.open(), released.approximate(), released.oneSided(),
                low == null ? null : low.claimant(), low == null ? null : low.eventOn(),
                low == null ? null : low.carried(), high == null ? null : high.claimant(),
                high == null ? null : high.eventOn(), sentences.text(released.reason()),
                sentences.text(released.rule()), toGo.low(), toGo.best(), toGo.high(),
                sentences.text(tally.remaining().reason()), best(tally.rearrested()), best(tally.remains()),
                tally.conflicts().size(), tally.conflicts().stream().map(Conflict::type).distinct().sorted().toList(),
                tally.gaps().size(), tally.openPlans().size(), tally.restsOn().size(), wanted.policy,
                wanted.publishedBy, wanted.asOf.toString(), Tally.RULES);
    }

    private static Long best(Figures figures) {
        return figures == null ? null : figures.best();
    }
}
