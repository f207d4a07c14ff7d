package org.parole.gateway.passthrough;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Under which address the gateway is asked, what it tells the services of it, and what it refuses (RFC 9112, 3.2). */
@QuarkusTest
class PublicAddressTest extends StubbedTest {

    private static final String QUOTES = "/api/v1/quotes";

    @TestHTTPResource
    URL gateway;

    @ParameterizedTest
    @ValueSource(strings = {QUOTES, "/api/v1/exports/quotes?format=jsonld",
            "/api/v1/exports/quotes/datapackage.json?format=jsonld"})
    void a_service_is_told_under_which_address_the_world_asks(String path) {
        quotes.when("GET", path.replaceFirst("\\?.*", ""), StubService.json(200, "{}"));
        for (String accepted : List.of("application/ld+json", "*/*", "application/json;q=0.1, */*")) {
            given().header("Accept", accepted).header("Host", "parole.example.org:8443")
                    .header("Parole-Public-Url", "https://evil.example").get(path).then().statusCode(200);
            assertThat(quotes.last().header("Parole-Public-Url")).isEqualTo("http://parole.example.org:8443");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v1/quotes HTTP/1.0\r\n\r\n",
            "GET /api/v1/quotes HTTP/1.1\r\nHost: a,b\r\nConnection: close\r\n\r\n"})
    void where_no_address_was_named_it_is_the_gateways_own_and_never_the_services(String request) throws IOException {
        quotes.when("GET", QUOTES, StubService.json(200, "{}"));
        assertThat(Sockets.send(gateway, request)).contains(" 200 ");
        assertThat(quotes.last().header("Parole-Public-Url"))
                .matches("http://(127\\.0\\.0\\.1|\\[.*]):" + gateway.getPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: a b", "Host: [::1", "Host: parole:99999", "Host: parole:x", "Host: a@b", "Host: a/b",
            "Host: <script>", "Host: %zz", "Host: caf\u00e9", "Host: ", "X-Host: parole", "Host: a\r\nHost: b"})
    void what_is_no_host_is_a_problem_and_no_error_of_ours(String header) throws IOException {
        quotes.when("GET", QUOTES, StubService.json(200, "{}"));
        List<LogRecord> errors = new CopyOnWriteArrayList<>();
        Handler handler = collecting(errors);
        Logger.getLogger("").addHandler(handler);
        try {
            for (String path : List.of(QUOTES, "/", "/q/nothing", "/quotes")) {
                String answer = Sockets.send(gateway,
                        "GET " + path + " HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n");
                assertThat(answer).startsWith("HTTP/1.1 400 ").containsIgnoringCase("application/problem+json")
                        .contains("malformed-request", "in the header Host").doesNotContain("xception");
            }
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
        assertThat(errors).isEmpty();
        assertThat(quotes.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: parole.example.org.", "Host: a_b", "Host: [::1]:8080", "Host: parole:",
            "Host: PAROLE"})
    void what_is_a_host_is_answered(String header) throws IOException {
        quotes.when("GET", QUOTES, StubService.json(200, "{}"));
        assertThat(Sockets.send(gateway, "GET " + QUOTES + " HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    private static Handler collecting(List<LogRecord> errors) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                    errors.add(entry);
                }
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
