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
            "1200000 | en | 1.2 million people | VERIFIED",
            // the whole of which a part is told, and what the part comes to
            "90 | en | half of the 90 came home | FIGURE_ABSENT", "45 | en | half of the 90 came home | DERIVED",
            "90 | fr | la moitié des 90 prisonniers sont rentrés | FIGURE_ABSENT",
            "45 | de | die Hälfte der 90 Gefangenen kam heim | DERIVED",
            "500 | en | 20% of the 500 came home | FIGURE_ABSENT", "100 | en | 20% of the 500 came home | DERIVED",
            "45 | ru | вернулась половина из 90 пленных | DERIVED", "90 | ja | 捕虜90人の半分が帰った | FIGURE_ABSENT",
            "90 | en | a third of them came home, 90 men | VERIFIED", "90 | en | 10 of the 90 came home | VERIFIED",
            "60 | en | two thirds of the 90 came home | DERIVED",
            "3 | en | one in three came home | FIGURE_ABSENT", "1 | en | one in three came home | FIGURE_ABSENT",
            "3 | fr | un sur trois est rentré | FIGURE_ABSENT", "3 | zh | 三分之一的战俘回家了 | FIGURE_ABSENT",
            "3 | ja | 捕虜の3人に1人が帰った | FIGURE_ABSENT", "3 | es | volvió uno de cada tres presos | FIGURE_ABSENT",
            // composed
            "6400 | en | sixty-four hundred prisoners | VERIFIED", "6400 | en | 6.4k prisoners | VERIFIED",
            "6 | en | 6.4k prisoners | FIGURE_ABSENT", "96 | en | eight dozen men | VERIFIED",
            "8 | en | eight dozen men | FIGURE_ABSENT", "5200 | fa | ۵ هزار و ۲۰۰ زندانی آزاد شدند | VERIFIED",
            "5000 | fa | ۵ هزار و ۲۰۰ زندانی آزاد شدند | FIGURE_ABSENT", "12500 | ja | 捕虜1万2500人 | VERIFIED",
            "2500 | ru | вернулись две с половиной тысячи пленных | VERIFIED",
            "2 | ru | вернулись две с половиной тысячи пленных | FIGURE_ABSENT",
            "12 | en | half a dozen men came home | FIGURE_ABSENT", "6 | en | half a dozen men came home | VERIFIED",
            "45 | en | Ahmad Shah, 45, came home | FIGURE_ABSENT", "7 | he | הם שבו ב-7 במאי | FIGURE_ABSENT",
            "19 | fa | ۱۹ حمل به خانه برگشتند | FIGURE_ABSENT", "45 | ar | أسير يبلغ 45 عاما عاد | FIGURE_ABSENT",
            "3 | zh | 第3批战俘回家了 | FIGURE_ABSENT", "5 | tr | 5'inci esir eve döndü | FIGURE_ABSENT",
            // a nought needs more than any negation
            "0 | en | they did not comment | FIGURE_ABSENT", "0 | ru | никто не вернулся | VERIFIED",
            "0 | en | they did not free the 40 captives | FIGURE_ABSENT", "0 | de | niemand kam heim | VERIFIED"})
    void a_figure_must_stand_in_its_words(int number, String language, String words, EvidenceCheck result) {
        assertThat(exactly(number, words, language)).isEqualTo(result);
    }

    @Test
    void a_range_needs_both_its_ends() {
        assertThat(FigureCheck.check(QuantityComparator.BETWEEN, 30, 40, null, "between 30 and forty men", "en"))
                .isEqualTo(EvidenceCheck.VERIFIED);
        assertThat(FigureCheck.check(QuantityComparator.BETWEEN, 30, 41, null, "between 30 and forty men", "en"))
                .isEqualTo(EvidenceCheck.FIGURE_ABSENT);
        assertThat(FigureCheck.check(QuantityComparator.AT_LEAST, 30, null, null, "30 or more", "en"))
                .isEqualTo(EvidenceCheck.VERIFIED);
    }

    @Test
    void a_vague_amount_needs_vague_words() {
        assertThat(FigureCheck.check(QuantityComparator.SOME, null, null, "dozens", "Des dizaines d'hommes", "fr"))
                .isEqualTo(EvidenceCheck.VERIFIED);
        assertThat(FigureCheck.check(QuantityComparator.SOME, null, null, "dozens", "12 men", "en"))
                .isEqualTo(EvidenceCheck.FIGURE_ABSENT);
        assertThat(FigureCheck.check(null, null, null, null, "They were freed", "en"))
                .isEqualTo(EvidenceCheck.VERIFIED);
    }

    @Test
    void many_figures_take_no_time() {
        assertThat(exactly(999_999, "7 and 9 and 11 ".repeat(600), "en")).isEqualTo(EvidenceCheck.FIGURE_ABSENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"EXACTLY | 100 | en | nearly 100 prisoners | FIGURE_QUALIFIED",
            "ABOUT | 100 | en | nearly 100 prisoners | VERIFIED", "UP_TO | 100 | en | nearly 100 prisoners | VERIFIED",
            "AT_LEAST | 100 | en | nearly 100 prisoners | FIGURE_QUALIFIED",
            "EXACTLY | 100 | en | fewer than 100 prisoners | FIGURE_QUALIFIED",
            "UP_TO | 100 | en | fewer than 100 prisoners | VERIFIED",
            "UP_TO | 100 | en | at least 100 prisoners | FIGURE_QUALIFIED",
            "AT_LEAST | 100 | en | up to 100 prisoners | FIGURE_QUALIFIED",
            "AT_LEAST | 100 | en | more than 100 prisoners | VERIFIED",
            "OVER | 100 | en | at least 100 prisoners | FIGURE_QUALIFIED",
            "OVER | 100 | en | 100 prisoners | FIGURE_QUALIFIED", "AT_LEAST | 100 | en | 100 prisoners | VERIFIED",
            "EXACTLY | 40 | en | between 30 and 40 prisoners | FIGURE_QUALIFIED",
            "UP_TO | 40 | en | 30 to 40 prisoners | VERIFIED",
            "EXACTLY | 100 | en | nearly 100 were promised, 100 prisoners came | VERIFIED",
            "EXACTLY | 83 | en | about 31 from the north and 52 from the south | FIGURE_QUALIFIED",
            "ABOUT | 83 | en | about 31 from the north and 52 from the south | DERIVED",
            "OVER | 83 | en | more than 31 from the north and 52 from the south | DERIVED",
            "EXACTLY | 100 | de | knapp 100 Gefangene | FIGURE_QUALIFIED",
            "EXACTLY | 100 | fr | jusqu'à 100 prisonniers | FIGURE_QUALIFIED",
            "EXACTLY | 100 | es | casi cien presos | FIGURE_QUALIFIED",
            "EXACTLY | 100 | ru | почти сто пленных | FIGURE_QUALIFIED",
            "EXACTLY | 100 | ar | أكثر من 100 أسير | FIGURE_QUALIFIED",
            "EXACTLY | 100 | fa | دست‌کم ۱۰۰ زندانی | FIGURE_QUALIFIED",
            "EXACTLY | 100 | he | כ-100 אסירים | FIGURE_QUALIFIED", "EXACTLY | 100 | ja | 捕虜100人以上 | FIGURE_QUALIFIED",
            "EXACTLY | 100 | zh | 近100名战俘 | FIGURE_QUALIFIED", "EXACTLY | 100 | ko | 포로 100여 명 | FIGURE_QUALIFIED",
            "EXACTLY | 100 | tr | 100'den fazla esir | FIGURE_QUALIFIED",
            "EXACTLY | 101 | en | nearly 100 | FIGURE_ABSENT"})
    void words_that_qualify_a_figure_carry_no_other_one(QuantityComparator comparator, int number, String language,
            String words, EvidenceCheck result) {
        Integer min = comparator == QuantityComparator.UP_TO ? null : Integer.valueOf(number);
        Integer max = comparator == QuantityComparator.AT_LEAST || comparator == QuantityComparator.OVER
                ? null
                : Integer.valueOf(number);
        assertThat(FigureCheck.check(comparator, min, max, null, words, language)).isEqualTo(result);
    }

    @Test
    void a_range_may_be_told_with_its_ends_qualified() {
        assertThat(FigureCheck.check(QuantityComparator.BETWEEN, 30, 40, null, "at least 30 and at most 40", "en"))
                .isEqualTo(EvidenceCheck.VERIFIED);
        assertThat(FigureCheck.check(QuantityComparator.BETWEEN, 30, 40, null, "at most 30 or over 40", "en"))
                .isEqualTo(EvidenceCheck.FIGURE_QUALIFIED);
    }
}
