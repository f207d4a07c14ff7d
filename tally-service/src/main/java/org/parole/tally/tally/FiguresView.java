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
import org.parole.tally.language.Sentences;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Low, best and high of one measure; null is unknown, with the reason, and never zero. */
@Schema(name = "Figures", description = "Low, best and high. null means unknown, never zero; reason explains it.")
public record FiguresView(
        @Schema(description = "The lowest figure that stands; its number where it is open", examples = "2284") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long low,
        @Schema(description = "The figure that the rule chose", examples = "2710") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long best,
        @Schema(description = "The highest figure that stands; its number where it is open", examples = "3000") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long high,
        @Schema(description = "Whether low or high is the number of an open figure ('over 900', 'up to 400', releases that may not be all); the bounds say which") boolean open,
        @Schema(description = "Whether a figure behind them is an 'about'") boolean approximate,
        @Schema(description = "The rule that chose best, in words") @Nullable String rule,
        @Schema(description = "Whether all figures that vote come from one side and none from a neutral source") boolean oneSided,
        @Schema(description = "Where one-sided: the other side's last word") @Nullable OtherSideView otherSide,
        @Schema(description = "Whose figures low and high are") BoundsView bounds,
        @Schema(description = "The parts of it, where all claimants agree on the whole") @Nullable BreakdownView breakdown,
        @Schema(description = "Why something is null") @Nullable String reason) {

    /** The last word of the side that gives no figure that votes. */
    @Schema(name = "OtherSide", description = "The other side's last word, or that it has never spoken.")
    public record OtherSideView(@Schema(description = "Which side it is", examples = "RECEIVING_PARTY") SourceKind side,
            @Schema(description = "Whose word it is; absent where the side has never given a figure") @Nullable String claimant,
            @Schema(description = "The figure in words", examples = "about 700") @Nullable String figure,
            @Schema(description = "What its figure counts") @Nullable Basis basis,
            @Schema(description = "The event date of the figure") @Nullable LocalDate on,
            @Schema(description = "Whether the side has ever given a figure") boolean hasSpoken) {
    }

    /** Whose figures the two ends are. */
    @Schema(name = "Bounds", description = "Whose figures low and high are; an end is absent where it is unknown or a sum over several lists.")
    public record BoundsView(@Nullable BoundView low, @Nullable BoundView high) {
    }

    /** Whose figure one end is. */
    @Schema(name = "Bound")
    public record BoundView(
            @Schema(description = "Whose figure it is; of several batches the claimant of the newest") String claimant,
            @Schema(description = "The side of that claimant") SourceKind side,
            @Schema(description = "The date that the figure is for") LocalDate eventOn,
            @Schema(description = "BATCH where it is a sum of batches") Basis basis,
            @Schema(description = "The ids of the reports behind it") List<String> reportIds,
            @Schema(description = "Whether others have given a later, higher total, but not the claimant's own side") boolean carried,
            @Schema(description = "Whether nobody has said that it ends there") boolean open) {

        static BoundView of(Bound bound) {
            return bound == null
                    ? null
                    : new BoundView(bound.claimant(), bound.side(), bound.eventOn(), bound.basis(), bound.reports(),
                            bound.carried(), bound.open());
        }
    }

    static FiguresView of(Figures figures, Sentences sentences) {
        return of(figures, null, sentences);
    }

    static FiguresView of(Figures figures, Breakdown breakdown, Sentences sentences) {
        return figures == null
                ? null
                : new FiguresView(figures.low(), figures.best(), figures.high(), figures.open(), figures.approximate(),
                        sentences.text(figures.rule()), figures.oneSided(), otherSide(figures.otherSide(), sentences),
                        new BoundsView(BoundView.of(figures.bounds().low()), BoundView.of(figures.bounds().high())),
                        BreakdownView.of(breakdown), sentences.text(figures.reason()));
    }

    private static OtherSideView otherSide(OtherSide other, Sentences sentences) {
        return other == null
                ? null
                : new OtherSideView(other.side(), other.claimant(), sentences.text(other.words()), other.basis(),
                        other.on(),
                        other.hasSpoken());
    }
}
