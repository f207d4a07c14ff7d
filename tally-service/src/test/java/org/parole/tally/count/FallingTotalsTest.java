package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.count.ReportBuilder.promised;
import static org.parole.tally.count.ReportBuilder.said;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parole.tally.language.Language;
import org.parole.tally.language.Sentences;

/** Totals that are lower than earlier ones: because some were arrested again, or because sources disagree. */
class FallingTotalsTest {

    private static final SourceKind NORTH = SourceKind.RELEASING_PARTY;
    private static final SourceKind SOUTH = SourceKind.RECEIVING_PARTY;
    private static final Report NORTH_40 = said("North", NORTH).total(40).on("2035-08-01");

    private static Tally tally(Report... reports) {
        return Count.tally(promised(50), List.of(reports), Question.on(LocalDate.parse("2035-08-31")));
    }

    private static List<Long> released(Tally tally) {
        return Arrays.asList(tally.released().low(), tally.released().best(), tally.released().high());
    }

    private static List<String> found(Tally tally) {
        Sentences english = Sentences.in(Language.EN);
        return tally.conflicts().stream().map(conflict -> conflict.type() + ": " + english.text(conflict.text()))
                .toList();
    }

    private static Report rearrested(String claimant, SourceKind side, int number) {
        return said(claimant, side).of(Basis.REARRESTED, Quantity.exactly(number)).on("2035-08-10");
    }

    @Test
    void those_arrested_again_explain_a_lower_total_of_another_claimant() {
        Report monitor = said("Monitor", SourceKind.MONITOR).total(37).on("2035-08-11");
        Tally explained = tally(NORTH_40, rearrested("North", NORTH, 3), monitor);
        assertThat(released(explained)).containsExactly(37L, 37L, 37L);
        assertThat(found(explained)).isEmpty();

        Tally oneFewer = tally(NORTH_40, rearrested("North", NORTH, 3), monitor,
                said("South", SOUTH).total(36).on("2035-08-12"));
        assertThat(released(oneFewer)).containsExactly(36L, 37L, 37L);
        assertThat(found(oneFewer)).containsExactly("CONTRADICTION: According to North, 40 had been released in all by"
                + " 1 August 2035; according to South, 36 by 12 August 2035. In between, 3 are on record as arrested"
                + " again: 1 is in dispute.");
    }

    @Test
    void the_other_sides_word_that_freed_men_were_captured_again_explains_its_lower_total_and_lowers_nobody_elses() {
        Tally tally = tally(NORTH_40, rearrested("South", SOUTH, 3), said("South", SOUTH).total(37).on("2035-08-12"));
        assertThat(released(tally)).containsExactly(37L, 37L, 40L);
        assertThat(found(tally)).isEmpty();
    }

    @Test
    void a_claimants_own_total_falls_by_no_more_than_were_arrested_again() {
        Report again = rearrested("Monitor", SourceKind.MONITOR, 3);
        assertThat(found(tally(NORTH_40, again, said("North", NORTH).total(37).on("2035-08-20")))).isEmpty();
        assertThat(found(tally(NORTH_40, again, said("North", NORTH).total(36).on("2035-08-20")))).containsExactly(
                "DECREASE: The total of North falls from 40 (1 August 2035) to 36 (20 August 2035), though only 3 are on"
                        + " record as arrested again.");
    }

    @Test
    void one_recapture_told_with_two_dates_takes_away_between_once_and_twice() {
        Tally tally = tally(NORTH_40, said("North", NORTH).in("Paper A").of(Basis.REARRESTED, Quantity.exactly(3))
                .on("2035-08-10"),
                said("North", NORTH).in("Paper B").of(Basis.REARRESTED, Quantity.exactly(3)).on("2035-08-12"));
        assertThat(released(tally)).containsExactly(34L, 34L, 37L);
    }

    @Test
    void a_recapture_that_is_denied_is_shown_no_more() {
        Tally tally = tally(NORTH_40, rearrested("North", NORTH, 3), denied("North", NORTH, Basis.REARRESTED));
        assertThat(released(tally)).containsExactly(40L, 40L, 40L);
        assertThat(tally.rearrested()).isNull();
        assertThat(found(tally)).containsExactly(
                "DENIAL: North withdrew on 10 August 2035 the statement that 3 were arrested again on 10 August 2035.");
    }

    @Test
    void a_release_that_is_denied_leaves_the_recapture_of_as_many_on_the_same_day() {
        Tally tally = tally(NORTH_40, said("North", NORTH).batch(3).on("2035-08-10"), rearrested("North", NORTH, 3),
                denied("North", NORTH, Basis.BATCH));
        assertThat(released(tally)).containsExactly(37L, 37L, 37L);
        assertThat(tally.rearrested().low()).isEqualTo(3);
        assertThat(found(tally)).containsExactly(
                "DENIAL: North withdrew on 10 August 2035 the statement that 3 were released on 10 August 2035.");
    }

    @Test
    void a_recapture_that_is_denied_leaves_the_release_of_as_many_on_the_same_day() {
        Tally tally = tally(NORTH_40, said("North", NORTH).batch(3).on("2035-08-10"), rearrested("North", NORTH, 3),
                denied("North", NORTH, Basis.REARRESTED));
        assertThat(released(tally)).containsExactly(43L, 43L, 43L);
    }

    @Test
    void a_recapture_that_others_deny_goes_with_a_monitors_number_and_is_in_doubt_after_the_other_sides_word() {
        Report north = rearrested("North", NORTH, 3);
        Tally removed = tally(NORTH_40, north, denied("Monitor", SourceKind.MONITOR, Basis.REARRESTED));
        assertThat(released(removed)).containsExactly(40L, 40L, 40L);
        Tally doubted = tally(NORTH_40, north, denied("South", SOUTH, Basis.REARRESTED));
        assertThat(released(doubted)).containsExactly(37L, 37L, 40L);
        assertThat(found(doubted)).containsExactly("DENIAL: South denies that 3 were arrested again on 10 August 2035,"
                + " contrary to this report: 3 according to North.");
    }

    private static Report denied(String claimant, SourceKind side, Basis basis) {
        return said(claimant, side).stage(Stage.DENIED).of(basis, Quantity.exactly(3)).on("2035-08-10");
    }

    @Test
    void nobody_takes_away_more_than_there_were() {
        assertThat(released(tally(said("North", NORTH).total(2).on("2035-08-01"), rearrested("North", NORTH, 3))))
                .containsExactly(0L, 0L, 0L);
    }

    @Test
    void a_total_and_the_releases_since_contradict_a_later_lower_total_at_any_distance() {
        Tally tally = tally(said("North", NORTH).total(22).on("2035-03-01"), said("North", NORTH).batch(4)
                .on("2035-08-20"), said("South", SOUTH).total(25).on("2035-08-25"));
        assertThat(released(tally)).containsExactly(25L, 25L, 26L);
        assertThat(found(tally)).containsExactly("CONTRADICTION: According to North, 22 had been released in all by"
                + " 1 March 2035, and the releases on record since come to 4; according to South, 25 had been released in"
                + " all by 25 August 2035: 1 is in dispute.");
    }

    @Test
    void all_but_a_few_is_a_number_told_in_words_and_overtakes_older_counts() {
        Report few = said("North", NORTH).of(Basis.REMAINING, Quantity.some("a few")).on("2035-08-24");
        Tally older = tally(said("South", SOUTH).total(36).on("2035-08-12"), few);
        assertThat(released(older)).containsExactly(36L, 47L, 47L);
        assertThat(older.released().oneSided()).isTrue();
        assertThat(older.released().bounds().low().carried()).isTrue();
        assertThat(found(older)).isEmpty();

        assertThat(released(tally(said("North", NORTH).total(36).on("2035-08-12"), few)))
                .containsExactly(47L, 47L, 47L);
        Tally same = tally(said("South", SOUTH).remaining(5, null).on("2035-08-24"), few);
        assertThat(released(same)).containsExactly(45L, 45L, 47L);
        assertThat(found(same)).isEmpty();
        assertThat(found(tally(said("South", SOUTH).total(30).on("2035-08-24"), few))).containsExactly(
                "CONTRADICTION: The counts of those released in all by 24 August 2035 differ: about 47 "
                        + "(\u2018a few\u2019 still to be released) according to North; 30 according to South.");
    }

    @Test
    void what_a_wire_passes_on_within_a_week_overtakes_nobody() {
        Report south = said("South", SOUTH).total(36).on("2035-08-13");
        Report north = said("North", NORTH).total(39).on("2035-08-15");
        Report wire = said("Wire", SourceKind.MEDIA).through("Wire", "North").of(Basis.CUMULATIVE, Quantity.about(40))
                .on("2035-08-16");
        Tally tally = tally(south, north, wire);
        assertThat(released(tally)).containsExactly(36L, 36L, 39L);
        assertThat(tally.released().oneSided()).isFalse();
        assertThat(released(tally(south, north, said("Wire", SourceKind.MEDIA).through("Wire", "North").total(45)
                .on("2035-08-30")))).containsExactly(36L, 45L, 45L);
    }

    @Test
    void a_denied_number_leaves_a_much_smaller_floor() {
        Tally tally = tally(said("North", NORTH).batch(537).on("2035-08-15"), said("Hill Wire", SourceKind.MEDIA)
                .of(Basis.BATCH, Quantity.some("dozens")).on("2035-08-15"),
                said("South", SOUTH).stage(Stage.DENIED).batch(537).on("2035-08-15"));
        assertThat(released(tally)).containsExactly(24L, null, 537L);
    }

    @Test
    void a_sides_lower_total_is_held_against_the_other_side_though_a_third_counts_more() {
        Report monitor = said("Monitor", SourceKind.MONITOR).total(42).on("2035-08-15");
        Report south = said("South", SOUTH).total(30).on("2035-08-20");
        assertThat(found(tally(NORTH_40, monitor, south))).containsExactly("CONTRADICTION: According to Monitor, 42 had"
                + " been released in all by 15 August 2035; according to South, 30 by 20 August 2035. A count of all"
                + " released cannot fall: 12 are in dispute.",
                "CONTRADICTION: According to North, 40 had been released in"
                        + " all by 1 August 2035; according to South, 30 by 20 August 2035. A count of all released cannot"
                        + " fall: 10 are in dispute.");
    }
}
