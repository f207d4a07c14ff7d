package org.parole.tally.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.tally.count.QuantityComparator;

/** Numbers that count nobody, numbers that the words deny, and numbers that must not be added up, beside those that count. */
class FigureNeighbourTest {

    private static void check(int number, String language, String words, EvidenceCheck result) {
        assertThat(FigureCheck.check(QuantityComparator.EXACTLY, number, number, null, words, language))
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"7 | en | Camp 7 was closed | FIGURE_ABSENT",
            "11 | en | They were held in Block 11 | FIGURE_ABSENT", "3 | en | Gate 3 stays shut | FIGURE_ABSENT",
            "2 | en | World War 2 prisoners | FIGURE_ABSENT",
            "7 | en | Camp Seven was closed | FIGURE_ABSENT",
            "7 | en | In the camp 7 men were held | VERIFIED", "7 | en | From the prison 7 came home | VERIFIED",
            "42 | en | on day 42 of the war they came home | FIGURE_ABSENT",
            "42 | en | Day 42: they came home | FIGURE_ABSENT", "3 | en | In week 3, they came home | FIGURE_ABSENT",
            "42 | en | On that day 42 men came home | VERIFIED", "42 | en | The next day 42 men came home | VERIFIED",
            "42 | en | On the first day 42, on the second 58 | VERIFIED",
            "42 | en | Every day 42 came home | VERIFIED", "7 | de | Das Lager 7 wurde geschlossen | FIGURE_ABSENT",
            "7 | de | Im Lager 7 Gefangene, sonst niemand | VERIFIED",
            "42 | de | Am Tag 42 des Krieges kamen sie heim | FIGURE_ABSENT",
            "42 | de | An dem Tag 42 Gefangene, am nächsten keiner | VERIFIED",
            "7 | fr | Le Camp 7 est fermé | FIGURE_ABSENT", "42 | fr | au jour 42, ils sont rentrés | FIGURE_ABSENT",
            "42 | fr | Ce jour 42 prisonniers sont rentrés | VERIFIED",
            "7 | es | El Campo 7 está cerrado | FIGURE_ABSENT", "42 | es | El día 42, volvieron | FIGURE_ABSENT",
            "42 | es | Ese día 42 presos volvieron | VERIFIED", "7 | ru | Колония 7 закрыта | FIGURE_ABSENT",
            "42 | ru | На день 42 они вернулись | FIGURE_ABSENT",
            "42 | ru | В тот день 42 пленных вернулись | VERIFIED",
            "7 | uk | Барак 7 закрито | FIGURE_ABSENT", "7 | ar | أغلق المعسكر 7. | FIGURE_ABSENT",
            "7 | ar | في المعسكر 7 أسرى | VERIFIED", "7 | fa | بند ۷، بسته شد | FIGURE_ABSENT",
            "7 | he | מחנה 7. | FIGURE_ABSENT"})
    void the_number_of_a_place_or_a_day_counts_nobody(int number, String language, String words,
            EvidenceCheck result) {
        check(number, language, words, result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"9 | fr | un camion tout neuf | FIGURE_ABSENT",
            "9 | fr | Le camion neuf est parti | FIGURE_ABSENT", "9 | fr | remis à neuf | FIGURE_ABSENT",
            "9 | fr | neuf prisonniers sont rentrés | VERIFIED", "9 | fr | Ils étaient neuf. | VERIFIED",
            "9 | fr | Dans un camion neuf prisonniers attendaient | VERIFIED",
            "29 | fr | vingt-neuf prisonniers | VERIFIED", "5 | vi | năm nay họ trở về | FIGURE_ABSENT",
            "5 | vi | hai năm sau họ trở về | FIGURE_ABSENT", "2 | vi | hai năm sau họ trở về | FIGURE_ABSENT",
            "5 | vi | năm người trở về | VERIFIED", "50 | vi | năm mươi người trở về | VERIFIED",
            "9 | fa | اما نه افسران را | FIGURE_ABSENT", "9 | fa | نه، آزاد نشدند | FIGURE_ABSENT",
            "9 | fa | نه تن آزاد شدند | VERIFIED", "29 | fa | بیست و نه زندانی | VERIFIED",
            "7 | ru | он потерял семью | FIGURE_ABSENT", "7 | ru | семь пленных вернулись | VERIFIED",
            "7 | hu | múlt hét végén | FIGURE_ABSENT", "7 | hu | hét fogoly | VERIFIED",
            "6 | it | tu sei libero | FIGURE_ABSENT", "6 | it | sei prigionieri sono tornati | VERIFIED",
            "9 | ro | o casă nouă este gata | FIGURE_ABSENT", "9 | ro | nouă prizonieri | VERIFIED",
            "8 | de | sie nahmen sich in acht | FIGURE_ABSENT", "8 | de | acht Gefangene kamen heim | VERIFIED",
            "0 | en | zero tolerance for abuse | FIGURE_ABSENT", "100 | tr | yüz yüze görüştüler | FIGURE_ABSENT",
            "100 | tr | yüz esir döndü | VERIFIED"})
    void a_word_that_only_looks_like_a_number_is_none(int number, String language, String words,
            EvidenceCheck result) {
        check(number, language, words, result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"100 | en | not 100 men came home but 80 | FIGURE_QUALIFIED",
            "80 | en | not 100 men came home but 80 | VERIFIED", "100 | en | 80 came home, not 100 | FIGURE_QUALIFIED",
            "180 | en | not 100 men came home but 80 | FIGURE_ABSENT",
            "100 | en | They freed 80 rather than 100 | FIGURE_QUALIFIED",
            "100 | en | no fewer than 100 men | FIGURE_QUALIFIED",
            "100 | en | They could not say why 100 men left | VERIFIED",
            "100 | en | They stopped 100 buses | VERIFIED", "100 | en | They refused 100 offers | VERIFIED",
            "100 | en | They did not stay, 100 men left | VERIFIED", "100 | ru | Отказались 100 человек | VERIFIED",
            "100 | de | nicht 100, sondern 80 Gefangene | FIGURE_QUALIFIED",
            "80 | de | nicht 100, sondern 80 Gefangene | VERIFIED",
            "100 | fr | pas 100 mais 80 prisonniers | FIGURE_QUALIFIED",
            "100 | es | no 100 sino 80 presos | FIGURE_QUALIFIED",
            "100 | it | non 100 ma 80 prigionieri | FIGURE_QUALIFIED",
            "100 | pt | não 100, mas 80 presos | FIGURE_QUALIFIED",
            "100 | nl | niet 100 maar 80 man | FIGURE_QUALIFIED",
            "100 | pl | nie 100, ale 80 jeńców | FIGURE_QUALIFIED",
            "100 | ru | не 100, а 80 пленных | FIGURE_QUALIFIED",
            "80 | ru | не 100, а 80 пленных | VERIFIED", "100 | uk | не 100, а 80 полонених | FIGURE_QUALIFIED",
            "100 | ar | ليس 100 بل 80 أسيرا | FIGURE_QUALIFIED", "100 | fa | نه ۱۰۰ بلکه ۸۰ زندانی | FIGURE_QUALIFIED",
            "100 | he | לא 100 אלא 80 אסירים | FIGURE_QUALIFIED", "100 | zh | 不是100名而是80名 | FIGURE_QUALIFIED",
            "100 | tr | 100 değil 80 esir | FIGURE_QUALIFIED", "80 | tr | 100 değil 80 esir | VERIFIED",
            "100 | ja | 100人ではなく80人 | FIGURE_QUALIFIED", "100 | ko | 100명이 아니라 80명 | FIGURE_QUALIFIED",
            "100 | hi | 100 नहीं बल्कि 80 कैदी | FIGURE_QUALIFIED",
            "100 | ur | 100 نہیں بلکہ 80 قیدی | FIGURE_QUALIFIED"})
    void a_number_that_is_denied_is_not_carried(int number, String language, String words, EvidenceCheck result) {
        check(number, language, words, result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"We freed 100, 20 of them women | en", "100 including 20 women | en",
            "100 prisoners, among them 20 women | en", "100, including at least 20 women | en",
            "We freed a hundred, twenty of them women | en", "20 of the 100 were women | en",
            "100 men, of whom 20 are sick | en", "Including 20 women, 100 prisoners came home | en",
            "100 Gefangene, davon 20 Frauen | de", "100 Gefangene, darunter rund 20 Frauen | de",
            "20 der 100 Gefangenen | de", "100 prisonniers dont 20 femmes | fr", "20 des 100 prisonniers | fr",
            "100 prisonniers, parmi lesquels 20 femmes | fr", "100 presos, entre ellos 20 mujeres | es",
            "100 presos, 20 de ellos mujeres | es", "100 пленных, в том числе 20 женщин | ru",
            "100 пленных, из них 20 женщин | ru", "20 из 100 пленных | ru", "100 полонених, з них 20 жінок | uk",
            "100 أسير بينهم 20 امرأة | ar", "100 أسير، منهم 20 امرأة | ar", "۱۰۰ زندانی از جمله ۲۰ زن | fa",
            "100 אסירים, מהם 20 נשים | he", "100 אסירים, כולל 20 נשים | he", "100名战俘，其中20名妇女 | zh",
            "100名战俘，包括20名妇女 | zh", "捕虜100人、うち女性20人 | ja", "捕虜100人中20人 | ja",
            "포로 100명, 그중 여성 20명 | ko", "100 esir, bunların 20'si kadın | tr", "100 prigionieri, tra cui 20 donne | it",
            "100 presos, incluindo 20 mulheres | pt", "100 jeńców, w tym 20 kobiet | pl",
            "100 gevangenen, onder wie 20 vrouwen | nl", "100 कैदी, जिनमें 20 महिलाएं | hi",
            "100 قیدی، جن میں 20 خواتین شامل ہیں | ur", "100 fångar, varav 20 kvinnor | sv",
            "100 prizonieri, dintre care 20 femei | ro", "Of the 100, 20 were women | en",
            "Out of 100 prisoners 20 came home | en",
            "Von den 100 Gefangenen kamen 20 heim | de", "Из 100 пленных вернулись 20 | ru",
            "Sur 100 prisonniers, 20 sont rentrés | fr", "between 20 and 100 came home | en", "20 to 100 men | en",
            "zwischen 20 und 100 | de", "от 20 до 100 пленных | ru"})
    void a_part_is_not_added_to_its_whole_nor_the_ends_of_a_range(String words, String language) {
        check(120, language, words, EvidenceCheck.FIGURE_ABSENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"100 | en | 20 women and 80 men | DERIVED",
            "120 | en | The release of 100 men and 20 women | DERIVED",
            "120 | en | Of the men 100 came, and of the women 20 | DERIVED",
            "150 | en | We freed 100, 20 of them women, and 50 more on Friday | DERIVED",
            "50 | en | 100 prisoners, among them 20 women and 30 children | DERIVED",
            "130 | en | 100 prisoners, among them 20 women and 30 children | FIGURE_ABSENT",
            "100 | de | 20 Frauen und 80 Männer | DERIVED", "100 | ru | 20 женщин и 80 мужчин | DERIVED",
            "100 | fa | ۲۰ زن و ۸۰ مرد | DERIVED", "100 | zh | 20名妇女和80名男子 | DERIVED",
            "100 | en | 100, including 20 women | VERIFIED", "20 | en | 100, including 20 women | VERIFIED"})
    void what_stands_beside_each_other_is_added_up(int number, String language, String words, EvidenceCheck result) {
        check(number, language, words, result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"100 | en | a third of the 300 came home | DERIVED",
            "100 | en | one third of 300 prisoners | DERIVED", "200 | en | two thirds of the 300 | DERIVED",
            "40 | en | a fifth of the 200 | DERIVED", "200 | en | 2/3 of the 300 | DERIVED",
            "300 | en | a third of the 300 came home | FIGURE_ABSENT", "3 | en | a third of the 300 | FIGURE_ABSENT",
            "100 | fr | un tiers des 300 prisonniers | DERIVED", "200 | de | zwei Drittel der 300 Gefangenen | DERIVED",
            "100 | es | un tercio de los 300 presos | DERIVED", "200 | ru | две трети из 300 пленных | DERIVED",
            "240 | fi | kaksisataaneljäkymmentä vankia | VERIFIED", "240 | am | ሁለት መቶ አርባ እስረኞች | VERIFIED",
            "200 | ru | вернулись двести пленных | VERIFIED", "200 | uk | повернулися двісті полонених | VERIFIED",
            "110 | zh | 壹佰壹拾名战俘 | VERIFIED", "12345 | no | tolv tusen og tre hundre og førtifem fanger | VERIFIED",
            "1000000 | en | 10⁶ prisoners | VERIFIED", "10 | en | 10⁶ prisoners | FIGURE_ABSENT",
            "106 | en | 10⁶ prisoners | FIGURE_ABSENT", "100 | en | We freed 100² prisoners | VERIFIED",
            "3 | en | 3½ thousand prisoners | FIGURE_ABSENT", "3500 | en | 3½ thousand prisoners | VERIFIED",
            "3500 | en | 3 1/2 thousand prisoners | VERIFIED"})
    void fractions_and_compounds_are_read(int number, String language, String words, EvidenceCheck result) {
        check(number, language, words, result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"zh | 三百", "zh | 三人", "zh | 万", "ja | 三百", "ko | 삼십 명 ", "th | สาม",
            "en | not 7 but ", "en | 7 of them ", "en | between 3 and 7 ", "en | a third of the 3 ", "vi | năm ",
            "fi | kaksisataa"})
    void ten_thousand_number_words_take_no_time(String language, String unit) {
        String words = unit.repeat(10_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            FigureCheck.check(QuantityComparator.EXACTLY, 999_999, 999_999, null, words, language);
            FigureCheck.check(QuantityComparator.BETWEEN, 3, 7, null, words, language);
        });
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/neighbours/figures.txt", delimiter = '|', quoteCharacter = '^')
    void neighbours_of_the_cases(int number, String language, String words, EvidenceCheck result) {
        check(number, language, words, result);
    }
}
