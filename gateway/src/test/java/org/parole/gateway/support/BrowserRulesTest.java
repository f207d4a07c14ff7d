package org.parole.gateway.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedServices;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import io.restassured.response.Response;

/** What browsers are told: which sites may ask, what may be framed or run, and nothing about what runs here. */
@QuarkusTest
class BrowserRulesTest extends StubbedTest {

    @BeforeEach
    void servicesTakeEverything() {
        quotes.when("GET", "/api/v1/.*", StubService.json(200, "{}", "Server: a-service/1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/quotes", "/api/v1/keys", "/api/v1/nothing", "/nothing", "/openapi",
            "/swagger-ui/"})
    void every_answer_carries_the_security_headers_and_no_banner(String path) {
        Headers headers = given().get(path).headers();
        assertThat(headers.getValues("X-Content-Type-Options")).isEqualTo(List.of("nosniff"));
        assertThat(headers.getValues("X-Frame-Options")).isEqualTo(List.of("DENY"));
        assertThat(headers.getValues("Referrer-Policy")).isEqualTo(List.of("no-referrer"));
        assertThat(headers.getValues("Cross-Origin-Resource-Policy")).isEqualTo(List.of("same-origin"));
        assertThat(headers.getValues("Content-Security-Policy")).singleElement().asString()
                .contains("default-src 'none'").contains("frame-ancestors 'none'").doesNotContain("unsafe-eval");
        assertThat(headers.hasHeaderWithName("Server")).isFalse();
        assertThat(headers.hasHeaderWithName("X-Powered-By")).isFalse();
        // Over plain HTTP it would mean nothing.
        assertThat(headers.hasHeaderWithName("Strict-Transport-Security")).isFalse();
    }

    @Test
    void the_script_that_starts_swagger_ui_is_the_one_whose_hash_is_configured() throws Exception {
        Response page = given().get("/swagger-ui/");
        Matcher script = Pattern.compile("<script(?![^>]*\\bsrc=)[^>]*>(.*?)</script>", Pattern.DOTALL)
                .matcher(page.asString());
        assertThat(script.find()).isTrue();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        // The page's other script only puts a logo into its head; it may not run, and nothing is lost.
    }

    @ParameterizedTest
    @CsvSource({"GET, " + StubbedServices.NEWSROOM + ", true", "GET, https://elsewhere.example, false",
            "GET, http://newsroom.example, false", "GET, https://newsroom.example:8443, false",
            "GET, https://newsroom.example.elsewhere.example, false", "GET, null, false"})
    void only_the_sites_that_are_named_may_read(String method, String origin, boolean allowed) {
        Response answer = given().header("Origin", origin).request(method, "/api/v1/quotes");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(allowed ? origin : null);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNotEqualTo("true");
        if (allowed) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag").contains("RateLimit")
                    .contains("Retry-After");
        }
    }

    @ParameterizedTest
    @CsvSource({StubbedServices.NEWSROOM + ", PATCH, If-Match, true",
            StubbedServices.NEWSROOM + ", TRACE, If-Match, false",
            "https://elsewhere.example, PATCH, If-Match, false"})
    void a_preflight_is_answered_for_them_alone_and_needs_no_key(String origin, String method, String header,
            boolean allowed) {
        Response answer = given().header("Origin", origin).header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", header).options("/api/v1/quotes/1");
        String methods = answer.header("Access-Control-Allow-Methods");
        boolean may = origin.equals(answer.header("Access-Control-Allow-Origin")) && methods != null
                && methods.contains(method);
        assertThat(may).isEqualTo(allowed);
        assertThat(quotes.received()).isEmpty();
    }
}
