package org.parole.kit.start;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** A service that was started before its database was migrated. */
@QuarkusTest
@TestProfile(AwaitedSchemaTest.MigratedByAJob.class)
class AwaitedSchemaTest {

    /** A database of its own, which nothing has migrated. */
    public static class MigratedByAJob implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.flyway.migrate-at-start", "false");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PostgresTestResource.class, Map.of("database", "awaited")));
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String REASON = "checks.find { it.name == 'database schema' }.data.reason";

    @TestHTTPResource(value = "/health", management = true)
    String health;

    @Inject
    Flyway flyway;

    @Test
    void it_serves_nothing_until_the_schema_is_there() {
        await().atMost(PATIENCE).untilAsserted(() -> given().get(health + "/ready").then().statusCode(503).body(REASON,
                equalTo("the database has no schema yet, and this program needs 1. Waiting for the migration.")));
        given().get(health + "/live").then().statusCode(200);
        given().get("/api/v1/notes").then().statusCode(503).contentType("application/problem+json")
                .header("Retry-After", "5").body("type", equalTo("urn:parole:problem:unavailable"));

        assertThat(flyway.migrate().success).isTrue();

        await().atMost(PATIENCE).untilAsserted(() -> given().get(health + "/ready").then().statusCode(200));
        given().get("/api/v1/nothing-here").then().statusCode(404);
    }
}
