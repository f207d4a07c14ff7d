package org.parole.quote.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.ARTICLE;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.documentBody;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.outlet;
import static org.parole.quote.support.Api.patch;
import static org.parole.quote.support.Api.post;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.retract;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.with;
import static org.parole.quote.support.Problems.assertInvalidBody;
import static org.parole.quote.support.Problems.assertInvalidParameter;
import static org.parole.quote.support.Problems.assertProblem;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DocumentTest {

    @Test
    void is_shown_without_its_text() {
        Map<String, Object> body = documentBody(outlet());
        JsonPath document = created("/documents", body);
        assertThat(document.getString("url")).isEqualTo(body.get("url"));
        assertThat(document.getInt("textLength")).isEqualTo(ARTICLE.length());
        assertThat(document.getString("sha256")).hasSize(64);
        assertThat(document.getInt("textRevision")).isEqualTo(1);
        assertThat(document.getString("publishedAt")).isEqualTo("2020-04-07");
        assertThat(given().get("/api/v1/documents/" + document.getString("id")).asString())
                .doesNotContain("fruitless");
        assertThat(given().get("/api/v1/documents/" + document.getString("id") + "/history").asString())
                .doesNotContain("fruitless");
    }

    @Test
    void moments_of_publication_come_back_with_their_offset() {
        assertThat(created("/documents", with(documentBody(outlet()), "publishedAt", "2020-04-07T23:30:00+04:30"))
                .getString("publishedAt")).isEqualTo("2020-04-07T23:30:00+04:30");
    }

    @Test
    void the_context_is_the_span_with_a_little_around_it() {
        int start = ARTICLE.indexOf("fruitless");
        JsonPath context = get("/documents/" + document() + "/context?start=" + start + "&end=" + (start + 18));
        assertThat(context.getString("words")).isEqualTo("fruitless meetings");
        assertThat(context.getString("before")).endsWith("participate in \u201C").hasSizeLessThanOrEqualTo(150);
        assertThat(context.getString("after")).startsWith("\u201D and the release").hasSizeLessThanOrEqualTo(150);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"start=0&end=99999 | end", "start=5&end=5 | end", "start=0 | end",
            "end=4 | start", "start=-1&end=4 | start", "start=100000&end=100004 | end"})
    void spans_that_are_none_are_refused(String query, String name) {
        assertInvalidParameter(given().get("/api/v1/documents/" + document() + "/context?" + query), name, "must");
    }

    @Test
    void documents_without_text_have_no_context() {
        String id = created("/documents", with(documentBody(outlet()), "text", null, "textKind", null)).getString("id");
        assertProblem(given().get("/api/v1/documents/" + id + "/context?start=0&end=4"), 404, "not-found");
    }

    @Test
    void a_url_is_recorded_once() {
        Map<String, Object> body = documentBody(outlet());
        String id = created("/documents", body).getString("id");
        assertProblem(post("/documents", body), 409, "conflict", "/url", id);
        retract("/documents/" + id).then().statusCode(204);
        created("/documents", body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"url | '' | /url | must",
            "url | ftp://example.org/x | /url | http or https", "url | nonsense | /url | http or https",
            "title | '' | /title | must have 1 to 500 characters",
            "citation | '' | /citation | must have 1 to 300 characters",
            "publishedAt | 2020-02-30 | /publishedAt | date that exists",
            "publishedAt | 2020-04-07T10:00 | /publishedAt | offset", "language | - | /language | must be given",
            "textKind | PART | /textKind | FULL, EXCERPT", "text | '' | /text | 1 to 1,000,000",
            "outletId | 0190163d-8694-739b-aea5-966c26f8ad91 | /outletId | is not the id of an outlet"})
    void bad_fields_are_named(String field, String value, String pointer, String detail) {
        assertInvalidBody(post("/documents", with(documentBody(outlet()), field, value)), pointer, detail);
    }

    @Test
    void lists_the_last_published_first() {
        String outlet = outlet();
        String older = created("/documents", with(documentBody(outlet), "publishedAt", "2020-04-06")).getString("id");
        String newer = created("/documents", with(documentBody(outlet), "publishedAt", "2020-04-08")).getString("id");
        assertThat(get("/documents?outlet=" + outlet).getList("items.id", String.class)).containsExactly(newer, older);
        assertThat(get("/documents?publishedBy=2020-04-07&outlet=" + outlet).getList("items.id", String.class))
                .containsExactly(older);
        JsonPath first = get("/documents?limit=1&outlet=" + outlet);
        assertThat(get("/documents?limit=1&outlet=" + outlet + "&cursor=" + first.getString("next"))
                .getList("items.id", String.class)).containsExactly(older);
        String url = get("/documents/" + newer).getString("url");
        assertThat(get("/documents?url=" + url).getList("items.id", String.class)).containsExactly(newer);
    }

    @Test
    void outlets_and_documents_in_use_stay() {
        String outlet = outlet();
        String document = created("/documents", documentBody(outlet)).getString("id");
        created("/quotes", quoteBody(document, speaker()));
        assertProblem(retract("/outlets/" + outlet), 409, "conflict");
        assertProblem(retract("/documents/" + document), 409, "conflict");
    }

    @Test
    void a_new_text_has_all_its_quotes_checked_again() {
        String document = document();
        String kept = created("/quotes", quoteBody(document, speaker())).getString("id");
        String broken = created("/quotes", with(quoteBody(document, speaker()), "content", "fruitless meetings"))
                .getString("id");
        String text = ARTICLE.replace("fruitless", "useless").replace("We ask the Taliban", "We  ask the Taliban");
        JsonPath revised = patch("/documents/" + document, Map.of("text", text)).then().statusCode(200).extract()
                .jsonPath();
        assertThat(revised.getInt("textRevision")).isEqualTo(2);

        assertThat(get("/quotes/" + kept).getString("verification.status")).isEqualTo("NORMALISED");
        assertThat(get("/quotes/" + kept).getString("verification.sha256")).isEqualTo(revised.getString("sha256"));
        JsonPath quote = get("/quotes/" + broken);
        assertThat(quote.getString("verification.status")).isEqualTo("ORPHANED");
        assertThat(quote.getString("revisionType")).isEqualTo("REVERIFICATION");
        assertThat(quote.getString("recordedBy")).isEqualTo("system");
        assertThat(get("/quotes/" + broken + "/history").getList("items[1].changes.pointer", String.class))
                .containsExactly("/verification/sha256", "/verification/status", "/verification/words");
    }

    @Test
    void the_context_of_the_old_text_tells_words_apart_in_the_new_one() {
        String document = document("At first he said no. Later she agreed.");
        String quote = created("/quotes", with(quoteBody(document, speaker()), "content", "said no")).getString("id");
        patch("/documents/" + document, Map.of("text", "Everyone said no. At first he said no. Later she agreed."))
                .then().statusCode(200);
        JsonPath checked = get("/quotes/" + quote);
        assertThat(checked.getString("verification.status")).isEqualTo("EXACT");
        assertThat(checked.getInt("anchors[0].start")).isEqualTo(30);
        patch("/documents/" + document, Map.of("text", "Everyone said no. He said no, too.")).then().statusCode(200);
        assertThat(get("/quotes/" + quote).getString("verification.status")).isEqualTo("AMBIGUOUS");
    }

    @Test
    void another_outlet_or_date_reaches_the_quotes() {
        String document = document();
        String quote = created("/quotes", with(quoteBody(document, speaker()), "saidOn", null)).getString("id");
        String outlet = outlet();
        patch("/documents/" + document, Map.of("outletId", outlet, "publishedAt", "2021-01-01")).then().statusCode(200);
        assertThat(get("/quotes?outlet=" + outlet + "&publishedFrom=2021-01-01").getList("items.id", String.class))
                .containsExactly(quote);
        assertThat(get("/quotes/" + quote).getString("document.publishedAt")).isEqualTo("2021-01-01");
    }

    @Test
    void unknown_documents_are_not_found() {
        assertProblem(given().get("/api/v1/documents/" + UUID.randomUUID()), 404, "not-found");
    }
}
