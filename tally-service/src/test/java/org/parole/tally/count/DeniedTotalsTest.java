package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.count.ReportBuilder.said;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

/** A total that somebody else denies is in doubt: it is shown and spans high, proves nothing and has no vote. */
class DeniedTotalsTest {

    private static final SourceKind NORTH = SourceKind.RELEASING_PARTY;
    private static final SourceKind SOUTH = SourceKind.RECEIVING_PARTY;
    private static final SourceKind PAPER = SourceKind.MEDIA;
    private static final Report NORTHS = said("North", NORTH).total(6000).on("2024-06-30");
    private static final Report RED_CROSS = said("Red Cross", SourceKind.MONITOR).total(1500).on("2024-06-10");

    private static Tally tally(Report... reports) {
        return Count.tally(Promise.NONE, List.of(reports), Question.on(LocalDate.parse("2024-07-05")));
    }

    private static List<Long> released(Tally tally) {
        return Arrays.asList(tally.released().low(), tally.released().best(), tally.released().high());
    }

    private static Report denial(String claimant, SourceKind side) {
        return said(claimant, side).stage(Stage.DENIED).total(6000).publishedOn("2024-07-03").on("2024-06-30");
    }

    @Test
    void a_total_that_the_other_side_denies_spans_high_and_overtakes_nothing() {
        Tally tally = tally(RED_CROSS, NORTHS, denial("South", SOUTH));
        assertThat(released(tally)).containsExactly(1500L, 1500L, 6000L);
        assertThat(tally.conflicts()).extracting(Conflict::type).containsExactly(ConflictType.DENIAL);
        assertThat(tally.claimants()).filteredOn(ClaimantLine::disputed).extracting(ClaimantLine::claimant)
                .containsExactly("North");
        assertThat(released(tally(RED_CROSS, NORTHS))).containsExactly(6000L, 6000L, 6000L);
    }

    @Test
    void a_total_that_a_neutral_source_denies_is_in_doubt_too() {
        assertThat(released(tally(RED_CROSS, NORTHS, denial("Monitor", SourceKind.MONITOR))))
                .containsExactly(1500L, 1500L, 6000L);
    }

    @Test
    void what_an_outlet_passes_on_of_it_is_in_doubt_with_it() {
        Report passedOn = said("Daily", PAPER).total(6000).through("Daily", "North").on("2024-07-01");
        Report own = said("Wire", PAPER).total(6000).on("2024-07-01");
        assertThat(released(tally(RED_CROSS, NORTHS, passedOn, denial("South", SOUTH))))
                .containsExactly(1500L, 1500L, 6000L);
        assertThat(released(tally(RED_CROSS, NORTHS, own, denial("South", SOUTH)))).containsExactly(6000L, 6000L,
                6000L);
    }

    @Test
    void what_is_verified_stands() {
        Report verified = said("North", NORTH).stage(Stage.VERIFIED).total(6000).on("2024-06-30");
        assertThat(released(tally(RED_CROSS, verified, denial("South", SOUTH)))).containsExactly(6000L, 6000L, 6000L);
    }

    @Test
    void alone_it_proves_nothing() {
        assertThat(released(tally(NORTHS, denial("South", SOUTH)))).containsExactly(null, null, 6000L);
        Report batch = said("North", NORTH).batch(200).on("2024-06-01");
        Tally tally = tally(batch, NORTHS, denial("South", SOUTH));
        assertThat(released(tally)).containsExactly(200L, null, 6000L);
        assertThat(tally.released().bounds().low().reports()).containsExactly(batch.id());
        Report more = said("North", NORTH).batch(7000).on("2024-07-01");
        assertThat(released(tally(NORTHS, denial("South", SOUTH), more))).containsExactly(7000L, null, 13_000L);
    }

    @Test
    void a_denial_dated_with_the_day_on_which_it_was_said_is_of_the_last_total_with_its_number() {
        Report later = said("South", SOUTH).stage(Stage.DENIED).total(6000).on("2024-07-03");
        Tally tally = tally(RED_CROSS, NORTHS, later);
        assertThat(released(tally)).containsExactly(1500L, 1500L, 6000L);
        assertThat(tally.conflicts()).extracting(Conflict::type).containsExactly(ConflictType.DENIAL);
        assertThat(tally.conflicts().get(0).reports()).containsExactlyInAnyOrder(NORTHS.id(), later.id());
        assertThat(tally.claimants()).filteredOn(ClaimantLine::disputed).extracting(ClaimantLine::claimant)
                .containsExactly("North");
    }

    @Test
    void a_denial_of_a_number_that_nobody_counted_last_denies_nobody() {
        Report newer = said("North", NORTH).total(6100).on("2024-07-01");
        Report later = said("South", SOUTH).stage(Stage.DENIED).total(6000).on("2024-07-03");
        assertThat(released(tally(RED_CROSS, NORTHS, newer, later))).containsExactly(6100L, 6100L, 6100L);
        Report ofOnePlace = said("North", NORTH).total(70).place("Hilltown").on("2024-07-01");
        assertThat(released(tally(RED_CROSS, NORTHS, ofOnePlace, later))).containsExactly(1500L, 1500L, 6000L);
        Report other = said("South", SOUTH).stage(Stage.DENIED).total(5000).on("2024-07-03");
        assertThat(released(tally(RED_CROSS, NORTHS, other))).containsExactly(6000L, 6000L, 6000L);
    }
}
