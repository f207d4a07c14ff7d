package org.parole.kit.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.kit.language.Figure.Kind;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;

class FiguresTest {

    private static String counts(String text, String language) {
        return Figures.countsIn(text, language).stream().map(figure -> figure.value().toPlainString())
                .collect(Collectors.joining(" "));
    }

    private static String all(String text, String language) {
        return Figures.in(text, language).stream().map(figure -> figure.kind() + "="
                + (figure.value() == null ? "?" : figure.value().toPlainString())).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // digits of all scripts, grouped as in all countries
            "en | 6,301 people had been freed | 6301", "de | 5.000 Gefangene | 5000", "fr | 5 000 prisonniers | 5000",
            "fr | 1\u202F234\u202F567 prisonniers | 1234567", "de-CH | 1’234 Gefangene | 1234",
            "hi | १२,३४,५६७ कैदी | 1234567", "fa | ۵٬۰۰۰ زندانی | 5000", "fa | ۳۴ زندانی | 34",
            "fa | ۲۷ تن آزاد شدند | 27", "fa | بیست و هفت تن | 27", "ar | ١٥٠ أسيرا | 150",
            "ar | ١٬٥٠٠ أسير | 1500", "zh | 释放了50人 | 50", "th | ๒๕ คน | 25", "ja | 捕虜１２０人 | 120", "ko | 포로 50명 | 50",
            "en | 1.2 million people | 1200000.0", "de | 1,5 Millionen Menschen | 1500000.0", "zh | 3万人 | 30000",
            "ru | 5 тыс. человек | 5000", "en | 2000 prisoners were freed | 2000", "es | 5.000 prisioneros | 5000",
            // in words
            "en | two hundred and thirty-five men | 235", "en | Five thousand prisoners | 5000",
            "en | a hundred men | 100",
            "en | two dozen men | 24", "en | one prisoner was freed | 1", "en | three hundred and five | 305",
            "de | zweihundertfünfunddreißig Männer | 235", "de | fünftausend Gefangene | 5000",
            "de | eine Million Menschen | 1000000",
            "fr | deux cent trente-cinq hommes | 235", "fr | quatre-vingt-dix-sept prisonniers | 97",
            "fr | mille hommes | 1000",
            "fr-BE | nonante hommes | 90", "es | doscientos treinta y cinco presos | 235",
            "es | cinco mil presos | 5000",
            "ru | двести тридцать пять человек | 235", "ru | пяти тысяч пленных | 5000", "ru | двумстам солдатам | 200",
            "ar | مئتين وخمسة وثلاثين أسيرا | 235", "ar | خمسة آلاف أسير | 5000", "ar | ثلاثمئة أسير | 300",
            "ar | أفرج عن خمسين أسيرا | 50", "fa | دویست و سی و پنج زندانی | 235", "fa | پنج هزار زندانی | 5000",
            "he | מאתיים שלושים וחמישה אסירים | 235", "he | שלושה חטופים | 3", "he | חמשת אלפים אסירים | 5000",
            "uk | двісті тридцять пʼять полонених | 235", "tr | iki yüz otuz beş esir | 235",
            "it | duecentotrentacinque uomini | 235",
            "it | cinquemila prigionieri | 5000", "pt | duzentos e trinta e cinco presos | 235",
            "nl | tweehonderdvijfendertig mannen | 235",
            "pl | dwieście trzydzieści pięć osób | 235", "zh | 释放了二百三十五人 | 235", "zh | 三名俘虏 | 3", "ja | 二百三十五人 | 235",
            "ko | 이백삼십오 명 | 235", "hi | दो सौ पैंतीस कैदी | 235", "ur | دو سو پینتیس قیدی | 235",
            "en | thirty, forty prisoners | 30 40", "en | 31 and 52 men | 31 52",
            "en | between thirty and forty | 30 40",
            // no number at all
            "en | no one was freed | ``", "en | often tenants | ``", "fr | un accord | ``", "zh | 一起努力 | ``",
            "de | Einheit | ``", "en | it weighs on someone | ``"})
    void counts_are_read(String language, String text, String counts) {
        assertThat(counts(text, language)).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "en | on 10 August 2020 they freed 5 | DATE=10 YEAR=2020 COUNT=5",
            "en | August 10, 2020 | DATE=10 YEAR=2020",
            "en | on 2020-08-10 | DATE=?", "de | am 10.08.2020 | DATE=?", "de | am 10. August | DATE=10",
            "fr | le 10 août | DATE=10",
            "es | el 10 de mayo de 2020 | DATE=10 YEAR=2020", "ru | 10 мая 2020 года | DATE=10 YEAR=2020",
            "ar | 10 أغسطس | DATE=10",
            "fa | ۱۰ فروردین | DATE=10", "zh | 8月10日 | DATE=8 DATE=10", "ko | 8월 10일 | DATE=8 DATE=10",
            "en | 10 and 12 May | DATE=10 DATE=12", "en | Some 10 may be freed | COUNT=10", "en | in 2020, | YEAR=2020",
            "en | since 2019 they hold 2019 men | YEAR=2019 COUNT=2019", "en | at 10:30 | TIME=?",
            "de | um 10 Uhr | TIME=10",
            "en | 5 days | DURATION=5", "en | for three weeks | DURATION=3", "ru | 5 лет | DURATION=5",
            "zh | 5天 | DURATION=5",
            "en | aged 12 | AGE=12", "en | a 12-year-old boy | AGE=12", "en | 12 years old | AGE=12",
            "de | 12 Jahre alt | AGE=12",
            "en | 5% of them | PERCENTAGE=5", "en | five percent | PERCENTAGE=5", "de | 5 Prozent | PERCENTAGE=5",
            "tr | yüzde 5 | PERCENTAGE=5", "fa | ۵ درصد | PERCENTAGE=5", "ar | 5 بالمئة | PERCENTAGE=5",
            "zh | 百分之五 | PERCENTAGE=5",
            "en | a third of them | FRACTION=0.3333333333333333", "en | two thirds | FRACTION=0.6666666666666666",
            "en | half of them | FRACTION=0.5",
            "en | 1/3 of them | FRACTION=0.3333333333333333", "en | the 21st man | ORDINAL=21", "ru | 5-й | ORDINAL=5",
            "en | an F-16 | CODE=16",
            "en | Resolution 2334 | CODE=2334", "en | $5 million | MONEY=5000000", "en | 10 km | MEASURE=10",
            "en | dozens of men | VAGUE=?", "fr | des centaines d'hommes | VAGUE=?", "ru | сотни человек | VAGUE=?",
            "ar | عشرات الأسرى | VAGUE=?", "fa | ده‌ها زندانی | VAGUE=?", "de | Dutzende Männer | VAGUE=?",
            "fr | une douzaine d'hommes | COUNT=12", "en | thousands freed | VAGUE=?",
            // the May of Dari, which is the beginning of verbs as well
            "fa | ۵ می ۲۰۲۰ | DATE=5 YEAR=2020", "fa | ۱۰ مه آزاد شدند | DATE=10", "fa | به تاریخ ۵ می. | DATE=5",
            "fa | در ۵ می به خانه برگشتند | DATE=5", "fa | ۵ می آیند | COUNT=5", "fa | ۵ می‌آیند | COUNT=5",
            "ps | د می ۵ | DATE=5", "hi | 5 मई 2020 | DATE=5 YEAR=2020",
            // Turkish capitals
            "tr | ON ALTI ESİR | COUNT=16", "tr | İKİ YÜZ ESİR | COUNT=200", "tr | iki yüz esir | COUNT=200",
            "tr | KIRK BEŞ KİŞİ | COUNT=45", "tr | 5 MAYIS 2020 | DATE=5 YEAR=2020", "tr | 5 KASIM | DATE=5",
            "en | the second man | ORDINAL=2"})
    void kinds_are_told_apart(String language, String text, String figures) {
        assertThat(all(text, language)).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // letters and multipliers behind digits
            "en | 6.4k prisoners | COUNT=6400.0", "en | 1.2M people | COUNT=1200000.0",
            "de | 6,4k Gefangene | COUNT=6400.0",
            "en | 2 lakh people | COUNT=200000", "en | 5 bn people | COUNT=5000000000",
            "ja | 捕虜1万2500人 | COUNT=12500", "zh | 2万5千人 | COUNT=25000", "ko | 포로 2만 5천 명 | COUNT=25000",
            "ru | 5 тысяч 200 человек | COUNT=5200", "tr | 5 bin 200 kişi | COUNT=5200",
            "fa | ۵ هزار و ۲۰۰ نفر | COUNT=5200", "ar | 5 آلاف و200 أسير | COUNT=5200",
            "hi | 2 लाख 50 हजार लोग | COUNT=250000",
            "es | 5 mil 400 presos | COUNT=5400", "en | 5 million, 200 men | COUNT=5000000 COUNT=200",
            "ru | 5 тысяч, 200 человек | COUNT=5000 COUNT=200", "en | 5 million 200 men | COUNT=5000000 COUNT=200",
            // a half and a multiplier
            "en | half a million people | COUNT=500000.0", "en | half a dozen men | COUNT=6.0",
            "en | a quarter of a million people | COUNT=250000.0", "en | two and a half thousand men | COUNT=2500.0",
            "en | 2 and a half million people | COUNT=2500000.0", "en | a million and a half people | COUNT=1500000.0",
            "de | eine halbe Million Menschen | COUNT=500000.0", "de | ein halbes Dutzend Männer | COUNT=6.0",
            "de | zweieinhalb Tausend Männer | COUNT=2500.0", "fr | une demi-douzaine d'hommes | COUNT=6.0",
            "fr | un demi-million de personnes | COUNT=500000.0",
            "fr | deux millions et demi de personnes | COUNT=2500000.0",
            "es | media docena de presos | COUNT=6.0", "es | medio millón de personas | COUNT=500000.0",
            "es | dos mil y medio | COUNT=2500.0", "ru | две с половиной тысячи человек | COUNT=2500.0",
            "ru | полторы тысячи человек | COUNT=1500.0", "ru | полмиллиона человек | COUNT=500000",
            "uk | півтори тисячі полонених | COUNT=1500.0", "fa | دو و نیم میلیون نفر | COUNT=2500000.0",
            "he | שניים וחצי מיליון איש | COUNT=2500000.0", "he | מיליון וחצי איש | COUNT=1500000.0",
            "ar | نصف مليون شخص | COUNT=500000.0", "tr | iki buçuk bin kişi | COUNT=2500.0",
            "tr | yarım milyon kişi | COUNT=500000.0", "hi | डेढ़ सौ कैदी | COUNT=150.0",
            "hi | साढ़े तीन सौ कैदी | COUNT=350.0",
            "ur | ڈھائی سو قیدی | COUNT=250.0", "nl | anderhalf miljoen mensen | COUNT=1500000.0",
            "pl | półtora tysiąca osób | COUNT=1500.0",
            // collectives of other numbers
            "fr | deux douzaines d'hommes | COUNT=24", "es | dos docenas de presos | COUNT=24",
            "ru | пять сотен пленных | COUNT=500",
            "ru | две сотни человек | COUNT=200", "ru | две тысячи человек | COUNT=2000",
            "hi | दो दर्जन कैदी | COUNT=24",
            "ur | دو درجن قیدی | COUNT=24", "tr | iki düzine esir | COUNT=24", "he | שני תריסרים | COUNT=24",
            "en | two score men | COUNT=40", "en | scores of men | VAGUE=?", "en | eight dozen men | COUNT=96",
            // fractions of two numbers
            "en | one in three men | FRACTION=? FRACTION=?", "en | two in every five men | FRACTION=? FRACTION=?",
            "fr | un sur trois | FRACTION=?", "es | uno de cada tres presos | FRACTION=?",
            "he | אחד מכל שלושה אסירים | FRACTION=?",
            "fa | از هر سه نفر | FRACTION=?", "zh | 三分之一的人 | FRACTION=?", "ja | 三分の一 | FRACTION=?",
            "zh | 3分之1 | FRACTION=?",
            "ko | 3분의 1 | FRACTION=?", "ja | 3人に1人 | FRACTION=? FRACTION=?", "fr | trois quarts | FRACTION=0.75",
            "fr | deux cinquièmes | FRACTION=0.4", "es | dos tercios | FRACTION=0.6666666666666666",
            "it | due terzi | FRACTION=0.6666666666666666",
            "pt | dois terços | FRACTION=0.6666666666666666", "de | zwei Fünftel | FRACTION=0.4",
            "uk | дві третини | FRACTION=0.6666666666666666",
            "ru | две трети | FRACTION=0.6666666666666666", "ar | ثلاثة أرباع الأسرى | FRACTION=0.75",
            "tr | beşte iki | FRACTION=0.4",
            "hi | एक तिहाई | FRACTION=0.3333333333333333", "ur | تین چوتھائی | FRACTION=0.75",
            "en | ½ million | FRACTION=?",
            "en | half of the 90 | FRACTION=0.5 COUNT=90", "en | 50 in 2 camps | COUNT=50 COUNT=2",
            // dates, times, ages and ordinals that are no counts
            "he | ב-7 במאי | DATE=7", "fa | ۱۹ حمل | DATE=19", "ar | 10 آب | DATE=10", "ar | 10 من مايو | DATE=10",
            "de | am 5. Jänner | DATE=5", "hi | 10 तारीख | DATE=10", "ur | 10 تاریخ | DATE=10",
            "en | Ahmad Shah, 45, came home | AGE=45", "de | Müller (45) kam heim | AGE=45",
            "en | men, 45, came | COUNT=45",
            "ar | 45 عاما | DURATION=45", "hi | 45 साल | DURATION=45", "ru | 5 суток | DURATION=5",
            "en | two decades | DURATION=2",
            "fa | ۵ شبانه‌روز | DURATION=5", "ps | ۵ ورځې | DURATION=5", "de | der 5. Gefangene | ORDINAL=5",
            "zh | 第3批 | CODE=3", "ja | 3人目 | ORDINAL=3", "ko | 제3차 | CODE=3", "ko | 3번째 | ORDINAL=3",
            "hi | 5वें कैदी | ORDINAL=5",
            "tr | 5'inci esir | ORDINAL=5", "fa | ۵مین نفر | ORDINAL=5", "en | USD 500 | MONEY=500",
            "en | 500 EUR | MONEY=500",
            "en | 5 percentage points | PERCENTAGE=5"})
    void composed_numbers_and_what_is_no_count(String language, String text, String figures) {
        assertThat(all(text, language)).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en | on 2020-08-10 | on 2020-08-11", "de | am 10.08.2020 | am 11.08.2020",
            "en | at 10:30 | at 12:30", "en | two thirds | two fifths", "en | 1/3 of them | 1/4 of them",
            "en | one in three men | one in four men", "zh | 三分之一 | 五分之一", "en | dozens of men | hundreds of men"})
    void figures_without_a_value_are_the_same_only_as_written(String language, String one, String other) {
        List<Figure> first = Figures.in(one, language);
        List<Figure> second = Figures.in(other, language);
        assertThat(first.get(first.size() - 1).isSame(second.get(second.size() - 1))).isFalse();
        assertThat(first.get(first.size() - 1).isSame(first.get(first.size() - 1))).isTrue();
    }

    @Test
    void nobody_is_told_from_other_negations() {
        assertThat(Figures.saysNone("Not a single prisoner came home", "en")).isTrue();
        assertThat(Figures.saysNone("هیچ زندانی آزاد نشد", "fa")).isTrue();
        assertThat(Figures.saysNone("They did not comment from the north", "en")).isFalse();
    }

    @Test
    void a_number_that_can_be_two_is_both() {
        Figure figure = Figures.in("1.234 Menschen", "en").get(0);
        assertThat(figure.value()).isEqualByComparingTo("1.234");
        assertThat(figure.canBe(new BigDecimal(1234))).isTrue();
        assertThat(Figures.in("1.234,5", "en").get(0).readings()).containsExactly(new BigDecimal("1234.5"));
    }

    @Test
    void places_are_those_of_the_text() {
        Figure figure = Figures.in("Es sind fünf\u00ADtausend Männer.", "de").get(0);
        assertThat(figure.text()).isEqualTo("fünf\u00ADtausend");
        assertThat("Es sind fünf\u00ADtausend Männer.".substring(figure.start(), figure.end()))
                .isEqualTo(figure.text());
    }

    /** What ICU spells is read again, whatever the number: 200 random ones of every size in every language. */
    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "en", "es", "fr", "ru", "fa", "he", "uk", "tr", "it", "pt", "nl", "pl", "zh",
            "ja", "ko",
            "ur", "hi", "sv", "id", "cs", "hu", "el", "ro", "da"})
    void what_is_spelt_is_read_again(String language) {
        var format = new RuleBasedNumberFormat(new ULocale(language), RuleBasedNumberFormat.SPELLOUT);
        var random = new Random(19);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int number = 2 + random.nextInt((int) Math.pow(10, 1 + i % 6));
            String spelt = format.format(number);
            String text = spelt + (List.of("zh", "ja").contains(language) ? "人" : switch (language) {
                case "ko" -> " 명";
                // nine is written like no
                case "fa" -> " تن";
                default -> "";
            });
            List<Figure> read = Figures.in(text, language);
            if (read.size() != 1 || read.get(0).value() == null
                    || read.get(0).value().compareTo(BigDecimal.valueOf(number)) != 0) {
                wrong.add(number + " " + spelt + " " + read.stream().map(Figure::value).toList());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"one thousand ", "thousand ", "million ", "twenty ", "one ", "hundred and ", "dozen ",
            "five", "two thirds ",
            "a ", "1", "1,", "1.", "1 ", "1/", "1:", "10-", "\u0301", "may 1 ", "%1", "二", "千", "万", "万5",
            "千5万5", "三分之", "one in ", "half a ", "two and a half ", "1k", "A,5,", "(5)"})
    void hostile_numbers_take_linear_time(String unit) {
        String language = unit.codePointAt(0) > 0x4E00 ? "zh" : "en";
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            assertThat(Figures.in(unit.repeat(10_000), language).size()).isLessThanOrEqualTo(10_000);
            assertThat(
                    Figures.in(unit.repeat(1_000_000 / unit.getBytes(StandardCharsets.UTF_8).length), language).size())
                    .isLessThanOrEqualTo(10_000);
        });
    }

    @Test
    void a_number_too_long_to_mean_anything_is_none() {
        assertThat(counts("9".repeat(40) + " men", "en")).isEmpty();
        assertThat(Figures.in("9".repeat(40), "en")).extracting(Figure::kind).containsExactly(Kind.CODE);
    }

    @Test
    void languages_that_are_not_known_have_digits_alone() {
        assertThat(counts("12 xyz five", "tlh")).isEqualTo("12");
        assertThat(counts("12 five", null)).isEqualTo("12");
    }
}
