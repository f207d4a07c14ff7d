package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.parole.tally.count.ReportBuilder.promised;
import static org.parole.tally.count.ReportBuilder.said;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** The rules that the worked example does not reach. */
class TallyRulesTest {

    private static final Question JUNE = Question.on(LocalDate.parse("2020-06-30"));
    private static final SourceKind RELEASING = SourceKind.RELEASING_PARTY;
    private static final SourceKind RECEIVING = SourceKind.RECEIVING_PARTY;

    private static Tally tally(Report... reports) {
        return Count.tally(promised(100), List.of(reports), JUNE);
    }

    private static List<Long> released(Tally tally) {
        Figures figures = tally.released();
        return Arrays.asList(figures.low(), figures.best(), figures.high());
    }

    private static List<ConflictType> types(Tally tally) {
        return tally.conflicts().stream().map(Conflict::type).toList();
    }

    @Test
    void what_remains_is_worth_the_rest() {
        assertThat(released(tally(said("A", RELEASING).remaining(30, null).on("2020-05-01"))))
                .containsExactly(70L, 70L, 70L);
        assertThat(released(tally(said("A", RELEASING).remaining(30, 120).on("2020-05-01"))))
                .containsExactly(90L, 90L, 90L);
    }

    @Test
    void a_total_grows_by_the_claimants_own_later_batches() {
        assertThat(released(tally(said("A", RELEASING).total(40).on("2020-05-01"),
                said("A", RELEASING).batch(5).on("2020-05-01"), said("A", RELEASING).batch(7).on("2020-05-02"))))
                .containsExactly(47L, 47L, 47L);
    }

    @Test
    void batches_alone_are_a_floor() {
        Tally tally = tally(said("A", RELEASING).batch(20).on("2020-05-01"),
                said("B", RECEIVING).batch(20).on("2020-05-01"), said("A", RELEASING).batch(7).on("2020-05-02"));
        assertThat(released(tally)).containsExactly(27L, null, 27L);
        assertThat(tally.released().open()).isTrue();
        assertThat(tally.released().reason().key()).isEqualTo("reason.batches");
        assertThat(tally.claimants().get(0).floor()).isEqualTo(27);
    }

    @Test
    void over_has_no_upper_end_and_about_is_approximate() {
        Tally over = tally(said("A", RELEASING).of(Basis.CUMULATIVE, Quantity.over(50)).on("2020-05-01"));
        assertThat(released(over)).containsExactly(50L, 50L, 50L);
        assertThat(over.released().bounds().low().open()).isFalse();
        assertThat(over.released().bounds().high().open()).isTrue();
        assertThat(over.remaining().toGo().low()).isNull();
        Tally about = tally(said("A", RELEASING).of(Basis.CUMULATIVE, Quantity.about(50)).on("2020-05-01"));
        assertThat(released(about)).containsExactly(50L, 50L, 50L);
        assertThat(about.released().approximate()).isTrue();
    }

    @Test
    void more_than_promised_is_shown() {
        Tally tally = tally(said("A", RELEASING).total(120).on("2020-05-01"));
        assertThat(tally.remaining().share().best()).isEqualTo(1.2);
        assertThat(tally.remaining().toGo().best()).isEqualTo(-20);
        assertThat(tally.remaining().reason().key()).isEqualTo("remaining.impossible");
    }

    @Test
    void verified_outranks_reported_in_the_median() {
        assertThat(
                tally(said("A", RELEASING).total(60).on("2020-05-01"), said("B", RECEIVING).total(50).on("2020-05-01"),
                        said("ICRC", SourceKind.MONITOR).stage(Stage.VERIFIED).total(55).on("2020-05-01")).released()
                        .best())
                .isEqualTo(55);
    }

    @Test
    void a_total_older_than45_days_no_longer_votes() {
        Report old = said("A", RECEIVING).total(90).on("2020-04-01");
        assertThat(tally(old, said("B", RELEASING).total(80).on("2020-05-16"),
                said("C", SourceKind.MONITOR).total(80).on("2020-05-16")).released().best()).isEqualTo(80);
        Tally tally = tally(said("A", RECEIVING).total(90).on("2020-04-01"),
                said("B", RELEASING).total(95).on("2020-04-01"),
                said("C", SourceKind.MONITOR).total(97).on("2020-05-17"));
        assertThat(tally.released().best()).isEqualTo(97);
    }

    @Test
    void an_outlet_that_passes_on_a_wire_is_no_voice_of_its_own() {
        Tally tally = tally(said("Reuters", SourceKind.MEDIA).total(40).through("Reuters", "Reuters").on("2020-05-01"),
                said("Dawn", SourceKind.MEDIA).total(40).through("Dawn", "Reuters").on("2020-05-01"),
                said("A", RELEASING).total(60).on("2020-05-01"), said("B", RECEIVING).total(70).on("2020-05-01"));
        assertThat(tally.released().best()).isEqualTo(60);
    }

    @Test
    void figures_of_another_scope_neither_contradict_nor_add_unless_asked_for() {
        List<Report> reports = List.of(said("A", RELEASING).total(46).on("2020-05-01"),
                said("B", RECEIVING).total(5).scope("eid-decree").on("2020-05-01"));
        Tally without = Count.tally(promised(100), reports, JUNE);
        assertThat(released(without)).containsExactly(46L, 46L, 46L);
        assertThat(without.conflicts()).isEmpty();
        assertThat(without.scopes()).extracting(ScopeFigures::scope, ScopeFigures::included)
                .containsExactly(tuple("eid-decree", false));
        Tally with = Count.tally(promised(100), reports, JUNE.with(Set.of("eid-decree")));
        assertThat(released(with)).containsExactly(51L, 51L, 51L);
        assertThat(with.remaining().toGo().best()).as("of the promised, without the decree").isEqualTo(54);
    }

    @Test
    void a_running_total_that_falls_is_flagged() {
        Tally tally = tally(said("A", RELEASING).total(60).on("2020-05-01"),
                said("A", RELEASING).total(50).on("2020-05-09"));
        assertThat(types(tally)).containsExactly(ConflictType.DECREASE);
        assertThat(released(tally)).containsExactly(50L, 50L, 50L);
    }

    @Test
    void a_plan_not_carried_out_is_flagged_once_its_day_is_over() {
        Report plan = said("A", RELEASING).stage(Stage.ANNOUNCED).batch(60).publishedOn("2020-04-20").on("2020-05-01");
        Report done = said("A", RELEASING).batch(40).on("2020-05-01");
        assertThat(types(tally(plan, done))).containsExactly(ConflictType.PLAN_VS_DONE);
        assertThat(Count.tally(promised(100), List.of(plan, done), Question.on(LocalDate.parse("2020-05-01")))
                .conflicts()).isEmpty();
        assertThat(types(tally(plan, said("A", RELEASING).batch(60).on("2020-05-03")))).isEmpty();
    }

    @Test
    void a_plan_of_which_nothing_is_known_is_open_until_releases_are_said_to_be_suspended() {
        Report plan = said("A", RELEASING).stage(Stage.ANNOUNCED).batch(60).publishedOn("2020-04-20").on("2020-05-01");
        assertThat(types(tally(plan))).isEmpty();
        assertThat(tally(plan).openPlans()).extracting(OpenPlan::claimant).containsExactly("A");
        Tally suspended = tally(plan,
                said("B", SourceKind.MONITOR).stage(Stage.SUSPENDED).of(Basis.BATCH, null).on("2020-05-02"));
        assertThat(types(suspended)).containsExactly(ConflictType.PLAN_VS_DONE);
        assertThat(suspended.openPlans()).isEmpty();
    }

    @Test
    void what_an_editor_groups_is_counted_once() {
        Tally tally = tally(said("A", RELEASING).batch(31).grouped("may", "parts").on("2020-05-06"),
                said("A", RELEASING).batch(52).grouped("may", "parts").on("2020-05-09"),
                said("B", RECEIVING).batch(83).grouped("may", "whole").on("2020-05-12"));
        assertThat(tally.released().low()).isEqualTo(83);
        assertThat(types(tally)).isEmpty();
    }

    @Test
    void the_same_figure_twice_in_one_outlet_is_two_parts_and_in_two_outlets_one() {
        assertThat(tally(said("A", RELEASING).id("1").batch(50).grouped("g", "t").through("X", "X").on("2020-05-06"),
                said("A", RELEASING).id("2").batch(50).grouped("g", "t").through("X", "X").on("2020-05-06")).released()
                .low()).isEqualTo(100);
        assertThat(tally(said("A", RELEASING).id("1").batch(50).grouped("g", "t").through("X", "X").on("2020-05-06"),
                said("A", RELEASING).id("2").batch(50).grouped("g", "t").through("Y", "X").on("2020-05-06")).released()
                .low()).isEqualTo(50);
    }

    @Test
    void a_date_precision_of_a_month_counts_from_its_first_day() {
        Report may = said("A", RELEASING).total(40).between("2020-05-01", "2020-05-31");
        assertThat(Count.tally(promised(100), List.of(may), Question.on(LocalDate.parse("2020-05-01")))
                .released().best()).isEqualTo(40);
        assertThat(Count.tally(promised(100), List.of(may), Question.on(LocalDate.parse("2020-04-30")))
                .released().best()).isNull();
    }
}
