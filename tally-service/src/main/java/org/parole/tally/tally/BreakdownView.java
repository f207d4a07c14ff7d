package org.parole.tally.tally;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.tally.count.Breakdown;

/** The parts of a whole that have been given. */
@Schema(name = "Breakdown", description = "The known parts of a whole. A part never replaces its whole.")
public record BreakdownView(List<PartView> parts,
        @Schema(description = "The sum of the parts. Absent if they differ in kind or date") @Nullable Long sum,
        @Schema(description = "The whole minus that sum. Below zero if the parts overlap or exceed it") @Nullable Long unaccounted) {

    /** One part. */
    @Schema(name = "PartFigure")
    public record PartView(@Schema(description = "Whose figure it is") String claimant,
            @Schema(description = "Who they are", examples = "serving life") @Nullable String category,
            @Schema(description = "Where", examples = "Bagram") @Nullable String place,
            @Schema(description = "The whole as the source states it", examples = "1968") @Nullable Integer outOf,
            @Schema(description = "At the least", examples = "250") Long low,
            @Schema(description = "At the most", examples = "250") Long high,
            @Schema(description = "Whether it is open: 'over 200'") boolean open,
            @Schema(description = "Whether a figure behind it is an 'about'") boolean approximate,
            @Schema(description = "The date that it is for") LocalDate eventOn,
            @Schema(description = "The ids of the reports behind it: of more than 100 reports in the answer the 5 recorded last, all with include=REPORTS") List<String> reportIds,
            @Schema(description = "The number of all reports behind it") int reportCount) {
    }

    static BreakdownView of(Breakdown breakdown, Presentation shown) {
        return breakdown == null
                ? null
                : new BreakdownView(breakdown.parts().stream()
                        .map(part -> new PartView(part.claimant(), part.category(), part.place(), part.outOf(),
                                part.figure().low(), part.figure().high(),
                                part.figure().openLow() || part.figure().openHigh(),
                                part.figure().approximate(), part.eventOn(), shown.reports(part.reports()),
                                part.reports().size()))
                        .toList(), breakdown.sum(), breakdown.unaccounted());
    }
}
