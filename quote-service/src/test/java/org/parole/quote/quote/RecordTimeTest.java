package org.parole.quote.quote;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.ARTICLE;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.etag;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.patch;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.retract;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.unique;
import static org.parole.quote.support.Api.with;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** What was answered for a past record time is answered again, byte for byte, whatever was recorded since. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RecordTimeTest {

    @Test
    void every_read_of_a_past_time_stays_as_it_was() {
        String party = "party-" + unique();
        String speaker = speaker();
        patch("/speakers/" + speaker, Map.of("party", party)).then().statusCode(200);
        String merged = speaker();
        String document = document();
        String first = created("/quotes", quoteBody(document, speaker)).getString("id");
        String second = created("/quotes", quoteBody(document(), speaker)).getString("id");
        String third = created("/quotes", with(quoteBody(document, merged), "content", "fruitless meetings", "saidOn",
                "2020-04-08")).getString("id");
        created("/quotes/" + third + "/relations", Map.of("type", "DENIES", "to", first));
        String then = get("/quotes/" + third + "/relations").getString("items[0].recordedAt");

        List<String> paths = List.of("/quotes/" + first + "?", "/quotes/" + second + "?",
                "/quotes/" + first + "/occurrences?",
                "/quotes/" + first + "/relations?", "/quotes?party=" + party + "&",
                "/quotes?document=" + document + "&",
                "/quotes?q=sabotage&document=" + document + "&", "/quotes?relation=ANY&document=" + document + "&",
                "/quotes?independentAtLeast=2&party=" + party + "&",
                "/quotes?document=" + document + "&on=2020-04-07&publishedBy=2020-04-07&",
                "/quotes/facets?document=" + document + "&", "/speakers/" + speaker + "?",
                "/speakers?party=" + party + "&", "/documents/" + document + "?",
                "/documents/" + document + "/context?start=130&end=160&");
        Map<String, String> before = answers(paths, then);
        assertThat(before.values()).noneMatch(answer -> answer.contains("\"items\":[]"));

        patch("/quotes/" + first, Map.of("cue", "asked", "about", Map.of("topics", List.of("talks")))).then()
                .statusCode(200);
        patch("/speakers/" + speaker, Map.of("name", "Another Name " + unique(), "party", "taliban")).then()
                .statusCode(200);
        patch("/documents/" + document, Map.of("text", ARTICLE.replace("sabotage", "wreck"), "publishedAt",
                "2020-04-09", "title", "Another title")).then().statusCode(200);
        created("/quotes", quoteBody(document(), speaker));
        ok(as("editor").header("If-Match", etag("/quotes/" + second)).queryParam("reason", "another occasion")
                .delete("/api/v1/quotes/" + second + "/occurrence-of"));
        ok(as("editor").header("If-Match", etag("/speakers/" + merged)).contentType(ContentType.JSON)
                .body(Map.of("into", speaker, "reason", "one person"))
                .post("/api/v1/speakers/" + merged + "/merge"));
        String relation = get("/quotes/" + third + "/relations").getString("items[0].id");
        retract("/quotes/" + third + "/relations/" + relation).then().statusCode(204);
        retract("/quotes/" + third).then().statusCode(204);

        assertThat(answers(paths, then)).isEqualTo(before);
        assertThat(answers(paths, get("/speakers/" + speaker).getString("recordedAt"))).isNotEqualTo(before);
    }

    private static void ok(Response response) {
        response.then().statusCode(200);
    }

    /** In every format, with the tags. */
    private static Map<String, String> answers(List<String> paths, String asOf) {
        Map<String, String> answers = new TreeMap<>();
        for (String path : paths) {
            for (String format : List.of("application/json", "text/csv", "application/x-ndjson",
                    "application/ld+json")) {
                Response response = given().accept(format).get("/api/v1" + path + "asOf=" + asOf);
                if (response.statusCode() != 406) {
                    answers.put(format + " " + path,
                            response.statusCode() + " " + response.header("ETag") + response.asString());
                }
            }
        }
        assertThat(answers).hasSizeGreaterThan(paths.size());
        return answers;
    }
}
