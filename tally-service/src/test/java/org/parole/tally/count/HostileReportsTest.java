package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.count.ReportBuilder.promised;
import static org.parole.tally.count.ReportBuilder.said;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A hundred thousand reports made up to cost as much as they can. Comparing each with each other one takes five thousand million
 * comparisons: the time allowed is far below that, and far above what a slow machine needs.
 */
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileReportsTest {

    private static final int REPORTS = 100_000;
    private static final Question LATER = Question.on(LocalDate.parse("2040-12-31"));

    private static List<Report> reports(IntFunction<Report> made) {
        List<Report> reports = new ArrayList<>(REPORTS);
        for (int i = 0; i < REPORTS; i++) {
            reports.add(made.apply(i));
        }
        return reports;
    }

    private static ReportBuilder by(int claimant) {
        return said("Claimant " + claimant, SourceKind.values()[claimant % 5]);
    }

    private static String day(int number) {
        return LocalDate.parse("2020-01-01").plusDays(number).toString();
    }

    private static Tally tally(List<Report> reports) {
        return Count.tally(promised(5000), reports, LATER);
    }

    @Test
    void everybody_gives_another_total_for_the_same_day() {
        Tally tally = tally(reports(i -> by(i).id("r" + i).total(i).on("2020-05-01")));
        assertThat(tally.released()).extracting(Figures::low, Figures::high).containsExactly(0L, 99_999L);
        assertThat(tally.conflicts()).hasSize(1);
        assertThat(tally.conflicts().get(0).reportCount()).isEqualTo(REPORTS);
    }

    @Test
    void everybody_words_the_promise_in_another_way() {
        Tally tally = tally(reports(i -> by(i).id("r" + i).stage(Stage.ANNOUNCED)
                .of(Basis.TOTAL, Quantity.exactly(i)).on("2020-05-01")));
        assertThat(tally.wordings()).hasSize(REPORTS);
    }

    @Test
    void totals_far_apart_with_batches_of_many_overlapping_days_in_between() {
        Tally tally = tally(reports(i -> i % 3 == 0
                ? by(i).id("r" + i).batch(1).since(day(i % 1000)).on(day(i % 1000 + i / 1000))
                : by(i / 3).id("r" + i).total(i % 3 == 1 ? 0 : 1_000_000)
                        .on(day(i % 3 == 1 ? i / 3 % 500 : 1500 + i / 3 % 500))));
        assertThat(tally.gaps()).hasSizeGreaterThan(30_000);
    }

    @Test
    void plans_that_nobody_carried_out() {
        Tally tally = tally(reports(i -> by(i).id("r" + i).stage(i % 3 == 0 ? Stage.SUSPENDED : Stage.ANNOUNCED)
                .batch(100_000 + i).on(day(i % 3000))));
        assertThat(tally.openPlans()).hasSize(66_666);
    }

    @Test
    void batches_of_one_day_that_are_no_duplicates() {
        assertThat(Duplicate.of(reports(i -> by(i).id("r" + i).batch(i).on("2020-05-01")), 1000)).isEmpty();
    }
}
