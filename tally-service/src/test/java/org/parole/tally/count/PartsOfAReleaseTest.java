package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.count.ReportBuilder.said;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parole.tally.language.Language;
import org.parole.tally.language.Sentences;

/** Parts of a release, told by sides and by neutral sources: what they say of the whole, and what they leave open. */
class PartsOfAReleaseTest {

    private static final SourceKind NORTH = SourceKind.RELEASING_PARTY;
    private static final SourceKind SOUTH = SourceKind.RECEIVING_PARTY;
    private static final SourceKind PAPER = SourceKind.MEDIA;
    private static final String DAY = "2024-03-01";
    private static final Promise SINGLE = new Promise(null, null, true, false);

    private static Tally tally(Promise promise, Report... reports) {
        return Count.tally(promise, List.of(reports), Question.on(LocalDate.parse("2024-03-05")));
    }

    private static Tally tally(Report... reports) {
        return tally(Promise.NONE, reports);
    }

    private static List<Long> released(Tally tally) {
        return Arrays.asList(tally.released().low(), tally.released().best(), tally.released().high());
    }

    private static List<ConflictType> found(Tally tally) {
        return tally.conflicts().stream().map(Conflict::type).toList();
    }

    private static Report batch(String claimant, SourceKind side, int number) {
        return said(claimant, side).batch(number).on(DAY);
    }

    private static Report category(String claimant, SourceKind side, int number, String category) {
        return said(claimant, side).batch(number).category(category).on(DAY);
    }

    private static Report place(String claimant, int number, String place) {
        return said(claimant, PAPER).batch(number).place(place).on(DAY);
    }

    private static Report some(String claimant, SourceKind side, int number, int whole, String category) {
        return said(claimant, side).batch(number).outOf(whole).category(category).on(DAY);
    }

    @Test
    void a_neutral_source_concedes_nothing() {
        Report committee = said("Committee", SourceKind.MONITOR).stage(Stage.VERIFIED).batch(105).on(DAY);
        Tally tally = tally(committee, batch("North", NORTH, 105), batch("South", SOUTH, 105),
                some("Paper", PAPER, 15, 105, "women"));
        assertThat(released(tally)).containsExactly(105L, null, 105L);
        assertThat(tally.conflicts()).isEmpty();
        assertThat(tally.released().bounds().low().claimant()).isNotEqualTo("Paper");
        assertThat(released(tally(committee, said("Paper", PAPER).batch(15).outOf(105).place("Aleppo").on(DAY))))
                .containsExactly(105L, null, 105L);
        assertThat(released(tally(SINGLE, batch("North", NORTH, 13), some("Paper", PAPER, 5, 13, "women"))))
                .containsExactly(13L, 13L, 13L);
        assertThat(released(tally(batch("North", NORTH, 8), some("Paper A", PAPER, 3, 8, "citizens"),
                some("Paper B", PAPER, 5, 8, "foreigners")))).containsExactly(8L, null, 8L);
        assertThat(released(tally(some("Paper A", PAPER, 3, 8, "citizens"),
                some("Paper B", PAPER, 5, 8, "foreigners")))).containsExactly(8L, null, 8L);
    }

    @Test
    void what_a_neutral_source_counts_of_a_total_is_no_other_category() {
        for (SourceKind neutral : List.of(PAPER, SourceKind.MEDIATOR, SourceKind.MONITOR)) {
            Tally tally = tally(said("North", NORTH).total(105).on(DAY),
                    said("Somebody", neutral).total(15).outOf(105).category("women").on(DAY));
            assertThat(released(tally)).containsExactly(105L, 105L, 105L);
            assertThat(tally.conflicts()).isEmpty();
        }
    }

    @Test
    void what_a_party_concedes_spans_and_does_not_vote() {
        Tally single = tally(SINGLE, batch("South", SOUTH, 60), some("North", NORTH, 19, 60, "soldiers"));
        assertThat(released(single)).containsExactly(19L, 60L, 60L);
        assertThat(found(single)).containsExactly(ConflictType.CATEGORY);
        assertThat(released(tally(batch("North", NORTH, 60), some("South", SOUTH, 19, 60, "soldiers"))))
                .containsExactly(19L, null, 60L);
        assertThat(released(tally(batch("North", NORTH, 60), batch("Ministry", NORTH, 60),
                some("Governor", NORTH, 19, 60, "soldiers")))).containsExactly(60L, null, 60L);
    }

    @Test
    void different_places_add_up_across_claimants() {
        assertThat(released(tally(place("Paper A", 3, "Arauca"), place("Paper B", 2, "Meta"))))
                .containsExactly(5L, null, 5L);
        assertThat(released(tally(place("Paper A", 3, "Arauca"), place("Paper B", 2, "Meta"),
                place("Paper C", 4, "Cauca")))).containsExactly(9L, null, 9L);
        assertThat(released(tally(said("North", NORTH).total(19).on("2024-02-01"), place("Paper A", 3, "Arauca"),
                place("Paper B", 2, "Meta")))).containsExactly(24L, 24L, 24L);
        assertThat(released(tally(place("Paper A", 3, "Arauca"), place("Paper B", 2, "Arauca"))))
                .containsExactly(2L, null, 3L);
        assertThat(released(tally(SINGLE, place("Paper A", 3, "Arauca"), place("Paper B", 2, "Meta"))))
                .containsExactly(5L, 5L, 5L);
        assertThat(released(tally(place("Paper A", 3, "Arauca"), place("Paper B", 2, "Meta"),
                batch("North", NORTH, 7)))).containsExactly(7L, null, 7L);
    }

    @Test
    void releases_of_different_places_are_not_one_with_two_dates() {
        Report later = said("Paper B", PAPER).batch(98).place("Meta").on("2024-03-02");
        Tally tally = tally(place("Paper A", 100, "Arauca"), later);
        assertThat(released(tally)).containsExactly(198L, null, 198L);
        assertThat(tally.conflicts()).isEmpty();
    }

    @Test
    void of_categories_the_largest_is_certain() {
        Tally tally = tally(category("Paper A", PAPER, 3, "women"), category("Paper B", PAPER, 2, "sick"));
        assertThat(released(tally)).containsExactly(3L, null, 5L);
        assertThat(tally.conflicts()).isEmpty();
        assertThat(released(tally(category("Paper A", PAPER, 3, "women"),
                said("Paper A", PAPER).batch(2).place("Arauca").on(DAY)))).containsExactly(3L, null, 5L);
    }

    @Test
    void two_sides_that_count_other_people_differ_in_category_whatever_the_numbers() {
        Tally alike = tally(category("North", NORTH, 30, "civilians"), category("South", SOUTH, 30, "fighters"));
        assertThat(released(alike)).containsExactly(30L, null, 30L);
        assertThat(found(alike)).containsExactly(ConflictType.CATEGORY);
        Tally differing = tally(category("North", NORTH, 30, "civilians"), category("South", SOUTH, 25, "fighters"));
        assertThat(released(differing)).containsExactly(30L, null, 55L);
        assertThat(found(differing)).containsExactly(ConflictType.CATEGORY);
        Tally totals = tally(said("North", NORTH).total(30).category("civilians").on(DAY),
                said("South", SOUTH).total(30).category("fighters").on(DAY));
        assertThat(released(totals)).containsExactly(30L, 30L, 30L);
        assertThat(found(totals)).containsExactly(ConflictType.CATEGORY);
    }

    @Test
    void a_part_of_another_whole_than_the_claimants_own_is_a_finding() {
        Tally tally = tally(said("North", NORTH).total(50).on(DAY),
                said("North", NORTH).total(20).outOf(70).category("women").on(DAY));
        assertThat(released(tally)).containsExactly(50L, 50L, 50L);
        assertThat(found(tally)).containsExactly(ConflictType.PARTS);
        assertThat(Sentences.in(Language.EN).text(tally.conflicts().get(0).text())).isEqualTo("North counts 20 of 70"
                + " among those released in all by 1 March 2024, but gives 50 as the whole.");
    }

    @Test
    void the_last_word_of_a_side_that_told_of_parts_is_their_sum() {
        Tally tally = tally(said("North", NORTH).total(16).on("2024-03-02"), category("South", SOUTH, 3, "citizens"),
                category("South", SOUTH, 5, "foreigners"));
        assertThat(Sentences.in(Language.EN).text(tally.released().otherSide().words())).isEqualTo("8");
    }

    @Test
    void those_of_a_category_may_be_among_those_of_a_place() {
        Report placed = said("North", NORTH).batch(4).place("Plains").on(DAY);
        Tally tally = tally(placed, place("Paper", 4, "Plains"), category("South", SOUTH, 3, "soldiers"));
        assertThat(released(tally)).containsExactly(4L, null, 4L);
        assertThat(found(tally)).isEmpty();
        Tally more = tally(placed, category("South", SOUTH, 5, "soldiers"));
        assertThat(released(more)).containsExactly(5L, null, 5L);
        assertThat(found(more)).isEmpty();
        Report both = said("South", SOUTH).batch(5).place("Plains").category("soldiers").on(DAY);
        assertThat(found(tally(placed, both))).containsExactly(ConflictType.CONTRADICTION);
    }

    @Test
    void what_one_of_a_side_counts_of_the_whole_that_another_gives_is_no_other_category() {
        Tally tally = tally(batch("North", NORTH, 1968), batch("Office", SOUTH, 1968),
                category("Club", SOUTH, 154, "deported"));
        assertThat(released(tally)).containsExactly(1968L, null, 1968L);
        assertThat(found(tally)).isEmpty();
        assertThat(found(tally(batch("North", NORTH, 1968), category("Club", SOUTH, 154, "deported"))))
                .containsExactly(ConflictType.CATEGORY);
    }
}
