package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.count.ReportBuilder.promised;
import static org.parole.tally.count.ReportBuilder.said;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

/** A claimant that takes back or corrects the claim on which its standing rests. */
class CorrectionsTest {

    private static final SourceKind NORTH = SourceKind.RELEASING_PARTY;
    private static final SourceKind SOUTH = SourceKind.RECEIVING_PARTY;
    private static final Report SOUTH_400 = said("South", SOUTH).total(400).on("2022-02-01");
    private static final Report NORTH_600 = said("North", NORTH).total(600).on("2022-02-15");

    private static Tally tally(Report... reports) {
        return Count.tally(promised(1000), List.of(reports), Question.on(LocalDate.parse("2022-03-01")));
    }

    private static List<Long> released(Tally tally) {
        return Arrays.asList(tally.released().low(), tally.released().best(), tally.released().high());
    }

    private static List<ConflictType> found(Tally tally) {
        return tally.conflicts().stream().map(Conflict::type).toList();
    }

    private static ReportBuilder withdrawal(Integer number, String published) {
        return said("South", SOUTH).stage(Stage.DENIED)
                .of(Basis.CUMULATIVE, number == null ? null : Quantity.exactly(number)).publishedOn(published);
    }

    @Test
    void a_carried_total_that_is_taken_back_spans_no_more() {
        assertThat(released(tally(SOUTH_400, NORTH_600))).containsExactly(400L, 600L, 600L);
        Tally withdrawn = tally(SOUTH_400, NORTH_600, withdrawal(400, "2022-02-20").on("2022-02-01"));
        assertThat(released(withdrawn)).containsExactly(600L, 600L, 600L);
        assertThat(found(withdrawn)).containsExactly(ConflictType.DENIAL);
        Tally earlier = tally(said("South", SOUTH).total(380).on("2022-01-25"), SOUTH_400, NORTH_600,
                withdrawal(400, "2022-02-20").on("2022-02-01"));
        assertThat(released(earlier)).containsExactly(380L, 600L, 600L);
        assertThat(earlier.released().bounds().low().carried()).isTrue();
    }

    @Test
    void what_is_said_after_the_denial_is_the_new_word() {
        Report corrected = said("South", SOUTH).total(420).publishedOn("2022-02-20").on("2022-02-01");
        for (Integer number : Arrays.asList(400, null)) {
            Tally tally = tally(SOUTH_400, NORTH_600, withdrawal(number, "2022-02-19").on("2022-02-01"), corrected);
            assertThat(released(tally)).as("denied %s", number).containsExactly(420L, 600L, 600L);
            assertThat(found(tally)).containsExactly(ConflictType.DENIAL);
            assertThat(tally.conflicts().get(0).reports()).doesNotContain(corrected.id());
        }
    }

    @Test
    void a_correction_without_a_withdrawal_leaves_both_on_record_and_votes_with_the_later() {
        Report first = said("North", NORTH).inOwnWords().total(600).publishedOn("2022-02-15").on("2022-02-15");
        Report second = said("North", NORTH).inOwnWords().total(580).publishedOn("2022-02-28").on("2022-02-15");
        Tally tally = tally(SOUTH_400, first, second);
        assertThat(released(tally)).containsExactly(400L, 580L, 600L);
        assertThat(found(tally)).containsExactly(ConflictType.SELF_CONTRADICTION);
    }

    @Test
    void a_later_total_of_its_own_side_ends_the_carrying() {
        Tally tally = tally(SOUTH_400, NORTH_600, said("South", SOUTH).total(390).on("2022-02-25"));
        assertThat(released(tally)).containsExactly(390L, 390L, 600L);
        assertThat(found(tally)).contains(ConflictType.DECREASE, ConflictType.CONTRADICTION);
    }

    @Test
    void a_party_that_denies_what_a_paper_says_puts_it_in_doubt_and_removes_nothing() {
        Report paper = said("Paper", SourceKind.MEDIA).batch(50).on("2022-02-10");
        Report denied = said("South", SOUTH).stage(Stage.DENIED).batch(50).on("2022-02-10");
        assertThat(released(tally(paper, denied))).containsExactly(null, null, 50L);
        Report byAMonitor = said("Monitor", SourceKind.MONITOR).stage(Stage.DENIED).batch(50).on("2022-02-10");
        assertThat(released(tally(paper, byAMonitor))).containsExactly(null, null, null);
    }
}
