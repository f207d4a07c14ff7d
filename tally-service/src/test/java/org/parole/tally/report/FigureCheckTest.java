package org.parole.tally.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.tally.count.QuantityComparator;

class FigureCheckTest {

    private static EvidenceCheck exactly(int number, String words, String language) {
        return FigureCheck.check(QuantityComparator.EXACTLY, number, number, null, words, language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"7214 | en | 7,214 people came home | VERIFIED",
            "7241 | en | 7,214 people came home | FIGURE_ABSENT", "7214 | de | 7.214 Menschen kamen heim | VERIFIED",
            "7214 | fr | 7 214 personnes sont rentrées | VERIFIED", "7214 | fa | ۷۲۱۴ تن بازگشتند | VERIFIED",
            "7214 | ar | عاد ٧٬٢١٤ أسيرا | VERIFIED", "45 | en | forty-five men came home | VERIFIED",
            "45 | de | fünfundvierzig Männer kamen heim | VERIFIED",
            "45 | ru | сорок пять человек вернулись | VERIFIED",
            "45 | ar | خمسة وأربعون أسيرا | VERIFIED", "45 | he | ארבעים וחמישה אסירים | VERIFIED",
            "45 | zh | 四十五名俘虏 | VERIFIED", "24 | en | two dozen men | VERIFIED",
            "83 | en | 31 from the north and 52 from the south | DERIVED",
            "84 | en | 31 from the north and 52 from the south | FIGURE_ABSENT",
            "31 | en | 31 from the north and 52 | VERIFIED",
            "10 | en | they came home on 10 August | FIGURE_ABSENT",
            "2020 | en | they came home in 2020 | FIGURE_ABSENT",
            "2020 | en | 2020 prisoners came home | VERIFIED", "12 | en | a boy aged 12 came home | FIGURE_ABSENT",
            "3 | en | a third of them came home | FIGURE_ABSENT", "5 | en | 5% of them came home | FIGURE_ABSENT",
            "40 | en | dozens came home | FIGURE_ABSENT", "0 | en | no one came home | VERIFIED",
            "214 | en | 7,214 people came home | FIGURE_ABSENT", "5 | en | after 5 days they came home | FIGURE_ABSENT",
            "1200000 | en | 1.2 million people | VERIFIED"})
    void aFigureMustStandInItsWords(int number, String language, String words, EvidenceCheck result) {
        assertThat(exactly(number, words, language)).isEqualTo(result);
    }

    @Test
    void aRangeNeedsBothItsEnds() {
        assertThat(FigureCheck.check(QuantityComparator.BETWEEN, 30, 40, null, "between 30 and forty men", "en"))
                .isEqualTo(EvidenceCheck.VERIFIED);
        assertThat(FigureCheck.check(QuantityComparator.BETWEEN, 30, 41, null, "between 30 and forty men", "en"))
                .isEqualTo(EvidenceCheck.FIGURE_ABSENT);
        assertThat(FigureCheck.check(QuantityComparator.AT_LEAST, 30, null, null, "30 or more", "en"))
                .isEqualTo(EvidenceCheck.VERIFIED);
    }

    @Test
    void aVagueAmountNeedsVagueWords() {
        assertThat(FigureCheck.check(QuantityComparator.SOME, null, null, "dozens", "Des dizaines d'hommes", "fr"))
                .isEqualTo(EvidenceCheck.VERIFIED);
        assertThat(FigureCheck.check(QuantityComparator.SOME, null, null, "dozens", "12 men", "en"))
                .isEqualTo(EvidenceCheck.FIGURE_ABSENT);
        assertThat(FigureCheck.check(null, null, null, null, "They were freed", "en"))
                .isEqualTo(EvidenceCheck.VERIFIED);
    }

    @Test
    void manyFiguresTakeNoTime() {
        assertThat(exactly(999_999, "7 and 9 and 11 ".repeat(600), "en")).isEqualTo(EvidenceCheck.FIGURE_ABSENT);
    }
}
