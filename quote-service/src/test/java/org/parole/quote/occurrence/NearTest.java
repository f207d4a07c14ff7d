package org.parole.quote.occurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.etag;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.patch;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.retract;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.with;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class NearTest {

    private static final String RELEASE = "We will release forty prisoners from the northern province before the holiday";

    private static JsonPath said(String speaker, String content, String date) {
        return created("/quotes", with(quoteBody(document(), speaker), "content", content, "saidOn", date));
    }

    @Test
    void another_number_or_a_not_makes_two_statements_that_are_near() {
        String speaker = speaker();
        String first = said(speaker, RELEASE, "2020-04-07").getString("id");
        JsonPath second = said(speaker, RELEASE.replace("forty", "50"), "2020-04-07");
        JsonPath third = said(speaker, RELEASE.replace("will", "will not"), "2020-04-07");
        assertThat(second.getInt("occurrences")).isEqualTo(1);
        assertThat(second.getList("near.quote", String.class)).containsExactly(first);
        assertThat(second.getMap("near[0].difference[0]"))
                .isEqualTo(Map.of("kind", "NUMBER", "here", "50", "there", "forty"));
        assertThat(third.getList("near.quote", String.class)).containsExactlyInAnyOrder(first, second.getString("id"));
        JsonPath seen = get("/quotes/" + first);
        assertThat(seen.getInt("independentOccurrences")).isEqualTo(1);
        assertThat(seen.getMap("near.find { it.quote == '" + third.getString("id") + "' }.difference[0]"))
                .isEqualTo(Map.of("kind", "NEGATION", "there", "not"));
        assertThat(get("/quotes?speaker=" + speaker + "&independentAtLeast=2").getList("items")).isEmpty();
        assertThat(get("/quotes?speaker=" + speaker).getList("items.collect { it.near.size() }", Integer.class))
                .containsExactly(2, 2, 2);
    }

    @Test
    void a_formula_of_another_month_is_near_and_says_when() {
        String speaker = speaker();
        said(speaker, RELEASE, "2020-02-20");
        JsonPath second = said(speaker, RELEASE, "2020-04-07");
        assertThat(second.getInt("occurrences")).isEqualTo(1);
        assertThat(second.getMap("near[0].difference[0]"))
                .isEqualTo(Map.of("kind", "TIME", "here", "2020-04-07", "there", "2020-02-20"));
    }

    @Test
    void a_chain_of_repetitions_each_soon_after_the_last_is_not_one_statement() {
        String speaker = speaker();
        String first = said(speaker, RELEASE, "2020-03-10").getString("id");
        JsonPath second = said(speaker, RELEASE, "2020-03-20");
        assertThat(second.getString("occurrenceOf")).isEqualTo(first);
        JsonPath third = said(speaker, RELEASE, "2020-03-30");
        assertThat(third.getString("occurrenceOf")).isNull();
        assertThat(third.getList("near.difference.kind.flatten()", String.class)).containsOnly("TIME");
        assertThat(get("/quotes/" + first).getInt("occurrences")).isEqualTo(2);
    }

    @Test
    void what_is_near_follows_revisions_retractions_and_an_editor_and_is_kept_for_earlier_record_times() {
        String speaker = speaker();
        String first = said(speaker, RELEASE, "2020-04-07").getString("id");
        String second = said(speaker, RELEASE.replace("forty", "50"), "2020-04-07").getString("id");
        String before = get("/quotes/" + second).getString("recordedAt");
        patch("/quotes/" + second, Map.of("content", RELEASE)).then().statusCode(200);
        assertThat(get("/quotes/" + second).getString("occurrenceOf")).isEqualTo(first);
        assertThat(get("/quotes/" + second).getList("near")).isNull();
        assertThat(get("/quotes/" + first).getList("near")).isNull();
        assertThat(get("/quotes/" + first + "?asOf=" + before).getList("near.quote", String.class))
                .containsExactly(second);

        String third = said(speaker, RELEASE.replace("forty", "60"), "2020-04-07").getString("id");
        assertThat(get("/quotes/" + first).getList("near.quote", String.class)).containsExactly(third);
        as("editor").header("If-Match", etag("/quotes/" + third)).contentType(ContentType.JSON)
                .body(Map.of("quote", first, "reason", "a misprint")).put("/api/v1/quotes/" + third + "/occurrence-of")
                .then().statusCode(200);
        assertThat(get("/quotes/" + third).getList("near")).isNull();
        String fourth = said(speaker, RELEASE.replace("forty", "70"), "2020-04-07").getString("id");
        assertThat(get("/quotes/" + fourth).getList("near")).hasSize(3);
        retract("/quotes/" + fourth).then().statusCode(204);
        assertThat(get("/quotes/" + first).getList("near")).isNull();
    }

    @Test
    void a_first_that_is_revised_into_another_statement_leaves_its_group() {
        String speaker = speaker();
        String first = said(speaker, RELEASE, "2020-04-07").getString("id");
        String second = said(speaker, RELEASE, "2020-04-07").getString("id");
        String third = said(speaker, RELEASE, "2020-04-07").getString("id");
        patch("/quotes/" + first, Map.of("content", RELEASE + ".")).then().statusCode(200);
        assertThat(get("/quotes/" + first).getInt("occurrences")).isEqualTo(3);
        patch("/quotes/" + first, Map.of("content", RELEASE.replace("will", "will not"))).then().statusCode(200);
        assertThat(get("/quotes/" + first).getInt("occurrences")).isEqualTo(1);
        assertThat(get("/quotes/" + second).getString("occurrenceOf")).isNull();
        assertThat(get("/quotes/" + third).getString("occurrenceOf")).isEqualTo(second);
        assertThat(get("/quotes/" + third).getInt("occurrences")).isEqualTo(2);
        assertThat(get("/quotes/" + first).getList("near")).hasSize(2);
    }
}
