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

/** A side that has spoken of several lists only together has spoken. */
class ListsTest {

    private static final Report OWN = said("North", SourceKind.RELEASING_PARTY).total(600).on("2024-03-01");
    private static final Report PARDON = said("North", SourceKind.RELEASING_PARTY).total(120).scope("pardon")
            .on("2024-03-01");

    private static Report both(int number, String date) {
        return said("South", SourceKind.RECEIVING_PARTY).total(number).scope(Report.OWN, "pardon").on(date);
    }

    private static Tally tally(Set<String> lists, Report... reports) {
        return Count.tally(promised(1000), List.of(reports), Question.on(LocalDate.parse("2024-03-05")).with(lists));
    }

    private static List<Object> figures(Tally tally) {
        Figures released = tally.released();
        return Arrays.asList(released.low(), released.best(), released.high(), released.oneSided());
    }

    @Test
    void both_sides_have_counted_what_one_has_counted_together() {
        Tally tally = tally(Set.of("pardon"), OWN, PARDON, both(720, "2024-03-02"));
        assertThat(figures(tally)).containsExactly(720L, 720L, 720L, false);
        assertThat(tally.released().otherSide()).isNull();
        assertThat(tally.claimants()).extracting(ClaimantLine::claimant).contains("South");
        assertThat(tally.conflicts()).isEmpty();
    }

    @Test
    void what_is_said_of_lists_together_can_fall_and_stands_against_their_sum() {
        Tally tally = tally(Set.of("pardon"), OWN, PARDON, both(720, "2024-03-02"), both(650, "2024-03-05"));
        assertThat(figures(tally)).containsExactly(650L, 650L, 720L, false);
        assertThat(tally.released().bounds().low().claimant()).isEqualTo("South");
        assertThat(tally.conflicts()).extracting(Conflict::type, Conflict::standing).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple(ConflictType.CONTRADICTION, true),
                org.assertj.core.groups.Tuple.tuple(ConflictType.DECREASE, false));
        assertThat(Sentences.in(Language.EN).text(tally.conflicts().get(0).text())).isEqualTo("According to South, 650"
                + " had been released in all by 5 March 2024, counting the commitment\u2019s own list and the list"
                + " \u2018pardon\u2019 together; counted one by one they come to 720.");
    }

    @Test
    void the_last_word_of_a_side_says_for_which_lists_it_was() {
        Tally tally = tally(Set.of(), OWN, PARDON, both(720, "2024-03-02"), both(650, "2024-03-05"));
        assertThat(figures(tally)).containsExactly(600L, 600L, 600L, true);
        OtherSide other = tally.released().otherSide();
        assertThat(other.claimant()).isEqualTo("South");
        assertThat(Sentences.in(Language.EN).text(other.words()))
                .isEqualTo("650 for the commitment\u2019s own list and the list \u2018pardon\u2019 together");
        assertThat(tally.claimants()).extracting(ClaimantLine::claimant).containsExactly("North");
    }

    @Test
    void a_list_without_a_total_counts_for_at_least_its_releases() {
        Report released = said("North", SourceKind.RELEASING_PARTY).batch(120).scope("pardon").on("2024-03-01");
        Tally tally = tally(Set.of("pardon"), OWN, released, both(700, "2024-03-05"));
        assertThat(tally.conflicts()).hasSize(1);
        assertThat(tally.conflicts().get(0).reports()).contains(released.id());
        assertThat(Sentences.in(Language.EN).text(tally.conflicts().get(0).text())).isEqualTo("According to South, 700"
                + " had been released in all by 5 March 2024, counting the commitment\u2019s own list and the list"
                + " \u2018pardon\u2019 together; counted one by one they come to at least 720.");
        assertThat(tally(Set.of("pardon"), OWN, released, both(760, "2024-03-05")).conflicts()).isEmpty();
    }
}
