package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.count.ReportBuilder.promised;
import static org.parole.tally.count.ReportBuilder.said;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parole.tally.language.Language;
import org.parole.tally.language.Sentences;

/** The examples of docs/tallies.md: every figure was worked out by hand. */
class RulesOfTalliesTest {

    private static final SourceKind NORTH = SourceKind.RELEASING_PARTY;
    private static final SourceKind SOUTH = SourceKind.RECEIVING_PARTY;
    private static final Sentences EN = Sentences.in(Language.EN);

    private static Question on(String date) {
        return Question.on(LocalDate.parse(date));
    }

    private static Tally tally(String on, Report... reports) {
        return Count.tally(promised(1000), List.of(reports), on(on));
    }

    private static void assertReleased(Tally tally, Long low, Long best, Long high, boolean open) {
        Figures figures = tally.released();
        assertThat(Arrays.asList(figures.low(), figures.best(), figures.high(), figures.open())).containsExactly(low,
                best, high, open);
    }

    private static Conflict only(Tally tally, ConflictType type) {
        assertThat(tally.conflicts()).extracting(Conflict::type).containsExactly(type);
        return tally.conflicts().get(0);
    }

    private static final Report ABOUT_700 = said("South", SOUTH).of(Basis.CUMULATIVE, Quantity.about(700))
            .on("2020-07-17");
    private static final Report NORTH_1005 = said("North", NORTH).total(1005).on("2020-07-30");

    @Test
    void one_sides_claim_is_carried_against_the_others() {
        Tally tally = tally("2020-07-31", ABOUT_700, NORTH_1005);
        assertReleased(tally, 700L, 1005L, 1005L, false);
        assertThat(tally.released().oneSided()).isTrue();
        OtherSide other = tally.released().otherSide();
        assertThat(List.of(other.claimant(), EN.text(other.words()), other.on().toString())).containsExactly("South",
                "about 700", "2020-07-17");
        assertThat(tally.released().bounds().low()).extracting(Bound::claimant, Bound::carried, Bound::reports)
                .containsExactly("South", true, List.of(ABOUT_700.id()));
        assertThat(tally.released().bounds().high()).extracting(Bound::claimant, Bound::carried)
                .containsExactly("North", false);
        assertThat(EN.text(tally.remaining().reason())).isEqualTo(
                "More have been released (1,005) than were promised (1,000); the two cannot be reconciled.");
    }

    @Test
    void carrying_ends() {
        List<Report> reports = List.of(ABOUT_700, NORTH_1005);
        assertReleased(Count.tally(promised(1000), reports, on("2020-07-31").carry(0)), 1005L, 1005L, 1005L, false);
        assertReleased(tally("2020-08-31", ABOUT_700, NORTH_1005), 700L, 1005L, 1005L, false);
        assertReleased(tally("2020-09-01", ABOUT_700, NORTH_1005), 1005L, 1005L, 1005L, false);
    }

    @Test
    void a_release_never_makes_the_count_fall() {
        Report paper = said("Paper", SourceKind.MEDIA).total(420).on("2020-05-31");
        Report north = said("North", NORTH).total(132).on("2020-05-07");
        Report batch = said("North", NORTH).batch(76).on("2020-06-11");
        assertReleased(tally("2020-05-31", paper, north, batch), 132L, 420L, 420L, false);
        assertReleased(tally("2020-06-11", paper, north, batch), 496L, 496L, 496L, true);
    }

    @Test
    void open_figures_keep_their_number_and_yield_to_closed_ones() {
        assertReleased(tally("2020-07-10", said("North", NORTH).of(Basis.CUMULATIVE, Quantity.over(900))
                .on("2020-07-01")), 900L, 900L, 900L, true);
        assertReleased(tally("2020-07-10", said("North", NORTH).of(Basis.CUMULATIVE, Quantity.upTo(400))
                .on("2020-07-01")), 0L, 400L, 400L, true);
        assertReleased(tally("2020-07-10",
                said("North", NORTH).of(Basis.CUMULATIVE, Quantity.over(3895)).on("2020-07-01"),
                said("A northern minister", NORTH).total(4019).on("2020-07-09")), 4019L, 4019L, 4019L, false);
        assertReleased(tally("2020-06-01", said("South", SOUTH).of(Basis.CUMULATIVE, Quantity.some("dozens"))
                .on("2020-05-31")), 24L, 24L, 24L, true);
    }

    @Test
    void roundings_do_not_overtake() {
        assertReleased(tally("2020-04-18", said("North", NORTH).total(869).on("2020-04-16"),
                said("North", NORTH).of(Basis.CUMULATIVE, Quantity.about(900)).on("2020-04-17")), 869L, 869L, 869L,
                false);
        assertReleased(tally("2020-05-18", said("Paper", SourceKind.MEDIA).total(732).on("2020-04-16"),
                said("Paper", SourceKind.MEDIA).of(Basis.CUMULATIVE, Quantity.over(700)).on("2020-05-17")), 732L,
                732L, 732L, false);
    }

    @Test
    void a_side_with_many_spokesmen_has_one_vote() {
        assertReleased(tally("2020-07-31", NORTH_1005, said("N2", NORTH).total(1010).on("2020-07-30"),
                said("N3", NORTH).total(1020).on("2020-07-30"), said("South", SOUTH).total(900).on("2020-07-30")),
                900L, 900L, 1020L, false);
    }

    @Test
    void a_part_never_replaces_a_whole() {
        Tally tally = tally("2025-10-21", said("Prison Service", NORTH).total(1968).on("2025-10-13"),
                said("Prisoners Office", SOUTH).total(1968).on("2025-10-13"),
                said("Prisoners Office", SOUTH).total(250).category("serving life").outOf(1968).on("2025-10-13"),
                said("Prisoners Office", SOUTH).total(1718).category("arrested since 2023").outOf(1968)
                        .on("2025-10-13"));
        assertReleased(tally, 1968L, 1968L, 1968L, false);
        assertThat(tally.breakdown().parts()).extracting(part -> part.figure().low()).containsExactly(1718L, 250L);
        assertThat(tally.breakdown().unaccounted()).isZero();
        assertThat(tally.conflicts()).isEmpty();
        assertReleased(tally("2025-10-21", said("Prison Service", NORTH).total(1968).on("2025-10-13"),
                said("Prison Service", NORTH).total(300).category("serving life").on("2025-10-20")), 1968L, 1968L,
                1968L, false);
    }

    @Test
    void parts_that_nearly_add_up_are_said_to_miss() {
        Report[] reports = {said("Headquarters", SOUTH).batch(207).on("2024-01-31"), part(95, "soldiers"),
                part(56, "national guard"), part(26, "border guards"), part(29, "territorial defence")};
        Tally tally = Count.tally(Promise.NONE, List.of(reports), on("2024-02-01"));
        assertReleased(tally, 207L, null, 207L, true);
        assertThat(EN.text(only(tally, ConflictType.PARTS).text())).isEqualTo("The parts that Headquarters gives for"
                + " 31 January 2024 add up to 206, 1 fewer than the 207 that they are parts of.");
        assertThat(tally.remaining().toGo()).isEqualTo(Span.UNKNOWN);
    }

    @Test
    void parts_that_add_up_nearly_to_the_whole_that_they_name_give_that_whole() {
        Tally tally = Count.tally(Promise.NONE, List.of(part(95, "soldiers"), part(56, "national guard"),
                part(26, "border guards"), part(29, "territorial defence")), on("2024-02-01"));
        assertReleased(tally, 207L, null, 207L, true);
        only(tally, ConflictType.PARTS);
        Tally some = Count.tally(Promise.NONE, List.of(part(95, "soldiers"), part(56, "national guard")),
                on("2024-02-01"));
        assertReleased(some, 95L, null, 151L, true);
        assertThat(some.conflicts()).isEmpty();
    }

    private static Report part(int number, String category) {
        return said("Headquarters", SOUTH).batch(number).category(category).outOf(207).on("2024-01-31");
    }

    @Test
    void the_sides_positions_near_in_time_contradict_each_other() {
        Tally tally = tally("2020-08-02", said("North", NORTH).total(4400).on("2020-07-31"),
                said("North", NORTH).batch(317).on("2020-08-01"), said("South", SOUTH).total(4917).on("2020-08-02"));
        Conflict conflict = only(tally, ConflictType.CONTRADICTION);
        assertThat(conflict.standing()).isTrue();
        assertThat(EN.text(conflict.text())).isEqualTo("According to North, 4,400 had been released in all by 31 July"
                + " 2020; according to South, 4,917 by 2 August 2020. In between, 317 are on record as released: 200 are in"
                + " dispute.");
    }

    @Test
    void one_release_with_two_dates_counts_once_and_twice() {
        Report a = said("North", NORTH).in("Paper A").batch(100).on("2020-06-08");
        Report b = said("North", NORTH).in("Paper B").batch(98).on("2020-06-10");
        Tally tally = tally("2020-06-20", a, b);
        assertReleased(tally, 98L, null, 198L, true);
        only(tally, ConflictType.DATE);
        Report alsoA = said("North", NORTH).in("Paper A").batch(98).on("2020-06-10");
        assertReleased(tally("2020-06-20", a, alsoA), 198L, null, 198L, true);
        Report before = said("North", NORTH).in("C").total(300).on("2020-06-01");
        assertThat(tally("2020-06-20", a, b, before, said("North", NORTH).in("C").total(498).on("2020-06-12"))
                .conflicts()).isEmpty();
        assertThat(tally("2020-06-20", a, b, before, said("North", NORTH).in("C").total(400).on("2020-06-12"))
                .conflicts()).isEmpty();
    }

    @Test
    void the_promise_or_a_single_release_closes_the_count() {
        assertReleased(Count.tally(promised(20), List.of(said("North", NORTH).batch(12).on("2020-04-16"),
                said("North", NORTH).batch(8).on("2020-04-17")), on("2020-04-18")), 20L, 20L, 20L, false);
        assertReleased(Count.tally(new Promise(null, null, true, false),
                List.of(said("North", NORTH).batch(12).on("2020-04-16"), said("South", SOUTH).batch(14)
                        .on("2020-04-16")),
                on("2020-04-18")), 12L, 12L, 14L, false);
    }

    @Test
    void of_a_single_release_each_claimants_number_is_a_total_and_a_part_is_none() {
        Promise single = new Promise(null, null, true, false);
        Report north = said("North", NORTH).batch(277).on("2020-04-19");
        Report south = said("South", SOUTH).batch(277).on("2020-04-19");
        Report wire = said("Wire", SourceKind.MEDIA).batch(246).on("2020-04-19");
        Report part = said("Chancellery", SOUTH).batch(5).category("its citizens").on("2020-04-19");
        Tally tally = Count.tally(single, List.of(north, south, wire, part), on("2020-04-20"));
        assertReleased(tally, 246L, 277L, 277L, false);
        assertThat(tally.released().bounds().low().claimant()).isEqualTo("Wire");
        assertReleased(Count.tally(single, List.of(north, wire), on("2020-04-20").policy(Policy.CAUTIOUS)), 246L, 277L,
                277L, false);
        assertReleased(Count.tally(single, List.of(north, south,
                said("Red Cross", SourceKind.MEDIATOR).stage(Stage.VERIFIED).batch(270).on("2020-04-19")),
                on("2020-04-20")), 270L, 270L, 277L, false);
        assertReleased(Count.tally(single, List.of(part), on("2020-04-20")), 5L, 5L, 5L, false);
        Report several = said("Daily", SourceKind.MEDIA).of(Basis.BATCH, Quantity.some("several")).on("2020-04-19");
        assertReleased(Count.tally(single, List.of(north, wire, south, several), on("2020-04-20")), 246L, 277L, 277L,
                false);
    }

    @Test
    void what_is_told_of_a_single_release_is_the_total_of_who_tells_it() {
        Promise single = new Promise(Quantity.exactly(2), null, true, false);
        List<Report> reports = List.of(said("North", NORTH).batch(2).on("2019-11-19"),
                said("Daily", SourceKind.MEDIA).batch(2).on("2019-11-19"),
                said("Radio", SourceKind.MEDIA).of(Basis.BATCH, Quantity.about(1)).on("2019-11-19"));
        Tally tally = Count.tally(single, reports, on("2019-11-23"));
        assertReleased(tally, 1L, 2L, 2L, false);
        ClaimantLine north = tally.claimants().stream().filter(line -> line.claimant().equals("North")).findFirst()
                .orElseThrow();
        assertThat(north.total()).isEqualTo(new Span(2L, 2L, 2L));
        assertThat(north.floor()).isNull();
        assertThat(north.open()).isFalse();
        assertThat(north.inForce()).isTrue();
        assertThat(north.reason()).isNull();
        List<String> steps = Count.explain(single, reports, on("2019-11-23")).stream()
                .map(step -> Sentences.in(Language.EN).text(step.text())).toList();
        assertThat(steps).contains("North tells of the one release: 2. It is in force.",
                "Totals with a vote: 1 according to Radio; 2 according to Daily; 2 according to North.");
        // What does not close the count stays a floor.
        assertThat(Count.tally(promised(2), List.of(said("North", NORTH).batch(1).on("2019-11-19")), on("2019-11-23"))
                .claimants().get(0).floor()).isEqualTo(1);
    }

    @Test
    void a_plan_for_a_day_is_held_against_what_was_done() {
        Tally tally = tally("2022-05-08",
                said("Coalition", NORTH).stage(Stage.ANNOUNCED).publishedOn("2022-04-28").batch(163).on("2022-05-06"),
                said("Coalition", NORTH).of(Basis.BATCH, Quantity.over(100)).on("2022-05-06"),
                said("Red Cross", SourceKind.MEDIATOR).stage(Stage.VERIFIED).batch(117).on("2022-05-06"),
                said("Committee", SOUTH).batch(126).on("2022-05-06"),
                said("Committee", SOUTH).batch(5).outOf(126).category("prisoners of war").on("2022-05-06"));
        assertReleased(tally, 117L, null, 126L, true);
        assertThat(tally.conflicts()).extracting(Conflict::type).containsExactly(ConflictType.CONTRADICTION,
                ConflictType.PLAN_VS_DONE);
        assertThat(tally.released().bounds().high().claimant()).isEqualTo("Committee");
    }

    @Test
    void a_figure_for_several_lists_is_compared_and_never_added() {
        List<Report> reports = List.of(said("Council", NORTH).total(4600).on("2020-08-02"),
                said("Council", NORTH).total(317).scope("eid-decree").on("2020-08-02"),
                said("South", SOUTH).total(4917).scope(Report.OWN, "eid-decree").on("2020-08-02"));
        Tally both = Count.tally(promised(5000), reports, on("2020-08-05").with(Set.of("eid-decree")));
        assertReleased(both, 4917L, 4917L, 4917L, false);
        assertThat(both.conflicts()).isEmpty();
        assertReleased(Count.tally(promised(5000), reports, on("2020-08-05")), 4600L, 4600L, 4600L, false);
    }

    @Test
    void both_directions_together_are_held_against_their_sum() {
        Report joint = said("Red Cross", SourceKind.MEDIATOR).stage(Stage.VERIFIED).batch(869).since("2023-04-14")
                .on("2023-04-16");
        JointCount count = JointCount.of(List.of(
                new JointCount.Direction("one", promised(706),
                        List.of(said("A", NORTH).total(706).on("2023-04-16"))),
                new JointCount.Direction("other", promised(181),
                        List.of(said("B", NORTH).total(181).on("2023-04-16")))),
                List.of(joint), List.of(), on("2023-04-23"));
        assertThat(count.sum().best()).isEqualTo(887);
        assertThat(count.joint().low()).isEqualTo(869);
        assertThat(count.conflicts()).extracting(Conflict::type).containsExactly(ConflictType.CONTRADICTION);
    }

    @Test
    void re_arrested_people_are_taken_away_and_a_denial_without_a_number_removes_nothing() {
        assertReleased(tally("2020-08-05", said("North", NORTH).total(100).on("2020-06-02"),
                said("North", NORTH).of(Basis.REARRESTED, Quantity.exactly(10)).on("2020-07-02")), 90L, 90L, 90L,
                false);
        Tally denied = tally("2020-08-05", said("North", NORTH).batch(100).on("2020-06-02"),
                said("South", SOUTH).stage(Stage.DENIED).of(Basis.BATCH, null).on("2020-06-02"));
        assertReleased(denied, null, null, 100L, true);
        only(denied, ConflictType.DENIAL);
        assertReleased(tally("2020-08-05",
                said("North", NORTH).of(Basis.REMAINING, Quantity.some("all but a few")).on("2020-06-02")), 997L, 997L,
                997L, true);
        Tally remains = tally("2020-08-05", said("North", NORTH).total(100).on("2020-06-02"),
                said("North", NORTH).total(12).remains().on("2020-06-02"));
        assertReleased(remains, 100L, 100L, 100L, false);
        assertThat(remains.remains().best()).isEqualTo(12);
    }

    @Test
    void where_outlets_differ_nothing_is_said_against_the_claimant() {
        assertThat(EN.text(only(tally("2020-08-05", said("Council", NORTH).in("Paper A").total(4914).on("2020-08-02"),
                said("Council", NORTH).in("Paper B").total(4917).on("2020-08-02"),
                said("Council", NORTH).in("Paper C").total(4917).on("2020-08-02")), ConflictType.REPORTED_DIFFERENTLY)
                .text()))
                .isEqualTo("Paper A gives 4,914 as the figure of the Council for those released in all by 2 August"
                        + " 2020; Paper B and Paper C give 4,917. The two numbers differ in one digit, which may be a"
                        + " misprint.");
        only(tally("2020-08-05", said("Council", NORTH).in("Paper A").inOwnWords().total(4914).on("2020-08-02"),
                said("Council", NORTH).in("Paper B").inOwnWords().total(4800).on("2020-08-02")),
                ConflictType.SELF_CONTRADICTION);
    }

    @Test
    void where_the_filters_leave_nothing_the_reason_says_so() {
        Tally tally = Count.tally(promised(100), List.of(), on("2020-08-05").filtered(true));
        assertThat(EN.text(tally.released().reason())).isEqualTo("No report matches the filters.");
        Tally onlyAnnounced = Count.tally(promised(100),
                List.of(said("North", NORTH).stage(Stage.ANNOUNCED).batch(20).on("2020-08-01")),
                on("2020-08-05").filtered(true));
        assertThat(EN.text(onlyAnnounced.released().reason()))
                .isEqualTo("No report of a release matches the filters.");
    }

    @Test
    void where_a_time_leaves_nothing_the_reason_does_not_say_that_there_never_was_any() {
        Tally dated = Count.tally(promised(100), List.of(), on("2020-08-05").dated(true));
        assertThat(EN.text(dated.released().reason())).isEqualTo("No release had been reported by then.");
        Tally ever = Count.tally(promised(100), List.of(), on("2020-08-05"));
        assertThat(EN.text(ever.released().reason())).isEqualTo("No release has been reported.");
    }

    @Test
    void names_from_right_to_left_are_isolated_and_numbers_follow_the_language() {
        Tally tally = tally("2020-08-05", said("طالبان", SOUTH).total(2284).on("2020-05-31"),
                said("North", NORTH).total(2710).on("2020-05-31"));
        Sentence text = only(tally, ConflictType.CONTRADICTION).text();
        assertThat(EN.text(text)).contains("\u2068طالبان\u2069").contains("2,284");
        assertThat(Sentences.in(Language.DE).text(text)).contains("2.284 laut").contains("bis zum 31. Mai 2020");
        assertThat(Sentences.in(Language.FR).text(text)).contains("2\u202f284 selon").contains("au 31 mai 2020");
    }

    @Test
    void an_open_total_is_worth_no_less_than_the_releases_on_record_by_its_date() {
        Report over = said("Wire", SourceKind.MEDIA).of(Basis.CUMULATIVE, Quantity.over(450)).on("2011-10-18");
        Report batch = said("North", NORTH).batch(477).on("2011-10-18");
        Tally tally = tally("2011-10-19", over, batch);
        assertReleased(tally, 477L, 477L, 477L, true);
        assertThat(tally.released().bounds().low()).extracting(Bound::claimant, Bound::basis)
                .containsExactly("North", Basis.BATCH);
        assertThat(tally.restsOn()).contains(over.id(), batch.id());
        assertReleased(tally("2011-10-19", over, said("North", NORTH).batch(400).on("2011-10-18")), 450L, 450L, 450L,
                true);
    }

    @Test
    void a_ceiling_says_nothing_against_what_agrees_with_it() {
        Report scores = said("Paper", SourceKind.MEDIA).of(Basis.BATCH, Quantity.some("scores")).on("2033-03-01");
        assertReleased(tally("2033-03-02", scores,
                said("North", NORTH).of(Basis.BATCH, Quantity.upTo(60)).on("2033-03-01")), 40L, null, 60L, true);
        assertReleased(tally("2033-03-02", scores,
                said("North", NORTH).of(Basis.BATCH, Quantity.upTo(20)).on("2033-03-01")), 0L, null, 40L, true);
    }

    @Test
    void what_a_claimant_says_exactly_stands_for_its_own_rounding() {
        Report about = said("South", SOUTH).of(Basis.BATCH, Quantity.about(80)).on("2017-05-06");
        assertReleased(tally("2017-05-07", about, said("South", SOUTH).batch(82).on("2017-05-06")), 82L, null, 82L,
                true);
        assertReleased(tally("2017-05-07", about, said("South", SOUTH).batch(60).on("2017-05-06")), 60L, null, 80L,
                true);
    }

    @Test
    void small_numbers_are_rounded_to_tens() {
        Report south = said("South", SOUTH).total(27).on("2025-02-22");
        assertReleased(tally("2025-02-24", south,
                said("Paper", SourceKind.MEDIA).of(Basis.CUMULATIVE, Quantity.about(30)).on("2025-02-23")), 27L, 27L,
                27L, false);
        assertReleased(tally("2025-02-24", south,
                said("Paper", SourceKind.MEDIA).of(Basis.CUMULATIVE, Quantity.about(40)).on("2025-02-23")), 27L, 40L,
                40L, false);
    }

    @Test
    void a_total_of_one_category_does_not_vote_beside_releases_of_more_people() {
        Report everybody = said("Emirate", SourceKind.MEDIATOR).batch(24).on("2023-11-24");
        Report citizens = said("South", SOUTH).total(13).category("citizens").on("2023-11-24");
        assertReleased(tally("2023-11-25", everybody, citizens), 13L, null, 24L, true);
        assertReleased(tally("2023-11-25", citizens), 13L, 13L, 13L, false);
    }

    @Test
    void claimants_of_whom_one_reading_agrees_do_not_contradict_each_other() {
        Report headquarters = said("Headquarters", SOUTH).in("Daily").batch(205).on("2025-05-06");
        Report misprint = said("Headquarters", SOUTH).in("Evening Paper").batch(207).on("2025-05-06");
        Report north = said("North", NORTH).batch(205).on("2025-05-06");
        only(tally("2025-05-07", headquarters, misprint, north), ConflictType.REPORTED_DIFFERENTLY);
        Tally differing = tally("2025-05-07", headquarters, misprint, said("North", NORTH).batch(150).on("2025-05-06"));
        assertThat(differing.conflicts()).extracting(Conflict::type)
                .containsExactly(ConflictType.CONTRADICTION, ConflictType.REPORTED_DIFFERENTLY);
    }

    @Test
    void sources_that_count_the_dead_differently_contradict_each_other() {
        Tally tally = tally("2025-02-21", said("North", NORTH).batch(4).remains().on("2025-02-20"),
                said("South", SOUTH).batch(3).remains().on("2025-02-20"),
                said("South", SOUTH).batch(6).on("2025-02-20"));
        assertThat(EN.text(only(tally, ConflictType.CONTRADICTION).text())).isEqualTo("The counts of the dead handed"
                + " over on 20 February 2025 differ: 4 according to North; 3 according to South.");
        assertReleased(tally, 6L, null, 6L, true);
    }

    @Test
    void an_open_total_does_not_make_two_of_a_release_that_a_closed_one_has_room_for_once() {
        Report north = said("North", SourceKind.RELEASING_PARTY).batch(195).on("2020-04-01");
        Report paper = said("Paper", SourceKind.MEDIA).batch(200).on("2020-04-02");
        Report south = said("South", SourceKind.RECEIVING_PARTY).total(211).on("2020-04-02");
        Report open = said("Envoy", SourceKind.RECEIVING_PARTY).of(Basis.CUMULATIVE, Quantity.atLeast(209))
                .on("2020-04-02");
        Question question = Question.on(LocalDate.parse("2020-04-10"));
        Tally closed = Count.tally(Promise.NONE, List.of(north, paper, south), question);
        Tally both = Count.tally(Promise.NONE, List.of(north, paper, south, open), question);
        assertThat(closed.released().low()).isEqualTo(211);
        assertThat(closed.released().high()).isEqualTo(211);
        assertThat(both.released().low()).isEqualTo(211);
        assertThat(both.released().high()).isEqualTo(211);
        assertThat(both.conflicts()).isEmpty();
        Tally alone = Count.tally(Promise.NONE, List.of(north, paper, open), question);
        assertThat(alone.released().high()).isEqualTo(395);
    }
}
