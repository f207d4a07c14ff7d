package org.parole.gateway.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.Packaged;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedServices;
import org.parole.kit.dev.FreePort;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.ServiceDatabase;
import org.parole.kit.dev.TestTokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Two replicas of the packaged gateway over one database: a key is the same at both, and survives a restart. */
class ReplicasIT {

    private static final String ADMIN = "Bearer " + StubbedServices.BOOTSTRAP_KEY;

    private static StubService quotes;
    private static int quotePort;
    private static Replica first;
    private static Replica second;

    /** A gateway as it is shipped, as a process. */
    private static final class Replica {

        private final int port = FreePort.find();
        private final int management = FreePort.find();
        private final Path log;
        private Process process;

        Replica(String name) {
            log = Path.of("target", name + ".log");
        }

        void start(int quotePort) {
            ServiceDatabase database = PostgresTestResource.database("replicas");
            ProcessBuilder builder = new ProcessBuilder(Packaged.service("gateway").command("128m"))
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(Map.ofEntries(Map.entry("GATEWAY_DATABASE_URL", database.jdbcUrl()),
                    Map.entry("GATEWAY_DATABASE_USER", database.application().name()),
                    Map.entry("GATEWAY_DATABASE_PASSWORD", database.application().password()),
                    Map.entry("GATEWAY_DATABASE_MIGRATION_USER", database.migration().name()),
                    Map.entry("GATEWAY_DATABASE_MIGRATION_PASSWORD", database.migration().password()),
                    Map.entry("PAROLE_GATEWAY_SIGNING_KEY", TestTokens.keys().privateKey()),
                    Map.entry("PAROLE_BOOTSTRAP_KEY", StubbedServices.BOOTSTRAP_KEY),
                    Map.entry("PAROLE_KEYS_REMEMBERED_FOR", "PT1S"), Map.entry("PAROLE_LOG_JSON", "true"),
                    Map.entry("QUOTE_SERVICE_URL", "http://127.0.0.1:" + quotePort),
                    Map.entry("TALLY_SERVICE_URL", "http://127.0.0.1:" + quotePort),
                    Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                    Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(management))));
            try {
                process = builder.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            await("the gateway is ready, see " + log).atMost(Duration.ofMinutes(2)).ignoreExceptions().until(
                    () -> given().baseUri("http://127.0.0.1:" + management).get("/q/health/ready").statusCode() == 200);
        }

        void kill() {
            process.destroyForcibly();
            process.onExit().join();
        }

        String url() {
            return "http://127.0.0.1:" + port;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        quotePort = FreePort.find();
        quotes = new StubService(quotePort);
        quotes.when("POST", "/api/v1/.*", StubService.json(201, "{}"));
        first = new Replica("first-replica");
        second = new Replica("second-replica");
        Files.deleteIfExists(first.log);
        Files.deleteIfExists(second.log);
        first.start(quotePort);
        second.start(quotePort);
    }

    @AfterAll
    static void stop() {
        for (Replica replica : new Replica[]{first, second}) {
            if (replica != null && replica.process != null) {
                replica.kill();
            }
        }
        quotes.close();
    }

    private static int write(Replica replica, String key) {
        return given().baseUri(replica.url()).header("Authorization", "Bearer " + key).contentType("application/json")
                .body("{}").post("/api/v1/quotes").statusCode();
    }

    @Test
    void a_key_made_at_one_works_at_the_other_through_a_crash_until_it_is_revoked_anywhere() throws IOException {
        var made = given().baseUri(first.url()).header("Authorization", ADMIN).contentType("application/json")
                .body("{\"name\":\"desk\",\"role\":\"contributor\"}").post("/api/v1/keys").then().statusCode(201)
                .extract();
        String key = made.path("secret");
        assertThat(write(first, key)).isEqualTo(201);
        assertThat(write(second, key)).isEqualTo(201);

        first.kill();
        first.start(quotePort);
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
        List<String> lines = Files.readAllLines(second.log);
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
