package org.parole.quote.replica;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.outletBody;
import static org.parole.quote.support.Api.post;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.retract;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.unique;
import static org.parole.quote.support.Api.with;
import static org.parole.quote.support.Problems.assertInvalidParameter;
import static org.parole.quote.support.Problems.assertProblem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.kit.dev.ReplicaTestResource;
import org.parole.kit.dev.TestTokens;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Lists that a real standby answers: one that follows, one that lags, and one that is away. */
@QuarkusTest
@TestProfile(ReplicaTest.WithReplica.class)
class ReplicaTest {

    /** Two servers. */
    public static class WithReplica implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // Replay is stopped for as long as a test needs; and after an absence it is not waited long.
            return Map.of("parole.replica.lag", "PT1H", "parole.replica.tried-again-after", "PT0.2S");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ReplicaTestResource.class));
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String TOKEN = "Recorded-Through";

    @TestHTTPResource(value = "/health", management = true)
    String health;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private String document;
    private String speaker;
    private String list;

    @BeforeEach
    void twoThatAreEqual() {
        document = document();
        speaker = speaker();
        list = "/api/v1/quotes?document=" + document;
        // The first request finds out where the feed ends, so that the others are free to be answered with less.
        awaitReplay(written(quote("The first word of it")));
    }

    @AfterEach
    void replayGoesOn() throws Exception {
        ReplicaTestResource.ask("select pg_wal_replay_resume()");
    }

    private Response quote(String content) {
        return post("/quotes", with(quoteBody(document, speaker), "content", content));
    }

    private static String written(Response response) {
        return response.then().statusCode(201).extract().header(TOKEN);
    }

    private static void pauseReplay() throws Exception {
        ReplicaTestResource.ask("select pg_wal_replay_pause()");
        await().atMost(PATIENCE).until(() -> ReplicaTestResource.ask("select pg_get_wal_replay_pause_state()"),
                "paused"::equals);
    }

    private void awaitReplay(String token) {
        await().atMost(PATIENCE).until(() -> answeredBy(() -> read(list, TOKEN, token)), "replica"::equals);
    }

    private static Response read(String uri, String... headers) {
        RequestSpecification request = given();
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.get(uri).then().statusCode(200).extract().response();
    }

    private static int total(Response page) {
        return page.jsonPath().getList("items").size();
    }

    /** What the metrics say of one request: the replica, or why the primary answered. */
    private String answeredBy(Runnable request) {
        Map<String, String> before = outcomes();
        request.run();
        Map<String, String> changed = outcomes();
        before.forEach(
                (outcome, count) -> changed.computeIfPresent(outcome, (same, now) -> now.equals(count) ? null : now));
        assertThat(changed).as("one answer").hasSize(1);
        return changed.keySet().iterator().next();
    }

    private Map<String, String> outcomes() {
        TreeMap<String, String> counts = new java.util.TreeMap<String, String>();
        given().get(metrics).asString().lines().filter(line -> line.startsWith("parole_replica_reads_total")).forEach(
                line -> counts.put(line.replaceFirst(".*outcome=\"([a-z]+)\".*", "$1"),
                        line.substring(line.lastIndexOf(' ') + 1)));
        return counts;
    }

    @Test
    void a_replica_that_lags_answers_with_its_own_state_and_the_primary_answers_those_who_have_written()
            throws Exception {
        Response before = read(list);
        assertThat(total(before)).isEqualTo(1);
        pauseReplay();
        String token = written(quote("The second word of it"));
        assertThat(token).matches("quotes=[0-9]+").isNotEqualTo(before.header(TOKEN));

        Response old = read(list);
        assertThat(answeredBy(() -> read(list))).isEqualTo("replica");
        assertThat(total(old)).isEqualTo(1);
        assertThat(old.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(old.header(TOKEN)).isEqualTo(before.header(TOKEN));

        assertThat(answeredBy(() -> read(list, TOKEN, token))).isEqualTo("behind");
        Response fresh = read(list, TOKEN, token);
        assertThat(total(fresh)).isEqualTo(2);
        assertThat(fresh.header(TOKEN)).isEqualTo(token);

        ReplicaTestResource.ask("select pg_wal_replay_resume()");
        awaitReplay(token);
        assertThat(read(list, TOKEN, token).header("ETag")).isEqualTo(fresh.header("ETag"));
        assertThat(total(read(list))).isEqualTo(2);
    }

    @Test
    void a_known_state_is_never_answered_with_an_older_one() throws Exception {
        Response before = read(list);
        String etagBefore = before.header("ETag");
        given().header("If-None-Match", etagBefore).header(TOKEN, before.header(TOKEN)).get(list).then()
                .statusCode(304).header(TOKEN, before.header(TOKEN));
        pauseReplay();
        String token = written(quote("The second word of it"));
        Response fresh = read(list, TOKEN, token);
        String etag = fresh.header("ETag");
        assertThat(etag).isNotEqualTo(etagBefore);

        given().header("If-None-Match", etag).get(list).then().statusCode(304).header(TOKEN, token);
        given().header("If-None-Match", etag).header(TOKEN, token).get(list).then().statusCode(304);
        // Without a place, nobody knows that the older tag is older.
        assertThat(answeredBy(() -> read(list, "If-None-Match", etagBefore))).isEqualTo("conditional");
        assertThat(read(list, "If-None-Match", etagBefore).header("ETag")).isEqualTo(etag);
        // With its own, the old state is what it may be told.
        given().header("If-None-Match", etagBefore).header(TOKEN, before.header(TOKEN)).get(list).then()
                .statusCode(304).header("ETag", etagBefore);

        ReplicaTestResource.ask("select pg_wal_replay_resume()");
        awaitReplay(token);
        assertThat(answeredBy(() -> given().header("If-None-Match", etag).header(TOKEN, token).get(list).then()
                .statusCode(304))).isEqualTo("replica");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tallies=1", "tallies=99999", "quotes=1, tallies=99999"})
    void places_in_other_feeds_are_no_matter_of_this_one(String token) {
        assertThat(answeredBy(() -> read(list, TOKEN, token))).isEqualTo("replica");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"quotes=999999999999999999 | behind", "quotes=1, quotes=999999 | behind",
            "* | all", "quotes | all", "quotes=x | all", "quotes=1, | all"})
    void what_no_replica_has_replayed_the_primary_answers(String token, String outcome) {
        assertThat(answeredBy(() -> read(list, TOKEN, token))).isEqualTo(outcome);
    }

    @Test
    void searches_facets_and_exports_are_the_replicas() throws Exception {
        pauseReplay();
        written(quote("The second word of it"));
        assertThat(total(read(list + "&q=word"))).isEqualTo(1);
        assertThat(read("/api/v1/quotes/facets?document=" + document).jsonPath().getInt("total")).isEqualTo(1);
        assertThat(read(list, "Accept", "text/csv").asString().lines()).hasSize(2);
        assertThat(read(list, "Accept", "application/x-ndjson").asString().lines()).hasSize(1);
        assertThat(read(list, "Accept", "application/ld+json").asString()).doesNotContain("second word");
    }

    @Test
    void records_their_history_and_the_feed_are_the_primarys() throws Exception {
        pauseReplay();
        Response outlet = post("/outlets", with(outletBody(), "name", "Late " + unique()));
        String path = "/api/v1/outlets/" + outlet.jsonPath().getString("id");
        assertThat(read(path).header("ETag")).isNotBlank();
        assertThat(read(path + "/history").jsonPath().getList("items")).hasSize(1);
        assertThat(given().header("Authorization", TestTokens.bearer("gateway", "reader"))
                .get("/internal/changes/head").jsonPath().getLong("seq"))
                .isEqualTo(Long.parseLong(written(outlet).replace("quotes=", "")));
        assertThat(total(read("/api/v1/outlets?name=" + outlet.jsonPath().getString("name")))).isZero();
        assertThat(retract(path.replace("/api/v1", "")).then().statusCode(204).extract().header(TOKEN))
                .matches("quotes=[0-9]+");
    }

    @Test
    void an_earlier_record_time_is_the_replicas_only_where_it_has_gone_beyond() throws Exception {
        // All that there is was recorded a moment ago, so every time since is too young.
        assertThat(answeredBy(() -> read(list + "&asOf=" + Instant.now()))).isEqualTo("behind");
        assertThat(answeredBy(() -> read("/api/v1/outlets?asOf=" + Instant.now()))).isEqualTo("behind");
        assertThat(answeredBy(() -> read("/api/v1/outlets?asOf=2026-01-01T00:00:00Z"))).isEqualTo("replica");
        pauseReplay();
        written(quote("The second word of it"));
        assertThat(total(read(list + "&asOf=" + Instant.now()))).isEqualTo(2);
        assertInvalidParameter(given().get(list + "&asOf=2999-01-01"), "asOf", "future");
    }

    @Test
    void what_a_replica_refuses_is_for_the_primary_to_decide() throws Exception {
        pauseReplay();
        String id = quote("The second word of it").jsonPath().getString("id");
        assertThat(total(read("/api/v1/quotes/" + id + "/occurrences"))).isEqualTo(1);
        assertProblem(given().get("/api/v1/quotes/0190b2f0-0000-7000-8000-000000000000/occurrences"), 404,
                "not-found");
        assertInvalidParameter(given().get(list + "&cursor=x"), "cursor", "next");
    }

    @Test
    void while_the_replica_is_away_the_primary_answers_and_the_service_is_ready() throws Exception {
        written(quote("The second word of it"));
        ReplicaTestResource.haltReplica();
        try {
            assertThat(answeredBy(() -> assertThat(total(read(list))).isEqualTo(2))).isEqualTo("away");
            given().get(health + "/ready").then().statusCode(200);
            assertThat(given().get(health + "/well").then().statusCode(200).extract().jsonPath()
                    .getString("checks.find { it.name == 'replica' }.data.state")).startsWith("away");
            String token = written(quote("The third word of it"));
            assertThat(total(read(list, TOKEN, token))).isEqualTo(3);
        } finally {
            ReplicaTestResource.startReplica();
        }
        await().atMost(PATIENCE).until(() -> answeredBy(() -> read(list)), "replica"::equals);
        await().atMost(PATIENCE).until(() -> total(read(list)) == 3);
        assertThat(given().get(health + "/well").jsonPath()
                .getString("checks.find { it.name == 'replica' }.data.state")).isEqualTo("read");
    }
}
