package org.parole.gateway.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedServices;
import org.parole.kit.id.Uuid7;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@TestProfile(TightLimits.class)
class LimitTest {

    private StubService quotes;
    private StubService tallies;

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource
    URL gateway;

    @BeforeEach
    void open() {
        quotes = StubbedServices.quotes();
        tallies = StubbedServices.tallies();
        for (StubService service : new StubService[]{quotes, tallies}) {
            service.when("GET", "/api/v1/.*", StubService.json(200, "{\"items\":[]}"));
            service.when("POST", "/api/v1/.*", StubService.json(201, "{}"));
        }
    }

    @org.junit.jupiter.api.AfterEach
    void close() {
        quotes.close();
        tallies.close();
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static String newKey() {
        return from("198.51.100.1").header("Authorization", "Bearer " + StubbedServices.BOOTSTRAP_KEY)
                .contentType("application/json").body("{\"name\":\"limit-" + Uuid7.next() + "\",\"role\":\"editor\"}")
                .post("/api/v1/keys").then().statusCode(201).extract().path("secret");
    }

    private static int left(Response answer) {
        return Integer.parseInt(answer.header("RateLimit").replaceAll(".*;r=(\\d+);.*", "$1"));
    }

    @Test
    void an_address_is_told_what_is_left_and_refused_when_nothing_is() {
        Response first = from("192.0.2.1").get("/api/v1/quotes");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"address\";q=20;w=20");
        assertThat(first.header("RateLimit")).isEqualTo("\"address\";r=19;t=1");
        for (int i = 0; i < 3; i++) {
            from("192.0.2.1").get("/api/v1/timeline");
        }
        Response last = null;
        for (int i = 0; i < 20 && (last == null || last.statusCode() != 429); i++) {
            last = from("192.0.2.1").get("/api/v1/quotes");
        }
        last.then().statusCode(429).contentType("application/problem+json")
                .body("type", equalTo("urn:parole:problem:too-many-requests"))
                .body("detail", containsString("a key has a limit of its own"));
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 2);
        assertThat(left(last)).isZero();
        // The limit does not affect another address, nor a client with a key.
        from("192.0.2.2").get("/api/v1/quotes").then().statusCode(200);
        from("192.0.2.1").header("X-API-Key", newKey()).get("/api/v1/quotes").then().statusCode(200);
        assertThat(metrics.get("parole.limit.refused").tag("by", "address").counter().count()).isPositive();
        // It comes back by itself.
        await().atMost(5, TimeUnit.SECONDS)
                .until(() -> from("192.0.2.1").get("/api/v1/quotes").statusCode() == 200);
    }

    @Test
    void a_key_has_one_limit_wherever_it_is_used_and_more_rows_take_more_of_it() {
        String key = newKey();
        Response read = from("192.0.2.10").header("X-API-Key", key).get("/api/v1/quotes");
        assertThat(read.header("RateLimit-Policy")).isEqualTo("\"key\";q=" + TightLimits.KEY_BURST + ";w=40");
        int before = left(read);
        Response list = from("192.0.2.11").header("X-API-Key", key).header("Accept", "text/csv").get("/api/v1/quotes");
        assertThat(before - left(list)).isBetween(9, 10);
        Response rows = from("192.0.2.12").header("X-API-Key", key).get("/api/v1/quotes?limit=200");
        assertThat(left(list) - left(rows)).isBetween(3, 4);
    }

    @Test
    void writes_of_a_key_cost_no_units_but_only_so_many_may_be_in_progress() throws Exception {
        String key = newKey();
        CountDownLatch begun = new CountDownLatch(TightLimits.WRITES);
        CountDownLatch go = new CountDownLatch(1);
        quotes.when("POST", "/api/v1/outlets", held(begun, go, StubService.json(201, "{}")));
        List<CompletableFuture<Integer>> held = IntStream.range(0, TightLimits.WRITES)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> write(key, "/api/v1/outlets").statusCode(),
                        task -> new Thread(task).start()))
                .toList();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        write(key, "/api/v1/parties").then().statusCode(429).header("Retry-After", "1")
                .body("detail", containsString("has " + TightLimits.WRITES + " writes in progress"));
        // Another key has slots of its own, and the same key may read.
        write(newKey(), "/api/v1/parties").then().statusCode(201);
        from("192.0.2.12").header("X-API-Key", key).get("/api/v1/parties").then().statusCode(200);
        go.countDown();
        assertThat(held).allSatisfy(answer -> assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(201));
        await().until(() -> metrics.get("parole.limit.writes").gauge().value() == 0);
        // More of them than the key has units.
        for (int i = 0; i < TightLimits.KEY_BURST + 5; i++) {
            write(key, "/api/v1/parties").then().statusCode(201);
        }
    }

    private static Response write(String key, String path) {
        return from("192.0.2.12").header("X-API-Key", key).contentType("application/json").body("{}").post(path);
    }

    @Test
    void who_tries_many_wrong_keys_is_stopped_before_they_are_looked_up() {
        for (int i = 0; i < 5; i++) {
            from("192.0.2.20").header("X-API-Key", "parole_" + "a".repeat(40 + i)).get("/api/v1/quotes").then()
                    .statusCode(401);
        }
        from("192.0.2.20").header("X-API-Key", "parole_" + "b".repeat(40)).get("/api/v1/quotes").then().statusCode(429)
                .header("Retry-After", org.hamcrest.Matchers.matchesPattern("\\d+"))
                .body("detail", containsString("not valid"));
        // Reading without a key is another matter.
        from("192.0.2.20").get("/api/v1/quotes").then().statusCode(200);
    }

    @Test
    void what_is_outside_of_the_api_costs_nothing() {
        for (int i = 0; i < 30; i++) {
            assertThat(from("192.0.2.30").get("/openapi.json").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_site_that_nobody_named_is_not_let_in_and_https_is_for_good() {
        from("192.0.2.40").header("Origin", StubbedServices.NEWSROOM).get("/api/v1/quotes").then().statusCode(200)
                .header("Access-Control-Allow-Origin", org.hamcrest.Matchers.nullValue());
        from("192.0.2.40").header("X-Forwarded-Proto", "https").get("/api/v1/quotes").then().statusCode(200)
                .header("Strict-Transport-Security", "max-age=31536000");
    }

    @Test
    void who_gets_no_slot_in_time_is_refused_and_the_others_are_served() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Integer>> held = hold(TightLimits.SLOTS, go);
        double before = shed();
        long start = System.nanoTime();
        from("192.0.2.51").get("/api/v1/quotes").then().statusCode(503).header("Retry-After", "1")
                .contentType("application/problem+json").body("type", equalTo("urn:parole:problem:unavailable"))
                .body("detail", containsString("too many requests in progress"));
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
        // The other service's limit is another one, and so is the gateway's own.
        from("192.0.2.51").get("/api/v1/parties").then().statusCode(200);
        assertThat(shed()).isEqualTo(before + 1);
        assertThat(ofQuotes("parole.under.way")).isEqualTo(TightLimits.SLOTS);
        go.countDown();
        assertThat(held).allSatisfy(answer -> assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(200));
        await().until(() -> ofQuotes("parole.under.way") == 0);
        from("192.0.2.51").get("/api/v1/quotes").then().statusCode(200);
    }

    @Test
    void who_waits_is_served_when_a_slot_becomes_free() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Integer>> held = hold(TightLimits.SLOTS, go);
        CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(
                () -> from("192.0.2.61").get("/api/v1/quotes").statusCode(), task -> new Thread(task).start());
        await().pollInterval(java.time.Duration.ofMillis(10)).until(() -> ofQuotes("parole.queued") == 1);
        go.countDown();
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(held).allSatisfy(answer -> assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(200));
        await().until(() -> ofQuotes("parole.under.way") == 0 && ofQuotes("parole.queued") == 0);
    }

    @Test
    void a_request_whose_client_does_not_wait_for_the_answer_costs_more() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        quotes.when("GET", "/api/v1/outlets", held(begun, go, StubService.json(200, "{}")));
        AtomicInteger before = new AtomicInteger();
        try (java.net.Socket socket = new java.net.Socket(gateway.getHost(), gateway.getPort())) {
            socket.getOutputStream()
                    .write("GET /api/v1/outlets HTTP/1.1\r\nHost: parole\r\nX-Forwarded-For: 192.0.2.71\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            before.set(left(from("192.0.2.71").get("/api/v1/quotes")));
        }
        // Each look costs one unit itself, and one comes back each second.
        int dropped = await().pollDelay(java.time.Duration.ZERO).until(() -> {
            int now = left(from("192.0.2.71").get("/api/v1/quotes"));
            return before.getAndSet(now) - now;
        }, drop -> drop > 1);
        go.countDown();
        assertThat(dropped).isBetween(Cost.ABANDONED, Cost.ABANDONED + 1);
    }

    /** Says that a request has come, and answers it when it may. */
    private static StubService.Answer held(CountDownLatch begun, CountDownLatch go, StubService.Answer answer) {
        return (request, out) -> {
            begun.countDown();
            try {
                go.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return answer.write(request, out);
        };
    }

    /** Requests that the quote-service has and does not answer before it may. */
    private List<CompletableFuture<Integer>> hold(int many, CountDownLatch go) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(many);
        quotes.when("GET", "/api/v1/outlets", held(begun, go, StubService.json(200, "{}")));
        List<CompletableFuture<Integer>> held = IntStream.range(0, many).mapToObj(n -> CompletableFuture.supplyAsync(
                () -> from("192.0.2.50").get("/api/v1/outlets").statusCode(), task -> new Thread(task).start()))
                .toList();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        return held;
    }

    private double shed() {
        return metrics.get("parole.shed").tag("lane", "quote-service").counter().count();
    }

    private double ofQuotes(String gauge) {
        return metrics.get(gauge).tag("lane", "quote-service").gauge().value();
    }

    @ParameterizedTest
    @CsvSource({"GET /api/v1/quotes?q=%s HTTP/1.1, 20000, 414, uri-too-long",
            "GET /api/v1/quotes HTTP/1.1|X-Long: %s, 20000, 431, headers-too-large",
            "GET /api/v1/quotes?q=%s HTTP/1.1, 70000, 414, ", "GET /api/v1/quotes HTTP/1.1|X-Long: %s, 70000, 431, "})
    void a_line_or_a_header_that_is_too_long_is_refused(String request, int length, int status, String problem)
            throws Exception {
        String bytes = String.format(request.replace("|", "\r\n"), "x".repeat(length))
                + "\r\nHost: parole\r\nConnection: close\r\n\r\n";
        try (java.net.Socket socket = new java.net.Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            // What cannot be read has no version yet, so it is answered in HTTP/1.0.
            assertThat(answer).containsPattern("^HTTP/1\\.[01] " + status + " ").doesNotContain("Exception");
            if (problem != null) {
                assertThat(answer).contains("urn:parole:problem:" + problem).contains("16384 bytes");
            }
        }
        assertThat(quotes.received()).isEmpty();
    }
}
