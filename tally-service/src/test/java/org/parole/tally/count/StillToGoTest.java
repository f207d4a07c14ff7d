package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.count.ReportBuilder.said;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parole.tally.language.Language;
import org.parole.tally.language.Sentences;

/** Numbers still to go of a whole that nobody has named come to no number released, but they can contradict each other. */
class StillToGoTest {

    private static final SourceKind NORTH = SourceKind.RELEASING_PARTY;
    private static final SourceKind SOUTH = SourceKind.RECEIVING_PARTY;

    private static Tally tally(Report... reports) {
        return Count.tally(Promise.NONE, List.of(reports), Question.on(LocalDate.parse("2024-02-01")));
    }

    private static Report toGo(String claimant, SourceKind side, Quantity number, String on) {
        return said(claimant, side).of(Basis.REMAINING, number).on(on);
    }

    private static final Report NOBODY = toGo("North", NORTH, Quantity.exactly(0), "2024-01-10");
    private static final Report A_HUNDRED = toGo("South", SOUTH, Quantity.atLeast(100), "2024-01-12");

    @Test
    void nobody_and_at_least_a_hundred_cannot_both_be_still_to_go() {
        Tally tally = tally(NOBODY, A_HUNDRED);
        assertThat(tally.released().best()).isNull();
        assertThat(tally.conflicts()).hasSize(1);
        Conflict found = tally.conflicts().get(0);
        assertThat(found.type()).isEqualTo(ConflictType.CONTRADICTION);
        assertThat(found.standing()).isTrue();
        assertThat(found.reports()).containsExactlyInAnyOrder(NOBODY.id(), A_HUNDRED.id());
        assertThat(Sentences.in(Language.EN).text(found.text())).isEqualTo("According to North, the number still to be"
                + " released was 0 (10 January 2024); according to South, it was at least 100 (12 January 2024).");
        assertThat(Sentences.in(Language.DE).text(found.text())).isEqualTo("Laut North betrug die Zahl der noch"
                + " Freizulassenden 0 (10. Januar 2024), laut South mindestens 100 (12. Januar 2024).");
        assertThat(Sentences.in(Language.FR).text(found.text()))
                .isEqualTo("Selon North, le nombre des personnes restant"
                        + " à libérer était de 0 (10 janvier 2024)\u00a0; selon South, d\u2019au moins 100 (12 janvier 2024).");
    }

    @Test
    void releases_in_between_and_more_than_a_week_account_for_fewer() {
        Report hundred = toGo("South", SOUTH, Quantity.exactly(100), "2024-01-10");
        Report sixty = toGo("North", NORTH, Quantity.exactly(60), "2024-01-14");
        assertThat(tally(hundred, sixty).conflicts()).hasSize(1);
        assertThat(tally(hundred, sixty, said("Wire", SourceKind.MEDIA).batch(40).on("2024-01-12")).conflicts())
                .isEmpty();
        assertThat(tally(hundred, toGo("North", NORTH, Quantity.exactly(60), "2024-01-18")).conflicts()).isEmpty();
    }
}
