package org.parole.gateway.real;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.RunningService;
import org.parole.gateway.testing.StubbedServices;
import org.parole.kit.dev.Door;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.TestTokens;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** While the database server of all three services is away, each of them says so within a second, and so does the gateway for the others. */
class DatabaseAwayIT {

    /** How long nobody waits, however busy the machine. */
    private static final Duration SOON = Duration.ofSeconds(4);
    /** What it takes by itself. */
    private static final Duration BY_ITSELF = Duration.ofSeconds(1);

    private static final Map<String, String> PREFIXES = Map.of("quote-service", "QUOTE", "tally-service", "TALLY",
            "gateway", "GATEWAY");

    private final List<RunningService> running = new ArrayList<>();
    private final AtomicReference<Door.State> state = new AtomicReference<>(Door.State.OPEN);
    private RunningService quotes;
    private RunningService tallies;
    private RunningService gateway;

    @AfterEach
    void stop() {
        running.forEach(RunningService::close);
    }

    private RunningService service(String name, String heap, Map<String, String> environment) {
        String database = "away" + name.substring(0, 5);
        String url = PostgresTestResource.database(database).jdbcUrl();
        int port = Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
        Map<String, String> all = new HashMap<>(environment);
        all.put(PREFIXES.get(name) + "_DATABASE_URL",
                url.replace(":" + port + "/", ":" + new Door(port, state::get).port() + "/"));
        RunningService service = new RunningService(name, database, Path.of("target", "away-" + name + ".log"), heap,
                all);
        running.add(service);
        return service.start();
    }

    @Test
    void requests_are_refused_within_a_second_and_served_again_when_it_is_back() {
        Map<String, String> key = RunningService.trustingTests();
        quotes = service("quote-service", "256m", key);
        tallies = service("tally-service", "256m", key);
        gateway = service("gateway", "192m",
                RunningService.gatewayOver(quotes, tallies, Map.of()));
        Map<String, Supplier<Response>> requests = requests();
        requests.forEach((name, request) -> assertThat(request.get().statusCode()).as(name).isLessThan(500));

        state.set(Door.State.SHUT);
        requests.forEach((name, request) -> await(name).atMost(Duration.ofSeconds(20))
                .until(() -> request.get().statusCode() == 503));
        requests.forEach((name, request) -> assertRefusedSoon(name + ", refused", request));
        state.set(Door.State.SILENT);
        requests.forEach((name, request) -> assertRefusedSoon(name + ", silent", request));

        state.set(Door.State.OPEN);
        requests.forEach((name, request) -> await(name).atMost(Duration.ofSeconds(30))
                .until(() -> request.get().statusCode() < 500));
    }

    private Map<String, Supplier<Response>> requests() {
        String outlet = "{\"name\":\"Away\",\"kind\":\"OTHER\"}";
        String party = "{\"slug\":\"away\",\"name\":\"Away\",\"kind\":\"STATE\"}";
        String intake = "{\"document\":{\"url\":\"https://example.org/away\"}}";
        Map<String, Supplier<Response>> requests = new LinkedHashMap<>();
        requests.put("quote-service, read", () -> as(quotes).get("/api/v1/quotes"));
        requests.put("quote-service, write", () -> as(quotes).body(outlet).post("/api/v1/outlets"));
        requests.put("tally-service, read", () -> as(tallies).get("/api/v1/parties"));
        requests.put("tally-service, write", () -> as(tallies).body(party).post("/api/v1/parties"));
        requests.put("gateway, read of the quote-service", () -> admin().get("/api/v1/quotes"));
        requests.put("gateway, write to the tally-service", () -> admin().body(party).post("/api/v1/parties"));
        requests.put("gateway, view of both", () -> admin().get("/api/v1/changes"));
        requests.put("gateway, intake", () -> admin().body(intake).post("/api/v1/intake"));
        requests.put("gateway, its own list", () -> admin().get("/api/v1/keys"));
        return requests;
    }

    private static RequestSpecification as(RunningService service) {
        return given().baseUri(service.url()).contentType("application/json").header("Authorization",
                TestTokens.bearer("test-contributor", "contributor"));
    }

    private RequestSpecification admin() {
        return given().baseUri(gateway.url()).contentType("application/json").header("Authorization",
                "Bearer " + StubbedServices.BOOTSTRAP_KEY);
    }

    private static void assertRefusedSoon(String name, Supplier<Response> request) {
        List<Duration> took = IntStream.range(0, 5).mapToObj(n -> {
            Instant before = Instant.now();
            Response response = request.get();
            Duration time = Duration.between(before, Instant.now());
            assertThat(response.statusCode()).as(name + ": " + response.asString()).isEqualTo(503);
            assertThat(response.header("Retry-After")).as(name).matches("\\d+");
            assertThat(response.contentType()).as(name).startsWith("application/problem+json");
            return time;
        }).sorted().toList();
        System.out.printf("%s: refused in %d to %d ms%n", name, took.get(0).toMillis(),
                took.get(took.size() - 1).toMillis());
        assertThat(took).as(name).allMatch(time -> time.compareTo(SOON) < 0)
                .anyMatch(time -> time.compareTo(BY_ITSELF) < 0);
    }
}
