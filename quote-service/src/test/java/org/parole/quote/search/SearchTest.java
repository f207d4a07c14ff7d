package org.parole.quote.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.documentBody;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.outlet;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.with;
import static org.parole.quote.support.Problems.assertInvalidParameter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SearchTest {

    private String document;
    private String speaker;

    @BeforeEach
    void freshDocument() {
        document = created("/documents", with(documentBody(outlet()), "publishedAt", "2020-04-30")).getString("id");
        speaker = speaker();
    }

    private String quote(String language, String content, Object... changes) {
        return created("/quotes", with(with(quoteBody(document, speaker), "language", language, "content", content),
                changes)).getString("id");
    }

    private JsonPath search(String words, String... more) {
        RequestSpecification request = given().queryParam("q", words).queryParam("document", document);
        for (int i = 0; i < more.length; i += 2) {
            request.queryParam(more[i], more[i + 1]);
        }
        return request.get("/api/v1/quotes").then().statusCode(200).extract().jsonPath();
    }

    private List<String> found(String words, String... more) {
        return search(words, more).getList("items.id", String.class);
    }

    @Test
    void takes_words_phrases_alternatives_and_exclusions() {
        String one = quote("en", "The release of the prisoners was delayed");
        String two = quote("en", "The prisoners were released yesterday");
        assertThat(found("prisoner release")).containsExactlyInAnyOrder(one, two);
        assertThat(found("\"prisoners were released\"")).containsExactly(two);
        assertThat(found("delayed or yesterday")).containsExactlyInAnyOrder(one, two);
        assertThat(found("prisoners -yesterday")).containsExactly(one);
        assertThat(found("captives")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en | The captives were released | releasing captive",
            "fr | Les négociations ont échoué | negociation echouer",
            "de | Die Gefangenen wurden freigelassen | gefangene",
            "es | Los prisioneros fueron liberados ayer | prisionero liberado",
            "ru | Заключённые были освобождены | заключенный",
            "ar | أُطلق سراح السجناء أمس | السجناء", "fa-AF | زندانیان رها می‌شوند | زندانيان",
            "pt | A libertação começou | libertacao"})
    void understands_languages_and_ignores_accents(String language, String content, String words) {
        String id = quote(language, content);
        assertThat(found(words)).containsExactly(id);
        assertThat(found(words, "language", language)).containsExactly(id);
        assertThat(search(words).getString("items[0].snippet")).contains("<mark>");
    }

    @Test
    void each_language_understands_the_words_its_own_way() {
        // "die" is a stop word in German and a word in English
        String english = quote("en", "They die in prison");
        quote("de", "die Gefangenen im Gefängnis");
        assertThat(found("die")).containsExactly(english);
    }

    @Test
    void what_a_word_means_in_one_language_is_not_found_in_another() {
        // German stemming leaves "list" of "Listen", which English does not
        String german = quote("de-AT", "Die Listen der Gefangenen");
        String english = quote("en", "They listen");
        quote("en", "The list of prisoners");
        assertThat(found("Listen")).containsExactlyInAnyOrder(german, english);
        assertThat(found("Listen", "order", "oldest")).containsExactlyInAnyOrder(german, english);
        assertThat(found("Listen", "language", "de")).containsExactly(german);
        assertThat(found("Listen", "language", "en")).containsExactly(english);
        assertThat(search("Listen").getInt("total")).isEqualTo(2);
        assertThat(given().queryParam("q", "Listen").queryParam("document", document).get("/api/v1/quotes/facets")
                .jsonPath().getInt("total")).isEqualTo(2);
    }

    @Test
    void marks_what_it_found_and_nothing_else_is_markup() {
        quote("en", "We ask <script>alert('x')</script> & the prisoners \uE000to\uE001 wait");
        String snippet = search("prisoners").getString("items[0].snippet");
        assertThat(snippet).startsWith("We ask").contains("<mark>prisoners</mark>").contains("&amp;")
                .doesNotContain("<script")
                .doesNotContain("'").doesNotContain("\uE000");
        assertThat(snippet.replace("<mark>", "").replace("</mark>", "")).doesNotContain("<", ">");
    }

    @Test
    void corrects_what_finds_nothing_and_says_so() {
        String id = quote("en", "The extraordinary negotiations in Kandahar");
        JsonPath page = search("extraordinery Kandahar");
        assertThat(page.getList("items.id", String.class)).containsExactly(id);
        assertThat(page.getString("correctedFrom")).isEqualTo("extraordinery Kandahar");
        assertThat(page.getString("correctedTo")).isEqualTo("extraordinary Kandahar");
        assertThat(page.getInt("total")).isEqualTo(1);
        assertThat(search("extraordinary").getString("correctedFrom")).isNull();
    }

    @Test
    void corrections_are_paged_like_everything_else() {
        for (int i = 0; i < 3; i++) {
            quote("en", "Unquestionable fact number " + i);
        }
        List<String> ids = allPages("unquestionible", "relevance");
        assertThat(ids).hasSize(3);
    }

    @Test
    void orders_by_relevance_or_by_date_with_stable_cursors() {
        String weak = quote("en",
                "A long sentence about many things in which the ceasefire stands but once among others",
                "saidOn", "2020-04-09");
        String strong = quote("en", "ceasefire, ceasefire, ceasefire", "saidOn", "2020-04-07");
        String middle = quote("en", "a ceasefire now", "saidOn", "2020-04-08");
        assertThat(found("ceasefire")).endsWith(weak).containsExactlyInAnyOrder(strong, middle, weak);
        assertThat(found("ceasefire", "order", "newest")).containsExactly(weak, middle, strong);
        assertThat(found("ceasefire", "order", "oldest")).containsExactly(strong, middle, weak);
        for (String order : List.of("relevance", "newest", "oldest")) {
            assertThat(allPages("ceasefire", order)).as(order).isEqualTo(found("ceasefire", "order", order));
        }
        assertInvalidParameter(given().get("/api/v1/quotes?order=relevance"), "order", "only where q is given");
    }

    @Test
    void an_answer_is_the_same_while_nothing_changes() {
        quote("en", "an armistice");
        quote("en", "another armistice");
        for (String list : List.of("/api/v1/quotes?limit=1&document=",
                "/api/v1/quotes?limit=1&q=armistice&document=")) {
            ExtractableResponse<Response> first = given().get(list + document).then().statusCode(200).extract();
            assertThat(first.jsonPath().getString("next")).as(list).isNotNull();
            given().header("If-None-Match", first.header("ETag")).get(list + document).then().statusCode(304);
        }
        String before = given().get("/api/v1/quotes?q=armistice&document=" + document).header("ETag");
        quote("en", "a third armistice");
        given().header("If-None-Match", before).get("/api/v1/quotes?q=armistice&document=" + document).then()
                .statusCode(200);
    }

    @Test
    void the_order_by_relevance_stays_while_quotes_are_added() {
        for (int i = 0; i < 4; i++) {
            quote("en", "The handover is near " + i);
        }
        List<String> before = found("handover");
        JsonPath first = search("handover", "limit", "2");
        quote("en", "handover handover handover");
        JsonPath second = search("handover", "limit", "2", "cursor", first.getString("next"));
        var paged = new ArrayList<>(first.getList("items.id", String.class));
        paged.addAll(second.getList("items.id", String.class));
        assertThat(paged).isEqualTo(before);
    }

    private List<String> allPages(String words, String order) {
        var ids = new ArrayList<String>();
        JsonPath page = search(words, "limit", "1", "order", order);
        while (true) {
            ids.addAll(page.getList("items.id", String.class));
            if (page.getString("next") == null) {
                assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
                return ids;
            }
            page = search(words, "limit", "1", "order", order, "cursor", page.getString("next"));
        }
    }

    @Test
    void filters_combine_with_words() {
        String one = quote("en", "The exchange goes on", "role", "a spokesman for the council", "channel", "INTERVIEW");
        quote("en", "The exchange is off", "role", "the minister");
        assertThat(found("exchange", "role", "spokesmen council")).isEmpty();
        assertThat(found("exchange", "role", "spokesman council")).containsExactly(one);
        assertThat(found("exchange", "channel", "INTERVIEW", "party", "afghan-government")).containsExactly(one);
        assertThat(found("exchange", "speakerKind", "GROUP")).isEmpty();
    }

    @Test
    void counts_the_values_of_every_filter() {
        quote("en", "The swap goes on", "kind", "DIRECT");
        quote("en", "The swap is off", "kind", "INDIRECT", "about", Map.of("topics", List.of("Prisoners")));
        quote("fr", "Un swap", "kind", "DIRECT");
        JsonPath facets = get("/quotes/facets?q=swap&document=" + document);
        assertThat(facets.getInt("total")).isEqualTo(3);
        assertThat(facets.getBoolean("totalIsExact")).isTrue();
        assertThat(facets.getList("facets.kind.value", String.class)).containsExactly("DIRECT", "INDIRECT");
        assertThat(facets.getList("facets.kind.count", Integer.class)).containsExactly(2, 1);
        assertThat(facets.getList("facets.language.value", String.class)).containsExactly("en", "fr");
        assertThat(facets.getString("facets.speaker[0].value")).isEqualTo(speaker);
        assertThat(facets.getString("facets.speaker[0].label")).startsWith("Javid Faisal");
        assertThat(facets.getString("facets.outlet[0].label")).startsWith("Outlet");
        assertThat(facets.getString("facets.party[0].value")).isEqualTo("afghan-government");
        assertThat(facets.getString("facets.topic[0].value")).isEqualTo("prisoners");
        assertThat(facets.getList("facets.agreement.count", Integer.class)).containsExactly(2);
    }

    @Test
    void the_first_page_says_how_many_there_are() {
        quote("en", "tally tally one");
        quote("en", "tally two");
        JsonPath first = search("tally", "limit", "1");
        assertThat(first.getInt("total")).isEqualTo(2);
        assertThat(first.getBoolean("totalIsExact")).isTrue();
        assertThat(search("tally", "limit", "1", "cursor", first.getString("next")).getString("total")).isNull();
    }

    @Test
    void a_past_record_time_is_searched_as_it_was() {
        quote("en", "The unbelievable news");
        String then = get("/quotes?document=" + document).getString("items[0].recordedAt");
        String before = given().get("/api/v1/quotes?q=unbeleivable&document=" + document + "&asOf=" + then).asString();
        quote("en", "unbeleivable unbelievable");
        assertThat(given().get("/api/v1/quotes?q=unbeleivable&document=" + document + "&asOf=" + then).asString())
                .isEqualTo(before).contains("correctedFrom");
    }

    @ParameterizedTest
    @ValueSource(strings = {"the of and", "\"", "\"unbalanced phrase", "':*", "a & | !", "-prisoners", "!", "or or",
            "prisoners or -release", "\\", "<->", "((", "%_", "\u202E\u0645", "😀", "\"\" \"\"",
            "'; drop table quote; --"})
    void strange_queries_find_nothing_much_and_never_fail(String words) {
        assertThat(search(words).getList("items")).hasSizeLessThanOrEqualTo(1);
        given().queryParam("q", words).get("/api/v1/quotes/facets").then().statusCode(200);
        given().queryParam("role", words).get("/api/v1/quotes").then().statusCode(200);
    }

    @Test
    void long_queries_are_refused() {
        assertInvalidParameter(given().queryParam("q", "x".repeat(10_000)).get("/api/v1/quotes"), "q",
                "1 to 500 characters");
        search("prisoner ".repeat(55));
    }
}
