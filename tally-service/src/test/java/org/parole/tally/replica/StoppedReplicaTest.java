package org.parole.tally.replica;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parole.tally.support.Api.party;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.ReplicaTestResource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** A standby that has stopped following is not read for long. */
@QuarkusTest
@TestProfile(StoppedReplicaTest.WithLittlePatience.class)
class StoppedReplicaTest {

    /** Two servers, and a lag of a second at most. */
    public static class WithLittlePatience extends ReplicaTest.WithReplica {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parole.replica.lag", "PT1S");
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static Response parties() {
        return given().get("/api/v1/parties?limit=200").then().statusCode(200).extract().response();
    }

    @Test
    void an_answer_is_not_older_than_the_lag_allows() throws Exception {
        ReplicaTestResource.ask("select pg_wal_replay_pause()");
        try {
            await().atMost(PATIENCE).until(() -> ReplicaTestResource.ask("select pg_get_wal_replay_pause_state()"),
                    "paused"::equals);
            String slug = party();
            await().atMost(PATIENCE).untilAsserted(
                    () -> assertThat(parties().jsonPath().getList("items.slug", String.class)).contains(slug));
            assertThat(ReplicaTestResource.ask("select count(*) from party where slug = '" + slug + "'"))
                    .isEqualTo("0");
        } finally {
            ReplicaTestResource.ask("select pg_wal_replay_resume()");
        }
    }
}
