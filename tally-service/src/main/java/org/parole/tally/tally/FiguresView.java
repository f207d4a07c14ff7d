package org.parole.tally.tally;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.tally.count.Basis;
import org.parole.tally.count.Bound;
import org.parole.tally.count.Breakdown;
import org.parole.tally.count.Figures;
import org.parole.tally.count.OtherSide;
import org.parole.tally.count.SourceKind;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Low, best and high of one measure; null is unknown, with the reason, and never zero. */
@Schema(name = "Figures", description = "Low, best and high. null means unknown, never zero; reason explains it.")
public record FiguresView(
        @Schema(description = "The lowest figure in force; its number if it is open", examples = "2284") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long low,
        @Schema(description = "The figure that the rule chose", examples = "2710") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long best,
        @Schema(description = "The highest figure in force; its number if it is open", examples = "3000") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long high,
        @Schema(description = "Whether low or high is the number of an open figure ('over 900', 'up to 400', releases that may not be all); the bounds say which") boolean open,
        @Schema(description = "Whether a figure behind them is an 'about'") boolean approximate,
        @Schema(description = "The rule that chose best, in words") @Nullable String rule,
        @Schema(description = "Whether all figures that vote come from one side and none from a neutral source") boolean oneSided,
        @Schema(description = "If one-sided: the last figure of the other side") @Nullable OtherSideView otherSide,
        @Schema(description = "The claimants of the low and the high figure") BoundsView bounds,
        @Schema(description = "The parts, if all claimants agree on the whole") @Nullable BreakdownView breakdown,
        @Schema(description = "The reason why a value is null") @Nullable String reason) {

    /** The last word of the side that gives no figure that votes. */
    @Schema(name = "OtherSide", description = "The last figure of the other side, or that it has never given one.")
    public record OtherSideView(@Schema(description = "Which side it is", examples = "RECEIVING_PARTY") SourceKind side,
            @Schema(description = "The claimant. Absent if the side has never given a figure") @Nullable String claimant,
            @Schema(description = "The figure in words", examples = "about 700") @Nullable String figure,
            @Schema(description = "What its figure counts") @Nullable Basis basis,
            @Schema(description = "The event date of the figure") @Nullable LocalDate on,
            @Schema(description = "Whether the side has ever given a figure") boolean hasSpoken) {
    }

    /** Whose figures the two ends are. */
    @Schema(name = "Bounds", description = "The claimants of the low and the high figure. A bound is absent if it is unknown or a sum over several lists.")
    public record BoundsView(@Nullable BoundView low, @Nullable BoundView high) {
    }

    /** Whose figure one end is. */
    @Schema(name = "Bound")
    public record BoundView(
            @Schema(description = "The claimant of the figure; for several batches the claimant of the newest") String claimant,
            @Schema(description = "The side of that claimant") SourceKind side,
            @Schema(description = "The date that the figure is for") LocalDate eventOn,
            @Schema(description = "BATCH for a sum of batches") Basis basis,
            @Schema(description = "The ids of the reports behind it: of more than 100 reports in the answer the 5 recorded last, all with include=REPORTS") List<String> reportIds,
            @Schema(description = "The number of all reports behind it") int reportCount,
            @Schema(description = "Whether others, but not the claimant's own side, have given a later and higher total") boolean carried,
            @Schema(description = "Whether the bound is open, because no source has given an end") boolean open,
            @Schema(description = "The claimant's own figure in words, if releases or re-arrests reported since eventOn are added to it or subtracted from it", examples = "583, with what has been reported since") @Nullable String stated) {

        static BoundView of(Bound bound, Presentation shown) {
            return bound == null
                    ? null
                    : new BoundView(bound.claimant(), bound.side(), bound.eventOn(), bound.basis(),
                            shown.reports(bound.reports()), bound.reports().size(),
                            bound.carried(), bound.open(), shown.text(bound.words()));
        }
    }

    static FiguresView of(Figures figures, Presentation shown) {
        return of(figures, null, shown);
    }

    static FiguresView of(Figures figures, Breakdown breakdown, Presentation shown) {
        return figures == null
                ? null
                : new FiguresView(figures.low(), figures.best(), figures.high(), figures.open(), figures.approximate(),
                        shown.text(figures.rule()), figures.oneSided(), otherSide(figures.otherSide(), shown),
                        new BoundsView(BoundView.of(figures.bounds().low(), shown),
                                BoundView.of(figures.bounds().high(), shown)),
                        BreakdownView.of(breakdown, shown), shown.text(figures.reason()));
    }

    private static OtherSideView otherSide(OtherSide other, Presentation shown) {
        return other == null
                ? null
                : new OtherSideView(other.side(), other.claimant(), shown.text(other.words()), other.basis(),
                        other.on(),
                        other.hasSpoken());
    }
}
