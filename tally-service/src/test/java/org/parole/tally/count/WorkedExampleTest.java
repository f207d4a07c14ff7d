package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.parole.tally.count.ReportBuilder.promised;
import static org.parole.tally.count.Sample.GOVERNMENT_CAPTIVES;
import static org.parole.tally.count.Sample.TALIBAN_PRISONERS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parole.tally.language.Language;
import org.parole.tally.language.Sentences;

/** The worked example: every expected figure was summed by hand from the claims. */
class WorkedExampleTest {

    private static final Sentences EN = Sentences.in(Language.EN);
    private static final LocalDate LAST_OF_MAY = LocalDate.parse("2020-05-31");

    private static Tally tally(String commitment, Question question) {
        return Count.tally(Sample.promised(commitment), Sample.of(commitment), question);
    }

    private static Tally government(String on) {
        return tally(TALIBAN_PRISONERS, Question.on(LocalDate.parse(on)));
    }

    private static Tally taliban(String on) {
        return tally(GOVERNMENT_CAPTIVES, Question.on(LocalDate.parse(on)));
    }

    private static Tally knownOn2June() {
        return tally(TALIBAN_PRISONERS, Question.on(LAST_OF_MAY).publishedBy(LocalDate.parse("2020-06-02")));
    }

    private static List<Conflict> of(Tally tally, ConflictType type, String since) {
        return tally.conflicts().stream()
                .filter(conflict -> conflict.type() == type && conflict.since().equals(LocalDate.parse(since)))
                .toList();
    }

    private static Conflict only(Tally tally, ConflictType type, String since) {
        List<Conflict> found = of(tally, type, since);
        assertThat(found).as("%s since %s", type, since).hasSize(1);
        return found.get(0);
    }

    private static Gap gap(Tally tally, String since) {
        return tally.gaps().stream().filter(gap -> gap.since().equals(LocalDate.parse(since))).findFirst()
                .orElseThrow();
    }

    private static ClaimantLine line(Tally tally, String claimant) {
        return tally.claimants().stream().filter(line -> line.claimant().equals(claimant)).findFirst().orElseThrow();
    }

    private static void assertReleased(Tally tally, Long low, Long best, Long high) {
        assertThat(tally.released()).extracting(Figures::low, Figures::best, Figures::high).containsExactly(low, best,
                high);
    }

    @Test
    void promised_is_one_commitment_in_two_wordings() {
        Tally tally = government("2020-05-31");
        assertThat(tally.promised()).isEqualTo(Quantity.exactly(5000));
        assertThat(tally.wordings()).extracting(w -> w.quantity().comparator(), w -> w.quantity().min(),
                w -> w.quantity().max(), Wording::claimants, Wording::reports).containsExactly(
                        tuple(QuantityComparator.EXACTLY, 5000, 5000, List.of("AFP"), List.of("afg-001")),
                        tuple(QuantityComparator.UP_TO, null, 5000, List.of("AVA"), List.of("afg-003")));
    }

    @Test
    void none_were_released_by_the_seventh_of_april() {
        Tally tally = government("2020-04-07");
        assertReleased(tally, 0L, 0L, 0L);
        assertThat(tally.remaining().toGo()).isEqualTo(new Span(5000L, 5000L, 5000L));
        assertThat(tally.remaining().share()).isEqualTo(new Remaining.Share(0.0, 0.0, 0.0));
        assertThat(line(tally, "Zalmay Khalilzad").total()).isEqualTo(new Span(0L, 0L, 0L));
    }

    @Test
    void nothing_was_known_before_anyone_spoke() {
        Tally tally = government("2020-03-17");
        assertReleased(tally, null, null, null);
        assertThat(tally.released().reason().key()).isEqualTo("reason.none");
        assertThat(tally.remaining().toGo()).isEqualTo(Span.UNKNOWN);
        assertThat(tally.remaining().share()).isEqualTo(new Remaining.Share(null, null, null));
    }

    @Test
    void the_last_of_may_as_we_print_it_now() {
        Tally tally = government("2020-05-31");
        // The votes are 2,284 (his own words) and 3,000 (the later published): a tie goes to the lower.
        assertReleased(tally, 2284L, 2284L, 3000L);
        assertThat(tally.remaining().toGo()).isEqualTo(new Span(2000L, 2716L, 2716L));
        assertThat(tally.remaining().share()).isEqualTo(new Remaining.Share(0.4568, 0.4568, 0.6));
        assertThat(tally.restsOn()).containsExactly("afg-001", "afg-003", "afg-026", "afg-029", "afg-030", "afg-031");
    }

    @Test
    void the_last_of_may_as_it_could_be_read_on_the_second_of_june() {
        Tally tally = knownOn2June();
        assertReleased(tally, 2710L, 2884L, 3000L);
        assertThat(line(tally, "National Security Council").total()).isEqualTo(new Span(2710L, 3000L, 3000L));
        assertThat(line(tally, "National Security Council").reports()).containsExactly("afg-026", "afg-031");
        assertThat(line(tally, "Taliban").total()).isEqualTo(new Span(2884L, 2884L, 2884L));
    }

    @Test
    void the_other_policies_choose_another_best() {
        Question question = Question.on(LAST_OF_MAY);
        Figures latest = tally(TALIBAN_PRISONERS, question.policy(Policy.LATEST)).released();
        // Of the totals for 31 May, Shaheen's of 11 July is the last that was published.
        assertThat(latest.best()).isEqualTo(2284L);
        assertThat(tally(TALIBAN_PRISONERS, question.policy(Policy.LATEST).publishedBy(LocalDate.parse("2020-06-02")))
                .released().best()).isEqualTo(3000L);
        Figures cautious = tally(TALIBAN_PRISONERS, question.policy(Policy.CAUTIOUS)).released();
        assertThat(cautious.best()).isEqualTo(2284L);
        assertThat(cautious.oneSided()).isFalse();
        Figures verified = tally(TALIBAN_PRISONERS, question.policy(Policy.VERIFIED)).released();
        assertThat(verified).extracting(Figures::low, Figures::best, Figures::high,
                figures -> figures.reason().key()).containsExactly(null, null, null, "reason.notVerified");
    }

    @Test
    void where_only_one_side_has_spoken_the_cautious_figure_says_so() {
        Figures cautious = tally(TALIBAN_PRISONERS,
                Question.on(LocalDate.parse("2020-05-07")).policy(Policy.CAUTIOUS)).released();
        assertThat(cautious.best()).isEqualTo(933L);
        assertThat(cautious.oneSided()).isTrue();
    }

    @Test
    void two_outlets_give_different_figures_of_the_council_which_says_nothing_against_it() {
        Conflict conflict = only(knownOn2June(), ConflictType.REPORTED_DIFFERENTLY, "2020-05-31");
        assertThat(conflict.figures()).containsExactly(new Figure("National Security Council", 2710L, 2710L, false),
                new Figure("National Security Council", 3000L, 3000L, false));
        assertThat(conflict.reports()).containsExactly("afg-026", "afg-031");
        assertThat(EN.text(conflict.text()))
                .isEqualTo("AVA gives 2,710 as the figure of the National Security Council for"
                        + " those released in all by 31 May 2020; RAHA gives 3,000.");
    }

    @Test
    void what_was_attributed_to_shaheen_is_one_digit_from_his_own_words() {
        List<Conflict> found = of(government("2020-05-31"), ConflictType.REPORTED_DIFFERENTLY, "2020-05-31");
        assertThat(found).extracting(Conflict::reports).containsExactly(List.of("afg-026", "afg-031"),
                List.of("afg-029", "afg-030"));
        assertThat(EN.text(found.get(1).text())).isEqualTo("In the words of the Taliban, those released in all by"
                + " 31 May 2020 came to 2,284; Khaama Press gives 2,884. The two numbers differ in one digit, which may be a"
                + " misprint.");
        assertThat(government("2020-05-31").conflicts()).extracting(Conflict::type)
                .doesNotContain(ConflictType.SELF_CONTRADICTION);
    }

    @Test
    void the_sides_contradict_each_other() {
        Conflict conflict = only(government("2020-05-31"), ConflictType.CONTRADICTION, "2020-05-31");
        assertThat(conflict.figures()).containsExactly(new Figure("National Security Council", 2710L, 2710L, false),
                new Figure("National Security Council", 3000L, 3000L, false),
                new Figure("Taliban", 2284L, 2284L, false),
                new Figure("Taliban", 2884L, 2884L, false));
        assertThat(conflict.reports()).containsExactly("afg-026", "afg-029", "afg-030", "afg-031");
        assertThat(only(knownOn2June(), ConflictType.CONTRADICTION, "2020-05-31").reports())
                .containsExactly("afg-026", "afg-030", "afg-031");
    }

    @Test
    void the290_of_the_last_of_may_were_denied() {
        Tally tally = government("2020-05-31");
        Conflict denial = only(tally, ConflictType.DENIAL, "2020-05-31");
        assertThat(denial.figures()).containsExactly(new Figure("Afghanistan Times", 290L, 290L, false),
                new Figure("Afghan government", 290L, 290L, false));
        assertThat(denial.reports()).containsExactly("afg-032", "afg-032-denied");
        // 933 and what came later: about 900 and 710, without the 290.
        assertThat(gap(tally, "2020-05-31").onRecord().low()).isEqualTo(1610);
    }

    @Test
    void the_decree_is_reported_with_two_numbers_and_is_no_plan_for_a_day() {
        Tally tally = government("2020-05-31");
        assertThat(only(tally, ConflictType.REPORTED_DIFFERENTLY, "2020-03-11").reports()).containsExactly("afg-004",
                "afg-005");
        assertThat(of(tally, ConflictType.PLAN_VS_DONE, "2020-03-11")).isEmpty();
        assertThat(tally.openPlans()).extracting(OpenPlan::reports).containsExactly(List.of("afg-005"));
    }

    @Test
    void the31_and_the83_are_the_same_people() {
        assertReleased(government("2020-05-06"), 779L, 779L, 779L);
        Tally tally = government("2020-05-07");
        assertReleased(tally, 933L, 933L, 933L);
        Gap gap = gap(tally, "2020-05-07");
        assertThat(gap.rise().low()).isEqualTo(185);
        assertThat(gap.onRecord().low()).isEqualTo(83);
        assertThat(gap.unaccounted().low()).isEqualTo(102);
        assertThat(gap.reports()).contains("afg-018", "afg-020", "afg-021");
    }

    @Test
    void the31_and_the_other52_make_the83() {
        List<Report> reports = new ArrayList<>(Sample.of(TALIBAN_PRISONERS));
        reports.add(ReportBuilder.said("National Security Council", SourceKind.RELEASING_PARTY).batch(52)
                .on("2020-05-07"));
        Tally tally = Count.tally(promised(5000), reports, Question.on(LocalDate.parse("2020-05-07")));
        assertThat(gap(tally, "2020-05-07").onRecord().low()).isEqualTo(83);
        assertReleased(tally, 933L, 933L, 933L);
    }

    @Test
    void the_gaps_are_stated_and_are_no_conflicts() {
        Tally tally = government("2020-05-31");
        Gap may = gap(tally, "2020-05-02");
        assertThat(List.of(may.rise().low(), may.onRecord().low(), may.unaccounted().low())).containsExactly(387L, 98L,
                289L);
        assertThat(gap(tally, "2020-05-31").unaccounted()).extracting(Range::low, Range::high).containsExactly(167L,
                457L);
        assertThat(only(tally, ConflictType.CONTRADICTION, "2020-04-13").figures()).containsExactly(
                new Figure("National Security Council", 361L, 361L, false), new Figure("RAHA", 300L, 300L, false));
        assertThat(tally.conflicts()).hasSize(6);
    }

    @Test
    void in_april_the_other_side_differs_in_category_and_does_not_contradict() {
        Tally tally = taliban("2020-04-18");
        Conflict conflict = only(tally, ConflictType.CATEGORY, "2020-04-18");
        assertThat(conflict.figures()).containsExactly(new Figure("National Security Council", 19L, 19L, false),
                new Figure("Taliban", 60L, 60L, false));
        assertThat(conflict.reports()).containsExactly("afg-012", "afg-013");
        assertThat(tally.conflicts()).extracting(Conflict::type).containsExactly(ConflictType.CATEGORY);
        // What the council concedes spans low and has no vote: the 60 are the only total.
        assertReleased(tally, 19L, 60L, 60L);
        assertThat(tally.released().oneSided()).isTrue();
        assertThat(EN.text(tally.released().otherSide().words())).isEqualTo("19 of the 60");
    }

    @Test
    void the_other_side_on_the_last_of_may() {
        Tally tally = taliban("2020-05-31");
        // 132 and the 73 since, carried against AVA's later 420.
        assertReleased(tally, 205L, 420L, 420L);
        assertThat(tally.released().bounds().low()).extracting(Bound::claimant, Bound::carried, Bound::eventOn)
                .containsExactly("Taliban", true, LocalDate.parse("2020-05-07"));
        assertThat(line(tally, "Taliban").total()).isEqualTo(new Span(205L, 205L, 205L));
        assertThat(line(tally, "Taliban").names()).containsExactly("Suhail Shaheen", "Taliban", "Zabihullah Mujahid");
        assertThat(gap(tally, "2020-05-07").unaccounted().low()).isEqualTo(52);
        assertThat(tally.remaining().toGo()).isEqualTo(new Span(580L, 580L, 795L));
    }

    @Test
    void a_partys_total_is_carried_for_as_long_as_the_question_says() {
        assertReleased(government("2020-04-30"), 361L, 661L, 661L);
        assertReleased(tally(TALIBAN_PRISONERS, Question.on(LocalDate.parse("2020-04-30")).carry(0)), 661L, 661L, 661L);
        assertReleased(taliban("2020-06-21"), 205L, 420L, 420L);
        assertReleased(taliban("2020-06-22"), 420L, 420L, 420L);
    }

    @Test
    void the_series_says_at_each_date_what_a_tally_says() {
        for (String commitment : List.of(TALIBAN_PRISONERS, GOVERNMENT_CAPTIVES)) {
            for (Policy policy : Policy.values()) {
                Question question = Question.on(LocalDate.parse("2020-07-12")).policy(policy);
                int from = ReportBuilder.day("2020-02-29");
                Series series = Count.series(Sample.promised(commitment), Sample.of(commitment), question, from,
                        Series.Pace.DAY);
                assertThat(series.points()).hasSize(135);
                for (Series.Point point : series.points()) {
                    Question then = Question.on(LocalDate.ofEpochDay(point.day())).policy(policy)
                            .dated(true);
                    assertThat(point.released()).isEqualTo(tally(commitment, then).released());
                }
            }
        }
    }

    @Test
    void the_steps_of_the_sum_can_be_read() {
        List<Step> steps = Count.explain(Sample.promised(TALIBAN_PRISONERS), Sample.of(TALIBAN_PRISONERS),
                Question.on(LAST_OF_MAY));
        assertThat(steps).extracting(Step::step).startsWith("count", "claimant").endsWith("floor", "in force",
                "answer");
        assertThat(EN.text(steps.get(steps.size() - 2).text()))
                .isEqualTo(
                        "Totals with a vote: 2,284 according to the Taliban; 3,000 according to the National Security Council.");
    }
}
