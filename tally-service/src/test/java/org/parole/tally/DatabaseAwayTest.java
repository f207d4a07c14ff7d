package org.parole.tally;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.parole.tally.support.Api.as;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parole.kit.dev.DoorTestResource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** While the database is away nobody waits for it. */
@QuarkusTest
@TestProfile(DatabaseAwayTest.BehindADoor.class)
class DatabaseAwayTest {

    /** No other database but the one that can be shut away. */
    public static class BehindADoor implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(DoorTestResource.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    /** How long nobody waits, however busy the machine. */
    private static final Duration SOON = Duration.ofSeconds(4);
    /** What it takes by itself. */
    private static final Duration BY_ITSELF = Duration.ofSeconds(1);

    @AfterEach
    void open() {
        DoorTestResource.open();
    }

    @Test
    void requests_are_refused_soon_and_served_again_when_it_is_back() {
        given().get("/api/v1/parties").then().statusCode(200);
        DoorTestResource.shut();
        await().until(() -> given().get("/api/v1/parties").statusCode() == 503);
        assertRefusedSoon();
        DoorTestResource.silence();
        assertRefusedSoon();
        DoorTestResource.open();
        await().atMost(Duration.ofSeconds(20)).until(() -> given().get("/api/v1/parties").statusCode() == 200);
        add().then().statusCode(201);
    }

    private static Response add() {
        return as("contributor").contentType(ContentType.JSON)
                .body("{\"slug\":\"away\",\"name\":\"Away\",\"kind\":\"STATE\"}")
                .post("/api/v1/parties");
    }

    private static void assertRefusedSoon() {
        assertThat(refusals(() -> given().get("/api/v1/parties"))).allMatch(took -> took.compareTo(SOON) < 0)
                .anyMatch(took -> took.compareTo(BY_ITSELF) < 0);
        assertThat(refusals(DatabaseAwayTest::add)).allMatch(took -> took.compareTo(SOON) < 0)
                .anyMatch(took -> took.compareTo(BY_ITSELF) < 0);
    }

    /** How long some requests take to be refused. */
    private static List<Duration> refusals(Supplier<Response> request) {
        return IntStream.range(0, 5).mapToObj(n -> {
            Instant before = Instant.now();
            request.get().then().statusCode(503).header("Retry-After", equalTo("2"))
                    .body("type", equalTo("urn:parole:problem:unavailable"));
            return Duration.between(before, Instant.now());
        }).toList();
    }
}
