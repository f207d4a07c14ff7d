package org.parole.gateway.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.faulttolerance.api.CircuitBreakerState;

@QuarkusTest
@TestProfile(BreakerTest.SmallBreaker.class)
class BreakerTest extends StubbedTest {

    public static class SmallBreaker implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parole.services.breaker-volume", "6", "parole.services.breaker-delay", "PT1S");
        }
    }

    @Inject
    Breakers breakers;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @Test
    void a_service_that_fails_is_left_alone_and_asked_again_after_a_while() {
        tallies.when("GET", "/api/v1/.*", StubService.json(200, "{\"items\":[]}"));
        quotes.when("GET", "/api/v1/.*", StubService.json(200, "{\"items\":[]}"));
        // Intakes that other tests left behind are tried again at the start, before the services are there.
        awaitClosed();

        quotes.when("GET", "/api/v1/.*", StubService.json(500, "{\"status\":500}"));
        await().until(() -> {
            given().get("/api/v1/dossiers/us-taliban-2020").then().statusCode(200);
            return breakers.state(ServiceName.QUOTES) == CircuitBreakerState.OPEN;
        });
        int asked = quotes.received().size();
        given().get("/api/v1/dossiers/us-taliban-2020").then().statusCode(200)
                .body("incomplete.part", contains("quotes"))
                .body("incomplete[0].reason", containsString("gets no requests for a moment"));
        assertThat(quotes.received()).hasSize(asked);
        assertThat(breakers.state(ServiceName.TALLIES)).isEqualTo(CircuitBreakerState.CLOSED);
        given().get(metrics).then().body(containsString("parole_breaker_open{service=\"quote-service\"} 1.0"));

        quotes.when("GET", "/api/v1/.*", StubService.json(200, "{\"items\":[]}"));
        // It closes after its second success, and only requests bring successes.
        awaitClosed();
    }

    private void awaitClosed() {
        await().untilAsserted(() -> {
            given().get("/api/v1/dossiers/us-taliban-2020").then().statusCode(200).body("incomplete", empty());
            assertThat(breakers.state(ServiceName.QUOTES)).isEqualTo(CircuitBreakerState.CLOSED);
            assertThat(breakers.state(ServiceName.TALLIES)).isEqualTo(CircuitBreakerState.CLOSED);
        });
    }
}
