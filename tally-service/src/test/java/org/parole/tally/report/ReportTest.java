package org.parole.tally.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.support.Api.as;
import static org.parole.tally.support.Api.commitment;
import static org.parole.tally.support.Api.created;
import static org.parole.tally.support.Api.etag;
import static org.parole.tally.support.Api.exactly;
import static org.parole.tally.support.Api.get;
import static org.parole.tally.support.Api.patch;
import static org.parole.tally.support.Api.post;
import static org.parole.tally.support.Api.report;
import static org.parole.tally.support.Api.reportBody;
import static org.parole.tally.support.Api.with;
import static org.parole.tally.support.Problems.assertInvalidBody;
import static org.parole.tally.support.Problems.assertInvalidParameter;
import static org.parole.tally.support.Problems.assertProblem;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ReportTest {

    @Test
    void what_points_to_nothing_is_kept_and_flagged() {
        Map<String, Object> body = reportBody(commitment());
        assertThat(created("/release-reports", body).getBoolean("evidenceMissing")).isTrue();
        String path = "/release-reports/"
                + report(with(body, "evidence", Map.of("documentUrl", "https://example.org/articles/1")));
        assertThat(get(path).getBoolean("evidenceMissing")).isFalse();
        assertInvalidBody(post("/release-reports", with(body, "evidence", Map.of("documentUrl", "nowhere"))),
                "/evidence/documentUrl", "http or https");
        assertInvalidBody(post("/release-reports", with(body, "evidence", Map.of("quoteId", "x"))),
                "/evidence/quoteId", "a UUID");
    }

    @Test
    void a_demand_may_come_before_the_agreement_and_a_deed_may_not() {
        Map<String, Object> body = with(reportBody(commitment()), "eventOn", "2020-02-28", "publishedAt", "2020-02-28");
        assertInvalidBody(post("/release-reports", body), "/eventOn", "must not be before the agreement");
        report(with(body, "stage", "DEMANDED"));
        assertThat(created("/release-reports", with(body, "eventOn", "2020-02")).getString("eventOnPrecision"))
                .isEqualTo("MONTH");
    }

    @Test
    void lists_by_every_filter_and_the_three_times() {
        String commitment = commitment();
        Map<String, Object> body = reportBody(commitment);
        String first = report(body);
        String recorded = get("/release-reports/" + first).getString("recordedAt");
        String second = report(with(body, "claimant", Map.of("name", "Another\u2019s office"), "sourceKind", "MONITOR",
                "stage", "VERIFIED", "basis", "CUMULATIVE", "eventOn", "2020-04-20", "publishedAt",
                "2020-04-21T10:00:00+04:30"));
        String list = "/release-reports?commitment=" + commitment;
        assertThat(ids(list)).containsExactly(first, second);
        assertThat(ids(list + "&claimant=ANOTHERS OFFICE")).containsExactly(second);
        assertThat(ids(list + "&sourceKind=MONITOR")).containsExactly(second);
        assertThat(ids(list + "&stage=REPORTED")).containsExactly(first);
        assertThat(ids(list + "&basis=CUMULATIVE")).containsExactly(second);
        assertThat(ids(list + "&on=2020-04-19")).containsExactly(first);
        assertThat(ids(list + "&publishedBy=2020-04-20")).containsExactly(first);
        assertThat(ids(list + "&publishedBy=2020-04-21T05:30:00Z")).containsExactly(first, second);
        assertThat(ids(list + "&asOf=" + recorded)).containsExactly(first);
        JsonPath page = get(list + "&limit=1");
        assertThat(ids(list + "&limit=1&cursor=" + page.getString("next"))).containsExactly(second);
        for (String order : List.of("oldest", "newest", "recorded")) {
            List<String> expected = order.equals("oldest") ? List.of(first, second) : List.of(second, first);
            assertThat(ids(list + "&order=" + order)).as(order).isEqualTo(expected);
            String onward = get(list + "&limit=1&order=" + order).getString("next");
            assertThat(ids(list + "&limit=1&order=" + order + "&cursor=" + onward)).as(order)
                    .containsExactly(expected.get(1));
            assertInvalidParameter(given().get("/api/v1" + list + "&order=" + (order.equals("newest")
                    ? "recorded"
                    : "newest") + "&cursor=" + onward), "cursor", "filters");
        }
        Response csv = given().accept("text/csv").get("/api/v1" + list);
        assertThat(csv.asString().lines()).hasSize(3);
        assertThat(given().accept("application/x-ndjson").get("/api/v1" + list).asString().lines()).hasSize(2);
        // Recorded last, and the first to have happened.
        String third = report(with(body, "eventOn", "2020-03-01", "claimant", Map.of("name", "A third office")));
        assertThat(ids(list + "&order=newest")).containsExactly(second, first, third);
        assertThat(ids(list + "&order=recorded")).containsExactly(third, second, first);
        assertInvalidParameter(given().get("/api/v1" + list + "&order=best"), "order", "RECORDED");
        assertInvalidParameter(given().get("/api/v1/release-reports?stage=DONE"), "stage", "REPORTED");
        assertInvalidParameter(given().get("/api/v1/release-reports?comitment=x"), "comitment", "commitment");
        assertInvalidParameter(given().get("/api/v1/release-reports?asOf=2999-01-01T00:00:00Z"), "asOf", "future");
    }

    @Test
    void lists_by_party_from_a_date_and_by_words() {
        String commitment = commitment();
        String word = "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        String first = report(with(reportBody(commitment), "note", "Prisoners of " + word + " were counted"));
        String second = report(with(reportBody(commitment), "eventOn", "2020-04-20", "publishedAt", "2020-04-21",
                "place", word));
        String recorded = get("/release-reports/" + first).getString("recordedAt");
        String list = "/release-reports?commitment=" + commitment;
        JsonPath parties = get("/commitments/" + commitment);
        for (String side : List.of("releasingParty", "receivingParty")) {
            assertThat(ids(list + "&party=" + parties.getString(side))).containsExactly(first, second);
            assertThat(ids(list + "&asOf=" + recorded + "&party=" + parties.getString(side))).containsExactly(first);
        }
        assertThat(ids(list + "&party=nobody-at-all")).isEmpty();
        assertThat(ids(list + "&from=2020-04-20")).containsExactly(second);
        assertThat(ids(list + "&from=2020-04-21")).isEmpty();
        assertThat(ids("/release-reports?q=" + word)).containsExactly(first, second);
        assertThat(ids("/release-reports?q=" + word + " prisoner")).containsExactly(first);
        assertThat(ids("/release-reports?q=" + word + " -prisoner")).containsExactly(second);
        String next = get("/release-reports?limit=1&q=" + word).getString("next");
        assertThat(ids("/release-reports?limit=1&q=" + word + "&cursor=" + next)).containsExactly(second);
        assertInvalidParameter(given().get("/api/v1/release-reports?q=other&cursor=" + next), "cursor", "filters");
        assertInvalidParameter(given().get("/api/v1/release-reports?q=" + "a".repeat(201)), "q", "1 to 200");
        assertInvalidParameter(given().get("/api/v1/release-reports?from=soon"), "from", "date");
        assertInvalidParameter(given().get("/api/v1/release-reports?party=A B"), "party", "slug");
    }

    @Test
    void all_that_a_report_lacks_is_named_at_once_and_nothing_that_was_not_sent() {
        Response nothing = post("/release-reports", Map.of());
        assertInvalidBody(nothing, "/commitment", "must be given, or exchange");
        assertInvalidBody(nothing, "/quantity", "must be given, except in a denial");
        assertInvalidBody(nothing, "/stage", "must be given");
        for (String end : List.of("min", "max")) {
            Response negative = post("/release-reports", with(reportBody(commitment()), "quantity",
                    Map.of("comparator", "EXACTLY", end, -5)));
            assertInvalidBody(negative, "/quantity/" + end, "must not be below 0; it is -5");
            assertThat(negative.jsonPath().getList("errors")).hasSize(1);
        }
        assertInvalidBody(post("/release-reports", with(reportBody(commitment()), "quantity",
                Map.of("comparator", "ABOUT"))), "/quantity/min", "must be given with ABOUT");
    }

    @Test
    void agreements_are_found_by_their_words() {
        String agreement = get("/commitments/" + commitment()).getString("agreement");
        assertThat(get("/agreements?q=" + agreement).getList("items.slug")).contains(agreement);
        assertThat(get("/agreements?q=" + agreement + " nothingofthekind").getList("items.slug")).isEmpty();
        assertInvalidParameter(given().get("/api/v1/agreements?q=" + "a".repeat(201)), "q", "1 to 200");
    }

    @Test
    void a_revision_counts_from_its_own_record_time_on() {
        String commitment = commitment();
        String path = "/release-reports/" + report(reportBody(commitment));
        String recorded = get(path).getString("recordedAt");
        String tally = "/api/v1/tallies/" + commitment + "?on=2020-04-30&asOf=" + recorded;
        String then = given().get(tally).asString();
        Response revised = patch(path, Map.of("quantity", exactly(30), "basis", "CUMULATIVE"));
        assertThat(revised.statusCode()).as(revised.asString()).isEqualTo(422);
        assertInvalidBody(revised, "/quantity/max", "must equal min");
        patch(path, Map.of("quantity", Map.of("min", 30, "max", 30), "basis", "CUMULATIVE")).then().statusCode(200);
        assertThat(get("/tallies/" + commitment + "?on=2020-04-30").getInt("released.best")).isEqualTo(30);
        assertThat(given().get(tally).asString()).isEqualTo(then);
        assertThat(get(path + "/history").getList("items[1].changes.pointer")).isEqualTo(
                List.of("/basis", "/quantity/max", "/quantity/min"));
    }

    @Test
    void contributors_may_not_revise_reports() {
        String path = "/release-reports/" + report(reportBody(commitment()));
        assertProblem(as("contributor").contentType("application/merge-patch+json").header("If-Match", etag(path))
                .body("{}").patch("/api/v1" + path + "?reason=x"), 403, "forbidden");
        assertProblem(as("contributor").header("If-Match", etag(path)).delete("/api/v1" + path + "?reason=x"), 403,
                "forbidden");
        assertInvalidParameter(as("editor").header("If-Match", etag(path)).delete("/api/v1" + path), "reason",
                "must say why");
        assertProblem(given().get("/api/v1/release-reports/" + UUID.randomUUID()), 404, "not-found");
    }

    private static List<String> ids(String list) {
        return get(list).getList("items.id", String.class);
    }
}
