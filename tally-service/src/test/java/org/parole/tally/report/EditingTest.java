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
    void aDisputedTotalIsShownAndSpansAndDoesNotVote() {
        var commitment = commitment();
        total(commitment, "A ministry", "RELEASING_PARTY", 50);
        var disputed = total(commitment, "A council", "RECEIVING_PARTY", 20);
        var before = get("/release-reports/" + disputed).getString("recordedAt");
        var tally = "/tallies/" + commitment + "?on=2020-04-30";
        assertThat(get(tally).getLong("released.best")).isEqualTo(20);
        var marked = put("editor", disputed, "dispute", Map.of("reason", "The list was never handed over"));
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
    void whereAllIsInDisputeBestIsUnknownForThatReason() {
        var commitment = commitment();
        var only = total(commitment, "A ministry", "RELEASING_PARTY", 50);
        put("editor", only, "dispute", Map.of("reason", "Nobody saw it")).then().statusCode(200);
        var tally = get("/tallies/" + commitment + "?on=2020-04-30");
        assertThat(tally.getString("released.best")).isNull();
        assertThat(tally.getLong("released.high")).isEqualTo(50);
        assertThat(tally.getString("released.reason")).contains("in dispute");
    }

    @Test
    void aDisputedBatchProvesNothing() {
        var commitment = commitment();
        var batch = report(reportBody(commitment));
        put("editor", batch, "dispute", Map.of("reason", "Nobody saw it")).then().statusCode(200);
        assertThat(get("/tallies/" + commitment + "?on=2020-04-30").getString("released.low")).isNull();
    }

    @Test
    void batchesInOneReleaseAreTheSamePeople() {
        var commitment = commitment();
        var whole = report(with(reportBody(commitment), "quantity", exactly(83), "eventOn", "2020-05-07", "eventSince",
                "2020-05-06", "publishedAt", "2020-05-08"));
        var late = report(with(reportBody(commitment), "quantity", exactly(80), "eventOn", "2020-05-10", "publishedAt",
                "2020-05-10", "claimant", Map.of("name", "A monitor"), "sourceKind", "MONITOR"));
        var tally = "/tallies/" + commitment + "?on=2020-05-31";
        assertThat(get(tally).getLong("released.low")).isEqualTo(163);
        for (var batch : List.of(whole, late)) {
            var grouped = put("editor", batch, "release",
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
    void onlyBatchesAreGroupedAndOnlyByEditors() {
        var commitment = commitment();
        var total = total(commitment, "A ministry", "RELEASING_PARTY", 50);
        var release = Map.of("release", "may-first", "reason", "x");
        assertProblem(put("editor", total, "release", release), 409, "conflict");
        var batch = report(reportBody(commitment));
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
    void whatMayBeOneAndTheSameIsListedAndNotJoined() {
        var commitment = commitment();
        var first = report(reportBody(commitment));
        var twice = report(reportBody(commitment));
        var overlapping = report(with(reportBody(commitment), "claimant", Map.of("name", "A monitor"), "sourceKind",
                "MONITOR", "eventSince", "2020-04-07", "outlet", "Another paper", "quantity",
                Map.of("comparator", "ABOUT", "min", 21)));
        var list = "/release-reports/possible-duplicates?commitment=" + commitment;
        var found = get(list);
        assertThat(found.getList("items.kind")).containsExactlyInAnyOrder("ENTERED_TWICE", "SAME_RELEASE",
                "SAME_RELEASE");
        var at = found.getList("items.kind").indexOf("ENTERED_TWICE");
        assertThat(found.getList("items[" + at + "].reports")).containsExactlyInAnyOrder(first, twice);
        assertThat(found.getString("items[" + at + "].text"))
                .isEqualTo("A spokesman gives 20 twice for 8 April 2020 through Example Wire.");
        for (var batch : List.of(first, twice, overlapping)) {
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
    void possibleDuplicatesComeInPages() {
        var commitment = commitment();
        for (var i = 0; i < 3; i++) {
            report(reportBody(commitment));
        }
        var list = "/release-reports/possible-duplicates?commitment=" + commitment + "&limit=2";
        var first = get(list);
        assertThat(first.getList("items")).hasSize(2);
        assertThat(get(list + "&cursor=" + first.getString("next")).getList("items")).hasSize(1);
    }
}
