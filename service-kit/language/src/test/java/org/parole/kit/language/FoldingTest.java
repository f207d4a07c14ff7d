package org.parole.kit.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

    private static void assertSame(String one, String other) {
        assertThat(Folding.of(one).isSame(Folding.of(other))).as("%s = %s", one, other).isTrue();
        assertThat(Folding.of(other).isSame(Folding.of(one))).as("%s = %s", other, one).isTrue();
    }

    private static void assertDifferent(String one, String other) {
        assertThat(Folding.of(one).isSame(Folding.of(other))).as("%s # %s", one, other).isFalse();
        assertThat(Folding.of(other).isSame(Folding.of(one))).as("%s # %s", other, one).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // marks, dashes, ellipses, white space
            "group's office | group’s office", "the \"deal\" is off | the «deal» is off",
            "the „deal“ is off | the 'deal' is off",
            "so - he said - no | so—he said—no", "we shall... see | we shall … see", "a\u00A0b  c | a b c",
            "won′t | won`t", "the 1990's | the 1990’s", "「交渉」は | “交渉”は",
            // divided words
            "`govern-\nment` | government", "`prison-\r\n   ers` | prisoners", "govern- ment | government",
            "govern\u00ADment | government", "`govern\u00AD\nment` | government", "`cease-\nfire` | cease-fire",
            "`Regie-\nrung` | Regierung", "`прави-\nтельство` | правительство", "`κυβέρ-\nνηση` | κυβέρνηση",
            "`well-\nknown` | well-known", "`libé-\nration` | libération",
            // paragraphs of a long quotation
            "`Monday.\n\n“Until now` | Monday. Until now", "`Monday.”\n\n“Until now` | Monday. Until now",
            "`lundi.\n\n« Depuis` | lundi. Depuis", "`Montag.\n\n„Bisher` | Montag. Bisher",
            "`понедельник.\n\n— До сих пор` | понедельник. До сих пор", "`星期一。\n\n「到目前` | 星期一。到目前",
            // Hebrew
            "צה״ל | צה\"ל", "צה”ל | צה\"ל", "ג׳ורג׳ | ג'ורג'", "שְׁלוֹשָׁה חֲטוּפִים | שלושה חטופים",
            "שֻׁחְרְרוּ | שחררו",
            "בן־אדם | בן-אדם",
            // Arabic and its neighbours
            "أُطلِقَ سَراح | أطلق سراح", "أطلق | اطلق", "آزاد | ازاد", "شــده | شده", "می‌شود | می شود",
            "می‌شود | میشود",
            "شده اند | شدهاند", "كابل | کابل", "علي | علی", "خانهٔ من | خانه‌ی من", "خانۀ من | خانه ی من",
            "خانه من | خانهٔ من",
            "بله، آمد | بله, آمد", "چرا؟ | چرا?",
            // digits and what groups them
            "۳۴ زندانی | 34 زندانی", "١٥٠ اسيرا | 150 اسيرا", "१२० कैदी | 120 कैदी", "５０人 | 50人", "๒๕ คน | 25 คน",
            "۵٬۰۰۰ | 5,000", "5 000 | 5000", "5\u202F000 | 5,000", "1'234'567 | 1,234,567", "12,34,567 | 1234567",
            // scripts without spaces
            "`我们将释放所有\n囚犯` | 我们将释放所有囚犯", "`交渉に\n応じない` | 交渉に応じない", "`ปล่อยตัว\nนักโทษ` | ปล่อยตัวนักโทษ",
            "释放 20 人 | 释放20人", "`포로를 석\n방했다` | 포로를 석방했다", "ﾊﾟﾝ | パン",
            // compatibility and what is not seen
            "the \uFB01nal | the final", "said \u200Fno\u200E | said no", "\uFEFFno | no", "cafe\u0301 | café",
            "ＡＢＣ | ABC",
            // neighbours: apostrophes for gershayim, marks in marks, paragraphs, line ends of other scripts
            "צה''ל | צה״ל", "רמטכ''ל | רמטכ\"ל", "ארה״ב | ארה''ב", "צ׳כיה | צ'כיה", "שַׁבָּת | שבת",
            "\uFB2A\u05B7בת | שבת",
            "“he told us ‘no’ twice” | \"he told us \"no\" twice\"", "‹nein› | „nein“", "『はい』 | “はい”",
            "`domingo.\n\n»Hoy` | domingo. Hoy", "`zondag.\n\n‘Nu` | zondag. Nu",
            "`يوم الأحد.\n\n«الآن` | يوم الأحد. الآن",
            "`סוף.\n\n״עכשיו` | סוף. עכשיו", "`हुआ।\n\n“अब` | हुआ। अब",
            "`звіль\u00AD\nнення` | звільнення", "`libe\u2010\nración` | liberación", "`özgür-\nlük` | özgürlük",
            "`פלסטי-\nנית` | פלסטינית", "`मुक्ति के\nबाद` | मुक्ति के बाद",
            "گروگان‌ها | گروگان ها", "گروگان‌ها | گروگانها", "ﻻ | لا", "الإفراج | الافراج", "مؤسّسة | مؤسسة",
            "ہیں | هيں",
            "೨೭ | 27", "২৭ জন | 27 জন", "𝟚𝟟 men | 27 men", "１，０００人 | 1,000人", "1\u2009000 | 1000",
            "१,००,००० | 1,00,000",
            "释放\u200B战俘 | 释放战俘", "포로\u00A0석방 | 포로 석방",
            "всё | все"})
    void two_ways_of_writing_the_same(String one, String other) {
        assertSame(one, other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"therapist | the rapist", "won't | wont",
            "résumé | resume",
            "May | may", "we shall see | we shall … see", "5,000 | 5,00", "1.5 | 15", "1,5 | 15", "10 200 | 10 20 0",
            "the \"deal\" is off | the deal is off", "re-form | reform", "포로를 석방 | 포로 를석방", "שלוש | שלושה",
            "no, one | no one",
            "-5 | 5x", "We will. | We will?", "йод | иод", "अब | अ ब"})
    void other_words(String one, String other) {
        assertDifferent(one, other);
    }

    @Test
    void every_sign_knows_its_place() {
        var folding = Folding.of("Der Be\u00ADschluß: ۱۲ שְׁלוֹם\u200E!");
        Integer at = folding.find(Folding.of("Beschluß"), 10).get(0);
        assertThat(folding.source().substring(folding.start(at), folding.end(at + 7))).isEqualTo("Be\u00ADschluß");
        Integer points = folding.find(Folding.of("12 שלום"), 10).get(0);
        assertThat(folding.source().substring(folding.start(points), folding.end(points + 5)))
                .isEqualTo("۱۲ שְׁלוֹם\u200E");
    }

    @Test
    void words_and_case() {
        assertThat(Folding.caseless("The CEASE-FIRE holds: 5,000 Straße—“no”, won’t").words()).containsExactly("the",
                "ceasefire", "holds", "5000", "strasse", "no", "wont");
        assertThat(Folding.of("می‌خواهیم که").value()).isEqualTo("میخواهیم که");
        assertThat(Folding.of("He said  “no—never”").value()).isEqualTo("He said 'no-never");
    }

    @Test
    void places_are_found_once_each() {
        assertThat(Folding.of("aaaa").find(Folding.of("aa"), 10)).containsExactly(0, 1, 2);
        assertThat(Folding.of("no-one, no one").find(Folding.of("no one"), 10)).containsExactly(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301", "\u05B0", "\u064B", "\u200C", "\u00AD", "“", "'", "5", ",", "1,", "5 ", "-", ".",
            ". ", "[",
            "a", "שְ", "ه‌ی ", "a-\n", "\u0640", "\uDB40\uDC20", "あ\u3099", "\uFDFA", "ש''", "''"})
    void hostile_text_takes_linear_time(String unit) {
        String text = unit.repeat(1_000_000 / unit.getBytes(StandardCharsets.UTF_8).length);
        String words = unit.repeat(10_000 / unit.length()) + "x";
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            var folding = Folding.of(text);
            assertThat(folding.find(Folding.of(words), 1_000)).isEmpty();
            assertThat(folding.isSame(Folding.of(text))).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"İSTANBUL | istanbul | true", "KIRIM | kırım | true", "KIRIM | kirim | true",
            "İKİ | iki | true", "I\u0307K\u0130 | iki | true", "i\u0307ki | iki | true", "sınır | sinir | false",
            "SINIR | sınır | true", "SİNİR | sınır | false", "bırakıldı | birakıldı | false",
            "BIRAKILDI | bırakıldı | true"})
    void the_capitals_of_both_letters_i_are_set_aside(String one, String two, boolean same) {
        String first = one.replace("\\u0307", "\u0307").replace("\\u0130", "\u0130");
        String second = two.replace("\\u0307", "\u0307");
        assertThat(Folding.caseless(first).isSame(Folding.caseless(second))).isEqualTo(same);
        assertThat(Folding.caseless("x " + first).find(Folding.caseless(second), 2)).hasSize(same ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"10⁶ | 106", "100² | 1002", "1② | 12", "¹100 | 1100",
            "3½ | 31/2",
            "10[2] | 102", "❶❷ | 12", "5⒈ | 51."})
    void a_folded_digit_makes_no_other_number(String one, String other) {
        assertThat(Folding.of(one).isSame(Folding.of(other))).isFalse();
        assertThat(Folding.loosely(one, true).isSame(Folding.loosely(other, true))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"5 m² | 5 m2", "3½ | 3 1/2", "② men | 2 men",
            "H₂O | H2O",
            "ﻷﺳﺮﻯ | لأسرى"})
    void compatible_characters_are_the_same(String one, String other) {
        assertThat(Folding.of(one).isSame(Folding.of(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"المدينة | المدينه", "ګرم | گرم", "ţară | țară",
            "hòa | hoà",
            "thuỷ | thủy", "12.000 | 12 000", "12.000 | 12000", "1’200 | 1.200", "١٢٫٥ | 12.5"})
    void what_many_type_for_each_other_is_loosely_the_same(String one, String other) {
        assertThat(Folding.loosely(one, false).isSame(Folding.loosely(other, false))).isTrue();
        assertThat(Folding.loosely(one, true).isSame(Folding.loosely(other, true))).isTrue();
        assertThat(Folding.of(one).isSame(Folding.of(other))).as("in indexes").isFalse();
    }
}
