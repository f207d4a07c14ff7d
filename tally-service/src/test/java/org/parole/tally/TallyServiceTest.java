package org.parole.tally;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.TestTokens;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The service over HTTP on the claims of 2020, against the real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class TallyServiceTest {

    private static final String API = "/api/v1";
    private static final String TALIBAN_PRISONERS = "us-taliban-2020-taliban-prisoners";
    private static final String GOVERNMENT_CAPTIVES = "us-taliban-2020-government-captives";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static boolean loaded;

    private static RequestSpecification as(String role) {
        return given().header("Authorization", TestTokens.bearer("tester", role)).contentType("application/json");
    }

    private static Response post(String path, Object body) {
        return as("contributor").body(body instanceof JsonNode node ? node.toString() : body).post(API + path);
    }

    private static void create(String path, Object body) {
        Response response = post(path, body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    }

    private static JsonNode claims() {
        try (InputStream in = TallyServiceTest.class.getResourceAsStream("/sample/release-reports.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void loadTheClaims() {
        if (loaded) {
            return;
        }
        create("/parties", Map.of("slug", "united-states", "name", "United States", "kind", "STATE"));
        create("/parties", Map.of("slug", "taliban", "name", "Taliban", "kind", "ARMED_GROUP"));
        create("/parties", Map.of("slug", "afghan-government", "name", "Afghan government", "kind", "STATE"));
        create("/agreements", Map.of("slug", "us-taliban-2020", "title", "Agreement for Bringing Peace to Afghanistan",
                "signedOn", "2020-02-29", "signatories", List.of("united-states", "taliban"), "boundParties",
                List.of("united-states", "taliban", "afghan-government"), "place", "Doha"));
        create("/commitments",
                commitment(TALIBAN_PRISONERS, "afghan-government", "taliban", "Taliban prisoners", 5000));
        create("/commitments",
                commitment(GOVERNMENT_CAPTIVES, "taliban", "afghan-government", "government captives", 1000));
        claims().forEach(claim -> create("/release-reports", claim.get("report")));
        loaded = true;
    }

    private static Map<String, Object> commitment(String slug, String releasing, String receiving, String category,
            int number) {
        return Map.of("slug", slug, "agreement", "us-taliban-2020", "releasingParty", releasing, "receivingParty",
                receiving, "category", category, "quantity", Map.of("comparator", "EXACTLY", "min", number));
    }

    private static JsonPath tally(String commitment, String query) {
        Response response = given().get(API + "/tallies/" + commitment + "?" + query);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath();
    }

    private static ObjectNode report() {
        ObjectNode report = (ObjectNode) claims().get(0).get("report").deepCopy();
        report.put("stage", "REPORTED").put("basis", "BATCH").put("eventOn", "2020-04-08").put("publishedAt",
                "2020-04-08");
        return report;
    }

    private static void assertProblem(Response response, int status, String slug, String pointer, String detail) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("type")).isEqualTo("urn:parole:problem:" + slug);
        if (pointer != null) {
            assertThat(response.jsonPath().getList("errors.pointer")).as(response.asString()).contains(pointer);
        }
        assertThat(response.asString()).contains(detail);
    }

    @Test
    void on_the_day_of_the_article_nobody_had_been_released() {
        JsonPath tally = tally(TALIBAN_PRISONERS, "on=2020-04-07");
        assertThat(tally.getLong("released.low")).isZero();
        assertThat(tally.getLong("released.best")).isZero();
        assertThat(tally.getLong("released.high")).isZero();
        assertThat(tally.getLong("remaining.best")).isEqualTo(5000);
    }

    @Test
    void at_the_end_of_may_the_sources_span_2284_to_3000_and_on_2_june_they_spanned_2710_to_3000() {
        JsonPath all = tally(TALIBAN_PRISONERS, "on=2020-05-31");
        assertThat(all.getLong("released.low")).isEqualTo(2284);
        assertThat(all.getLong("released.high")).isEqualTo(3000);
        assertThat(all.getList("conflicts.type")).contains("CONTRADICTION", "REPORTED_DIFFERENTLY",
                "DENIAL");
        assertThat(all.getList("gaps.claimant")).contains("National Security Council");
        assertThat(all.getString("released.bounds.low.claimant")).isEqualTo("Taliban");
        assertThat(all.getString("rules")).isEqualTo("2");
        assertThat(all.getString("carry")).isEqualTo("P45D");
        assertThat(all.getInt("promised.max")).isEqualTo(5000);
        assertThat(all.getList("promised.wordings.comparator")).containsExactly("EXACTLY", "UP_TO");
        JsonPath then = tally(TALIBAN_PRISONERS, "on=2020-05-31&publishedBy=2020-06-02");
        assertThat(then.getLong("released.low")).isEqualTo(2710);
        assertThat(then.getLong("released.high")).isEqualTo(3000);
    }

    @Test
    void a_partys_total_is_carried_for_as_long_as_asked_and_other_durations_are_refused() {
        JsonPath carried = tally(TALIBAN_PRISONERS, "on=2020-04-30");
        assertThat(carried.getLong("released.low")).isEqualTo(361);
        assertThat(carried.getBoolean("released.bounds.low.carried")).isTrue();
        assertThat(tally(TALIBAN_PRISONERS, "on=2020-04-30&carry=P0D").getLong("released.low")).isEqualTo(661);
        assertThat(tally(TALIBAN_PRISONERS, "on=2020-04-30&carry=P364D").getString("carry")).isEqualTo("P364D");
        for (String wrong : new String[]{"P-1D", "-P1D", "P1Y", "P12M", "P365D", "P400D", "P2Y", "PT5M", "soon"}) {
            assertProblem(given().get(API + "/tallies/" + TALIBAN_PRISONERS + "?carry=" + wrong), 400,
                    "invalid-parameter", "carry", "ISO 8601 duration");
        }
    }

    @Test
    void sentences_are_written_in_the_language_that_the_reader_prefers() {
        Response german = given().header("Accept-Language", "de-CH,de;q=0.9,en;q=0.5")
                .get(API + "/tallies/" + TALIBAN_PRISONERS + "?on=2020-05-31");
        assertThat(german.header("Content-Language")).isEqualTo("de");
        assertThat(german.header("Vary")).contains("Accept-Language");
        assertThat(german.jsonPath().getList("conflicts.text").toString()).contains("2.710 oder 3.000 laut");
        Response french = given().header("Accept-Language", "fr").get(API + "/tallies/" + TALIBAN_PRISONERS
                + "?on=2020-05-31");
        assertThat(french.jsonPath().getList("conflicts.text").toString()).contains("au 31 mai 2020");
        assertThat(given().header("Accept-Language", "xx").get(API + "/tallies/" + TALIBAN_PRISONERS)
                .header("Content-Language")).isEqualTo("en");
    }

    @Test
    void where_the_filters_leave_nothing_the_reason_says_so() {
        assertThat(tally(TALIBAN_PRISONERS, "on=2020-05-31&place=Nowhere").getString("released.reason"))
                .isEqualTo("No report matches the filters.");
    }

    @Test
    void policies_choose_differently_and_verified_is_unknown_rather_than_zero() {
        assertThat(tally(TALIBAN_PRISONERS, "on=2020-05-31&policy=cautious").getLong("released.best")).isEqualTo(2284);
        assertThat(tally(TALIBAN_PRISONERS, "on=2020-06-01&policy=latest").getLong("released.best")).isPositive();
        JsonPath verified = tally(TALIBAN_PRISONERS, "on=2020-05-31&policy=verified");
        assertThat(verified.getString("released.best")).isNull();
        assertThat(verified.getString("released.reason")).isEqualTo("Nothing has been verified.");
    }

    @Test
    void an_agreement_has_a_tally_for_each_commitment_in_json_and_csv() {
        Response list = given().get(API + "/tallies?agreement=us-taliban-2020&on=2020-05-31");
        assertThat(list.jsonPath().getList("items.commitment")).containsExactly(GOVERNMENT_CAPTIVES, TALIBAN_PRISONERS);
        Response csv = given().accept("text/csv").get(API + "/tallies?party=taliban&on=2020-05-31");
        assertThat(csv.asString().lines().findFirst().orElseThrow()).contains("commitment", "released.low",
                "released.high");
        assertThat(csv.asString()).contains(TALIBAN_PRISONERS, "2284");
        assertThat(given().get(API + "/agreements?party=afghan-government").jsonPath().getList("items.slug"))
                .containsExactly("us-taliban-2020");
        assertProblem(given().get(API + "/tallies?on=2020-05-31"), 400, "invalid-parameter", "agreement",
                "must be given");
    }

    @Test
    void the_series_and_the_explanation_say_what_the_tally_says() {
        JsonPath series = given().get(API + "/tallies/series?commitment=" + TALIBAN_PRISONERS + "&on=2020-07-12")
                .jsonPath();
        int last = series.getList("on").size() - 1;
        assertThat(series.getString("on[" + last + "]")).isEqualTo("2020-05-31");
        assertThat(series.getLong("low[" + last + "]")).isEqualTo(2284);
        assertThat(series.getList("best")).hasSize(last + 1);
        JsonPath steps = given().get(API + "/tallies/" + TALIBAN_PRISONERS + "/explain?on=2020-05-31").jsonPath();
        assertThat(steps.getList("steps.text")).isNotEmpty();
    }

    @Test
    void a_retraction_leaves_earlier_record_times_as_they_were() {
        ObjectNode body = report();
        body.put("scope", "test-retraction");
        Response created = post("/release-reports", body);
        String path = created.jsonPath().getString("id");
        String before = created.jsonPath().getString("recordedAt");
        String query = API + "/tallies/" + TALIBAN_PRISONERS + "?on=2020-04-08&scope=test-retraction&asOf=" + before;
        String then = given().get(query).asString();
        assertThat(then).contains(path);
        String etag = given().get(API + "/release-reports/" + path).header("ETag");
        assertThat(as("editor").header("If-Match", etag).delete(API + "/release-reports/" + path + "?reason=twice")
                .statusCode()).isEqualTo(204);
        assertThat(given().get(query).asString()).isEqualTo(then);
        assertProblem(given().get(API + "/release-reports/" + path), 410, "retracted", null, "twice");
        assertThat(
                given().get(API + "/tallies/" + TALIBAN_PRISONERS + "?on=2020-04-08&scope=test-retraction").asString())
                .doesNotContain(path);
        JsonPath history = given().get(API + "/release-reports/" + path + "/history").jsonPath();
        assertThat(history.getList("items.revisionType")).containsExactly("CREATION", "RETRACTION");
        assertThat(history.getString("items[1].reason")).isEqualTo("twice");
        assertProblem(as("editor").header("If-Match", etag).delete(API + "/release-reports/" + path + "?reason=twice"),
                410,
                "retracted", null, "twice");
    }

    @Test
    void a_revision_is_made_under_the_etag_with_a_reason() {
        ObjectNode body = report();
        body.put("scope", "test-revision");
        String path = API + "/release-reports/" + post("/release-reports", body).jsonPath().getString("id");
        String etag = given().get(path).header("ETag");
        Response revised = as("editor").contentType("application/merge-patch+json").header("If-Match", etag)
                .body("{\"place\":\"Bagram\"}").patch(path + "?reason=place%20found");
        assertThat(revised.statusCode()).as(revised.asString()).isEqualTo(200);
        assertThat(revised.jsonPath().getString("place")).isEqualTo("Bagram");
        assertThat(revised.jsonPath().getInt("revision")).isEqualTo(2);
        assertProblem(as("editor").contentType("application/merge-patch+json").header("If-Match", etag)
                .body("{\"place\":\"Kabul\"}").patch(path + "?reason=x"), 412, "precondition-failed", null, "If-Match");
        assertProblem(as("editor").contentType("application/merge-patch+json").body("{\"place\":\"Kabul\"}")
                .patch(path + "?reason=x"), 428, "precondition-required", "If-Match", "ETag");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"commitment|\"nowhere\"|/commitment|is not the slug of a commitment",
            "eventOn|\"2020-02-30\"|/eventOn|a date that exists",
            "eventOn|\"2020-01-01\"|/eventOn|before the agreement",
            "publishedAt|\"2399-01-01\"|/publishedAt|future", "stage|\"DONE\"|/stage|REPORTED",
            "basis|\"TOTAL\"|/basis|TOTAL", "sourceKind|null|/sourceKind|", "credibility|7|/credibility|1 to 6",
            "quantity|{\"comparator\":\"BETWEEN\",\"min\":5}|/quantity/max|",
            "quantity|{\"comparator\":\"EXACTLY\",\"min\":-1}|/quantity/min|below 0",
            "quantity|{\"comparator\":\"BETWEEN\",\"min\":5,\"max\":4}|/quantity/max|",
            "quantity|{\"comparator\":\"EXACTLY\",\"min\":10000001}|/quantity/min|10,000,000",
            "quantity|{\"comparator\":\"EXACTLY\",\"min\":\"five\"}|/quantity/min|whole number",
            "claimant|{\"name\":\" \"}|/claimant/name|", "clamant|{}|/clamant|did you mean 'claimant'?"})
    void a_wrong_report_is_refused_by_its_field(String field, String value, String pointer, String detail)
            throws Exception {
        ObjectNode body = report();
        body.set(field, JSON.readTree(value));
        assertProblem(post("/release-reports", body), 422, "invalid-body", pointer, detail == null ? "" : detail);
    }

    @Test
    void a_release_in_the_future_and_a_party_that_is_not_bound_are_refused() {
        ObjectNode body = report();
        body.put("eventOn", LocalDate.now().plusDays(3).toString());
        assertProblem(post("/release-reports", body), 422, "invalid-body", "/eventOn", "future");
        create("/parties", Map.of("slug", "qatar", "name", "Qatar", "kind", "MEDIATOR"));
        assertProblem(post("/commitments", commitment("not-bound", "qatar", "taliban", "x", 1)), 422, "invalid-body",
                "/releasingParty", "binds");
        assertProblem(post("/commitments", commitment(TALIBAN_PRISONERS, "afghan-government", "taliban", "x", 1)), 409,
                "conflict", "/slug", "with this slug");
    }

    @Test
    void a_running_total_that_falls_is_kept_and_flagged_unless_a_reason_is_given() {
        ObjectNode body = report();
        body.put("scope", "test-decrease").put("basis", "CUMULATIVE").put("eventOn", "2020-05-01").put("publishedAt",
                "2020-05-01");
        body.set("quantity", JSON.createObjectNode().put("comparator", "EXACTLY").put("min", 100));
        create("/release-reports", body);
        body.put("eventOn", "2020-05-02").put("publishedAt", "2020-05-02");
        body.set("quantity", JSON.createObjectNode().put("comparator", "EXACTLY").put("min", 90));
        Response fallen = post("/release-reports", body);
        assertThat(fallen.statusCode()).isEqualTo(201);
        assertThat(fallen.jsonPath().getBoolean("decreaseFlagged")).isTrue();
        assertThat(tally(TALIBAN_PRISONERS, "on=2020-05-02&scope=test-decrease").getList("conflicts.type"))
                .contains("DECREASE");
        body.put("decreaseReason", "Ten were counted twice");
        assertThat(post("/release-reports", body).jsonPath().getBoolean("decreaseFlagged")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/parties", "/agreements", "/commitments", "/release-reports"})
    void writing_needs_the_gateways_word_and_reading_does_not(String path) {
        assertThat(given().get(API + path).statusCode()).isEqualTo(200);
        assertProblem(given().contentType("application/json").body("{}").post(API + path), 401, "unauthenticated", null,
                "");
        assertProblem(as("reader").body("{}").post(API + path), 403, "forbidden", null, "");
        assertProblem(as("contributor").body("{}").post(API + path), 422, "invalid-body", null, "must be given");
        assertProblem(given().get(API + path + "?limit=201"), 400, "invalid-parameter", "limit", "1 to 200");
        assertProblem(given().get(API + path + "?cursor=abc"), 400, "invalid-parameter", "cursor", "'next'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/parties/taliban", "/agreements/us-taliban-2020", "/commitments/" + TALIBAN_PRISONERS})
    void a_contributor_may_not_revise_or_retract_and_what_is_in_use_stays(String path) {
        String etag = given().get(API + path).header("ETag");
        assertProblem(as("contributor").contentType("application/merge-patch+json").header("If-Match", etag).body("{}")
                .patch(API + path + "?reason=x"), 403, "forbidden", null, "");
        assertProblem(as("contributor").header("If-Match", etag).delete(API + path + "?reason=x"), 403, "forbidden",
                null, "");
        assertProblem(as("editor").header("If-Match", etag).delete(API + path + "?reason=x"), 409, "conflict", null,
                "");
    }

    @Test
    void an_intake_is_unseen_until_it_is_committed_and_gone_when_aborted() {
        ObjectNode body = report();
        body.put("scope", "test-intake").put("label", "first");
        Map<String, Object> intake = Map.of("releaseReports", List.of(JSON.convertValue(body, Map.class)));
        String path = "/internal/intakes/" + UUID.randomUUID();
        Response prepared = as("contributor").body(intake).put(path);
        assertThat(prepared.statusCode()).as(prepared.asString()).isEqualTo(200);
        String id = prepared.jsonPath().getString("releaseReports[0].id");
        assertThat(given().get(API + "/release-reports/" + id).statusCode()).isEqualTo(404);
        assertThat(as("contributor").body(intake).put(path).jsonPath().getString("releaseReports[0].id")).isEqualTo(id);
        assertThat(as("contributor").post(path + "/commit").statusCode()).isEqualTo(200);
        assertThat(as("contributor").post(path + "/commit").statusCode()).isEqualTo(200);
        assertThat(given().get(API + "/release-reports/" + id).jsonPath().getString("scope")).isEqualTo("test-intake");

        String other = "/internal/intakes/" + UUID.randomUUID();
        String dropped = as("contributor").body(intake).put(other).jsonPath().getString("releaseReports[0].id");
        assertThat(as("contributor").delete(other).statusCode()).isEqualTo(204);
        assertProblem(as("contributor").post(other + "/commit"), 409, "conflict", null, "aborted");
        assertThat(given().get(API + "/release-reports/" + dropped).statusCode()).isEqualTo(404);

        body.put("eventOn", "2020-01-01");
        assertProblem(as("contributor").body(Map.of("releaseReports", List.of(JSON.convertValue(body, Map.class))))
                .put("/internal/intakes/" + UUID.randomUUID()), 422, "invalid-body", "/releaseReports/0/eventOn",
                "agreement");
        assertProblem(given().contentType("application/json").body(intake).put(path), 401, "unauthenticated", null, "");
    }

    @Test
    void the_feed_has_every_change_and_its_cursor_goes_on() {
        JsonPath feed = given().get(API + "/tally-changes?limit=2").jsonPath();
        long last = feed.getLong("items[1].seq");
        JsonPath next = given().get(API + "/tally-changes?limit=1&cursor=" + feed.getString("next")).jsonPath();
        assertThat(next.getLong("items[0].seq")).isGreaterThan(last);
        List<String> all = new ArrayList<>();
        String cursor = "";
        for (int found = 200; found == 200;) {
            JsonPath page = given().get(API + "/tally-changes?limit=200" + cursor).jsonPath();
            found = page.getList("items").size();
            all.addAll(page.getList("items.recordId", String.class));
            cursor = "&cursor=" + page.getString("next");
        }
        assertThat(all).containsSubsequence("united-states", "taliban", "afghan-government", "us-taliban-2020");
    }
}
