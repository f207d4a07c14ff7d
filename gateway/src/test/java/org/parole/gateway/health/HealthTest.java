package org.parole.gateway.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;

import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.parole.gateway.service.ServiceHttp;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedTest;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;

@QuarkusTest
class HealthTest extends StubbedTest {

    @TestHTTPResource(value = "/health", management = true)
    String health;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @Inject
    ServiceHttp http;

    @Inject
    Vertx vertx;

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
    void a_database_that_says_nothing_does_not_keep_the_one_who_asks_waiting() throws IOException, SQLException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                AgroalDataSource database = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(pool -> pool.maxSize(1).acquisitionTimeout(Duration.ofSeconds(20))
                                .connectionFactoryConfiguration(connection -> connection
                                        .jdbcUrl("jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/none"))))) {
            HealthCheckResponse response = new Degradation(http, database, vertx).call().await()
                    .atMost(Duration.ofSeconds(5));
            assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
            assertThat(response.getData().orElseThrow()).containsEntry("keys and intakes", "does not answer in time")
                    .containsEntry("degraded", true).containsEntry("quote-service", "up");
        }
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
