package org.parole.quote.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.with;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Searches as people type them, in many scripts. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SearchAsTypedTest {

    private static String recorded(String language, String content) {
        String speaker = speaker();
        created("/quotes", with(quoteBody(document(), speaker), "language", language, "content", content));
        return speaker;
    }

    private static int found(String speaker, String words) {
        return given().queryParam("q", words).queryParam("speaker", speaker).get("/api/v1/quotes").then()
                .statusCode(200).extract().jsonPath().getList("items").size();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "en | Idle hearings on the truce-line at Deh-e-Bagh closed. | “Idle hearings” „Idle hearings“ «idle hearings» 「idle hearings」",
            "fa | ۵۷ اسیر برگشته‌اند و خانه‌ها در هرات‌اند. | 57",
            "ar | أُفرِجَ عن الأسرى في مؤتمرٍ صحفيّ رقم ٤٢ | 42"})
    void phrases_in_marks_of_any_kind_and_digits_of_any_script(String language, String content, String searches) {
        String speaker = recorded(language, content);
        for (String words : searches.split("(?<=[”“»」]) ")) {
            assertThat(found(speaker, words)).as(words).isEqualTo(1);
        }
    }

    @Test
    void a_phrase_in_the_wrong_order_finds_nothing() {
        String speaker = recorded("en", "Idle hearings on the truce-line closed.");
        for (String words : List.of("“hearings idle”", "‘hearings idle’", "‚hearings idle‘", "\"hearings idle\"",
                "«hearings idle»", "„hearings idle“")) {
            assertThat(found(speaker, words)).as(words).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "en | The truce-line at Deh-e-Bagh holds. | truceline; truce-line; truce line; Deh-e-Bagh; deh e bagh; dehebagh; \"truce line at\"",
            "en | A column of 7,315 men crossed the families’ bridge. | 7 315; ‘7,315 men’; families’ bridge; ‘crossed the families’",
            "en | A warplane flew by. | warplane; war-plane; war plane",
            "en | A war plane flew by. | war-plane; war plane; warplane",
            "en | The cooperation of Covid-19 units | covid-19; covid 19; covid19",
            "fa | اسیران برگشته‌اند و خانه‌ها سوختند | برگشتهاند; برگشته‌اند; برگشته اند; خانه; خانه‌ها; خانهها; خانه ها",
            "en | The Sana'a office freed its men | Sanaa; Sana’a; sana'a; \"Sana'a office\"; \"Sanaa\"",
            "en | The Shi‘ite office near Kaaba | Shiite; Shi'ite; Ka'aba",
            "fr | Il dit qu'il attend l'ami | attend; ami; l'ami",
            "fa | گروه ۱۲٬۳۴۵ نفری | 12345; ۱۲۳۴۵; ١٢٣٤٥",
            "ar | سُئِلَ المسؤول عن الأسرى والإفراج | المسؤول; المسوول; الاسرى; الأسرى; الافراج; سئل",
            "ur | قیدیوں کی رہائی اللہ کا شکر ہے | الله; اللہ; رہائی; رهائی; قيديوں",
            "he | יושב ראש ועדת חו״ל מר בן־דוד ביקר | חו\"ל; חו״ל; חול; חו''ל; בן דוד; בן־דוד; ועדת",
            "he | שָׁלוֹם לַחֲטוּפִים | שלום; לחטופים; שָׁלוֹם",
            "zh | 双方同意停火并交换被扣押人员 | 停火; 交换; 双方同意; 人员; 员; 停",
            "ja | 双方は停戦に合意し、捕虜を交換した | 停戦; 捕虜; 交換; 停戦に合意",
            "ko | 양측은 휴전에 합의하고 포로를 교환했다 | 휴전; 포로; 포로를; 휴전에 합의",
            "th | ทั้งสองฝ่ายตกลงหยุดยิง | หยุดยิง; ตกลง",
            "ru | Ещё ёлка стоит у границы | елка; ёлка; Граница",
            "hi | १२३ बंदी रिहा हुए | 123; १२३; बंदी", "en | 6,438 were freed | 6438; 6,438; ۶۴۳۸",
            "ps | ۵۷ بندیان راستانه شول | 57; ٥٧; بنديان",
            "uk | П’ятеро полонених повернулися | п'ятеро; пʼятеро; п’ятеро; полонених",
            "fr | L’échange des prisonniers à Saint-Denis | échange; echange; saint denis; saint-denis; \"échange des prisonniers\"",
            "zh | 释放了一百二十名战俘 | 战俘; 一百二十; “释放了”", "ja | 捕虜を１２人解放した | 12; 解放した; 「捕虜を」",
            "ko | 포로 12명을 석방했다 | 석방; 포로", "ar | أطلقوا سراح ١٢ أسيرًا | 12; اسيرا; أسيرا; سراح",
            "he | רמטכ״ל דיבר על עסקה | רמטכ''ל; רמטכ\"ל; רמטכל",
            "en | The so-called “cease-fire” held | ceasefire; cease fire; «cease-fire»",
            "fa | می‌خواهند زندانی‌ها را رها کنند | میخواهند; می خواهند; زندانی ها",
            "hi | कैदियों को “जल्द” छोड़ा | जल्द; कैदियों",
            "tr | Esirler İstanbul’da serbest bırakıldı | istanbul'da; esirler; serbest",
            "de | Der Gefangenenaustausch hat begonnen | Gefangenenaustausch; Gefangenen-Austausch"})
    void what_is_typed_in_another_way_is_found(String language, String content, String searches) {
        String speaker = recorded(language, content);
        for (String words : searches.split("; ")) {
            assertThat(found(speaker, words)).as(words).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"zh | 双方同意停火并交换被扣押人员 | 火停; 意双; 员人; 战争",
            "ko | 양측은 휴전에 합의하고 | 전휴; 합전", "en | The truce-line holds | \"line truce\"; -truce; tru",
            "fa | ۵۷ اسیر | 75; 5"})
    void what_is_not_there_is_not_found(String language, String content, String searches) {
        String speaker = recorded(language, content);
        for (String words : searches.split("; ")) {
            assertThat(found(speaker, words)).as(words).isZero();
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/searches.txt", delimiterString = " | ", quoteCharacter = '\0')
    void acronyms_numbers_accents_and_phrases_are_found_as_they_are_meant(String sign, String language, String content,
            String searches) {
        String speaker = recorded(language, content);
        for (String words : searches.split("; ")) {
            assertThat(found(speaker, words)).as(words).isEqualTo(sign.equals("+") ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "en | The AT&T deal was signed | AT&T | The <mark>AT&amp;T</mark> deal was signed",
            "uk | П'ять полонених удома | п’ять | <mark>П&#39;ять</mark> полонених удома",
            "uk | Вдома п’ять полонених | пять | Вдома <mark>п’ять</mark> полонених",
            "tr | ESİRLER İSTANBUL'A DÖNDÜ | istanbul | ESİRLER <mark>İSTANBUL</mark>&#39;A DÖNDÜ",
            "ja | 捕虜を交換した | 捕虜 | <mark>捕虜</mark>を交換した",
            "zh | 双方同意交换战俘 | 交换战俘 | 双方同意<mark>交换战俘</mark>",
            "ar | الأَسْرى عادوا | الاسرى | <mark>الأَسْرى</mark> عادوا",
            "fa | صاحب خانه\u200Cها آمدند | خانه | صاحب <mark>خانه\u200Cها</mark> آمدند",
            "he | דובר צה״ל אמר | צה\"ל | דובר <mark>צה״ל</mark> אמר"})
    void what_was_found_is_marked_as_it_stands_there(String language, String content, String words, String snippet) {
        String speaker = recorded(language, content);
        assertThat(given().queryParam("q", words).queryParam("speaker", speaker).get("/api/v1/quotes").then()
                .statusCode(200).extract().jsonPath().getString("items[0].snippet")).isEqualTo(snippet);
    }

    @Test
    void another_number_is_no_other_spelling() {
        String speaker = recorded("en", "We freed 71,234 of them.");
        assertThat(found(speaker, "71235")).isZero();
        assertThat(found(speaker, "71,234")).isEqualTo(1);
    }

    @Test
    void exclusions_and_alternatives_take_phrases_too() {
        String speaker = recorded("en", "Idle hearings on the frontier closed.");
        assertThat(found(speaker, "hearings -“idle hearings”")).isZero();
        assertThat(found(speaker, "hearings -“hearings idle”")).isEqualTo(1);
        assertThat(found(speaker, "nothing or “idle hearings”")).isEqualTo(1);
        assertThat(found(speaker, "-frontier hearings")).isZero();
    }

    @Test
    void another_spelling_is_tried_also_where_both_are_on_record() {
        recorded("en", "Mr Qandaharwal spoke of nothing else");
        String speaker = recorded("en", "Mr Qandaharval spoke of the prisoners");
        JsonPath answer = given().queryParam("q", "Qandaharwal prisoners").queryParam("speaker", speaker)
                .get("/api/v1/quotes").then().statusCode(200).extract().jsonPath();
        assertThat(answer.getList("items")).hasSize(1);
        assertThat(answer.getString("correctedTo")).isEqualToIgnoringCase("qandaharval prisoners");
    }

    @Test
    void the_end_of_a_compound_finds_it() {
        String speaker = recorded("de", "Die Freilassung der Langzeitgeiseln ist beschlossen.");
        assertThat(found(speaker, "Geiseln")).isEqualTo(1);
        assertThat(found(speaker, "Langzeitgeisel")).isEqualTo(1);
    }

    @Test
    void an_endless_word_is_indexed_at_once() {
        long start = System.nanoTime();
        SearchText.indexed("ko", "\u1100".repeat(10_000));
        SearchText.indexed("he", "\u05D0-".repeat(5_000));
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }
}
