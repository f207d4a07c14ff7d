package org.parole.tally.tally;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.tally.count.Breakdown;

/** The parts of a whole that have been given. */
@Schema(name = "Breakdown", description = "The known parts of a whole. A part never replaces its whole.")
public record BreakdownView(List<PartView> parts,
        @Schema(description = "The sum of the parts. Absent if they differ in kind or date") Long sum,
        @Schema(description = "The whole minus that sum. Below zero if the parts overlap or exceed it") Long unaccounted) {

    /** One part. */
    @Schema(name = "PartFigure")
    public record PartView(String claimant, @Schema(examples = "serving life") String category,
            @Schema(examples = "Bagram") String place,
            @Schema(description = "The whole as the source states it", examples = "1968") Integer outOf,
            @Schema(examples = "250") Long low, @Schema(examples = "250") Long high,
            @Schema(description = "Whether it is open: 'over 200'") boolean open, boolean approximate,
            LocalDate eventOn,
            List<String> reportIds) {
    }

    static BreakdownView of(Breakdown breakdown) {
        return breakdown == null
                ? null
                : new BreakdownView(breakdown.parts().stream()
                        .map(part -> new PartView(part.claimant(), part.category(), part.place(), part.outOf(),
                                part.figure().low(), part.figure().high(),
                                part.figure().openLow() || part.figure().openHigh(),
                                part.figure().approximate(), part.eventOn(), part.reports()))
                        .toList(), breakdown.sum(), breakdown.unaccounted());
    }
}
