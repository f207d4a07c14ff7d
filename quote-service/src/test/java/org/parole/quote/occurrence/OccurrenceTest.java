package org.parole.quote.occurrence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.FAISAL;
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
import static org.parole.quote.support.Problems.assertInvalidBody;
import static org.parole.quote.support.Problems.assertInvalidParameter;
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

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OccurrenceTest {

    private static Map<String, Object> via(String outlet, Map<String, Object> body) {
        return with(body, "reportingChain", List.of(Map.of("name", outlet, "kind", "OUTLET")));
    }

    @Test
    void the_same_words_by_same_speaker_in_other_documents_are_found() {
        String speaker = speaker();
        String wire = "Wire " + unique();
        JsonPath first = created("/quotes", via(wire, quoteBody(document(), speaker)));
        assertThat(first.getInt("occurrences")).isEqualTo(1);
        assertThat(first.getString("occurrenceOf")).isNull();
        JsonPath second = created("/quotes", via(wire, with(quoteBody(document(), speaker), "content",
                "\u201Cwe ask the Taliban to not sabotage the process, by making excuses now\u201D")));
        JsonPath third = created("/quotes", with(quoteBody(document(), speaker), "content",
                "We ask the Taliban not to sabotage the process by making excuses"));
        created("/quotes",
                with(quoteBody(document(), speaker), "content", "The talks will go on in any case, he said"));
        created("/quotes", quoteBody(document(), speaker()));

        String id = first.getString("id");
        assertThat(third.getString("occurrenceOf")).isEqualTo(id);
        assertThat(third.getInt("occurrences")).isEqualTo(3);
        assertThat(third.getInt("independentOccurrences")).isEqualTo(2);
        assertThat(get("/quotes/" + id).getInt("occurrences")).isEqualTo(3);
        assertThat(get("/quotes/" + second.getString("id") + "/occurrences").getList("items.id", String.class))
                .containsExactly(id, second.getString("id"), third.getString("id"));
        JsonPath page = get("/quotes/" + id + "/occurrences?limit=2");
        assertThat(page.getList("items.id", String.class)).containsExactly(id, second.getString("id"));
        page = get("/quotes/" + id + "/occurrences?limit=2&cursor=" + page.getString("next"));
        assertThat(page.getList("items.id", String.class)).containsExactly(third.getString("id"));
        assertThat(page.getString("next")).isNull();
        assertThat(get("/quotes?independentAtLeast=2&speaker=" + speaker).getList("items")).hasSize(3);
        assertThat(get("/quotes?independentAtLeast=3&speaker=" + speaker).getList("items")).isEmpty();
        assertThat(get("/quotes/" + id + "?asOf=" + second.getString("recordedAt")).getInt("occurrences")).isEqualTo(2);

        retract("/quotes/" + third.getString("id")).then().statusCode(204);
        assertThat(get("/quotes/" + id).getInt("occurrences")).isEqualTo(2);
        patch("/quotes/" + second.getString("id"), Map.of("content", "Something else altogether was said here"))
                .then().statusCode(200);
        assertThat(get("/quotes/" + id).getInt("occurrences")).isEqualTo(1);
        assertInvalidParameter(given().get("/api/v1/quotes?independentAtLeast=0"), "independentAtLeast", "1 to 1,000");
    }

    @Test
    void quotes_of_one_document_are_not_occurrences_of_each_other() {
        String document = document();
        String speaker = speaker();
        created("/quotes", quoteBody(document, speaker));
        assertThat(created("/quotes", quoteBody(document, speaker)).getInt("occurrences")).isEqualTo(1);
    }

    @Test
    void an_editor_splits_and_joins() {
        String speaker = speaker();
        String first = created("/quotes", quoteBody(document(), speaker)).getString("id");
        String second = created("/quotes", quoteBody(document(), speaker)).getString("id");
        String third = created("/quotes", quoteBody(document(), speaker)).getString("id");
        // the first leaves, the second becomes the first
        as("editor").header("If-Match", etag("/quotes/" + first)).queryParam("reason", "another occasion")
                .delete("/api/v1/quotes/" + first + "/occurrence-of").then().statusCode(200);
        assertThat(get("/quotes/" + first).getInt("occurrences")).isEqualTo(1);
        assertThat(get("/quotes/" + second).getString("occurrenceOf")).isNull();
        assertThat(get("/quotes/" + third).getString("occurrenceOf")).isEqualTo(second);
        assertThat(get("/quotes/" + third).getInt("occurrences")).isEqualTo(2);
        // it stays apart whatever is revised
        patch("/quotes/" + first, Map.of("content", FAISAL + " please")).then().statusCode(200);
        assertThat(get("/quotes/" + first).getInt("occurrences")).isEqualTo(1);
        JsonPath joined = as("editor").header("If-Match", etag("/quotes/" + first)).contentType(ContentType.JSON)
                .body(Map.of("quote", third, "reason", "the same after all"))
                .put("/api/v1/quotes/" + first + "/occurrence-of").then().statusCode(200).extract().jsonPath();
        assertThat(joined.getString("occurrenceOf")).isEqualTo(second);
        assertThat(joined.getInt("occurrences")).isEqualTo(3);
        assertThat(joined.getString("revisionType")).isEqualTo("RECLASSIFICATION");
    }

    @Test
    void impossible_groupings_are_refused() {
        String alone = created("/quotes", quoteBody(document(), speaker())).getString("id");
        String path = "/api/v1/quotes/" + alone + "/occurrence-of";
        assertProblem(as("editor").header("If-Match", etag("/quotes/" + alone)).queryParam("reason", "x").delete(path),
                409, "conflict");
        assertProblem(as("editor").header("If-Match", etag("/quotes/" + alone)).contentType(ContentType.JSON)
                .body(Map.of("quote", alone, "reason", "x")).put(path), 409, "conflict");
        assertInvalidBody(as("editor").header("If-Match", etag("/quotes/" + alone)).contentType(ContentType.JSON)
                .body(Map.of("quote", UUID.randomUUID(), "reason", "x")).put(path), "/quote", "is not the id");
        assertProblem(as("contributor").contentType(ContentType.JSON).body(Map.of("quote", alone, "reason", "x"))
                .put(path), 403, "forbidden");
    }
}
