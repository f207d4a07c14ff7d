package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.count.ReportBuilder.said;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parole.tally.language.Language;
import org.parole.tally.language.Sentences;

/** What is found of the remains of the dead, beside the living or promised: the same kinds as of the living, in words of their own. */
class FindingsOfTheDeadTest {

    private static final SourceKind NORTH = SourceKind.RELEASING_PARTY;
    private static final SourceKind SOUTH = SourceKind.RECEIVING_PARTY;
    private static final Promise DEAD = new Promise(Quantity.exactly(28), null, false, true);

    private static List<String> found(Promise promise, Language language, Report... reports) {
        return Count.tally(promise, List.of(reports), Question.on(LocalDate.parse("2024-02-01"))).conflicts().stream()
                .map(conflict -> conflict.type() + ": " + Sentences.in(language).text(conflict.text())).toList();
    }

    private static Report total(String claimant, SourceKind side, int number, String on) {
        return said(claimant, side).total(number).remains().on(on);
    }

    @Test
    void totals_of_two_dates_contradict_each_other() {
        Report north = total("North", NORTH, 10, "2024-01-16");
        Report south = total("South", SOUTH, 9, "2024-01-17");
        String said = "CONTRADICTION: According to North, 10 dead had been handed over in all by 16 January 2024;"
                + " according to South, 9 by 17 January 2024. A count of all handed over cannot fall: 1 is in dispute.";
        assertThat(found(Promise.NONE, Language.EN, north, south)).containsExactly(said);
        assertThat(found(DEAD, Language.EN, north, south)).containsExactly(said);
        assertThat(found(DEAD, Language.DE, north, south)).containsExactly("CONTRADICTION: Laut North waren bis zum"
                + " 16. Januar 2024 insgesamt 10 Tote übergeben worden, laut South 9 bis zum 17. Januar 2024. Eine"
                + " Gesamtzahl kann nicht sinken: 1 ist strittig.");
        assertThat(found(DEAD, Language.FR, north, south))
                .containsExactly("CONTRADICTION: Selon North, le total des corps"
                        + " remis était de 10 au 16 janvier 2024\u00a0; selon South, de 9 au 17 janvier 2024. Un total ne peut pas"
                        + " baisser\u00a0: 1 est contesté.");
    }

    @Test
    void a_denial_and_a_fall_are_found_beside_the_living() {
        Report living = said("North", NORTH).total(20).on("2024-01-10");
        Report north = said("North", NORTH).batch(4).remains().on("2024-01-11");
        Report denial = said("South", SOUTH).stage(Stage.DENIED).batch(4).remains().publishedOn("2024-01-12")
                .on("2024-01-11");
        assertThat(found(Promise.NONE, Language.EN, living, north, denial))
                .containsExactly("DENIAL: South denies that 4"
                        + " dead were handed over on 11 January 2024, contrary to this report: 4 according to North.");
        assertThat(found(Promise.NONE, Language.DE, living, north, denial)).containsExactly("DENIAL: South bestreitet,"
                + " dass 4 Tote am 11. Januar 2024 übergeben wurden; gemeldet war: 4 laut North.");
        assertThat(found(Promise.NONE, Language.EN, living, total("North", NORTH, 10, "2024-01-16"),
                total("North", NORTH, 8, "2024-01-18"))).containsExactly(
                        "DECREASE: The total of North falls from 10 (16 January 2024) to 8 (18 January 2024).");
    }
}
