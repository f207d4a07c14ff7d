package org.parole.tally.tally;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.page.Page;
import org.parole.tally.count.Bound;
import org.parole.tally.count.Figures;
import org.parole.tally.count.Policy;
import org.parole.tally.count.Series;
import org.parole.tally.count.Tally;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The released figures over time, in arrays of equal length as charts take them; null is a gap. */
@Schema(name = "Series", description = "The released figures over time, in arrays of equal length. null is a gap; the reason is at the same index.")
public record SeriesView(String commitment, Policy policy, Step step, List<LocalDate> on, List<Long> low,
        List<Long> best, List<Long> high,
        @Schema(description = "Whether low or high is the number of an open figure") List<Boolean> open,
        @Schema(description = "Whether all figures that vote come from one side") List<Boolean> oneSided,
        @Schema(description = "The claimant of the low figure") List<String> lowClaimants,
        @Schema(description = "Whether the low figure is carried: others, but not its own side, have given a later and higher one") List<Boolean> lowCarried,
        @Schema(description = "The claimant of the high figure") List<String> highClaimants, List<String> reasons,
        @Schema(description = "The disagreements; of more than 100 reports at most 8, all with include=FINDINGS") List<TallyView.ConflictView> conflicts,
        @Schema(description = "The number of all conflicts") int conflictCount,
        @Schema(description = "Unexplained rises; of more than 100 reports at most 8, all with include=FINDINGS") List<GapView> gaps,
        @Schema(description = "The number of all gaps") int gapCount,
        @Schema(description = "The version of the rules", examples = "2") String rules) {

    /** One date of a series, as a row of a table. */
    @Schema(name = "SeriesPoint", description = "One date of a series.")
    @RegisterForReflection
    public record PointView(@Schema(description = "Slug of the commitment") String commitment,
            @Schema(description = "The date that the row is for") LocalDate on,
            @Schema(description = "The lowest figure that stands") @Nullable Long low,
            @Schema(description = "The figure that the policy chose") @Nullable Long best,
            @Schema(description = "The highest figure that stands") @Nullable Long high,
            @Schema(description = "Whether low or high is the number of an open figure") boolean open,
            @Schema(description = "Whether all figures that vote come from one side") boolean oneSided,
            @Schema(description = "The claimant of the low figure") @Nullable String lowClaimant,
            @Schema(description = "Whether the low figure is carried") boolean lowCarried,
            @Schema(description = "The claimant of the high figure") @Nullable String highClaimant,
            @Schema(description = "Why something is empty") @Nullable String reason,
            @Schema(description = "The rule that chose best") Policy policy,
            @Schema(description = "The version of the rules", examples = "2") String rules) {
    }

    /** The same as rows, for CSV and NDJSON; a series is one page. */
    Page<PointView> table() {
        return new Page<>(IntStream.range(0, on.size())
                .mapToObj(i -> new PointView(commitment, on.get(i), low.get(i), best.get(i),
                        high.get(i), open.get(i), oneSided.get(i), lowClaimants.get(i), lowCarried.get(i),
                        highClaimants.get(i), reasons.get(i), policy, rules))
                .toList(), null);
    }

    /** At which dates there is an answer. */
    @Schema(name = "SeriesStep")
    public enum Step {
        CHANGE, DAY, WEEK, MONTH
    }

    static SeriesView of(String commitment, Policy policy, Step step, Series series, Presentation shown) {
        List<LocalDate> on = new ArrayList<>();
        List<Figures> all = new ArrayList<>();
        series.points().forEach(point -> {
            on.add(LocalDate.ofEpochDay(point.day()));
            all.add(point.released());
        });
        return new SeriesView(commitment, policy, step, on, each(all, Figures::low), each(all, Figures::best),
                each(all, Figures::high), each(all, Figures::open), each(all, Figures::oneSided),
                each(all, figures -> claimant(figures.bounds().low())),
                each(all, figures -> figures.bounds().low() != null && figures.bounds().low().carried()),
                each(all, figures -> claimant(figures.bounds().high())),
                each(all, figures -> shown.text(figures.reason())),
                shown.findings(series.conflicts()).stream()
                        .map(conflict -> TallyView.ConflictView.of(conflict, shown)).toList(),
                series.conflicts().size(),
                shown.findings(series.gaps()).stream().map(gap -> GapView.of(gap, shown)).toList(),
                series.gaps().size(),
                Tally.RULES);
    }

    private static String claimant(Bound bound) {
        return bound == null ? null : bound.claimant();
    }

    /** With nulls, which are gaps. */
    private static <T> List<T> each(List<Figures> all, Function<Figures, T> of) {
        List<T> values = new ArrayList<>(all.size());
        all.forEach(figures -> values.add(of.apply(figures)));
        return values;
    }
}
