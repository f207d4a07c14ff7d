package org.parole.tally.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.support.Api.as;
import static org.parole.tally.support.Api.commitment;
import static org.parole.tally.support.Api.get;
import static org.parole.tally.support.Api.patch;
import static org.parole.tally.support.Api.reportBody;
import static org.parole.tally.support.Api.retract;
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
    void whatAPreparedReportIsAboutStaysUntilTheDecision() {
        var commitment = commitment();
        prepare(with(reportBody(commitment), "label", "a")).then().statusCode(200);
        assertProblem(retract("/commitments/" + commitment), 409, "conflict");
        as("contributor").delete(path).then().statusCode(204);
        as("contributor").delete(path).then().statusCode(204);
        retract("/commitments/" + commitment).then().statusCode(204);
        assertProblem(prepare(with(reportBody(commitment), "label", "a")), 409, "conflict");
    }

    @Test
    void theCommitTakesWhatWasPreparedAlsoWhereTheAgreementHasChangedSince() {
        var commitment = commitment();
        prepare(with(reportBody(commitment), "label", "a")).then().statusCode(200);
        var agreement = get("/commitments/" + commitment).getString("agreement");
        patch("/agreements/" + agreement, Map.of("signedOn", "2020-06-01")).then().statusCode(200);
        as("contributor").post(path + "/commit").then().statusCode(200);
        assertThat(get("/release-reports?commitment=" + commitment).getList("items")).hasSize(1);
        assertProblem(as("contributor").delete(path), 409, "conflict");
        assertThat(as("contributor").get(path).jsonPath().getString("state")).isEqualTo("COMMITTED");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        var body = reportBody(commitment());
        var answer = prepare(with(body, "label", "a", "stage", null), with(body, "label", "a"),
                with(body, "commitment", "nowhere", "label", "c"));
        assertInvalidBody(answer, "/releaseReports/0/stage", "must not be null");
        assertInvalidBody(answer, "/releaseReports/1/label", "twice");
        assertInvalidBody(answer, "/releaseReports/2/commitment", "is not the slug");
        assertProblem(as("contributor").post(path + "/commit"), 404, "not-found");
        assertProblem(as("reader").contentType("application/json").body("{}").put(path), 403, "forbidden");
    }
}
