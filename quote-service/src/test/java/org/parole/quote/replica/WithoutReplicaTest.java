package org.parole.quote.replica;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.outletBody;
import static org.parole.quote.support.Api.post;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

/** A service that was told of no replica. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class WithoutReplicaTest {

    private static final String TOKEN = "Recorded-Through";

    @TestHTTPResource(value = "/health", management = true)
    String health;

    @Test
    void nothing_is_told_of_places_and_nothing_taken_of_them() {
        ExtractableResponse<Response> outlet = post("/outlets", outletBody()).then().statusCode(201).extract();
        assertThat(outlet.header(TOKEN)).isNull();
        String list = "/api/v1/outlets?name=" + outlet.jsonPath().getString("name");
        for (String token : new String[]{"quotes=999999999", "*", "?"}) {
            ExtractableResponse<Response> page = given().header(TOKEN, token).get(list).then().statusCode(200)
                    .extract();
            assertThat(page.jsonPath().getList("items")).hasSize(1);
            assertThat(page.header(TOKEN)).isNull();
        }
    }

    @Test
    void it_is_as_ready_as_ever() {
        given().get(health + "/ready").then().statusCode(200);
        assertThat(given().get(health + "/well").then().statusCode(200).extract().jsonPath()
                .getString("checks.find { it.name == 'replica' }.data.state")).isEqualTo("not configured");
    }
}
