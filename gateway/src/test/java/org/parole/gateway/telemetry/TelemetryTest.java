package org.parole.gateway.telemetry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.OidcProvider;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedServices;
import org.parole.gateway.testing.StubbedTest;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What is known of a request afterwards: one trace through all services, figures by route, lines without anything private. */
@QuarkusTest
class TelemetryTest extends StubbedTest {

    private static final String ID = "0190163d-8694-739b-aea5-966c26f8ad91";

    private static final PatternFormatter FORMAT = new PatternFormatter("%s");

    @Inject
    CollectedSpans spans;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private final String trace = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE))
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    private final String traceparent = "00-" + trace + "-00f067aa0ba902b7-01";

    @BeforeEach
    void servicesTakeEverything() {
        for (StubService service : List.of(quotes, tallies)) {
            service.when("GET", "/api/v1/.*", StubService.json(200, "{\"items\":[]}"));
            service.when("POST", "/api/v1/.*", StubService.json(201, "{}"));
        }
    }

    @Test
    void the_client_s_trace_goes_through_to_the_services_and_into_problems() {
        given().header("traceparent", traceparent).get("/api/v1/quotes/" + ID).then().statusCode(200);
        assertThat(quotes.last().header("traceparent")).startsWith("00-" + trace + "-").isNotEqualTo(traceparent);
        given().header("traceparent", traceparent).get("/api/v1/dossiers/us-taliban-2020").then().statusCode(200);
        assertThat(tallies.received()).isNotEmpty()
                .allSatisfy(request -> assertThat(request.header("traceparent")).startsWith("00-" + trace + "-"));
        quotes.close();
        given().header("traceparent", traceparent).get("/api/v1/quotes").then().statusCode(503).body("instance",
                equalTo("urn:parole:trace:" + trace));
    }

    @Test
    void each_call_to_a_service_is_a_span_below_that_of_the_request() {
        given().header("traceparent", traceparent).header("Authorization", ADMIN)
                .get("/api/v1/dossiers/us-taliban-2020").then().statusCode(200);
        await().until(() -> spans.of(trace).stream().anyMatch(span -> span.getKind() == SpanKind.SERVER));
        List<SpanData> all = spans.of(trace);
        SpanData server = all.stream().filter(span -> span.getKind() == SpanKind.SERVER).findFirst().orElseThrow();
        assertThat(server.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        List<SpanData> calls = all.stream().filter(span -> span.getKind() == SpanKind.CLIENT).toList();
        assertThat(calls).hasSize(quotes.received().size() + tallies.received().size()).hasSizeGreaterThan(2)
                .allSatisfy(call -> assertThat(call.getParentSpanId()).isNotEqualTo("00f067aa0ba902b7"));
        assertThat(all.toString()).doesNotContain(StubbedServices.BOOTSTRAP_KEY).doesNotContain("Bearer");
    }

    @Test
    void figures_are_by_route_and_have_no_ids_or_keys_in_them() {
        given().header("Authorization", ADMIN).get("/api/v1/quotes/" + ID + "?reason=Private").then().statusCode(200);
        given().get("/api/v1/nothing-of-ours/" + ID).then().statusCode(404);
        // Refused before anybody has looked where it leads.
        given().header("X-Long", "x".repeat(20_000)).get("/nothing-of-ours/" + ID).then().statusCode(431);
        String figures = given().get(metrics).asString();
        assertThat(figures).contains("http_server_requests_seconds_count").contains("uri=\"/api/v1/quotes/{id}\"")
                .containsPattern("http_client_requests_seconds_count\\{[^}]*uri=\"/api/v1/quotes/\\{id}\"")
                .contains("parole_breaker_open{service=\"quote-service\"}")
                .contains("parole_limit_refused_total{by=\"address\"}")
                .contains("parole_shed_total{lane=\"tally-service\"}")
                .contains("parole_under_way{lane=\"gateway\"}").doesNotContain(ID).doesNotContain("Private")
                .doesNotContain("parole_0123");
        // Whatever somebody makes up must not become a time series.
        assertThat(figures).doesNotContain("nothing-of-ours");
    }

    @Test
    void lines_say_who_did_what_in_which_trace_and_nothing_private() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                ExtLogRecord record = ExtLogRecord.wrap(logged);
                lines.add(record.getLoggerName() + " " + FORMAT.format(record) + " " + record.getMdc("traceId")
                        + " " + record.getThrown());
            }

            @Override
            public void flush() {
                // Nothing waits.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        String wrong = "parole_" + "z".repeat(48);
        String token = OidcProvider.sign(OidcProvider.claims("a-person", "reader"));
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        try {
            given().header("traceparent", traceparent).header("Authorization", ADMIN).contentType("application/json")
                    .body("{\"content\":\"Private words\"}").post("/api/v1/quotes?reason=Private").then()
                    .statusCode(201);
            given().header("X-API-Key", wrong).post("/api/v1/quotes?key=" + wrong).then().statusCode(401);
            given().header("Authorization", "Bearer " + token).post("/api/v1/quotes").then().statusCode(403);
            given().header("Authorization", "Bearer " + token + "x").get("/api/v1/quotes").then().statusCode(401);
            quotes.when("GET", "/api/v1/.*", StubService.json(500, "{\"key\":\"Private\"}"));
            given().header("Authorization", ADMIN).get("/api/v1/dossiers/us-taliban-2020").then().statusCode(200);
            await().until(() -> lines.stream().filter(line -> line.startsWith("org.parole.audit")).count() >= 4);
        } finally {
            root.removeHandler(handler);
        }
        assertThat(lines).contains(
                "org.parole.audit write POST /api/v1/quotes 201 by bootstrap (admin) " + trace + " null");
        assertThat(lines).anyMatch(
                line -> line.startsWith("org.parole.audit refused POST /api/v1/quotes 401 by nobody known"));
        assertThat(lines).anyMatch(
                line -> line.startsWith("org.parole.audit refused POST /api/v1/quotes 403 by oidc:a-person (reader)"));
        assertThat(String.join("\n", lines)).doesNotContain(StubbedServices.BOOTSTRAP_KEY).doesNotContain(wrong)
                .doesNotContain(token).doesNotContain("eyJ").doesNotContain("Private");
    }
}
