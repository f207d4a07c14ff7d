package org.parole.tally.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parole.tally.support.Api.commitmentBody;
import static org.parole.tally.support.Api.created;
import static org.parole.tally.support.Api.report;
import static org.parole.tally.support.Api.reportBody;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Reading costs what the commitment has and not what the table has: no read of a tally or a list goes through all reports. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ReadingPlanTest {

    @Test
    void noReadGoesThroughTheWholeTable() throws SQLException {
        var body = commitmentBody();
        var commitment = created("/commitments", body).getString("slug");
        var report = report(reportBody(commitment));
        var asOf = given().get("/api/v1/release-reports/" + report).jsonPath().getString("recordedAt");
        var database = PostgresTestResource.database("test");
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.migration().name(),
                database.migration().password())) {
            fill(connection);
            var before = scans(connection);
            var reads = List.of("/tallies/" + commitment, "/tallies/" + commitment + "?asOf=" + asOf,
                    "/tallies/" + commitment + "?from=2020-04-01", "/tallies/" + commitment + "/explain",
                    "/tallies?agreement=" + body.get("agreement"), "/tallies?party=" + body.get("releasingParty"),
                    "/tallies/series?commitment=" + commitment, "/tallies/estimates?commitment=" + commitment,
                    "/tallies/compare?commitment=" + commitment + "&a=on:2020-04-01&b=on:2020-05-01",
                    "/release-reports?commitment=" + commitment, "/release-reports?agreement=" + body.get("agreement"),
                    "/release-reports?claimant=A spokesman", "/release-reports", "/release-reports/" + report,
                    "/release-reports/" + report + "/history",
                    "/release-reports/possible-duplicates?commitment=" + commitment);
            for (var read : reads) {
                given().get("/api/v1" + read).then().statusCode(200);
            }
            // Other connections tell of their scans when they are idle.
            await().untilAsserted(
                    () -> assertThat(scans(connection)[1]).isGreaterThanOrEqualTo(before[1] + reads.size()));
            assertThat(scans(connection)[0]).isEqualTo(before[0]);
        } finally {
            try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.migration().name(),
                    database.migration().password()); var statement = connection.createStatement()) {
                statement.execute("delete from release_report where recorded_by = 'plan'");
            }
        }
    }

    private static void fill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into release_report (id, revision, recorded_from, recorded_by, revision_type,"
                    + " commitment, agreement, claimant, claimant_key, source_kind, stage, basis, comparator, quantity_min,"
                    + " quantity_max, event_on, event_precision, published_at, published_whole_day, reporting_chain, root,"
                    + " own_words, decrease_flagged, evidence_check) select gen_random_uuid(), 1, now(), 'plan', 'CREATION',"
                    + " 'plan-' || n % 500, 'plan-' || n % 500, 'Claimant ' || n % 900, 'claimant ' || n % 900, 'MEDIA',"
                    + " 'REPORTED', 'BATCH', 'EXACTLY', 5, 5, date '2020-03-01' + n % 300, 'DAY', now(), true, '[]', 'x',"
                    + " false, false, 'UNKNOWN' from generate_series(1, 30000) n");
            statement.execute("analyze release_report");
        }
    }

    /** How often the table was read through, and how often by an index, as PostgreSQL counts it. */
    private static long[] scans(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select seq_scan, idx_scan from pg_stat_user_tables where relname ="
                        + " 'release_report'")) {
            row.next();
            return new long[]{row.getLong(1), row.getLong(2)};
        }
    }
}
