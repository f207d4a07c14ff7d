package org.parole.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.FAISAL;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.unique;
import static org.parole.quote.support.Api.with;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * Many at once, and a database that goes away. {@code -Dparole.stress.seconds=120} for the long run; {@code -Dparole.stress.writers}
 * and {@code -Dparole.stress.readers} for other numbers of them than 32 and 8.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class StressTest {

    private static final int WRITERS = Integer.getInteger("parole.stress.writers", 32);
    private static final int READERS = Integer.getInteger("parole.stress.readers", 8);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("parole.stress.seconds", 5));

    private static final Logger LOG = Logger.getLogger(StressTest.class);
    private static final AtomicInteger REFUSED = new AtomicInteger();

    @Inject
    DataSource database;

    private final ExecutorService pool = Executors.newFixedThreadPool(WRITERS + READERS);

    @AfterEach
    void end() {
        pool.shutdownNow();
    }

    private record Written(String id, int revision) {
    }

    @Test
    void writers_and_readers_get_in_nobodys_way() throws InterruptedException, ExecutionException, SQLException {
        String document = document();
        String speaker = speaker();
        String start = endOfFeed();
        var deadline = Instant.now().plus(LENGTH);
        List<String> ids = Collections.synchronizedList(new ArrayList<String>());
        List<String> unexpected = Collections.synchronizedList(new ArrayList<String>());
        List<Future<List<Written>>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(pool.submit(() -> write(document, speaker, deadline, ids, unexpected)));
        }
        List<Future<List<Written>>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(pool.submit(() -> follow(start, writers)));
        }
        List<Written> written = new ArrayList<>();
        for (Future<List<Written>> writer : writers) {
            written.addAll(writer.get());
        }
        assertThat(unexpected).isEmpty();
        assertThat(written).hasSizeGreaterThan(WRITERS).doesNotHaveDuplicates();
        for (Future<List<Written>> reader : readers) {
            assertThat(reader.get()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
        }
        assertThat(count("select count(*) from quote where document_id = ?::uuid", document)).isEqualTo(written.size());
        assertThat(count("select count(*) from quote where document_id = ?::uuid and is_current and not retracted",
                document)).isEqualTo(get("/quotes?limit=1&document=" + document).getInt("total"));
        assertThat(count("select count(*) - count(distinct id) from quote where document_id = ?::uuid and is_current",
                document)).isZero();
        LOG.infof("%d s, %d writers, %d readers: %d changes written, %d refused as stale or retracted, nothing else"
                + " refused; each reader of the feed saw every change once", LENGTH.toSeconds(), WRITERS, READERS,
                written.size(), REFUSED.get());
    }

    private List<Written> write(String document, String speaker, Instant deadline, List<String> ids,
            List<String> unexpected) {
        List<Written> written = new ArrayList<>();
        var random = ThreadLocalRandom.current();
        while (Instant.now().isBefore(deadline)) {
            String id = ids.isEmpty() || random.nextInt(3) == 0 ? null : ids.get(random.nextInt(ids.size()));
            if (id == null) {
                Response response = as("contributor").contentType(ContentType.JSON)
                        .body(with(quoteBody(document, speaker), "cue", "said " + unique())).post("/api/v1/quotes");
                if (response.statusCode() == 201) {
                    ids.add(response.path("id"));
                    written.add(new Written(response.path("id"), 1));
                } else {
                    unexpected.add(response.asString());
                }
                continue;
            }
            Response current = as("reader").get("/api/v1/quotes/" + id);
            if (current.statusCode() == 410) {
                continue;
            }
            int revision = current.path("revision");
            boolean retracts = random.nextInt(10) == 0;
            RequestSpecification request = as("editor").header("If-Match", current.header("ETag")).queryParam("reason",
                    "stress");
            Response response = retracts
                    ? request.delete("/api/v1/quotes/" + id)
                    : request.contentType("application/merge-patch+json").body(Map.of("cue", "said " + unique()))
                            .patch("/api/v1/quotes/" + id);
            switch (response.statusCode()) {
                case 200, 204 -> written.add(new Written(id, revision + 1));
                // Somebody else was faster; nothing else may happen.
                case 410, 412 -> REFUSED.incrementAndGet();
                default -> unexpected.add(response.asString());
            }
        }
        return written;
    }

    private static List<Written> follow(String start, List<Future<List<Written>>> writers) {
        List<Written> seen = new ArrayList<>();
        String cursor = start;
        while (true) {
            boolean done = writers.stream().allMatch(Future::isDone);
            JsonPath page = get("/quote-changes?limit=200&cursor=" + cursor);
            cursor = page.getString("next");
            List<String> ids = page.getList("items.recordId", String.class);
            List<Integer> revisions = page.getList("items.revision", Integer.class);
            for (int i = 0; i < ids.size(); i++) {
                seen.add(new Written(ids.get(i), revisions.get(i)));
            }
            if (done && ids.isEmpty()) {
                return seen;
            }
        }
    }

    private static String endOfFeed() {
        String cursor = get("/quote-changes?limit=200").getString("next");
        while (true) {
            JsonPath page = get("/quote-changes?limit=200&cursor=" + cursor);
            cursor = page.getString("next");
            if (page.getList("items").isEmpty()) {
                return cursor;
            }
        }
    }

    @Test
    void nothing_is_half_written_when_the_database_goes_away()
            throws InterruptedException, ExecutionException, SQLException {
        List<UUID> intakes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            var id = UUID.randomUUID();
            intakes.add(id);
            as("contributor").contentType(ContentType.JSON)
                    .body(Map.of("document",
                            Map.of("url", "https://example.org/lost/" + id, "title", "Lost", "outlet",
                                    Map.of("name", "Outlet of " + id, "kind", "OTHER"), "publishedAt", "2020-04-07",
                                    "language", "en", "text", FAISAL),
                            "speakers", List.of(Map.of("label", "a", "name", "Person of " + id, "kind", "PERSON")),
                            "quotes", List.of(quote("one"), quote("two"), quote("three"))))
                    .put("/internal/intakes/" + id).then().statusCode(200);
        }
        var over = new AtomicBoolean();
        Callable<Integer> killer = () -> {
            int killed = 0;
            while (!over.get()) {
                killed += count("select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where usename = current_user and pid <> pg_backend_pid() and state <> 'idle' and ?::text <> ''",
                        "x");
            }
            return killed;
        };
        Future<Integer> killing = pool.submit(killer);
        List<Future<Integer>> commits = new ArrayList<>();
        for (UUID id : intakes) {
            commits.add(pool.submit(() -> as("contributor").post("/internal/intakes/" + id + "/commit").statusCode()));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> commit : commits) {
            statuses.add(commit.get());
        }
        over.set(true);
        assertThat(killing.get()).isPositive();
        assertThat(statuses).isSubsetOf(200, 503);
        for (UUID id : intakes) {
            int documents = count("select count(*) from document where url = ?", "https://example.org/lost/" + id);
            int quotes = count("select count(*) from quote q join document d on d.id = q.document_id where d.url = ?",
                    "https://example.org/lost/" + id);
            assertThat(quotes).isEqualTo(documents * 3);
            // and what was not written can still be
            as("contributor").post("/internal/intakes/" + id + "/commit").then().statusCode(200);
        }
    }

    private static Map<String, Object> quote(String label) {
        return Map.of("label", label, "speaker", "a", "content", FAISAL, "kind", "DIRECT", "channel", "STATEMENT",
                "language", "en");
    }

    /** On a connection that may have been ended: then on another one. */
    private int count(String sql, String parameter) throws SQLException {
        for (int attempt = 1;; attempt++) {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, parameter);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            } catch (SQLException e) {
                if (attempt == 20) {
                    throw e;
                }
            }
        }
    }
}
