package org.parole.tally.tally;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.tally.count.Figures;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Low, best and high of one measure; null is unknown, with the reason, and never zero. */
@Schema(name = "Figures", description = "Low, best and high; null is unknown, for the reason given, and never zero.")
public record FiguresView(
        @Schema(description = "The lowest figure in force", examples = "2284") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long low,
        @Schema(description = "The figure that the rule chose", examples = "2710") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long best,
        @Schema(description = "The highest figure in force; null where there is no upper end", examples = "3000") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long high,
        @Schema(description = "Whether a figure behind them is an 'about'") boolean approximate,
        @Schema(description = "The rule that chose best, in words") @Nullable String rule,
        @Schema(description = "Whether only one side has spoken (policy cautious)") boolean oneSided,
        @Schema(description = "Why something is null") @Nullable String reason) {

    static FiguresView of(Figures figures) {
        return new FiguresView(figures.low(), figures.best(), figures.high(), figures.approximate(), figures.rule(),
                figures.oneSided(), figures.reason());
    }
}
