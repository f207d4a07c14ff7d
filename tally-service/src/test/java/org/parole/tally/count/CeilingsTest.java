package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.count.ReportBuilder.said;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

/** 'Up to 250' says how many at the most, and does not say that fewer were released than are on record. */
class CeilingsTest {

    private static final SourceKind NORTH = SourceKind.RELEASING_PARTY;
    private static final SourceKind SOUTH = SourceKind.RECEIVING_PARTY;
    private static final Report RELEASE = said("Monitor", SourceKind.MONITOR).batch(55).on("2024-05-10");
    private static final Report CEILING = said("South", SOUTH).of(Basis.CUMULATIVE, Quantity.upTo(250))
            .on("2024-06-08");

    private static Figures released(Report... reports) {
        return Count.tally(Promise.NONE, List.of(reports), Question.on(LocalDate.parse("2024-06-10"))).released();
    }

    private static List<Long> numbers(Figures figures) {
        return Arrays.asList(figures.low(), figures.best(), figures.high());
    }

    @Test
    void a_ceiling_is_worth_no_less_than_the_releases_on_record() {
        Figures released = released(RELEASE, CEILING);
        assertThat(numbers(released)).containsExactly(55L, 250L, 250L);
        assertThat(released.open()).isTrue();
        assertThat(released.bounds().low().claimant()).isEqualTo("Monitor");
        assertThat(released.bounds().high().claimant()).isEqualTo("South");
        assertThat(released.bounds().high().reports()).contains(CEILING.id());
    }

    @Test
    void releases_after_it_or_told_by_the_other_side_alone_prove_nothing_for_it() {
        assertThat(numbers(released(CEILING))).containsExactly(0L, 250L, 250L);
        assertThat(numbers(released(said("North", NORTH).batch(55).on("2024-05-10"), CEILING)))
                .containsExactly(0L, 250L, 250L);
    }

    @Test
    void more_on_record_than_it_has_room_for_is_a_finding() {
        Tally tally = Count.tally(Promise.NONE,
                List.of(said("Monitor", SourceKind.MONITOR).batch(300).on("2024-05-10"), CEILING),
                Question.on(LocalDate.parse("2024-06-10")));
        assertThat(tally.conflicts()).extracting(Conflict::type).containsExactly(ConflictType.BATCH_VS_CUMULATIVE);
        assertThat(numbers(tally.released())).containsExactly(0L, 250L, 300L);
    }
}
