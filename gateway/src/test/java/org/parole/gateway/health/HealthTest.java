package org.parole.gateway.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class HealthTest extends StubbedTest {

    @TestHTTPResource(value = "/health", management = true)
    String health;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private static final String DATA = "checks.find { it.name == 'behind the gateway' }.data.";

    @Test
    void with_everything_there_nothing_is_degraded() {
        given().get(health + "/ready").then().statusCode(200).body("status", equalTo("UP")).body(DATA + "degraded",
                equalTo(false));
    }

    @Test
    void without_the_services_it_is_alive_and_ready_and_says_what_is_missing() {
        quotes.close();
        tallies.when("GET", "/api/v1/", tallies.never());
        given().get(health + "/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get(health + "/ready").then().statusCode(200).body(DATA + "degraded", equalTo(true))
                .body(DATA + "'quote-service'", equalTo("cannot be reached"))
                .body(DATA + "'keys and intakes'", equalTo("up"));
    }

    @Test
    void requests_are_counted_by_route_and_not_by_id_and_no_key_is_in_the_metrics() {
        quotes.when("GET", "/api/v1/quotes/.*", StubService.json(200, "{}"));
        given().header("Authorization", ADMIN).get("/api/v1/quotes/0190163d-8694-739b-aea5-966c26f8ad91").then()
                .statusCode(200);
        given().get(metrics).then().statusCode(200).body(containsString("uri=\"/api/v1/quotes/{id}\""))
                .body(not(containsString("0190163d-8694")))
                .body(not(matchesRegex("(?s).*parole_[A-Za-z0-9]{20,}.*")));
    }
}
