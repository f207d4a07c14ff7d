package org.parole.tally.tally;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.support.Api.commitmentBody;
import static org.parole.tally.support.Api.created;
import static org.parole.tally.support.Problems.assertInvalidParameter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** The answers to a commitment with two thousand reports are small, and whole on request. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LargeTallyTest {

    private static final int REPORTS = 2_000;
    private static final int SMALL = 20_000;

    @Inject
    AgroalDataSource dataSource;

    private String commitment;

    @BeforeEach
    void record() throws SQLException {
        commitment = created("/commitments", commitmentBody()).getString("slug");
        // By twenty lines of claims: a third batches, the others totals that rise and do not agree.
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into release_report (id, revision,"
                        + " recorded_from, recorded_by, revision_type, commitment, agreement, claimant, claimant_key,"
                        + " speaks_for, source_kind, stage, basis, comparator, quantity_min, quantity_max, event_on,"
                        + " event_precision, published_at, published_whole_day, outlet, reporting_chain, root, own_words,"
                        + " decrease_flagged, evidence_check)"
                        + " select uuidv7(), 1, now(), 'large', 'CREATION', c.slug, c.agreement, 'Spokesman ' || who,"
                        + " 'spokesman ' || who, null, (array['RELEASING_PARTY', 'RECEIVING_PARTY', 'MEDIATOR', 'MONITOR'])"
                        + "[1 + who % 4], 'REPORTED', case when n % 3 = 0 then 'BATCH' else 'CUMULATIVE' end, 'EXACTLY',"
                        + " figure, figure, date '2020-03-01' + n / 8, 'DAY', date '2020-03-02' + n / 8, true, 'Outlet ' ||"
                        + " n % 7, '[]', 'outlet ' || n % 7, true, false, 'UNKNOWN' from (select n, n * 7 % 20 who, case"
                        + " when n % 3 = 0 then 12 else n + n * 13 % 40 end figure from generate_series(1, ?) n) r,"
                        + " commitment c where c.slug = ? and c.is_current")) {
            insert.setInt(1, REPORTS);
            insert.setString(2, commitment);
            assertThat(insert.executeUpdate()).isEqualTo(REPORTS);
        }
    }

    @AfterEach
    void clear() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection
                        .prepareStatement("delete from release_report where recorded_by = 'large'")) {
            delete.executeUpdate();
        }
    }

    @Test
    void a_tally_is_small_and_says_how_much_there_is() {
        String path = "/tallies/" + commitment + "?on=2021-03-01";
        JsonPath small = small(path);
        JsonPath whole = whole(path, "CLAIMANTS", "FINDINGS", "REPORTS");
        assertThat(small.getList("claimants")).hasSize(10);
        assertThat(whole.getList("claimants")).hasSize(20).hasSize(small.getInt("claimantCount"));
        assertThat(small.getList("claimants.claimant")).isSubsetOf(whole.getList("claimants.claimant"));
        List<String> inForce = whole.getList("claimants.findAll { it.inForce }.claimant");
        assertThat(small.getList("claimants.claimant", String.class).containsAll(inForce) || inForce.size() > 10)
                .isTrue();
        assertThat(small.getList("restsOn")).hasSize(5);
        assertThat(whole.getList("restsOn")).hasSize(small.getInt("restsOnCount")).endsWith(
                small.getList("restsOn").toArray());
        assertThat(whole.getList("conflicts")).hasSize(small.getInt("conflictCount"));
        assertThat(whole.getList("gaps")).hasSize(small.getInt("gapCount"));
        assertThat(small.getMap("released").get("low")).isEqualTo(whole.getMap("released").get("low"));
        assertThat(whole.getList("claimants[0].reports")).hasSize(whole.getInt("claimants[0].reportCount"));
    }

    @Test
    void an_explanation_keeps_what_the_sum_comes_to() {
        String path = "/tallies/" + commitment + "/explain?on=2021-03-01";
        JsonPath small = small(path);
        JsonPath whole = whole(path, "STEPS", "REPORTS");
        assertThat(small.getList("steps")).hasSizeLessThanOrEqualTo(20);
        assertThat(whole.getList("steps")).hasSize(small.getInt("stepCount")).hasSizeGreaterThan(20);
        List<String> kinds = small.getList("steps.step");
        assertThat(kinds).startsWith("count").endsWith("answer").contains("in force");
        assertThat(small.getString("steps[-1].text")).isEqualTo(whole.getString("steps[-1].text"));
        assertThat(new HashSet<>(whole.getList("steps.text"))).containsAll(small.getList("steps.text"));
    }

    @Test
    void a_comparison_goes_through_the_first_reports_and_sums_up_the_others() {
        String path = "/tallies/compare?commitment=" + commitment + "&a=on:2020-06-01&b=on:2020-09-01";
        JsonPath small = small(path);
        JsonPath whole = whole(path, "STEPS", "CLAIMANTS", "REPORTS");
        assertThat(small.getList("reports.report")).isEqualTo(whole.getList("reports.report").subList(0, 10));
        assertThat(whole.getList("reports")).hasSize(100);
        assertThat(small.getInt("others.count")).isEqualTo(whole.getInt("others.count") + 90);
        assertThat(small.getMap("others.released.after")).isEqualTo(whole.getMap("others.released.after"));
        assertThat(whole.getList("claimants")).hasSize(small.getInt("claimantCount"));
    }

    @Test
    void a_series_of_a_month_is_small() {
        JsonPath small = small("/tallies/series?step=WEEK&on=2021-03-01&commitment=" + commitment);
        assertThat(small.getList("on").size()).isEqualTo(small.getList("low").size()).isGreaterThan(20);
        assertThat(small.getList("conflicts")).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void what_cannot_be_included_is_refused() {
        assertInvalidParameter(given().get("/api/v1/tallies/" + commitment + "?include=EVERYTHING"), "include",
                "CLAIMANTS");
    }

    private static JsonPath small(String path) {
        String body = given().get("/api/v1" + path).then().statusCode(200).extract().asString();
        assertThat(body.length()).as(path).isLessThan(SMALL);
        return new JsonPath(body);
    }

    private static JsonPath whole(String path, String... include) {
        return given().queryParam("include", (Object[]) include).get("/api/v1" + path).then().statusCode(200).extract()
                .jsonPath();
    }
}
