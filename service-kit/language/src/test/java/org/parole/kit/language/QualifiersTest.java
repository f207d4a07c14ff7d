package org.parole.kit.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualifiersTest {

    /** Each count with what qualifies it. */
    private static String read(String text, String language) {
        List<Figure> figures = Figures.in(text, language);
        return figures.stream().filter(figure -> figure.kind() == Figure.Kind.COUNT).map(figure -> {
            String qualified = Qualifiers.of(figure, figures, text, language).stream().map(Enum::name)
                    .collect(Collectors.joining("+"));
            return figure.value().toPlainString() + (qualified.isEmpty() ? "" : " " + qualified);
        }).collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "en | nearly 100 prisoners | 100 ALMOST", "en | almost a hundred prisoners | 100 ALMOST",
            "en | fewer than 100 prisoners | 100 UNDER", "en | no fewer than 100 prisoners | 100 AT_LEAST",
            "en | no more than 100 prisoners | 100 UP_TO", "en | more than 100 prisoners | 100 OVER",
            "en | up to 100 prisoners | 100 UP_TO", "en | at least 100 prisoners | 100 AT_LEAST",
            "en | 100 prisoners of war or more | 100 AT_LEAST", "en | 100-odd prisoners | 100 OVER",
            "en | 100 or so came home | 100 ABOUT", "en | approx. 100 men | 100 ABOUT",
            "en | NEARLY 100 MEN | 100 ALMOST", "en | >100 men and ≤50 women | 100 OVER, 50 UP_TO",
            "en | 100+ men | 100 AT_LEAST", "en | from 30 to 40 men | 30 AT_LEAST, 40 UP_TO",
            "en | between 30 and 40 men | 30 AT_LEAST, 40 UP_TO", "en | 30–40 men | 30 AT_LEAST, 40 UP_TO",
            "en | more than the 100 men | 100 OVER", "en | 100 men came home | 100",
            "en | 40 men and at least 30 women | 40, 30 AT_LEAST",
            "en | 100 men, at least 30 of them ill | 100, 30 AT_LEAST",
            "en | Nearly half of the 100 men | 100", "en | They nearly died. 100 men came home | 100",
            "de | knapp 100 Gefangene | 100 ALMOST", "de | nicht weniger als 100 Gefangene | 100 AT_LEAST",
            "de | bis zu 100 Gefangene | 100 UP_TO", "de | weniger als hundert Gefangene | 100 UNDER",
            "de | 30 bis 40 Gefangene | 30 AT_LEAST, 40 UP_TO", "de | höchstens 100 Gefangene | 100 UP_TO",
            "fr | près de 100 prisonniers | 100 ALMOST", "fr | plus de cent prisonniers | 100 OVER",
            "fr | jusqu’à 100 prisonniers | 100 UP_TO", "fr | 100 prisonniers au moins | 100 AT_LEAST",
            "es | casi cien presos | 100 ALMOST", "es | al menos 100 presos | 100 AT_LEAST",
            "es | hasta 100 presos | 100 UP_TO", "es | menos de 100 presos | 100 UNDER",
            "it | quasi 100 prigionieri | 100 ALMOST", "it | almeno cento prigionieri | 100 AT_LEAST",
            "it | oltre 100 prigionieri | 100 OVER", "pt | cerca de 100 presos | 100 ABOUT",
            "pt | quase 100 presos | 100 ALMOST", "pt | até 100 presos | 100 UP_TO",
            "nl | bijna 100 gevangenen | 100 ALMOST", "nl | minstens honderd gevangenen | 100 AT_LEAST",
            "pl | prawie 100 jeńców | 100 ALMOST", "pl | co najmniej 100 jeńców | 100 AT_LEAST",
            "pl | ponad 100 jeńców | 100 OVER", "da | mindst 100 fanger | 100 AT_LEAST",
            "ru | почти 100 пленных | 100 ALMOST", "ru | не менее ста пленных | 100 AT_LEAST",
            "ru | более 100 пленных | 100 OVER", "ru | до 100 пленных | 100 UP_TO",
            "ru | менее 100 пленных | 100 UNDER",
            "ru | 100 пленных с лишним | 100 OVER", "uk | майже 100 полонених | 100 ALMOST",
            "uk | щонайменше сто полонених | 100 AT_LEAST", "uk | понад 100 полонених | 100 OVER",
            "ar | ما يقرب من 100 أسير | 100 ALMOST", "ar | ما لا يقل عن ١٠٠ أسير | 100 AT_LEAST",
            "ar | أكثر من 100 أسير | 100 OVER", "ar | نحو مئة أسير | 100 ABOUT", "ar | أقل من 100 أسير | 100 UNDER",
            "fa | نزدیک به ۱۰۰ زندانی | 100 ALMOST", "fa | دست‌کم ۱۰۰ زندانی | 100 AT_LEAST",
            "fa | بیش از ۱۰۰ زندانی | 100 OVER", "fa | حداکثر صد زندانی | 100 UP_TO",
            "fa | کمتر از ۱۰۰ زندانی | 100 UNDER",
            "fa | ۳۰ تا ۴۰ زندانی | 30 AT_LEAST, 40 UP_TO", "ps | لږ تر لږه ۱۰۰ بندیان | 100 AT_LEAST",
            "ps | شاوخوا ۱۰۰ بندیان | 100 ABOUT", "ur | تقریباً ۱۰۰ قیدی | 100 ABOUT",
            "ur | ۱۰۰ سے زائد قیدی | 100 OVER", "ur | کم از کم ۱۰۰ قیدی | 100 AT_LEAST",
            "he | כמעט 100 אסירים | 100 ALMOST", "he | לפחות 100 אסירים | 100 AT_LEAST",
            "he | יותר מ-100 אסירים | 100 OVER", "he | כ-100 אסירים | 100 ABOUT", "he | עד 100 אסירים | 100 UP_TO",
            "hi | लगभग 100 कैदी | 100 ABOUT", "hi | 100 से अधिक कैदी | 100 OVER",
            "hi | कम से कम 100 कैदी | 100 AT_LEAST",
            "hi | 100 तक कैदी | 100 UP_TO", "tr | yaklaşık 100 esir | 100 ABOUT", "tr | en az 100 esir | 100 AT_LEAST",
            "tr | 100'den fazla esir | 100 OVER", "tr | 100'e yakın esir | 100 ALMOST",
            "tr | EN AZ 100 ESİR | 100 AT_LEAST",
            "zh | 近100名战俘 | 100 ALMOST", "zh | 至少一百名战俘 | 100 AT_LEAST", "zh | 100多名战俘 | 100 OVER",
            "zh | 不到100名战俘 | 100 UNDER", "zh | 100名左右战俘 | 100 ABOUT", "zh | 最近100名战俘 | 100",
            "zh | 不超过100名战俘 | 100 UP_TO", "ja | 約100人の捕虜 | 100 ABOUT", "ja | 捕虜100人以上 | 100 AT_LEAST",
            "ja | 捕虜100人近く | 100 ALMOST", "ja | 100人未満の捕虜 | 100 UNDER", "ja | 最大100人の捕虜 | 100 UP_TO",
            "ja | 条約100人 | 100", "ko | 약 100명의 포로 | 100 ABOUT", "ko | 포로 100명 이상 | 100 AT_LEAST",
            "ko | 포로 100여 명 | 100 OVER", "ko | 100명 미만 | 100 UNDER", "ko | 최대 100명 | 100 UP_TO",
            "xx | ~100 | 100 ABOUT", "xx | nearly 100 | 100"})
    void words_beside_a_number_qualify_it(String language, String text, String expected) {
        assertThat(read(text, language)).isEqualTo(expected);
    }

    @Test
    void every_language_with_words_for_numbers_has_words_that_qualify_them() {
        assertThat(Qualifiers.languages()).contains("ar", "de", "en", "es", "fa", "fr", "he", "hi", "it", "ja", "ko",
                "nl", "pl", "ps", "pt", "ru", "tr", "uk", "ur", "zh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nearly ", "100 ", "nearly 100 ", "at least ", "~", "100+", "30 to 40 ", "between ",
            "or more "})
    void hostile_words_take_linear_time(String unit) {
        String text = unit.repeat(100_000 / unit.length());
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            List<Figure> figures = Figures.in(text, "en");
            figures.stream().limit(200).forEach(figure -> Qualifiers.of(figure, figures, text, "en"));
        });
    }
}
