package org.parole.tally.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.support.Api.as;
import static org.parole.tally.support.Api.commitment;
import static org.parole.tally.support.Api.etag;
import static org.parole.tally.support.Api.exactly;
import static org.parole.tally.support.Api.get;
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
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** What editors do with reports: dispute them, and put batches into releases. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class EditingTest {

    private static Response put(String role, String report, String what, Object body) {
        return as(role).contentType(ContentType.JSON).header("If-Match", etag("/release-reports/" + report)).body(body)
                .put("/api/v1/release-reports/" + report + "/" + what);
    }

    private static Response delete(String role, String report, String what) {
        return as(role).header("If-Match", etag("/release-reports/" + report)).queryParam("reason", "settled")
                .delete("/api/v1/release-reports/" + report + "/" + what);
    }

    private static String total(String commitment, String who, String side, int number) {
        return report(with(reportBody(commitment), "claimant", Map.of("name", who), "sourceKind", side, "basis",
                "CUMULATIVE", "quantity", exactly(number)));
    }

    @Test
    void a_disputed_total_is_shown_and_spans_and_does_not_vote() {
        String commitment = commitment();
        total(commitment, "A ministry", "RELEASING_PARTY", 50);
        String disputed = total(commitment, "A council", "RECEIVING_PARTY", 20);
        String before = get("/release-reports/" + disputed).getString("recordedAt");
        String tally = "/tallies/" + commitment + "?on=2020-04-30";
        assertThat(get(tally).getLong("released.best")).isEqualTo(20);
        Response marked = put("editor", disputed, "dispute", Map.of("reason", "The list was never handed over"));
        assertThat(marked.statusCode()).as(marked.asString()).isEqualTo(200);
        assertThat(marked.jsonPath().getString("dispute")).isEqualTo("The list was never handed over");
        assertThat(marked.jsonPath().getString("revisionType")).isEqualTo("RECLASSIFICATION");
        assertThat(get(tally).getLong("released.low")).isEqualTo(20);
        assertThat(get(tally).getLong("released.best")).isEqualTo(50);
        assertThat(get(tally).getList("claimants.disputed")).isEqualTo(List.of(true, false));
        assertThat(get(tally).getList("conflicts.type")).isEqualTo(List.of("CONTRADICTION"));
        assertThat(get(tally + "&asOf=" + before).getLong("released.best")).isEqualTo(20);
        assertThat(get("/release-reports/" + disputed + "/history").getList("items[1].changes.pointer"))
                .isEqualTo(List.of("/dispute"));
        assertThat(get(tally + "&policy=cautious").getBoolean("released.oneSided")).isTrue();
        delete("editor", disputed, "dispute").then().statusCode(200);
        assertThat(get("/release-reports/" + disputed).getString("dispute")).isNull();
        assertThat(get(tally).getLong("released.best")).isEqualTo(20);
        assertProblem(delete("editor", disputed, "dispute"), 409, "conflict");
    }

    @Test
    void where_all_is_in_dispute_best_is_unknown_for_that_reason() {
        String commitment = commitment();
        String only = total(commitment, "A ministry", "RELEASING_PARTY", 50);
        put("editor", only, "dispute", Map.of("reason", "Nobody saw it")).then().statusCode(200);
        JsonPath tally = get("/tallies/" + commitment + "?on=2020-04-30");
        assertThat(tally.getString("released.best")).isNull();
        assertThat(tally.getLong("released.high")).isEqualTo(50);
        assertThat(tally.getString("released.reason")).contains("in dispute");
    }

    @Test
    void a_disputed_batch_proves_nothing() {
        String commitment = commitment();
        String batch = report(reportBody(commitment));
        put("editor", batch, "dispute", Map.of("reason", "Nobody saw it")).then().statusCode(200);
        assertThat(get("/tallies/" + commitment + "?on=2020-04-30").getString("released.low")).isNull();
    }

    @Test
    void batches_in_one_release_are_the_same_people() {
        String commitment = commitment();
        String whole = report(
                with(reportBody(commitment), "quantity", exactly(83), "eventOn", "2020-05-07", "eventSince",
                        "2020-05-06", "publishedAt", "2020-05-08"));
        String late = report(
                with(reportBody(commitment), "quantity", exactly(80), "eventOn", "2020-05-10", "publishedAt",
                        "2020-05-10", "claimant", Map.of("name", "A monitor"), "sourceKind", "MONITOR"));
        String tally = "/tallies/" + commitment + "?on=2020-05-31";
        assertThat(get(tally).getLong("released.low")).isEqualTo(163);
        for (String batch : List.of(whole, late)) {
            Response grouped = put("editor", batch, "release",
                    Map.of("release", "may-first", "telling", batch.equals(whole) ? "government" : "monitor", "reason",
                            "The monitor dates its visit"));
            assertThat(grouped.statusCode()).as(grouped.asString()).isEqualTo(200);
            assertThat(grouped.jsonPath().getString("release")).isEqualTo("may-first");
        }
        assertThat(get(tally).getLong("released.low")).isEqualTo(80);
        assertThat(get("/release-reports?commitment=" + commitment + "&release=may-first").getList("items.id"))
                .isEqualTo(List.of(whole, late));
        assertThat(get("/tally-changes?limit=200").getList("items.kind")).isNotEmpty();
        delete("editor", late, "release").then().statusCode(200);
        assertThat(get("/release-reports/" + late).getString("telling")).isNull();
        assertThat(get(tally).getLong("released.low")).isEqualTo(163);
        assertProblem(delete("editor", late, "release"), 409, "conflict");
    }

    @Test
    void only_batches_are_grouped_and_only_by_editors() {
        String commitment = commitment();
        String total = total(commitment, "A ministry", "RELEASING_PARTY", 50);
        Map<String, String> release = Map.of("release", "may-first", "reason", "x");
        assertProblem(put("editor", total, "release", release), 409, "conflict");
        String batch = report(reportBody(commitment));
        assertProblem(put("contributor", batch, "release", release), 403, "forbidden");
        assertProblem(delete("contributor", batch, "release"), 403, "forbidden");
        assertProblem(put("contributor", batch, "dispute", Map.of("reason", "x")), 403, "forbidden");
        assertProblem(delete("contributor", batch, "dispute"), 403, "forbidden");
        assertProblem(given().contentType(ContentType.JSON).body(release)
                .put("/api/v1/release-reports/" + batch + "/release"), 401, "unauthenticated");
        assertInvalidBody(put("editor", batch, "release", Map.of("release", "May first", "reason", "x")), "/release",
                "lower-case");
        assertInvalidBody(put("editor", batch, "release", Map.of("release", "may-first")), "/reason",
                "must not be blank");
        assertInvalidBody(put("editor", batch, "dispute", Map.of("reason", " ")), "/reason", "must not be blank");
        assertInvalidParameter(as("editor").header("If-Match", etag("/release-reports/" + batch))
                .delete("/api/v1/release-reports/" + batch + "/release"), "reason", "must say why");
        assertProblem(as("editor").contentType(ContentType.JSON).body(release)
                .put("/api/v1/release-reports/" + batch + "/release"), 428, "precondition-required");
        assertProblem(as("editor").contentType(ContentType.JSON).header("If-Match", "\"old\"").body(release)
                .put("/api/v1/release-reports/" + batch + "/release"), 412, "precondition-failed");
        assertProblem(as("editor").contentType(ContentType.JSON).header("If-Match", "\"old\"").body(release)
                .put("/api/v1/release-reports/" + UUID.randomUUID() + "/release"), 404, "not-found");
    }

    @Test
    void what_may_be_one_and_the_same_is_listed_and_not_joined() {
        String commitment = commitment();
        String first = report(reportBody(commitment));
        String twice = report(reportBody(commitment));
        String overlapping = report(with(reportBody(commitment), "claimant", Map.of("name", "A monitor"), "sourceKind",
                "MONITOR", "eventSince", "2020-04-07", "outlet", "Another paper", "quantity",
                Map.of("comparator", "ABOUT", "min", 21)));
        String list = "/release-reports/possible-duplicates?commitment=" + commitment;
        JsonPath found = get(list);
        assertThat(found.getList("items.kind")).containsExactlyInAnyOrder("ENTERED_TWICE", "SAME_RELEASE",
                "SAME_RELEASE");
        int at = found.getList("items.kind").indexOf("ENTERED_TWICE");
        assertThat(found.getList("items[" + at + "].reports")).containsExactlyInAnyOrder(first, twice);
        assertThat(found.getString("items[" + at + "].text"))
                .isEqualTo("A spokesman gives 20 twice for 8 April 2020 through Example Wire.");
        for (String batch : List.of(first, twice, overlapping)) {
            put("editor", batch, "release", Map.of("release", "april", "reason", "the same men")).then()
                    .statusCode(200);
        }
        assertThat(get(list).getList("items")).isEmpty();
        assertThat(get(list + "&limit=1").getString("next")).isNull();
        assertInvalidParameter(given().get("/api/v1/release-reports/possible-duplicates"), "commitment",
                "must be the slug");
        assertProblem(given().get("/api/v1/release-reports/possible-duplicates?commitment=nowhere"), 404, "not-found");
    }

    @Test
    void possible_duplicates_come_in_pages() {
        String commitment = commitment();
        for (int i = 0; i < 3; i++) {
            report(reportBody(commitment));
        }
        String list = "/release-reports/possible-duplicates?commitment=" + commitment + "&limit=2";
        JsonPath first = get(list);
        assertThat(first.getList("items")).hasSize(2);
        assertThat(get(list + "&cursor=" + first.getString("next")).getList("items")).hasSize(1);
    }
}
