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

/** What is printed as somebody's word was said by it, on that day; what is in doubt is shown as what it claims. */
class WordsAndDoubtTest {

    private static final SourceKind NORTH = SourceKind.RELEASING_PARTY;
    private static final SourceKind SOUTH = SourceKind.RECEIVING_PARTY;
    private static final Sentences EN = Sentences.in(Language.EN);

    private static Tally tally(Promise promise, String on, Report... reports) {
        return Count.tally(promise, List.of(reports), Question.on(LocalDate.parse(on)));
    }

    private static Tally tally(String on, Report... reports) {
        return tally(Promise.NONE, on, reports);
    }

    private static List<Long> released(Tally tally) {
        return Arrays.asList(tally.released().low(), tally.released().best(), tally.released().high());
    }

    private static List<String> found(Tally tally) {
        return tally.conflicts().stream().map(conflict -> conflict.type() + ": " + EN.text(conflict.text())).toList();
    }

    private static ClaimantLine line(Tally tally, String claimant) {
        return tally.claimants().stream().filter(line -> line.claimant().equals(claimant)).findFirst().orElseThrow();
    }

    @Test
    void a_verified_release_stands_and_is_named_beside_its_denial() {
        Report verified = said("Committee", SourceKind.MONITOR).stage(Stage.VERIFIED).batch(40).on("2024-03-01");
        Report reported = said("North", NORTH).batch(40).on("2024-03-01");
        Report denial = said("South", SOUTH).stage(Stage.DENIED).of(Basis.BATCH, null).publishedOn("2024-03-02")
                .on("2024-03-01");
        Tally tally = tally("2024-03-05", verified, denial);
        assertThat(released(tally)).containsExactly(40L, null, 40L);
        assertThat(found(tally)).containsExactly("DENIAL: South denies that there was a release on 1 March 2024,"
                + " contrary to this report: 40 according to the Committee.");
        assertThat(tally.conflicts().get(0).reports()).contains(verified.id());
        assertThat(found(tally("2024-03-05", verified, reported, denial))).containsExactly("DENIAL: South denies that"
                + " there was a release on 1 March 2024, contrary to these reports: 40 according to the Committee; 40"
                + " according to North.");
    }

    @Test
    void a_part_is_no_other_reading_of_the_whole() {
        Report over = said("North", NORTH).of(Basis.BATCH, Quantity.over(4000)).on("2024-03-01");
        Report part = said("North", NORTH).batch(401).outOf(4208).category("women").on("2024-03-01");
        Report denial = said("South", SOUTH).stage(Stage.DENIED).of(Basis.BATCH, null).on("2024-03-01");
        assertThat(found(tally("2024-03-05", over, part, denial))).contains("DENIAL: South denies that there was a"
                + " release on 1 March 2024, contrary to these reports: 401 of the 4,208 according to North; over 4,000"
                + " according to North.");
    }

    @Test
    void a_computed_number_is_nobodys_word() {
        Report north = said("North", NORTH).total(583).on("2024-02-01");
        Report south = said("South", SOUTH).total(1777).on("2024-02-27");
        Tally tally = tally("2024-03-12", north, south,
                said("South", SOUTH).of(Basis.REARRESTED, Quantity.exactly(6)).on("2024-03-10"));
        assertThat(released(tally)).containsExactly(583L, 1771L, 1771L);
        assertThat(EN.text(line(tally, "North").reason())).isEqualTo("It is carried: South has since given a higher"
                + " total (1,777, 27 February 2024), but its own side has not.");
        assertThat(EN.text(tally.released().bounds().high().words()))
                .isEqualTo("1,777, with what has been reported since");
        assertThat(tally.released().bounds().low().words()).isNull();
        Tally carried = tally("2024-02-28", north, said("North", NORTH).batch(602).on("2024-02-26"), south);
        assertThat(released(carried)).containsExactly(1185L, 1777L, 1777L);
        assertThat(EN.text(carried.released().bounds().low().words()))
                .isEqualTo("583, with what has been reported since");
    }

    @Test
    void a_line_in_doubt_shows_what_it_claims() {
        Tally tally = tally(new Promise(null, null, true, false), "2024-03-05",
                said("South", SOUTH).batch(29).on("2024-03-01"), said("North", NORTH).batch(13).on("2024-03-01"),
                said("North", NORTH).stage(Stage.DENIED).batch(29).on("2024-03-01"));
        assertThat(released(tally)).containsExactly(13L, 13L, 29L);
        assertThat(line(tally, "South").total()).isEqualTo(new Span(29L, null, 29L));
        assertThat(line(tally, "South").disputed()).isTrue();
        assertThat(line(tally, "North").total()).isEqualTo(new Span(13L, 13L, 13L));
        assertThat(line(tally, "North").disputed()).isFalse();
    }

    @Test
    void a_rounding_says_nothing_beside_batches_that_reach_the_promise() {
        Report wire = said("Wire", SourceKind.MEDIA).of(Basis.CUMULATIVE, Quantity.about(100)).on("2024-03-03");
        Tally tally = tally(promised(100), "2024-03-05", said("North", NORTH).batch(60).on("2024-03-02"),
                said("North", NORTH).batch(40).on("2024-03-03"), said("South", SOUTH).batch(60).on("2024-03-02"),
                said("South", SOUTH).batch(40).on("2024-03-03"), wire);
        assertThat(released(tally)).containsExactly(100L, 100L, 100L);
        assertThat(tally.released().approximate()).isFalse();
        assertThat(tally.released().oneSided()).isFalse();
        assertThat(tally.released().bounds().high().claimant()).isNotEqualTo("Wire");
        Tally short1 = tally(promised(100), "2024-03-05", said("North", NORTH).batch(60).on("2024-03-02"), wire);
        assertThat(short1.released().approximate()).isTrue();
    }

    @Test
    void a_plan_names_the_reports_of_what_was_done() {
        Report done = said("Paper", SourceKind.MEDIA).batch(120).on("2024-03-05");
        Report plan = said("North", NORTH).stage(Stage.ANNOUNCED).publishedOn("2024-03-01").batch(300).on("2024-03-05");
        Tally tally = tally("2024-03-06", plan, done);
        assertThat(tally.conflicts()).extracting(Conflict::type).containsExactly(ConflictType.PLAN_VS_DONE);
        assertThat(tally.conflicts().get(0).reports()).containsExactlyInAnyOrder(plan.id(), done.id());
        Report total = said("South", SOUTH).total(90).on("2024-03-05");
        assertThat(tally("2024-03-06", plan, total).conflicts().get(0).reports()).contains(total.id());
    }

    @Test
    void an_old_dispute_of_the_two_sides_stays_on_record() {
        Report north = said("North", NORTH).total(100).on("2024-01-10");
        Report south = said("South", SOUTH).total(90).on("2024-01-12");
        Report[] newer = {north, south, said("North", NORTH).total(200).on("2024-03-01"),
                said("South", SOUTH).total(200).on("2024-03-01")};
        Tally tally = tally("2024-03-05", newer);
        assertThat(released(tally)).containsExactly(200L, 200L, 200L);
        assertThat(found(tally)).containsExactly("CONTRADICTION: According to North, 100 had been released in all by 10"
                + " January 2024; according to South, 90 by 12 January 2024. A count of all released cannot fall: 10 are"
                + " in dispute.");
        assertThat(tally.conflicts().get(0).standing()).isTrue();
        Tally withdrawn = tally("2024-03-05", newer[0], newer[1], newer[2], newer[3],
                said("South", SOUTH).stage(Stage.DENIED).total(90).publishedOn("2024-01-20").on("2024-01-12"));
        assertThat(found(withdrawn)).containsExactly("DENIAL: South withdrew on 20 January 2024 the statement that 90"
                + " had been released in all by 12 January 2024.");
    }

    @Test
    void an_old_count_that_fell_stays_on_record_at_whatever_distance() {
        Tally tally = tally("2024-07-01", said("North", NORTH).total(9).on("2024-02-20"),
                said("South", SOUTH).total(8).on("2024-03-01"), said("North", NORTH).total(30).on("2024-06-01"),
                said("South", SOUTH).total(30).on("2024-06-01"));
        assertThat(found(tally)).containsExactly("CONTRADICTION: According to North, 9 had been released in all by 20"
                + " February 2024; according to South, 8 by 1 March 2024. A count of all released cannot fall: 1 is in"
                + " dispute.");
        Tally monitor = tally("2024-07-01", said("North", NORTH).total(410).on("2024-04-02"),
                said("North", NORTH).batch(90).on("2024-04-20"),
                said("Monitor", SourceKind.MONITOR).stage(Stage.VERIFIED).total(480).on("2024-05-03"),
                said("North", NORTH).total(700).on("2024-06-01"), said("Monitor", SourceKind.MONITOR).total(700)
                        .on("2024-06-02"));
        assertThat(found(monitor)).contains("CONTRADICTION: According to North, 410 had been released in all by 2 April"
                + " 2024, and the releases on record since come to 90; according to Monitor, 480 had been released in all"
                + " by 3 May 2024: 20 are in dispute.");
    }

    @Test
    void a_misprint_does_not_keep_a_line_in_force() {
        Report[] reports = {said("South", SOUTH).in("A").total(57).on("2024-01-10"),
                said("South", SOUTH).in("B").total(75).on("2024-01-10"),
                said("North", NORTH).total(60).on("2024-02-10")};
        Tally tally = tally("2024-02-12", reports);
        assertThat(released(tally)).containsExactly(57L, 60L, 75L);
        assertThat(line(tally, "South").carried()).isTrue();
        assertThat(released(tally("2024-03-20", reports))).containsExactly(60L, 60L, 60L);
    }

    @Test
    void cautious_is_what_both_sides_still_hold() {
        List<Report> reports = List.of(said("South", SOUTH).total(50).on("2024-02-20"),
                said("North", NORTH).total(80).on("2024-03-01"));
        Question question = Question.on(LocalDate.parse("2024-03-05")).policy(Policy.CAUTIOUS);
        assertThat(released(Count.tally(Promise.NONE, reports, question))).containsExactly(50L, 50L, 80L);
        assertThat(released(Count.tally(Promise.NONE, reports, question.carry(0)))).containsExactly(80L, 80L, 80L);
    }

    @Test
    void a_number_is_chosen_rather_than_a_span_that_has_it() {
        assertThat(released(tally("2024-03-05",
                said("North", NORTH).of(Basis.CUMULATIVE, Quantity.between(100, 120)).on("2024-03-01"),
                said("South", SOUTH).total(110).on("2024-03-02")))).containsExactly(100L, 110L, 120L);
        assertThat(released(tally("2024-03-05",
                said("North", NORTH).of(Basis.CUMULATIVE, Quantity.between(100, 120)).on("2024-03-01"),
                said("South", SOUTH).total(130).on("2024-03-02")))).containsExactly(100L, 100L, 130L);
    }

    @Test
    void the_floor_of_a_vague_word_is_only_a_convention() {
        Report dozens = said("North", NORTH).of(Basis.BATCH, Quantity.some("dozens")).on("2024-03-01");
        Tally near = tally("2024-03-05", dozens, said("South", SOUTH).batch(21).on("2024-03-01"));
        assertThat(released(near)).containsExactly(21L, null, 21L);
        assertThat(near.conflicts()).isEmpty();
        assertThat(found(tally("2024-03-05", dozens, said("South", SOUTH).batch(11).on("2024-03-01")))).hasSize(1);
    }

    @Test
    void a_total_of_nobody_and_a_rounding_are_called_so() {
        Tally tally = tally("2024-03-05", said("North", NORTH).total(40).on("2024-03-01"),
                said("South", SOUTH).total(0).on("2024-03-01"),
                said("Wire", SourceKind.MEDIA).of(Basis.CUMULATIVE, Quantity.about(41)).on("2024-03-02"));
        assertThat(found(tally))
                .contains("CONTRADICTION: The counts of those released in all by 1 March 2024 differ: 40"
                        + " according to North; none according to South.");
        assertThat(EN.text(line(tally, "Wire").reason()))
                .isEqualTo("It is a round figure that agrees with the total of North (40, 1 March 2024).");
    }
}
