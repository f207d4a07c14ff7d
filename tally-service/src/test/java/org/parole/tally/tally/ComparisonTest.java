package org.parole.tally.tally;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.support.Api.commitment;
import static org.parole.tally.support.Api.exactly;
import static org.parole.tally.support.Api.get;
import static org.parole.tally.support.Api.patch;
import static org.parole.tally.support.Api.report;
import static org.parole.tally.support.Api.reportBody;
import static org.parole.tally.support.Api.retract;
import static org.parole.tally.support.Api.with;
import static org.parole.tally.support.Problems.assertInvalidParameter;
import static org.parole.tally.support.Problems.assertProblem;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Two tallies, and what made the difference. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ComparisonTest {

    private static Map<String, Object> total(String commitment, String who, String side, int number, String day) {
        return with(reportBody(commitment), "claimant", Map.of("name", who), "sourceKind", side, "basis", "CUMULATIVE",
                "quantity", exactly(number), "eventOn", day, "publishedAt", day);
    }

    private static JsonPath compare(String commitment, String a, String b, String... more) {
        return get("/tallies/compare?commitment=" + commitment + "&a=" + a + "&b=" + b + String.join("", more));
    }

    @Test
    void two_dates_differ_by_the_reports_that_entered() {
        String commitment = commitment();
        report(total(commitment, "A ministry", "RELEASING_PARTY", 20, "2020-04-08"));
        String second = report(total(commitment, "A ministry", "RELEASING_PARTY", 50, "2020-04-20"));
        String third = report(total(commitment, "A council", "RECEIVING_PARTY", 45, "2020-04-21"));
        JsonPath found = compare(commitment, "on:2020-04-10", "on:2020-04-30");
        assertThat(found.getLong("a.released.best")).isEqualTo(20);
        assertThat(found.getLong("b.released.low")).isEqualTo(45);
        assertThat(found.getLong("b.released.high")).isEqualTo(50);
        assertThat(found.getLong("difference.low")).isEqualTo(25);
        assertThat(found.getLong("difference.high")).isEqualTo(30);
        assertThat(found.getList("reports.report")).isEqualTo(List.of(second, third));
        assertThat(found.getList("reports.change")).isEqualTo(List.of("ENTERED", "ENTERED"));
        assertThat(found.getInt("reports[0].released.before.low")).isEqualTo(20);
        assertThat(found.getInt("reports[0].released.after.low")).isEqualTo(50);
        assertThat(found.getInt("reports[0].line.before.low")).isEqualTo(20);
        assertThat(found.getInt("reports[0].line.after.low")).isEqualTo(50);
        assertThat(found.getString("reports[0].claimant")).isEqualTo("A ministry");
        assertThat(found.getInt("reports[1].released.before.low")).isEqualTo(50);
        assertThat(found.getInt("reports[1].released.after.low")).isEqualTo(45);
        assertThat(found.getList("claimants.claimant")).isEqualTo(List.of("A council", "A ministry"));
        assertThat(found.getString("claimants[0].a")).isNull();
        JsonPath back = compare(commitment, "on:2020-04-30", "on:2020-04-10");
        assertThat(back.getList("reports.change")).isEqualTo(List.of("LEFT", "LEFT"));
        assertThat(back.getLong("difference.high")).isEqualTo(-30);
    }

    @Test
    void two_record_times_differ_by_what_was_revised_and_retracted() {
        String commitment = commitment();
        String revised = report(total(commitment, "A ministry", "RELEASING_PARTY", 20, "2020-04-08"));
        String retracted = report(total(commitment, "A council", "RECEIVING_PARTY", 35, "2020-04-08"));
        String then = get("/release-reports/" + retracted).getString("recordedAt");
        patch("/release-reports/" + revised, Map.of("quantity", Map.of("min", 30, "max", 30))).then().statusCode(200);
        retract("/release-reports/" + retracted).then().statusCode(204);
        String now = get("/tally-changes?limit=200") == null
                ? null
                : get("/release-reports/" + revised + "/history")
                        .getString("items[1].recordedAt");
        JsonPath found = compare(commitment, "asOf:" + then, "on:2020-04-30", "&on=2020-04-30");
        assertThat(found.getList("reports.change")).containsExactlyInAnyOrder("REVISED", "RETRACTED");
        int change = found.getList("reports.change").indexOf("REVISED");
        assertThat(found.getInt("reports[" + change + "].a.quantity.min")).isEqualTo(20);
        assertThat(found.getInt("reports[" + change + "].b.quantity.min")).isEqualTo(30);
        assertThat(found.getString("reports[" + change + "].revisionType")).isEqualTo("CORRECTION");
        assertThat(found.getString("reports[" + change + "].reason")).isEqualTo("because of a test");
        assertThat(found.getString("reports[" + (1 - change) + "].revisionType")).isEqualTo("RETRACTION");
        assertThat(found.getLong("a.released.high")).isEqualTo(35);
        assertThat(found.getLong("b.released.high")).isEqualTo(30);
        JsonPath before = compare(commitment, "asOf:" + then, "asOf:" + now, "&on=2020-04-30");
        assertThat(before.getList("reports.change")).isEqualTo(List.of("REVISED"));
    }

    @Test
    void two_policies_differ_by_the_question_alone() {
        String commitment = commitment();
        report(total(commitment, "A ministry", "RELEASING_PARTY", 50, "2020-04-20"));
        report(total(commitment, "A council", "RECEIVING_PARTY", 45, "2020-04-21"));
        report(total(commitment, "A monitor", "MONITOR", 48, "2020-04-21"));
        JsonPath found = compare(commitment, "policy:consensus", "policy:cautious", "&on=2020-04-30");
        assertThat(found.getList("reports")).isEmpty();
        assertThat(found.getInt("question.before.best")).isEqualTo(48);
        assertThat(found.getInt("question.after.best")).isEqualTo(45);
        assertThat(found.getString("a.policy")).isEqualTo("CONSENSUS");
        assertThat(found.getString("b.policy")).isEqualTo("CAUTIOUS");
    }

    @Test
    void two_publication_times_differ_by_what_was_published_between() {
        String commitment = commitment();
        report(total(commitment, "A ministry", "RELEASING_PARTY", 50, "2020-04-20"));
        String late = report(with(total(commitment, "A council", "RECEIVING_PARTY", 45, "2020-04-20"), "publishedAt",
                "2020-06-01"));
        JsonPath found = compare(commitment, "publishedBy:2020-05-01", "publishedBy:2020-07-01,policy:cautious",
                "&on=2020-04-30");
        assertThat(found.getList("reports.report")).isEqualTo(List.of(late));
        assertThat(found.getString("a.publishedBy")).isEqualTo("2020-05-01");
        assertThat(found.getLong("difference.low")).isEqualTo(-5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"on:2020-04-10 | on:2020-04-10 | b | must differ from a",
            "yesterday | on:2020-04-10 | a | name:value", "when:2020-04-10 | on:2020-04-10 | a | name:value",
            "on:2020-04-10 | on:2020-02-30 | b | a date that exists",
            "on:2020-04-10 | policy:loud | b | CONSENSUS", "on:2020-04-10 | asOf:2999-01-01T00:00:00Z | asOf | future"})
    void what_cannot_be_compared_is_named(String a, String b, String parameter, String detail) {
        assertInvalidParameter(
                given().queryParam("commitment", commitment()).queryParam("a", a).queryParam("b", b)
                        .get("/api/v1/tallies/compare"),
                parameter, detail);
    }

    @Test
    void both_sides_and_the_commitment_are_needed() {
        assertInvalidParameter(given().get("/api/v1/tallies/compare?commitment=x&a=on:2020-04-10"), "b",
                "must be given");
        assertInvalidParameter(given().get("/api/v1/tallies/compare?a=on:2020-04-10&b=on:2020-04-11"), "commitment",
                "must be the slug");
        assertProblem(given().get("/api/v1/tallies/compare?commitment=nowhere&a=on:2020-04-10&b=on:2020-04-11"), 404,
                "not-found");
    }
}
