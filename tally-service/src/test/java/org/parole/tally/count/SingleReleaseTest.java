package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.count.ReportBuilder.said;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A commitment of which all are released at one time. */
class SingleReleaseTest {

    private static final SourceKind NORTH = SourceKind.RELEASING_PARTY;
    private static final SourceKind SOUTH = SourceKind.RECEIVING_PARTY;
    private static final SourceKind MISSION = SourceKind.MEDIATOR;
    private static final Promise SINGLE = new Promise(Quantity.exactly(40), null, true, false);
    private static final String DAY = "2024-01-10";
    private static final Report NORTHS = said("North", NORTH).batch(40).on(DAY);
    private static final Report MISSIONS = said("Mission", MISSION).batch(40).on(DAY);
    private static final Report SOUTHS = said("South", SOUTH).batch(38).in("Radio").on(DAY);

    private static Figures released(Policy policy, Report... reports) {
        return Count.tally(SINGLE, List.of(reports), Question.on(LocalDate.parse("2024-01-25")).policy(policy))
                .released();
    }

    private static List<Long> numbers(Policy policy, Report... reports) {
        Figures figures = released(policy, reports);
        return Arrays.asList(figures.low(), figures.best(), figures.high());
    }

    @Test
    void of_two_readings_the_later_published_votes() {
        Report later = said("South", SOUTH).batch(39).in("Paper").publishedOn("2024-01-12").on(DAY);
        assertThat(numbers(Policy.CAUTIOUS, NORTHS, MISSIONS, SOUTHS)).containsExactly(38L, 38L, 40L);
        assertThat(numbers(Policy.CAUTIOUS, NORTHS, MISSIONS, SOUTHS, later)).containsExactly(38L, 39L, 40L);
        Report own = said("South", SOUTH).batch(37).in("Site").inOwnWords().on(DAY);
        assertThat(numbers(Policy.CAUTIOUS, NORTHS, MISSIONS, SOUTHS, later, own)).containsExactly(37L, 37L, 40L);
    }

    @ParameterizedTest
    @EnumSource(value = Policy.class, names = "VERIFIED", mode = EnumSource.Mode.EXCLUDE)
    void readings_that_narrow_each_other_vote_for_what_they_share(Policy policy) {
        Report five = said("North", NORTH).batch(5).on(DAY);
        Report upToFive = said("North", NORTH).of(Basis.BATCH, Quantity.between(0, 5)).on(DAY);
        assertThat(numbers(policy, five, upToFive)).containsExactly(5L, 5L, 5L);
        assertThat(numbers(policy, upToFive, five)).containsExactly(5L, 5L, 5L);
    }

    @Test
    void those_arrested_again_are_taken_away() {
        Report three = said("Mission", MISSION).of(Basis.REARRESTED, Quantity.exactly(3)).on("2024-01-20");
        assertThat(numbers(Policy.CONSENSUS, NORTHS, SOUTHS, MISSIONS, three)).containsExactly(35L, 37L, 37L);
        Report ofSouthAlone = said("South", SOUTH).of(Basis.REARRESTED, Quantity.exactly(3)).on("2024-01-20");
        assertThat(numbers(Policy.CONSENSUS, NORTHS, SOUTHS, ofSouthAlone)).containsExactly(35L, 35L, 40L);
    }
}
