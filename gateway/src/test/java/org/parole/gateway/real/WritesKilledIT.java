package org.parole.gateway.real;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.RunningService;
import org.parole.gateway.testing.StubbedServices;
import org.parole.kit.dev.ServiceDatabase;

import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Kills the quote-service, the tally-service, the gateway and the database server by turns while many write quotes and intakes: what was
 * acknowledged is there, once; of what was not, all is there or nothing; the feeds have every change once.
 * {@code -Dparole.write-kills=16} for a long run, {@code -Dparole.write-kills.writers} and {@code -Dparole.write-kills.seed} to change more.
 */
class WritesKilledIT {

    private static final int KILLS = Integer.getInteger("parole.write-kills", 4);
    private static final int WRITERS = Integer.getInteger("parole.write-kills.writers", 8);
    private static final long SEED = Long.getLong("parole.write-kills.seed", System.nanoTime());
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration BROKEN_SOON = Duration.ofSeconds(8);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMMITMENT = "killed-writes";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
    private final List<RunningService> running = new ArrayList<>();
    private final Queue<Write> writes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicLong longestBroken = new AtomicLong();
    private RunningService quotes;
    private RunningService tallies;
    private RunningService gateway;

    /** What somebody tried to write; the name is in all of its records. */
    private record Write(String name, boolean isIntake, boolean hasReport, boolean isAcknowledged) {
    }

    @AfterEach
    void stop() {
        pool.shutdownNow();
        running.forEach(RunningService::close);
    }

    private RunningService service(String name, String heap, Map<String, String> environment) throws SQLException {
        RunningService service = new RunningService(name, "writes" + name.substring(0, 5),
                Path.of("target", "writes-" + name + ".log"), heap, environment);
        running.add(service);
        // The server of the tests acknowledges commits that it has not written down yet.
        try (Connection connection = connect(service.database()); Statement statement = connection.createStatement()) {
            statement.execute("alter role current_user set synchronous_commit = on");
        }
        return service.start();
    }

    @Test
    void what_was_acknowledged_outlives_every_kill_and_nothing_is_half_written() throws Exception {
        Map<String, String> key = RunningService.trustingTests();
        quotes = service("quote-service", "256m", key);
        tallies = service("tally-service", "256m", key);
        gateway = service("gateway", "192m",
                RunningService.gatewayOver(quotes, tallies, Map.of("PAROLE_INTAKE_RECOVER_EVERY", "1s",
                        "PAROLE_INTAKE_PREPARE_WITHIN", "PT5S", "PAROLE_INTAKE_FIRST_RETRY", "PT1S")));
        addCommitment();
        // A service that has just started may take longer than an intake may.
        JsonNode first = await().atMost(LONGEST).until(() -> post("/api/v1/intake", "first", intake("first", false)),
                Optional::isPresent).orElseThrow();
        String document = first.path("documentId").asText();
        String speaker = first.path("speakers").path(0).path("id").asText();

        AtomicBoolean over = new AtomicBoolean();
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(pool.submit(() -> write(document, speaker, over)));
        }
        Random random = new Random(SEED);
        List<Runnable> victims = List.of(() -> crash(quotes), () -> crash(tallies), () -> crash(gateway),
                this::crashDatabase);
        for (int kill = 0; kill < KILLS; kill++) {
            int until = acknowledged.get() + random.nextInt(20, 120);
            await().atMost(LONGEST).pollInterval(Duration.ofMillis(1)).until(() -> acknowledged.get() >= until);
            victims.get(kill % victims.size()).run();
        }
        int until = acknowledged.get() + WRITERS;
        await().atMost(LONGEST).until(() -> acknowledged.get() >= until);
        over.set(true);
        for (Future<?> writer : writers) {
            writer.get();
        }
        await().atMost(LONGEST).untilAsserted(() -> assertThat(
                number(gateway, "select count(*) from intake where finished_at is null")).isZero());

        assertWrittenWholeAndOnce();
        assertFeedsHaveEachChangeOnce();
        System.out.printf("%d SIGKILLs under %d writers: %d writes acknowledged, %d requests without an answer that"
                + " says so; of those that the gateway's end broke off, the longest took %d ms; seed %d%n", KILLS,
                WRITERS, acknowledged.get(), unanswered.get(), longestBroken.get(), SEED);
        // The machine of a process that is killed ends its connections at once, so nobody waits for an answer.
        assertThat(longestBroken.get()).isLessThan(BROKEN_SOON.toMillis());
    }

    private void addCommitment() {
        for (String party : List.of("killed-north", "killed-south")) {
            admin().body(Map.of("slug", party, "name", party, "kind", "STATE")).post("/api/v1/parties").then()
                    .statusCode(201);
        }
        admin().body(Map.of("slug", "killed-agreement", "title", "An exchange", "signedOn", "2019-02-28",
                "signatories", List.of("killed-north"), "boundParties", List.of("killed-north", "killed-south")))
                .post("/api/v1/agreements").then().statusCode(201);
        admin().body(Map.of("slug", COMMITMENT, "agreement", "killed-agreement", "releasingParty", "killed-north",
                "receivingParty", "killed-south", "category", "prisoners", "quantity",
                Map.of("comparator", "EXACTLY", "min", 100))).post("/api/v1/commitments").then().statusCode(201);
    }

    private RequestSpecification admin() {
        return given().baseUri(gateway.url()).header("Authorization", "Bearer " + StubbedServices.BOOTSTRAP_KEY)
                .contentType("application/json");
    }

    private Void write(String document, String speaker, AtomicBoolean over) throws IOException, InterruptedException {
        while (!over.get()) {
            String name = "killed-" + UUID.randomUUID();
            int kind = ThreadLocalRandom.current().nextInt(3);
            boolean isIntake = kind != 0;
            String path = isIntake ? "/api/v1/intake" : "/api/v1/quotes";
            Map<String, ?> body = isIntake
                    ? intake(name, kind == 1)
                    : quote(name, Map.of("documentId", document,
                            "speakerId", speaker));
            // Some give up after the first failure, so that there is something that nobody was told about.
            boolean isPatient = ThreadLocalRandom.current().nextInt(4) != 0;
            boolean isWritten = post(path, name, body).isPresent();
            while (!isWritten && isPatient) {
                isWritten = post(path, name, body).isPresent();
            }
            writes.add(new Write(name, isIntake, kind == 1, isWritten));
        }
        return null;
    }

    private static Map<String, Object> quote(String name, Map<String, ?> references) {
        Map<String, Object> quote = new HashMap<>(references);
        quote.putAll(Map.of("content", "Words of " + name, "kind", "DIRECT", "channel", "STATEMENT", "language", "en"));
        return quote;
    }

    private static Map<String, Object> intake(String name, boolean hasReport) {
        Map<String, Object> intake = new HashMap<>(Map.of("document",
                Map.of("url", "https://example.org/" + name, "title", "Talks", "outlet",
                        Map.of("name", "Killed Wire", "kind", "WIRE"), "publishedAt", "2019-05-02", "language", "en"),
                "speakers", List.of(Map.of("label", "a", "name", "Person of " + name, "kind", "PERSON")),
                "quotes", List.of(quote(name, Map.of("label", "q1", "speaker", "a")),
                        quote(name + " again", Map.of("label", "q2", "speaker", "a")))));
        if (hasReport) {
            intake.put("releaseReports", List.of(Map.of("label", "r", "commitment", COMMITMENT, "claimant",
                    Map.of("speaker", "a"), "evidence", Map.of("quote", "q1"), "sourceKind", "RELEASING_PARTY", "stage",
                    "REPORTED", "quantity", Map.of("comparator", "EXACTLY", "min", 2), "basis", "BATCH", "eventOn",
                    "2019-05-01")));
        }
        return intake;
    }

    /** The answer that acknowledges it; empty for any that does not. Every other one must say that it may be tried again. */
    private Optional<JsonNode> post(String path, String key, Map<String, ?> body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.url() + path)).timeout(LONGEST)
                .header("Authorization", "Bearer " + StubbedServices.BOOTSTRAP_KEY)
                .header("Content-Type", "application/json").header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))).build();
        HttpResponse<String> response;
        long began = System.nanoTime();
        try {
            response = client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            unanswered.incrementAndGet();
            longestBroken.accumulateAndGet(Duration.ofNanos(System.nanoTime() - began).toMillis(), Math::max);
            return Optional.empty();
        }
        if (response.statusCode() == 201 || response.statusCode() == 202) {
            acknowledged.incrementAndGet();
            return Optional.of(JSON.readTree(response.body()));
        }
        assertThat(response.statusCode()).as(response.body()).isIn(409, 503);
        assertThat(response.headers().firstValue("Retry-After")).as(response.body()).isPresent();
        unanswered.incrementAndGet();
        return Optional.empty();
    }

    private static void crash(RunningService service) {
        service.kill();
        service.start();
    }

    /** The end of one of its processes by SIGKILL has PostgreSQL end all others and recover from what it has written down. */
    private void crashDatabase() {
        try (Connection connection = connect(quotes.database());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            ProcessHandle backend = ProcessHandle.of(row.getLong(1)).orElseThrow();
            assertThat(backend.info().command())
                    .hasValueSatisfying(command -> assertThat(command).contains("postgres"));
            assertThat(backend.destroyForcibly()).isTrue();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        await().atMost(LONGEST).ignoreExceptionsInstanceOf(SQLException.class)
                .until(() -> number(quotes, "select 1") == 1);
    }

    private void assertWrittenWholeAndOnce() throws SQLException {
        Map<String, Integer> documents = counts(quotes, "select substring(url from 'killed-[0-9a-f-]+'), count(*)"
                + " from document where is_current and not retracted and url like '%/killed-%' group by 1");
        Map<String, Integer> ofQuotes = counts(quotes, "select substring(content from 'killed-[0-9a-f-]+'), count(*)"
                + " from quote where is_current and not retracted and content like '%killed-%' group by 1");
        Map<String, Integer> reports = counts(tallies, "select substring(evidence ->> 'documentUrl' from"
                + " 'killed-[0-9a-f-]+'), count(*) from release_report where is_current and not retracted"
                + " and evidence ->> 'documentUrl' like '%/killed-%' group by 1");
        assertThat(writes).anyMatch(Write::isAcknowledged).allSatisfy(write -> {
            int whole = (write.isIntake() ? documents : ofQuotes).getOrDefault(write.name(), 0);
            assertThat(whole).as(write + ", seed " + SEED).isBetween(write.isAcknowledged() ? 1 : 0, 1);
            if (write.isIntake()) {
                assertThat(ofQuotes.getOrDefault(write.name(), 0)).as(write + ", seed " + SEED).isEqualTo(2 * whole);
                assertThat(reports.getOrDefault(write.name(), 0)).as(write + ", seed " + SEED)
                        .isEqualTo(write.hasReport() ? whole : 0);
            }
        });
    }

    private void assertFeedsHaveEachChangeOnce() throws SQLException {
        assertThat(
                number(quotes, "select count(*) from quote q where (select count(*) from change c where c.record_type"
                        + " = 'quote' and c.record_id = q.id::text and c.revision = q.revision) <> 1"))
                .isZero();
        assertThat(number(tallies, "select count(*) from release_report r where (select count(*) from change c where"
                + " c.record_type = 'release-report' and c.record_id = r.id::text and c.revision = r.revision) <> 1"))
                .isZero();
        for (RunningService service : List.of(quotes, tallies)) {
            assertThat(number(service, "select count(*) from (select recorded_at < lag(recorded_at) over (order by seq)"
                    + " as is_back from change) c where is_back")).isZero();
        }
    }

    private static Connection connect(ServiceDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.application().name(),
                database.application().password());
    }

    private static long number(RunningService service, String sql) throws SQLException {
        try (Connection connection = connect(service.database());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Map<String, Integer> counts(RunningService service, String sql) throws SQLException {
        List<Map.Entry<String, Integer>> counts = new ArrayList<>();
        try (Connection connection = connect(service.database());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                counts.add(Map.entry(row.getString(1), row.getInt(2)));
            }
        }
        return counts.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
