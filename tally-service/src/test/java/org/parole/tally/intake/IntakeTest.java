package org.parole.tally.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.support.Api.as;
import static org.parole.tally.support.Api.commitment;
import static org.parole.tally.support.Api.created;
import static org.parole.tally.support.Api.directionBody;
import static org.parole.tally.support.Api.exactly;
import static org.parole.tally.support.Api.exchangeBody;
import static org.parole.tally.support.Api.get;
import static org.parole.tally.support.Api.patch;
import static org.parole.tally.support.Api.post;
import static org.parole.tally.support.Api.reportBody;
import static org.parole.tally.support.Api.retract;
import static org.parole.tally.support.Api.unique;
import static org.parole.tally.support.Api.with;
import static org.parole.tally.support.Problems.assertInvalidBody;
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
class IntakeTest {

    private final String path = "/internal/intakes/" + UUID.randomUUID();

    private Response prepare(Object... reports) {
        return as("contributor").contentType("application/json").body(Map.of("releaseReports", List.of(reports)))
                .put(path);
    }

    @Test
    void what_a_prepared_report_is_about_stays_until_the_decision() {
        String commitment = commitment();
        prepare(with(reportBody(commitment), "label", "a")).then().statusCode(200);
        assertProblem(retract("/commitments/" + commitment), 409, "conflict");
        as("contributor").delete(path).then().statusCode(204);
        as("contributor").delete(path).then().statusCode(204);
        retract("/commitments/" + commitment).then().statusCode(204);
        assertProblem(prepare(with(reportBody(commitment), "label", "a")), 409, "conflict");
    }

    @Test
    void the_commit_takes_what_was_prepared_also_where_the_agreement_has_changed_since() {
        String commitment = commitment();
        prepare(with(reportBody(commitment), "label", "a")).then().statusCode(200);
        String agreement = get("/commitments/" + commitment).getString("agreement");
        patch("/agreements/" + agreement, Map.of("signedOn", "2020-06-01")).then().statusCode(200);
        as("contributor").post(path + "/commit").then().statusCode(200);
        assertThat(get("/release-reports?commitment=" + commitment).getList("items")).hasSize(1);
        assertProblem(as("contributor").delete(path), 409, "conflict");
        assertThat(as("contributor").get(path).jsonPath().getString("state")).isEqualTo("COMMITTED");
    }

    @Test
    void a_report_shows_the_data_set_and_the_licence_that_its_intake_named() {
        String commitment = commitment();
        as("contributor").contentType("application/json")
                .body(Map.of("releaseReports", List.of(with(reportBody(commitment), "label", "a")), "dataset", "swaps",
                        "licence", "CC0-1.0"))
                .put(path).then().statusCode(200);
        as("contributor").post(path + "/commit").then().statusCode(200);
        created("/release-reports", reportBody(commitment));
        JsonPath reports = get("/release-reports?order=recorded&commitment=" + commitment);
        assertThat(reports.getList("items.dataset")).containsExactly(null, "swaps");
        assertThat(reports.getList("items.licence")).containsExactly(null, "CC0-1.0");
        String id = reports.getString("items[1].id");
        patch("/release-reports/" + id, Map.of("note", "Read again")).then().statusCode(200);
        assertThat(get("/release-reports/" + id).getString("licence")).isEqualTo("CC0-1.0");
        assertThat(given().get("/api/v1/exports/release-reports?format=csv&commitment=" + commitment).asString()
                .lines().map(row -> row.substring(row.lastIndexOf(',', row.lastIndexOf(',') - 1) + 1)))
                .containsExactlyInAnyOrder("dataset,licence", "swaps,CC0-1.0", ",");
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        Map<String, Object> body = reportBody(commitment());
        Response answer = prepare(with(body, "label", "a", "stage", null), with(body, "label", "a"),
                with(body, "commitment", "nowhere", "label", "c"));
        assertInvalidBody(answer, "/releaseReports/0/stage", "must be given");
        assertInvalidBody(answer, "/releaseReports/1/label", "twice");
        assertInvalidBody(answer, "/releaseReports/2/commitment", "is not the slug");
        assertProblem(as("contributor").post(path + "/commit"), 404, "not-found");
        assertProblem(as("reader").contentType("application/json").body("{}").put(path), 403, "forbidden");
    }

    private Response prepareSwap(List<?> exchanges, List<?> commitments, List<?> reports) {
        return as("contributor").contentType("application/json").body(
                Map.of("exchanges", exchanges, "commitments", commitments, "releaseReports", reports)).put(path);
    }

    @Test
    void a_swap_is_written_whole_in_one_body() {
        Map<String, Object> exchange = with(exchangeBody(), "label", "swap");
        Map<String, Object> there = with(directionBody(exchange, 0), "label", "twelve", "exchange", "swap", "quantity",
                exactly(12));
        Map<String, Object> back = with(directionBody(exchange, 1), "label", "ten", "quantity", exactly(10));
        Response prepared = prepareSwap(List.of(exchange), List.of(there, back),
                List.of(with(reportBody("twelve"), "label", "a"),
                        with(reportBody((String) back.get("slug")), "label", "b"),
                        with(reportBody(null), "label", "c", "exchange", "swap", "quantity", exactly(22))));
        prepared.then().statusCode(200);
        assertThat(prepared.jsonPath().getList("commitments.slug"))
                .isEqualTo(List.of(there.get("slug"), back.get("slug")));
        assertThat(given().get("/api/v1/exchanges/" + exchange.get("slug")).statusCode()).isEqualTo(404);
        assertProblem(post("/exchanges", with(exchange, "label", null)), 409, "conflict", "/slug",
                "An unfinished intake adds this exchange");
        assertProblem(retract("/parties/" + there.get("releasingParty")), 409, "conflict");

        as("contributor").post(path + "/commit").then().statusCode(200);
        as("contributor").post(path + "/commit").then().statusCode(200);
        assertThat(get("/commitments?exchange=" + exchange.get("slug")).getList("items.quantity.max"))
                .containsExactlyInAnyOrder(12, 10);
        assertThat(get("/release-reports?exchange=" + exchange.get("slug")).getList("items.commitment"))
                .containsExactlyInAnyOrder(there.get("slug"), back.get("slug"), null);
    }

    @Test
    void nothing_of_a_swap_is_written_where_one_part_of_it_is_wrong() {
        Map<String, Object> exchange = with(exchangeBody(), "label", "swap");
        Map<String, Object> there = with(directionBody(exchange, 0), "label", "there");
        Response answer = prepareSwap(List.of(with(exchange, "endedOn", "2020-04-01"), with(exchange, "label", "swap")),
                List.of(there, with(there, "label", "again", "slug", unique("direction")),
                        with(there, "label", "self", "receivingParty", there.get("releasingParty"))),
                List.of(with(reportBody("nowhere"), "label", "a"),
                        with(reportBody(null), "label", "b", "exchange", "swop")));
        assertInvalidBody(answer, "/exchanges/0/endedOn", "before startedOn");
        assertInvalidBody(answer, "/exchanges/1/label", "twice");
        assertInvalidBody(answer, "/exchanges/1/slug", "twice");
        assertInvalidBody(answer, "/commitments/1/exchange", "has this direction already");
        assertInvalidBody(answer, "/commitments/2/receivingParty", "another party");
        assertInvalidBody(answer, "/commitments/2/slug", "twice");
        assertInvalidBody(answer, "/releaseReports/0/commitment", "is not the slug");
        assertInvalidBody(answer, "/releaseReports/1/exchange", "is not the slug");
        assertProblem(as("contributor").post(path + "/commit"), 404, "not-found");
        assertThat(given().get("/api/v1/exchanges/" + exchange.get("slug")).statusCode()).isEqualTo(404);
        prepareSwap(List.of(exchange), List.of(there), List.of()).then().statusCode(200);
    }

    @Test
    void a_reference_to_a_record_with_errors_is_not_reported_as_unknown() {
        Map<String, Object> exchange = with(exchangeBody(), "label", "swap");
        Map<String, Object> there = with(directionBody(exchange, 0), "label", "there", "exchange", "swap");
        Response answer = prepareSwap(List.of(with(exchange, "parties", List.of(there.get("releasingParty")))),
                List.of(there, with(directionBody(exchange, 1), "label", "back", "category", null, "exchange", null)),
                List.of(with(reportBody("back"), "label", "a"),
                        with(reportBody(null), "label", "b", "exchange", "swap")));
        assertInvalidBody(answer, "/exchanges/0/parties", "2 to 50 parties");
        assertInvalidBody(answer, "/commitments/1/category", "must not be blank");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactlyInAnyOrder("/exchanges/0/parties",
                "/commitments/1/category");
    }

    @Test
    void a_label_that_is_the_slug_of_another_record_is_refused() {
        Map<String, Object> recorded = exchangeBody();
        created("/exchanges", recorded);
        assertInvalidBody(
                prepareSwap(List.of(with(exchangeBody(), "label", recorded.get("slug"))), List.of(), List.of()),
                "/exchanges/0/label", "must not be the slug of another record");
    }
}
