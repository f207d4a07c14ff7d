package org.parole.tally.replica;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parole.tally.support.Api.commitment;
import static org.parole.tally.support.Api.exactly;
import static org.parole.tally.support.Api.post;
import static org.parole.tally.support.Api.reportBody;
import static org.parole.tally.support.Api.with;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parole.kit.dev.ReplicaTestResource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Lists of reports and tallies that a real standby answers. */
@QuarkusTest
@TestProfile(ReplicaTest.WithReplica.class)
class ReplicaTest {

    /** Two servers. */
    public static class WithReplica implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parole.replica.lag", "PT1H");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ReplicaTestResource.class));
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String TOKEN = "Recorded-Through";

    @AfterEach
    void replayGoesOn() throws Exception {
        ReplicaTestResource.ask("select pg_wal_replay_resume()");
    }

    private static Response report(String commitment, int released, String day) {
        return post("/release-reports", with(reportBody(commitment), "quantity", exactly(released), "eventOn", day,
                "publishedAt", "2020-06-01"));
    }

    private static Response read(String uri, String token) {
        RequestSpecification request = token == null ? given() : given().header(TOKEN, token);
        return request.get("/api/v1" + uri).then().statusCode(200).extract().response();
    }

    private static JsonPath json(String uri, String token) {
        return read(uri, token).jsonPath();
    }

    @Test
    void tallies_their_series_and_reports_are_the_replicas_unless_one_has_written() throws Exception {
        String commitment = commitment();
        String first = report(commitment, 20, "2020-04-08").then().statusCode(201).extract().header(TOKEN);
        assertThat(first).matches("tallies=[0-9]+");
        String tallies = "/tallies?commitment=" + commitment + "&on=2020-05-31";
        String series = "/tallies/series?commitment=" + commitment + "&on=2020-05-31";
        String reports = "/release-reports?commitment=" + commitment;
        // The first read of all finds out where the feed ends, so that the others are free to be answered with less.
        read(tallies, null);
        await().atMost(PATIENCE).until(() -> "tallies=" + ReplicaTestResource.ask("select max(seq) from change"),
                first::equals);
        ReplicaTestResource.ask("select pg_wal_replay_pause()");
        await().atMost(PATIENCE).until(() -> ReplicaTestResource.ask("select pg_get_wal_replay_pause_state()"),
                "paused"::equals);
        String second = report(commitment, 30, "2020-04-20").then().statusCode(201).extract().header(TOKEN);

        assertThat(json(tallies, null).getLong("items[0].released.low")).isEqualTo(20);
        assertThat(read(tallies, first).header(TOKEN)).isEqualTo(first);
        assertThat(json(series, null).getList("low", Long.class)).last().isEqualTo(20L);
        assertThat(json(reports, null).getList("items")).hasSize(1);

        assertThat(json(tallies, second).getLong("items[0].released.low")).isEqualTo(50);
        assertThat(json(series, second).getList("low", Long.class)).last().isEqualTo(50L);
        assertThat(json(reports, second).getList("items")).hasSize(2);
        assertThat(json(reports, "*").getList("items")).hasSize(2);
        // By its name, a tally is the primary's, as every record is.
        assertThat(json("/tallies/" + commitment + "?on=2020-05-31", null).getLong("released.low")).isEqualTo(50);
        // A commitment that the replica does not know yet is not told not to be there.
        String late = commitment();
        assertThat(json("/tallies/series?commitment=" + late, null).getString("commitment")).isEqualTo(late);

        ReplicaTestResource.ask("select pg_wal_replay_resume()");
        await().atMost(PATIENCE).until(() -> json(tallies, null).getLong("items[0].released.low"),
                Long.valueOf(50)::equals);
    }
}
