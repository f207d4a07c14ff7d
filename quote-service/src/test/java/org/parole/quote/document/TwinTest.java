package org.parole.quote.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.FAISAL;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.documentBody;
import static org.parole.quote.support.Api.etag;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.outlet;
import static org.parole.quote.support.Api.post;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.with;
import static org.parole.quote.support.Problems.assertInvalidBody;
import static org.parole.quote.support.Problems.assertProblem;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class TwinTest {

    private static Response merge(String id, Object into) {
        return as("editor").contentType(ContentType.JSON).header("If-Match", etag("/documents/" + id))
                .body(Map.of("into", into, "reason", "one article")).post("/api/v1/documents/" + id + "/merge");
    }

    @Test
    void another_address_of_an_article_is_a_conflict_that_names_its_document() {
        Map<String, Object> body = documentBody(outlet());
        String known = created("/documents", body).getString("id");
        Map<String, Object> other = with(body, "url", body.get("url") + "?utm_source=feed#top", "title",
                "Another title");
        assertProblem(post("/documents", other), 409, "conflict", "/url", known);
        Response answer = as("contributor").contentType(ContentType.JSON).header("Idempotency-Key", UUID.randomUUID())
                .body(other).post("/api/v1/documents");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Location")).endsWith("/api/v1/documents/" + known);
        assertThat(answer.jsonPath().getString("id")).isEqualTo(known);
        assertThat(answer.jsonPath().getString("title")).isEqualTo(body.get("title"));
        assertThat(answer.jsonPath().getInt("revision")).isEqualTo(1);
        assertThat(given().queryParam("url", other.get("url")).get("/api/v1/documents").jsonPath()
                .getList("items.id", String.class)).containsExactly(known);
    }

    @Test
    void a_merged_document_stands_for_the_other_one_with_its_quotes_and_the_merger_can_be_undone() {
        String speaker = speaker();
        String twin = document();
        String stays = document();
        JsonPath quote = created("/quotes", quoteBody(twin, speaker));
        String id = quote.getString("id");
        assertThat(created("/quotes", quoteBody(stays, speaker)).getInt("occurrences")).isEqualTo(2);
        merge(twin, stays).then().statusCode(200);
        assertThat(given().redirects().follow(false).get("/api/v1/documents/" + twin).statusCode()).isEqualTo(308);
        assertThat(given().redirects().follow(false).get("/api/v1/documents/" + twin).header("Location"))
                .endsWith(stays);
        JsonPath moved = get("/quotes/" + id);
        assertThat(moved.getString("document.id")).isEqualTo(stays);
        assertThat(moved.getString("revisionType")).isEqualTo("MERGE");
        assertThat(moved.getString("verification.status")).isEqualTo("EXACT");
        // One document carries the statement now.
        assertThat(moved.getInt("occurrences")).isEqualTo(1);
        assertThat(get("/quotes?document=" + stays).getList("items")).hasSize(2);
        assertThat(get("/documents/" + twin + "?asOf=" + quote.getString("recordedAt")).getString("id"))
                .isEqualTo(twin);
        assertThat(get("/quotes/" + id + "?asOf=" + quote.getString("recordedAt")).getString("document.id"))
                .isEqualTo(twin);
        assertThat(created("/quotes", with(quoteBody(twin, speaker()), "content", FAISAL)).getString("document.id"))
                .isEqualTo(stays);

        as("editor").queryParam("reason", "two after all").delete("/api/v1/documents/" + twin + "/merge").then()
                .statusCode(200);
        assertThat(get("/documents/" + twin).getString("id")).isEqualTo(twin);
        assertThat(get("/quotes/" + id).getString("document.id")).isEqualTo(twin);
        assertThat(get("/quotes/" + id).getInt("occurrences")).isEqualTo(2);
        assertThat(get("/quotes?document=" + stays).getList("items")).hasSize(2);
    }

    @Test
    void a_merged_document_is_found_by_what_it_was_known_by() {
        JsonPath first = created("/documents", documentBody(outlet()));
        JsonPath second = created("/documents", documentBody(outlet()));
        String before = get(
                "/quotes/" + created("/quotes", quoteBody(first.getString("id"), speaker())).getString("id"))
                .getString("recordedAt");
        String last = document();
        merge(first.getString("id"), second.getString("id")).then().statusCode(200);
        merge(second.getString("id"), last).then().statusCode(200);
        for (JsonPath merged : List.of(first, second)) {
            assertThat(at(merged.getString("url"), null)).containsExactly(last);
            assertThat(at(merged.getString("url") + "?utm_source=x", null)).containsExactly(last);
            assertThat(get("/quotes?document=" + merged.getString("id")).getList("items.document.id"))
                    .containsExactly(last);
            assertThat(get("/quotes/facets?document=" + merged.getString("id")).getInt("total")).isEqualTo(1);
        }
        assertThat(get("/quotes?document=" + UUID.randomUUID()).getList("items")).isEmpty();
        // What was recorded stays: then, both stood for themselves.
        assertThat(at(first.getString("url"), before)).containsExactly(first.getString("id"));
        assertThat(get("/quotes?document=" + first.getString("id") + "&asOf=" + before).getList("items.document.id"))
                .containsExactly(first.getString("id"));
        assertThat(get("/quotes?document=" + last + "&asOf=" + before).getList("items")).isEmpty();
        as("editor").queryParam("reason", "two after all")
                .delete("/api/v1/documents/" + first.getString("id") + "/merge")
                .then().statusCode(200);
        assertThat(at(first.getString("url"), null)).containsExactly(first.getString("id"));
    }

    private static List<String> at(String url, String asOf) {
        RequestSpecification request = given().queryParam("url", url);
        return (asOf == null ? request : request.queryParam("asOf", asOf)).get("/api/v1/documents").jsonPath()
                .getList("items.id", String.class);
    }

    @Test
    void a_document_is_one_under_its_host_in_any_script() {
        String place = "/" + UUID.randomUUID();
        String outlet = outlet();
        String known = created("/documents", with(documentBody(outlet), "url", "https://президент.рф" + place))
                .getString("id");
        String punycode = "https://xn--d1abbgf6aiiy.xn--p1ai" + place;
        assertProblem(post("/documents", with(documentBody(outlet), "url", punycode)), 409, "conflict", "/url", known);
        assertThat(at(punycode, null)).containsExactly(known);
        assertThat(get("/documents/" + known).getString("url")).isEqualTo("https://президент.рф" + place);
        assertInvalidBody(
                post("/documents", with(documentBody(outlet), "url", "https://me:secret@example.org" + place)),
                "/url", "must not contain a user name or password");
        assertInvalidBody(post("/documents", with(documentBody(outlet), "url", "https://xn--a.example" + place)),
                "/url",
                "must have a valid host name");
    }

    @Test
    void impossible_mergers_are_refused() {
        String one = document();
        String other = document();
        assertProblem(merge(one, one), 409, "conflict", "/into", "itself");
        assertInvalidBody(merge(one, UUID.randomUUID().toString()), "/into", "is not the id");
        String empty = created("/documents", with(documentBody(outlet()), "text", null, "textKind", null))
                .getString("id");
        assertProblem(merge(one, empty), 409, "conflict", "/into", "less of the text");
        merge(one, other).then().statusCode(200);
        assertProblem(merge(other, one), 409, "conflict", "/into", "was merged into this one");
        assertProblem(as("editor").queryParam("reason", "x").delete("/api/v1/documents/" + other + "/merge"), 409,
                "conflict");
        assertProblem(as("contributor").contentType(ContentType.JSON).header("If-Match", "x")
                .body(Map.of("into", one, "reason", "x")).post("/api/v1/documents/" + other + "/merge"), 403,
                "forbidden");
    }
}
