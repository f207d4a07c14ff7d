package org.parole.quote.relation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.etag;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.post;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.retract;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.with;
import static org.parole.quote.support.Problems.assertInvalidBody;
import static org.parole.quote.support.Problems.assertProblem;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RelationTest {

    private String earlier;
    private String later;
    private String document;

    @BeforeEach
    void twoQuotes() {
        document = document();
        earlier = created("/quotes", with(quoteBody(document, speaker()), "saidOn", "2020-04-05")).getString("id");
        later = created("/quotes", with(quoteBody(document, speaker()), "saidOn", "2020-04-07")).getString("id");
    }

    private static String relations(String quote) {
        return "/quotes/" + quote + "/relations";
    }

    @Test
    void are_read_from_both_ends_and_found() {
        JsonPath relation = created(relations(later), Map.of("type", "DENIES", "to", earlier, "note", "in a tweet"));
        assertThat(relation.getString("from")).isEqualTo(later);
        for (String end : new String[]{earlier, later}) {
            assertThat(get(relations(end)).getList("items.id", String.class)).containsExactly(relation.getString("id"));
            assertThat(get("/quotes/" + end + "/relations/" + relation.getString("id")).getString("type"))
                    .isEqualTo("DENIES");
        }
        assertThat(get("/quotes?relation=DENIES&document=" + document).getList("items.id", String.class))
                .containsExactly(later, earlier);
        assertThat(get("/quotes?relation=ANY&document=" + document).getList("items")).hasSize(2);
        assertThat(get("/quotes?relation=REPEATS&document=" + document).getList("items")).isEmpty();
        assertProblem(post(relations(later), Map.of("type", "DENIES", "to", earlier)), 409, "conflict", "/to",
                relation.getString("id"));

        retract(relations(later) + "/" + relation.getString("id")).then().statusCode(204);
        assertThat(get(relations(earlier)).getList("items")).isEmpty();
        assertThat(get(relations(earlier) + "?asOf=" + relation.getString("recordedAt")).getList("items")).hasSize(1);
    }

    @Test
    void keep_the_order_of_time_unless_forced() {
        assertInvalidBody(post(relations(earlier), Map.of("type", "RESPONDS_TO", "to", later)), "/forcedReason",
                "later one");
        assertThat(created(relations(earlier),
                Map.of("type", "RESPONDS_TO", "to", later, "forcedReason", "it had leaked before"))
                .getString("forcedReason")).isEqualTo("it had leaked before");
    }

    @Test
    void need_two_quotes_that_are_there() {
        assertInvalidBody(post(relations(later), Map.of("type", "DENIES", "to", later)), "/to", "another quote");
        assertInvalidBody(post(relations(later), Map.of("type", "DENIES", "to", UUID.randomUUID())), "/to",
                "is not the id of a quote");
        assertInvalidBody(post(relations(later), Map.of("type", "MOCKS", "to", earlier)), "/type", "DENIES, REPEATS");
        assertProblem(post(relations(UUID.randomUUID().toString()), Map.of("type", "DENIES", "to", earlier)), 404,
                "not-found");
        retract("/quotes/" + earlier).then().statusCode(204);
        assertInvalidBody(post(relations(later), Map.of("type", "DENIES", "to", earlier)), "/to",
                "is not the id of a quote");
        assertProblem(given().get("/api/v1" + relations(earlier)), 410, "retracted");
    }

    @Test
    void contributors_add_and_editors_retract() {
        String path = relations(later) + "/" + created(relations(later), Map.of("type", "REPEATS", "to", earlier))
                .getString("id");
        assertProblem(as("contributor").header("If-Match", etag(path)).queryParam("reason", "x")
                .delete("/api/v1" + path), 403, "forbidden");
        assertProblem(as("reader").contentType("application/json").body("{}").post("/api/v1" + relations(later)), 403,
                "forbidden");
    }
}
