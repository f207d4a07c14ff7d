package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.parole.tally.count.Claims.GOVERNMENT_CAPTIVES;
import static org.parole.tally.count.Claims.TALIBAN_PRISONERS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The worked example: every expected figure was summed by hand from the claims. */
class WorkedExampleTest {

    private static final LocalDate LAST_OF_MAY = LocalDate.parse("2020-05-31");

    private static Tally tally(String commitment, Question question) {
        return Count.tally(Claims.promised(commitment), Claims.of(commitment), question);
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

    private static ClaimantLine line(Tally tally, String claimant) {
        return tally.claimants().stream().filter(line -> line.claimant().equals(claimant)).findFirst().orElseThrow();
    }

    private static void assertReleased(Tally tally, Long low, Long best, Long high) {
        assertThat(tally.released()).extracting(Figures::low, Figures::best, Figures::high).containsExactly(low, best,
                high);
    }

    @Test
    void promisedIsOneCommitmentInTwoWordings() {
        Tally tally = government("2020-05-31");
        assertThat(tally.promised()).isEqualTo(Quantity.exactly(5000));
        assertThat(tally.wordings()).extracting(w -> w.quantity().comparator(), w -> w.quantity().low(),
                w -> w.quantity().max(), Wording::claimants, Wording::reports).containsExactly(
                        tuple(QuantityComparator.EXACTLY, 5000L, 5000, List.of("AFP"), List.of("afg-001")),
                        tuple(QuantityComparator.UP_TO, -1L, 5000, List.of("AVA"), List.of("afg-003")));
    }

    @Test
    void noneWereReleasedByTheSeventhOfApril() {
        Tally tally = government("2020-04-07");
        assertReleased(tally, 0L, 0L, 0L);
        assertThat(tally.remaining()).isEqualTo(new Span(5000L, 5000L, 5000L));
        assertThat(tally.share()).isEqualTo(new Tally.Share(0.0, 0.0, 0.0));
        assertThat(line(tally, "Zalmay Khalilzad").total()).isEqualTo(new Span(0L, 0L, 0L));
    }

    @Test
    void nothingWasKnownBeforeAnyoneSpoke() {
        Tally tally = government("2020-03-17");
        assertReleased(tally, null, null, null);
        assertThat(tally.released().reason()).isEqualTo("No release has been reported");
        assertThat(tally.remaining()).isEqualTo(Span.UNKNOWN);
        assertThat(tally.share()).isEqualTo(new Tally.Share(null, null, null));
    }

    @Test
    void theLastOfMayAsWePrintItNow() {
        Tally tally = government("2020-05-31");
        // The votes are 2,284 (his own words) and 3,000 (the later published): a tie goes to the lower.
        assertReleased(tally, 2284L, 2284L, 3000L);
        assertThat(tally.remaining()).isEqualTo(new Span(2000L, 2716L, 2716L));
        assertThat(tally.share()).isEqualTo(new Tally.Share(0.4568, 0.4568, 0.6));
        assertThat(tally.restsOn()).containsExactly("afg-001", "afg-003", "afg-026", "afg-029", "afg-030", "afg-031");
    }

    @Test
    void theLastOfMayAsItCouldBeReadOnTheSecondOfJune() {
        Tally tally = knownOn2June();
        assertReleased(tally, 2710L, 2884L, 3000L);
        assertThat(line(tally, "National Security Council").total()).isEqualTo(new Span(2710L, 3000L, 3000L));
        assertThat(line(tally, "National Security Council").reports()).containsExactly("afg-026", "afg-031");
        assertThat(line(tally, "Taliban").total()).isEqualTo(new Span(2884L, 2884L, 2884L));
    }

    @Test
    void theOtherPoliciesChooseAnotherBest() {
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
        assertThat(verified).extracting(Figures::low, Figures::best, Figures::high, Figures::reason)
                .containsExactly(null, null, null, "Nothing has been verified");
    }

    @Test
    void whereOnlyOneSideHasSpokenTheCautiousFigureSaysSo() {
        Figures cautious = tally(TALIBAN_PRISONERS,
                Question.on(LocalDate.parse("2020-05-07")).policy(Policy.CAUTIOUS)).released();
        assertThat(cautious.best()).isEqualTo(933L);
        assertThat(cautious.oneSided()).isTrue();
    }

    @Test
    void theCouncilContradictsItself() {
        Conflict conflict = of(knownOn2June(), ConflictType.SELF_CONTRADICTION, "2020-05-31").get(0);
        assertThat(of(knownOn2June(), ConflictType.SELF_CONTRADICTION, "2020-05-31")).hasSize(1);
        assertThat(conflict.figures()).containsExactly(new Figure("National Security Council", 2710L, 2710L),
                new Figure("National Security Council", 3000L, 3000L));
        assertThat(conflict.reports()).containsExactly("afg-026", "afg-031");
        assertThat(conflict.text())
                .isEqualTo("On 31 May 2020 National Security Council gives 2,710 and 3,000 released in all.");
    }

    @Test
    void shaheenContradictsWhatWasAttributedToHim() {
        List<Conflict> found = of(government("2020-05-31"), ConflictType.SELF_CONTRADICTION, "2020-05-31");
        assertThat(found).extracting(Conflict::reports).containsExactly(List.of("afg-026", "afg-031"),
                List.of("afg-029", "afg-030"));
        assertThat(found.get(1).figures()).containsExactly(new Figure("Taliban", 2284L, 2284L),
                new Figure("Taliban", 2884L, 2884L));
    }

    @Test
    void theSidesContradictEachOther() {
        Conflict conflict = only(government("2020-05-31"), ConflictType.CONTRADICTION, "2020-05-31");
        assertThat(conflict.figures()).containsExactly(new Figure("National Security Council", 2710L, 2710L),
                new Figure("National Security Council", 3000L, 3000L), new Figure("Taliban", 2284L, 2284L),
                new Figure("Taliban", 2884L, 2884L));
        assertThat(conflict.reports()).containsExactly("afg-026", "afg-029", "afg-030", "afg-031");
        assertThat(only(knownOn2June(), ConflictType.CONTRADICTION, "2020-05-31").reports())
                .containsExactly("afg-026", "afg-030", "afg-031");
    }

    @Test
    void the290OfTheLastOfMayWereDeniedAndCountAsAPlanNotCarriedOut() {
        Tally tally = government("2020-05-31");
        Conflict denial = only(tally, ConflictType.DENIAL, "2020-05-31");
        assertThat(denial.figures()).containsExactly(new Figure("Afghan government", 290L, 290L),
                new Figure("Afghanistan Times", 290L, 290L));
        assertThat(denial.reports()).containsExactly("afg-032", "afg-032-denied");
        Conflict plan = only(tally, ConflictType.PLAN_VS_DONE, "2020-05-31");
        assertThat(plan.figures()).containsExactly(new Figure("announced", 290L, 290L), new Figure("done", 0L, 0L));
        // 933 and what came later: about 900 and 710, without the 290.
        assertThat(only(tally, ConflictType.BATCH_VS_CUMULATIVE, "2020-05-31").figures())
                .contains(new Figure("batches", 1610L, 1610L));
    }

    @Test
    void theDecreeHasTwoNumbersAndTheGreaterWasNotCarriedOut() {
        Tally tally = government("2020-05-31");
        assertThat(only(tally, ConflictType.SELF_CONTRADICTION, "2020-03-11").reports()).containsExactly("afg-004",
                "afg-005");
        Conflict plan = only(tally, ConflictType.PLAN_VS_DONE, "2020-03-11");
        assertThat(plan.figures()).containsExactly(new Figure("announced", 5000L, 5000L),
                new Figure("done", 3000L, 3000L));
    }

    @Test
    void the31AndThe83AreTheSamePeople() {
        assertReleased(government("2020-05-06"), 779L, 779L, 779L);
        Tally tally = government("2020-05-07");
        assertReleased(tally, 933L, 933L, 933L);
        Conflict conflict = only(tally, ConflictType.BATCH_VS_CUMULATIVE, "2020-05-07");
        assertThat(conflict.figures()).containsExactly(new Figure("from", 748L, 748L), new Figure("to", 933L, 933L),
                new Figure("batches", 83L, 83L), new Figure("gap", 102L, 102L));
        assertThat(conflict.reports()).containsExactly("afg-018", "afg-019", "afg-020", "afg-021");
    }

    @Test
    void the31AndTheOther52MakeThe83() {
        List<Report> reports = new ArrayList<>(Claims.of(TALIBAN_PRISONERS));
        reports.add(ReportBuilder.said("National Security Council", SourceKind.RELEASING_PARTY).batch(52)
                .on("2020-05-07"));
        Tally tally = Count.tally(Quantity.exactly(5000), reports, Question.on(LocalDate.parse("2020-05-07")));
        assertThat(only(tally, ConflictType.BATCH_VS_CUMULATIVE, "2020-05-07").figures())
                .contains(new Figure("batches", 83L, 83L), new Figure("gap", 102L, 102L));
        assertReleased(tally, 933L, 933L, 933L);
    }

    @Test
    void theEarlierGapsAreFoundToo() {
        Tally tally = government("2020-05-31");
        assertThat(only(tally, ConflictType.BATCH_VS_CUMULATIVE, "2020-05-02").figures()).containsExactly(
                new Figure("from", 361L, 361L), new Figure("to", 748L, 748L), new Figure("batches", 98L, 98L),
                new Figure("gap", 289L, 289L));
        assertThat(only(tally, ConflictType.BATCH_VS_CUMULATIVE, "2020-05-31").figures()).contains(
                new Figure("from", 933L, 933L), new Figure("to", 2710L, 3000L), new Figure("gap", 167L, 457L));
        assertThat(only(tally, ConflictType.CONTRADICTION, "2020-04-13").figures()).containsExactly(
                new Figure("National Security Council", 361L, 361L), new Figure("RAHA", 300L, 300L));
        assertThat(tally.conflicts()).hasSize(11);
    }

    @Test
    void inAprilTheOtherSideDiffersInCategoryAndDoesNotContradict() {
        Tally tally = taliban("2020-04-18");
        Conflict conflict = only(tally, ConflictType.CATEGORY, "2020-04-18");
        assertThat(conflict.figures()).containsExactly(new Figure("National Security Council", 19L, 19L),
                new Figure("Taliban", 60L, 60L));
        assertThat(conflict.reports()).containsExactly("afg-012", "afg-013");
        assertThat(tally.conflicts()).extracting(Conflict::type).containsExactly(ConflictType.CATEGORY);
        assertReleased(tally, 19L, 19L, 60L);
    }

    @Test
    void theOtherSideOnTheLastOfMay() {
        Tally tally = taliban("2020-05-31");
        // 132 and the 73 since, against AVA's 420.
        assertReleased(tally, 205L, 205L, 420L);
        assertThat(line(tally, "Taliban").total()).isEqualTo(new Span(205L, 205L, 205L));
        assertThat(line(tally, "Taliban").names()).containsExactly("Suhail Shaheen", "Taliban", "Zabihullah Mujahid");
        assertThat(only(tally, ConflictType.BATCH_VS_CUMULATIVE, "2020-05-07").figures()).contains(
                new Figure("batches", 20L, 20L), new Figure("gap", 52L, 52L));
        assertThat(tally.remaining()).isEqualTo(new Span(580L, 795L, 795L));
    }

    @Test
    void theSeriesSaysAtEachDateWhatATallySays() {
        for (String commitment : List.of(TALIBAN_PRISONERS, GOVERNMENT_CAPTIVES)) {
            for (Policy policy : Policy.values()) {
                Question question = Question.on(LocalDate.parse("2020-07-12")).policy(policy);
                int from = ReportBuilder.day("2020-02-29");
                Series series = Count.series(Claims.promised(commitment), Claims.of(commitment), question, from,
                        Series.Pace.DAY);
                assertThat(series.points()).hasSize(135);
                for (Series.Point point : series.points()) {
                    Question then = Question.on(LocalDate.ofEpochDay(point.day())).policy(policy);
                    assertThat(point.released()).isEqualTo(tally(commitment, then).released());
                }
            }
        }
    }

    @Test
    void theStepsOfTheSumCanBeRead() {
        List<Step> steps = Count.explain(Claims.promised(TALIBAN_PRISONERS), Claims.of(TALIBAN_PRISONERS),
                Question.on(LAST_OF_MAY));
        assertThat(steps).extracting(Step::step).startsWith("count", "line").endsWith("floor", "in force", "answer");
        assertThat(steps.get(steps.size() - 2).text()).isEqualTo("Independent running totals in force: National "
                + "Security Council 2,710 to 3,000 (votes 3,000) and Taliban 2,284 to 2,884 (votes 2,284).");
    }
}
