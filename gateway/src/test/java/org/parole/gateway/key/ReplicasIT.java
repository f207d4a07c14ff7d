package org.parole.gateway.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.RunningService;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedServices;
import org.parole.kit.dev.FreePort;
import org.parole.kit.dev.TestTokens;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Two replicas of the packaged gateway over one database: a key is the same at both, and survives a restart. */
class ReplicasIT {

    private static final String ADMIN = "Bearer " + StubbedServices.BOOTSTRAP_KEY;

    private static StubService quotes;
    private static int quotePort;
    private static RunningService first;
    private static RunningService second;

    private static RunningService replica(String name) throws IOException {
        Path log = Path.of("target", name + ".log");
        Files.deleteIfExists(log);
        String services = "http://127.0.0.1:" + quotePort;
        return new RunningService("gateway", "replicas", log, "128m",
                Map.of("PAROLE_GATEWAY_SIGNING_KEY", TestTokens.keys().privateKey(), "PAROLE_BOOTSTRAP_KEY",
                        StubbedServices.BOOTSTRAP_KEY, "PAROLE_KEYS_REMEMBERED_FOR", "PT1S", "PAROLE_LOG_JSON", "true",
                        "QUOTE_SERVICE_URL", services, "TALLY_SERVICE_URL", services))
                .start();
    }

    @BeforeAll
    static void start() throws IOException {
        quotePort = FreePort.find();
        quotes = new StubService(quotePort);
        quotes.when("POST", "/api/v1/.*", StubService.json(201, "{}"));
        first = replica("first-replica");
        second = replica("second-replica");
    }

    @AfterAll
    static void stop() {
        for (RunningService replica : new RunningService[]{first, second}) {
            if (replica != null) {
                replica.close();
            }
        }
        quotes.close();
    }

    private static int write(RunningService replica, String key) {
        return given().baseUri(replica.url()).header("Authorization", "Bearer " + key).contentType("application/json")
                .body("{}").post("/api/v1/quotes").statusCode();
    }

    @Test
    void a_key_made_at_one_works_at_the_other_through_a_crash_until_it_is_revoked_anywhere() throws IOException {
        ExtractableResponse<Response> made = given().baseUri(first.url()).header("Authorization", ADMIN)
                .contentType("application/json")
                .body("{\"name\":\"desk\",\"role\":\"contributor\"}").post("/api/v1/keys").then().statusCode(201)
                .extract();
        String key = made.path("secret");
        assertThat(write(first, key)).isEqualTo(201);
        assertThat(write(second, key)).isEqualTo(201);

        first.kill();
        first.start();
        assertThat(write(first, key)).isEqualTo(201);
        assertThat(write(first, StubbedServices.BOOTSTRAP_KEY)).isEqualTo(201);
        assertThat(given().baseUri(first.url()).header("Authorization", ADMIN).get("/api/v1/keys").jsonPath()
                .getList("items")).hasSize(2);

        given().baseUri(second.url()).header("Authorization", ADMIN).delete("/api/v1/keys/" + made.path("key.id"))
                .then().statusCode(204);
        assertThat(write(second, key)).isEqualTo(401);
        await().atMost(Duration.ofSeconds(5)).until(() -> write(first, key) == 401);
        theLogsAreJsonWithTheTrace(key);
    }

    private void theLogsAreJsonWithTheTrace(String key) throws IOException {
        List<String> lines = Files.readAllLines(second.log());
        ObjectMapper json = new ObjectMapper();
        int audited = 0;
        for (String line : lines) {
            assertThat(line).startsWith("{").doesNotContain(key).doesNotContain(StubbedServices.BOOTSTRAP_KEY);
            JsonNode entry = json.readTree(line);
            if (entry.path("loggerName").asText().equals("org.parole.audit")) {
                assertThat(entry.path("mdc").path("traceId").asText()).matches("[0-9a-f]{32}");
                audited++;
            }
        }
        assertThat(audited).isGreaterThanOrEqualTo(2);
    }
}
