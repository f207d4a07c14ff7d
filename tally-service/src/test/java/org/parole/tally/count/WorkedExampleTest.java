package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** The worked example over the 33 claims of 2020, every figure checked by hand against the sources' own words. */
class WorkedExampleTest {

    private static final LocalDate END_OF_MAY = LocalDate.parse("2020-05-31");

    private static Tally tally(String commitment, Question question) {
        return Count.tally(Claims.promised(commitment), Claims.of(commitment), question);
    }

    private static Tally government(String on, String publishedBy) {
        Question question = Question.on(LocalDate.parse(on));
        return tally(Claims.TALIBAN_PRISONERS,
                publishedBy == null ? question : question.publishedBy(LocalDate.parse(publishedBy)));
    }

    private static List<Conflict> conflicts(Tally tally, ConflictType type) {
        return tally.conflicts().stream().filter(conflict -> conflict.type() == type).toList();
    }

    private static ClaimantLine line(Tally tally, String claimant) {
        return tally.claimants().stream().filter(line -> line.claimant().contains(claimant)).findFirst().orElseThrow();
    }

    @Test
    void on_the_day_of_the_article_nobody_had_been_released() {
        Figures released = government("2020-04-07", null).released();
        assertThat(released.low()).isZero();
        assertThat(released.best()).isZero();
        assertThat(released.high()).isZero();
    }

    @Test
    void before_anyone_spoke_it_is_unknown_and_not_zero() {
        Figures released = government("2020-03-01", null).released();
        assertThat(released.low()).isNull();
        assertThat(released.best()).isNull();
        assertThat(released.high()).isNull();
        assertThat(released.reason()).isNotBlank();
    }

    @Test
    void at_the_end_of_may_the_sources_span_2284_to_3000() {
        Figures released = tally(Claims.TALIBAN_PRISONERS, Question.on(END_OF_MAY)).released();
        assertThat(released.low()).isEqualTo(2284);
        assertThat(released.high()).isEqualTo(3000);
        assertThat(released.best()).isEqualTo(2284);
    }

    @Test
    void what_was_public_on_2_june_spans_2710_to_3000() {
        Figures released = government("2020-05-31", "2020-06-02").released();
        assertThat(released.low()).isEqualTo(2710);
        assertThat(released.high()).isEqualTo(3000);
    }

    @Test
    void one_commitment_has_two_wordings() {
        Tally tally = government("2020-05-31", null);
        assertThat(tally.wordings()).extracting(wording -> wording.quantity().comparator())
                .containsExactly(QuantityComparator.EXACTLY, QuantityComparator.UP_TO);
        assertThat(tally.wordings()).extracting(wording -> wording.quantity().max()).containsExactly(5000, 5000);
    }

    @Test
    void the_council_contradicts_itself_and_the_sides_contradict_each_other() {
        Tally early = government("2020-05-31", "2020-06-02");
        // Neither figure stands in the council's own words, so the later published one votes.
        assertThat(line(early, "National Security Council").total()).isEqualTo(new Span(2710L, 3000L, 3000L));
        assertThat(line(early, "Taliban").total().low()).isEqualTo(2884);
        Tally late = government("2020-05-31", null);
        assertThat(line(late, "Taliban").total()).isEqualTo(new Span(2284L, 2284L, 2884L));
        assertThat(conflicts(late, ConflictType.SELF_CONTRADICTION)).extracting(Conflict::since).contains(END_OF_MAY);
        assertThat(conflicts(late, ConflictType.CONTRADICTION)).filteredOn(c -> c.since().equals(END_OF_MAY))
                .isNotEmpty().first().satisfies(conflict -> assertThat(conflict.text()).contains("2,710", "2,284"));
    }

    @Test
    void the_290_of_31_may_were_announced_and_denied() {
        Tally tally = government("2020-05-31", "2020-06-02");
        assertThat(conflicts(tally, ConflictType.DENIAL)).isNotEmpty()
                .anySatisfy(conflict -> assertThat(conflict.text()).contains("290"));
        assertThat(conflicts(tally, ConflictType.PLAN_VS_DONE)).isNotEmpty()
                .anySatisfy(conflict -> assertThat(conflict.text()).contains("290"));
    }

    @Test
    void the_60_and_the_19_of_18_april_differ_in_category_and_do_not_contradict() {
        Tally tally = tally(Claims.GOVERNMENT_CAPTIVES, Question.on(LocalDate.parse("2020-04-18")));
        assertThat(conflicts(tally, ConflictType.CATEGORY)).isNotEmpty()
                .anySatisfy(conflict -> assertThat(conflict.text()).contains("60", "19"));
        assertThat(conflicts(tally, ConflictType.CONTRADICTION))
                .noneSatisfy(conflict -> assertThat(conflict.text()).contains("19"));
    }

    @Test
    void the_batches_of_early_may_do_not_add_up_to_the_total_by_102() {
        Tally tally = government("2020-05-07", null);
        assertThat(conflicts(tally, ConflictType.BATCH_VS_CUMULATIVE))
                .anySatisfy(conflict -> assertThat(conflict.text()).contains("748", "933", "102"));
    }

    @Test
    void the_order_of_arrival_makes_no_difference() {
        Question question = Question.on(END_OF_MAY);
        List<Report> reports = new ArrayList<>(Claims.of(Claims.TALIBAN_PRISONERS));
        Tally expected = Count.tally(Claims.promised(Claims.TALIBAN_PRISONERS), reports, question);
        for (int seed = 0; seed < 200; seed++) {
            Collections.shuffle(reports, new Random(seed));
            assertThat(Count.tally(Claims.promised(Claims.TALIBAN_PRISONERS), reports, question)).isEqualTo(expected);
        }
    }

    @Test
    void the_series_says_at_each_date_what_the_tally_says() {
        Question question = Question.on(LocalDate.parse("2020-07-12"));
        List<Report> reports = Claims.of(Claims.TALIBAN_PRISONERS);
        Quantity promised = Claims.promised(Claims.TALIBAN_PRISONERS);
        Series series = Count.series(promised, reports, question, (int) LocalDate.parse("2020-02-01").toEpochDay(),
                Series.Pace.DAY);
        assertThat(series.points()).hasSize(163).allSatisfy(point -> assertThat(point.released()).isEqualTo(
                Count.tally(promised, reports, Question.on(LocalDate.ofEpochDay(point.day()))).released()));
    }
}
