package org.parole.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parole.gateway.testing.OidcProvider;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedTest;
import org.parole.kit.dev.TestTokens;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Tokens of an OpenID Connect provider: what a good one may do, and every way in which one is not good. */
@QuarkusTest
class OidcTest extends StubbedTest {

    @BeforeEach
    void servicesTakeEverything() {
        quotes.when("GET", "/api/v1/.*", StubService.json(200, "{}"));
        quotes.when("POST", "/api/v1/.*", StubService.json(201, "{}"));
        quotes.when("PATCH", "/api/v1/.*", StubService.json(200, "{}"));
    }

    private static ValidatableResponse call(String method, String path, String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json").body("{}")
                .request(method, path).then();
    }

    @ParameterizedTest
    @CsvSource({"reader, POST, 403", "contributor, POST, 201", "contributor, PATCH, 403", "editor, PATCH, 200",
            "admin, PATCH, 200", "owner, POST, 403", "owner, GET, 200"})
    void a_token_may_do_what_its_role_may(String role, String method, int status) {
        String path = method.equals("PATCH") ? "/api/v1/quotes/1" : "/api/v1/quotes";
        call(method, path, OidcProvider.sign(OidcProvider.claims("someone", role))).statusCode(status);
    }

    @Test
    void a_token_without_any_role_may_read_and_no_more() {
        String token = OidcProvider.sign(OidcProvider.claims("someone"));
        call("GET", "/api/v1/quotes", token).statusCode(200);
        call("POST", "/api/v1/quotes", token).statusCode(403).body("type", equalTo("urn:parole:problem:forbidden"));
        call("GET", "/api/v1/keys", token).statusCode(403);
    }

    @Test
    void the_services_are_told_who_it_is_and_never_see_the_token() throws Exception {
        String token = OidcProvider.sign(OidcProvider.claims("someone", "editor"));
        call("POST", "/api/v1/quotes", token).statusCode(201);
        String vouched = quotes.last().header("Authorization");
        assertThat(vouched).isNotEqualTo("Bearer " + token);
        JsonNode claims = new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(vouched.split("\\.")[1].getBytes(StandardCharsets.US_ASCII)));
        // Not the name of a key: those have no colon.
        assertThat(claims.path("sub").asText()).isEqualTo("oidc:someone");
        assertThat(claims.path("iss").asText()).isEqualTo("parole-gateway");
        assertThat(claims.path("groups")).extracting(JsonNode::asText).containsExactlyInAnyOrder("reader",
                "contributor", "editor");
    }

    static Stream<Arguments> bad() {
        String good = OidcProvider.sign(OidcProvider.claims("someone", "admin"));
        String[] parts = good.split("\\.");
        String none = Base64.getUrlEncoder().withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.US_ASCII));
        return Stream.of(
                Arguments.of("expired", OidcProvider.sign(OidcProvider.claims("someone", "admin")
                        .issuedAt(Instant.now().minusSeconds(600)).expiresAt(Instant.now().minusSeconds(60)))),
                Arguments.of("of another issuer",
                        OidcProvider.sign(OidcProvider.claims("someone", "admin").issuer("https://issuer.example"))),
                Arguments.of("for another audience",
                        OidcProvider.sign(OidcProvider.claims("someone", "admin").audience("another"))),
                Arguments.of("signed with another key of the same id", OidcProvider.claims("someone", "admin").jws()
                        .keyId(OidcProvider.KEY_ID).sign(OidcProvider.newKey().getPrivate())),
                Arguments.of("signed with a key of an unknown id", OidcProvider.claims("someone", "admin").jws()
                        .keyId("other").sign(OidcProvider.newKey().getPrivate())),
                Arguments.of("not signed", none + "." + parts[1] + "."),
                Arguments.of("not signed, with the signature of another", none + "." + parts[1] + "." + parts[2]),
                Arguments.of("signed with the public key as a secret",
                        OidcProvider.claims("someone", "admin").jws().keyId(OidcProvider.KEY_ID)
                                .signWithSecret("a secret of at least thirty-two characters")),
                Arguments.of("with other claims under the signature",
                        parts[0] + "." + OidcProvider.sign(OidcProvider.claims("other", "admin")).split("\\.")[1] + "."
                                + parts[2]),
                Arguments.of("the gateway's own, for the services",
                        TestTokens.bearer("someone", "admin").substring("Bearer ".length())),
                Arguments.of("no token at all", "something-else"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void a_token_that_is_not_good_is_refused_for_writing_and_for_reading(String what, String token) {
        call("POST", "/api/v1/quotes", token).statusCode(401).contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("type", equalTo("urn:parole:problem:unauthenticated"));
        call("GET", "/api/v1/quotes", token).statusCode(401);
        assertThat(quotes.received()).isEmpty();
    }
}
