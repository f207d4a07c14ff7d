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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.ServiceDatabase;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Reading costs what the commitment has and not what the table has: no read of a tally or a list goes through all reports. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ReadingPlanTest {

    @Inject
    AgroalDataSource dataSource;

    @Test
    void no_read_goes_through_the_whole_table() throws SQLException {
        Map<String, Object> body = commitmentBody();
        String commitment = created("/commitments", body).getString("slug");
        String report = report(reportBody(commitment));
        String asOf = given().get("/api/v1/release-reports/" + report).jsonPath().getString("recordedAt");
        ServiceDatabase database = PostgresTestResource.database("test");
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.migration().name(),
                database.migration().password())) {
            fill(connection);
            List<String> reads = List.of("/tallies/" + commitment, "/tallies/" + commitment + "?asOf=" + asOf,
                    "/tallies/" + commitment + "?from=2020-04-01", "/tallies/" + commitment + "/explain",
                    "/tallies?agreement=" + body.get("agreement"), "/tallies?party=" + body.get("releasingParty"),
                    "/tallies/series?commitment=" + commitment, "/tallies/estimates?commitment=" + commitment,
                    "/tallies/compare?commitment=" + commitment + "&a=on:2020-04-01&b=on:2020-05-01",
                    "/release-reports?commitment=" + commitment, "/release-reports?agreement=" + body.get("agreement"),
                    "/release-reports?claimant=A spokesman", "/release-reports", "/release-reports/" + report,
                    "/release-reports/" + report + "/history",
                    "/release-reports/possible-duplicates?commitment=" + commitment);
            for (String read : reads) {
                long[] before = scans(connection);
                given().get("/api/v1" + read).then().statusCode(200);
                long[] after = scans(connection);
                assertThat(after[0]).as("scans of the whole table by " + read).isEqualTo(before[0]);
                assertThat(after[1]).as("scans of an index by " + read).isGreaterThan(before[1]);
            }
        } finally {
            try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.migration().name(),
                    database.migration().password()); Statement statement = connection.createStatement()) {
                statement.execute("delete from release_report where recorded_by = 'plan'");
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
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
    private long[] scans(Connection connection) throws SQLException {
        // A connection tells of its last scans when it is closed.
        dataSource.flush(AgroalDataSource.FlushMode.ALL);
        await().until(() -> number(connection, "select count(*) from pg_stat_activity where usename = '"
                + PostgresTestResource.database("test").application().name() + "'") == 0);
        String counts = " from pg_stat_user_tables where relname = 'release_report'";
        return new long[]{number(connection, "select seq_scan" + counts),
                number(connection, "select idx_scan" + counts)};
    }
}
