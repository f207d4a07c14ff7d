package org.parole.quote.quote;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.with;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Words and positions lead to each other, in every script, over HTTP. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AnchorTest {

    private static JsonPath quote(String text, Map<String, Object> anchor) {
        return created("/quotes", with(quoteBody(document(text), speaker()), "anchors", List.of(anchor)));
    }

    /** Each text has an emoji of several code points in front, and a letter that NFC makes shorter. */
    @ParameterizedTest
    @ValueSource(strings = {"the truce holds", "\u0627\u0644\u0647\u062F\u0646\u0629 \u0635\u0627\u0645\u062F\u0629",
            "\u0645\u0627 \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u06CC\u0645", "\u1EBFt\u0303 ne\u0301gocier",
            "\uD83D\uDD4A\uFE0F \uD83C\uDDE6\uD83C\uDDEB \uD83E\uDD1D\uD83C\uDFFD"})
    void positions_are_code_points_of_the_text_in_nfc(String words) {
        String before = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 Re\u0301union: \u201C";
        String text = before + words + "\u201D, he said.";
        int start = codePoints(before);
        int end = start + codePoints(words);

        JsonPath byWords = quote(text, Map.of("exact", words, "prefix", "\u201C", "suffix", "\u201D"));
        assertThat(byWords.getString("anchors[0].status")).isEqualTo("EXACT");
        assertThat(byWords.getInt("anchors[0].start")).isEqualTo(start);
        assertThat(byWords.getInt("anchors[0].end")).isEqualTo(end);

        JsonPath byPosition = quote(text + " ", Map.of("start", start, "end", end));
        assertThat(byPosition.getString("anchors[0].exact")).isEqualTo(nfc(words));
        assertThat(byPosition.getString("anchors[0].prefix")).isEqualTo(nfc(before));

        JsonPath context = get(
                "/documents/" + byWords.getString("document.id") + "/context?start=" + start + "&end=" + end);
        assertThat(context.getString("words")).isEqualTo(nfc(words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "We ask the Taliban to not sabotage the process by making excuses now | EXACT | 1",
            "\"We ask the Taliban to not sabotage the process by making excuses now.\" | NORMALISED | 1",
            "We ask the Taliban ... making excuses now | NORMALISED | 2",
            "We ask the Taliban [\u2026] making excuses now | NORMALISED | 2",
            "We ask [them] to not sabotage the process | NORMALISED | 2",
            "[w]e ask the Taliban to not sabotage the process | NORMALISED | 1",
            "delayed under 'one pretext or another' | ORPHANED | 0", "We ask the Taliban to stop | ORPHANED | 0"})
    void quotations_as_journalists_write_them(String words, String status, int spans) {
        JsonPath quote = created("/quotes", with(quoteBody(), "anchors", List.of(Map.of("exact", words))));
        assertThat(quote.getString("anchors[0].status")).isEqualTo(status);
        List<Object> found = quote.getList("anchors[0].spans");
        assertThat(found == null ? (status.equals("ORPHANED") ? 0 : 1) : found.size()).isEqualTo(spans);
    }

    @Test
    void nested_quotations_are_found_whatever_their_marks() {
        String text = "He said: \u201CThey told us \u2018no deal, no talks\u2019 and left.\u201D";
        JsonPath quote = quote(text, Map.of("exact", "They told us \"no deal, no talks\" and left"));
        assertThat(quote.getString("anchors[0].status")).isEqualTo("NORMALISED");
        assertThat(quote.getInt("anchors[0].start")).isEqualTo(10);
        int start = quote.getInt("anchors[0].start");
        int end = quote.getInt("anchors[0].end");
        assertThat(given().get("/api/v1/documents/" + quote.getString("document.id") + "/context?start=" + start
                + "&end=" + end).jsonPath().getString("words"))
                .isEqualTo("They told us \u2018no deal, no talks\u2019 and left");
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static int codePoints(String text) {
        return (int) nfc(text).codePoints().count();
    }
}
