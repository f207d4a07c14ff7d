package org.parole.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedProfile;
import org.parole.gateway.testing.StubbedServices;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** While the provider cannot be asked for its keys, nobody can say whose a token is; all others are served. */
@QuarkusTest
@TestProfile(ProviderGoneTest.NobodyThere.class)
class ProviderGoneTest extends StubbedTest {

    public static class NobodyThere extends StubbedProfile {
        public NobodyThere() {
            super("provider_gone", Map.of("quarkus.oidc.tenant-enabled", "true", "quarkus.oidc.auth-server-url",
                    "http://127.0.0.1:1"));
        }
    }

    private static final String TOKEN = "Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbnlvbmUifQ.c2lnbmF0dXJl";

    @BeforeEach
    void servicesTakeEverything() {
        quotes.when("GET", "/api/v1/.*", StubService.json(200, "{\"items\":[]}"));
        quotes.when("POST", "/api/v1/.*", StubService.json(201, "{}"));
    }

    @Test
    void a_token_is_neither_taken_nor_called_wrong() {
        for (String method : new String[]{"GET", "POST"}) {
            given().header("Authorization", TOKEN).contentType("application/json").request(method, "/api/v1/outlets")
                    .then()
                    .statusCode(503).contentType("application/problem+json").header("Retry-After", "2")
                    .body("type", equalTo("urn:parole:problem:unavailable"))
                    .body("detail", equalTo("Keys cannot be checked now. Reading needs no key."));
        }
        assertThat(quotes.received()).isEmpty();
    }

    @Test
    void keys_and_readers_without_any_are_served() {
        given().get("/api/v1/outlets").then().statusCode(200);
        given().header("Authorization", "Bearer " + StubbedServices.BOOTSTRAP_KEY).contentType("application/json")
                .body("{}")
                .post("/api/v1/outlets").then().statusCode(201);
    }
}
