package org.parole.quote.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parole.kit.dev.FreePort;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.ServiceDatabase;
import org.parole.kit.dev.TestTokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Kills the packaged service at random moments of an import, the upload included, and starts it again: in the end every row is there,
 * once. {@code -Dparole.imports.kills=20} for more moments, {@code -Dparole.imports.seed} to repeat some.
 */
class ImportKilledIT {

    private static final int KILLS = Integer.getInteger("parole.imports.kills", 5);
    private static final long SEED = Long.getLong("parole.imports.seed", System.nanoTime());
    private static final int ROWS = 4_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ServiceDatabase database = PostgresTestResource.database("killed");
    private final int port = FreePort.find();
    private final int management = FreePort.find();
    private Process service;

    @AfterEach
    void stop() throws InterruptedException {
        if (service != null) {
            service.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_service_that_is_killed_at_any_moment_writes_every_row_once() throws Exception {
        assumeTrue(Files.exists(Path.of("target/quarkus-app/quarkus-run.jar")) || executable().canExecute(),
                "Skipped: the service is not packaged");
        var random = new Random(SEED);
        start();
        List<String> moments = new ArrayList<>();
        for (int round = 1; round <= KILLS; round++) {
            byte[] file = Uploads.bytes(Uploads.lines("killed" + round, ROWS));
            // From before the file is here until after all of it is written.
            int moment = random.nextInt(100, 6_000);
            CompletableFuture<HttpResponse<String>> uploaded = client.sendAsync(upload(file, "killed-" + round),
                    HttpResponse.BodyHandlers.ofString());
            // No condition to wait for: the point is that the moment may be any.
            TimeUnit.MILLISECONDS.sleep(moment);
            service.destroyForcibly().waitFor();
            long done = rowsOf("killed-" + round);
            start();
            String id;
            try {
                id = MAPPER.readTree(uploaded.get(10, TimeUnit.SECONDS).body()).path("id").asText();
            } catch (Exception e) {
                // It did not survive the upload; nobody has promised anything.
                id = null;
            }
            moments.add(moment + " ms: " + (id == null ? "in the upload" : done + " of " + ROWS + " rows written"));
            if (id == null) {
                id = MAPPER
                        .readTree(client.send(upload(file, "killed-" + round), HttpResponse.BodyHandlers.ofString())
                                .body())
                        .path("id").asText();
            }
            JsonNode job = ended(id);
            assertThat(job.path("state").asText()).as(job + " at " + moments + ", seed " + SEED).isEqualTo("DONE");
            assertThat(job.path("written").asLong() + job.path("alreadyThere").asLong()).as("" + job).isEqualTo(ROWS);
            assertEachOnce(round);
        }
        // Once more changes nothing.
        String again = MAPPER.readTree(client.send(upload(Uploads.bytes(Uploads.lines("killed1", ROWS)), "killed-1"),
                HttpResponse.BodyHandlers.ofString()).body()).path("id").asText();
        assertThat(ended(again).path("alreadyThere").asLong()).isEqualTo(ROWS);
        System.out.println("Killed at " + moments + ", seed " + SEED);
    }

    private void assertEachOnce(int round) throws SQLException {
        String speakers = "speaker_id in (select id from speaker where name like 'Speaker killed" + round + " %')";
        assertThat(number("select count(*) from quote where is_current and not retracted and " + speakers))
                .isEqualTo(ROWS);
        assertThat(number("select count(*) from quote where " + speakers)).isEqualTo(ROWS);
        assertThat(number("select count(distinct document_id) from quote where " + speakers)).isEqualTo(ROWS);
        assertThat(
                number("select count(*) from speaker where is_current and name like 'Speaker killed" + round + " %'"))
                .isEqualTo(50);
        assertThat(number("select count(*) from change where record_type = 'quote' and record_id in"
                + " (select id::text from quote where " + speakers + ")")).isEqualTo(ROWS);
        assertThat(number("select count(*) from import_row where dataset = 'killed-" + round + "'")).isEqualTo(ROWS);
        // Every tenth says what the one before says.
        assertThat(number("select count(*) from occurrence_count c where is_current and occurrences = 2 and exists"
                + " (select from quote q where q.id = c.id and " + speakers + ")")).isZero();
    }

    private long rowsOf(String dataset) throws SQLException {
        return number("select count(*) from import_row where dataset = '" + dataset + "'");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.application().name(),
                database.application().password());
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private JsonNode ended(String id) {
        return await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200)).ignoreExceptions()
                .until(() -> MAPPER
                        .readTree(client.send(request("/" + id).build(), HttpResponse.BodyHandlers.ofString()).body()),
                        job -> job.hasNonNull("endedAt"));
    }

    private HttpRequest upload(byte[] file, String dataset) {
        return request("?format=quotebank&dataset=" + dataset).header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)).build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/imports" + path))
                .header("Authorization", TestTokens.bearer("test-editor", "editor"));
    }

    private static File executable() {
        return new File("target/quote-service-1.0.0-SNAPSHOT-runner");
    }

    private void start() throws IOException {
        List<String> command = executable().canExecute()
                ? List.of(executable().getAbsolutePath(), "-Xmx256m")
                : List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-jar",
                        "target/quarkus-app/quarkus-run.jar");
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/killed.log")));
        Map<String, String> environment = builder.environment();
        environment.put("QUOTE_DATABASE_URL", database.jdbcUrl());
        environment.put("QUOTE_DATABASE_USER", database.application().name());
        environment.put("QUOTE_DATABASE_PASSWORD", database.application().password());
        environment.put("QUOTE_DATABASE_MIGRATION_USER", database.migration().name());
        environment.put("QUOTE_DATABASE_MIGRATION_PASSWORD", database.migration().password());
        environment.put("MP_JWT_VERIFY_PUBLICKEY", TestTokens.keys().publicKey());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        service = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(service::destroyForcibly));
        await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(100)).ignoreExceptions()
                .until(() -> client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/q/health/ready"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
    }
}
