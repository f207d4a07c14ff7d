package org.parole.tally.tally;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.tally.count.Gap;
import org.parole.tally.count.Range;

/** A rise that the batches on record do not account for; no conflict. */
@Schema(name = "Gap", description = "A rise between two totals of one claimant that the releases on record explain only in part. This is normal and not a conflict.")
public record GapView(@Schema(description = "Whose totals they are") String claimant,
        @Schema(description = "Another list than the commitment's own, by its label") @Nullable String scope,
        @Schema(description = "The date of the later total") LocalDate since,
        @Schema(description = "The date of the earlier total") LocalDate before,
        @Schema(description = "By how much the total rises") RangeView rise,
        @Schema(description = "The sum of the releases on record in between") RangeView onRecord,
        @Schema(description = "The part of the rise that they do not explain") RangeView unaccounted,
        @Schema(description = "A sentence that says so") String text,
        @Schema(description = "The ids of the reports behind it: of more than 100 reports in the answer the 5 recorded last, all with include=REPORTS") List<String> reports,
        @Schema(description = "The number of all reports behind it") int reportCount) {

    /** Two ends with a number each. */
    @Schema(name = "Range")
    public record RangeView(@Schema(description = "Its lower end") long low,
            @Schema(description = "Its upper end") long high,
            @Schema(description = "Whether one end is open") boolean open) {

        static RangeView of(Range range) {
            return new RangeView(range.low(), range.high(), range.openLow() || range.openHigh());
        }
    }

    static GapView of(Gap gap, Presentation shown) {
        return new GapView(gap.claimant(), gap.scope(), gap.since(), gap.before(), RangeView.of(gap.rise()),
                RangeView.of(gap.onRecord()), RangeView.of(gap.unaccounted()), shown.text(gap.text()),
                shown.reports(gap.reports()), gap.reports().size());
    }
}
