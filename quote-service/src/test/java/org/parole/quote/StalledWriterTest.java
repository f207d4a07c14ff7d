package org.parole.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parole.quote.support.Api.FAISAL;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.etag;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.outletBody;
import static org.parole.quote.support.Api.patch;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.unique;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.record.ChangeKind;
import org.parole.kit.record.Ledger;
import org.parole.quote.occurrence.Occurrences;
import org.parole.quote.outlet.Outlets;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

/** A writer that begins a transaction and does not go on: nobody passes it in the feed, and nobody waits for it for ever. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class StalledWriterTest {

    @Inject
    Ledger ledger;
    @Inject
    Session session;
    @Inject
    DataSource database;

    private final ExecutorService pool = Executors.newFixedThreadPool(8);
    private final CountDownLatch isStalled = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void end() {
        goOn.countDown();
        pool.shutdown();
    }

    @Test
    void one_that_has_not_drawn_its_record_time_holds_up_only_those_of_its_keys() throws Exception {
        String document = document();
        String speaker = speaker();
        String place = endOfFeed();
        Future<?> stalled = pool.submit(() -> inTransaction(() -> ledger.beside(List.of("outlet:stalled"))));
        awaitStall(stalled);
        List<String> written = List.of(addQuote(document, speaker), addQuote(document, speaker));
        assertThat(changesAfter(place)).containsExactlyElementsOf(written);
        Future<Integer> sameKey = pool.submit(() -> as("contributor").contentType(ContentType.JSON)
                .body("{\"name\":\"Stalled\",\"kind\":\"OTHER\"}").post("/api/v1/outlets").statusCode());
        await().until(() -> waitingWriters() == 1);
        assertThat(sameKey).isNotDone();
        goOn.countDown();
        stalled.get();
        assertThat(sameKey.get()).isEqualTo(201);
    }

    @Test
    void writers_of_one_phrase_wait_only_for_those_of_the_same_speaker() throws Exception {
        String document = document();
        String speaker = speaker();
        String merged = speaker();
        as("editor").header("If-Match", etag("/speakers/" + merged)).contentType(ContentType.JSON)
                .body(Map.of("into", speaker, "reason", "One and the same"))
                .post("/api/v1/speakers/" + merged + "/merge").then().statusCode(200);
        Future<?> stalled = pool.submit(
                () -> inTransaction(() -> ledger.beside(Occurrences.keysOf(UUID.fromString(speaker), FAISAL))));
        awaitStall(stalled);
        assertThat(addQuote(document, speaker())).isNotNull();
        List<Future<String>> sameSpeaker = List.of(pool.submit(() -> addQuote(document, speaker)),
                pool.submit(() -> addQuote(document, merged)));
        await().until(() -> waitingWriters() == 2);
        assertThat(sameSpeaker).noneMatch(Future::isDone);
        goOn.countDown();
        stalled.get();
        assertThat(sameSpeaker.get(0).get()).isNotEqualTo(sameSpeaker.get(1).get());
    }

    @Test
    void intakes_wait_for_each_other_only_where_they_may_add_one_outlet() throws Exception {
        JsonPath recorded = created("/outlets", outletBody());
        String name = recorded.getString("name");
        String outlet = takeIn(name);
        assertThat(outlet).isEqualTo(recorded.getString("id"));
        Future<?> stalled = pool.submit(() -> inTransaction(() -> ledger.beside(List.of(Outlets.keyOf(name)))));
        awaitStall(stalled);
        assertThat(takeIn(name)).isEqualTo(outlet);
        goOn.countDown();
        stalled.get();
    }

    @Test
    void an_intake_waits_for_who_may_add_the_outlet_whose_name_another_one_had_before() throws Exception {
        JsonPath recorded = created("/outlets", outletBody());
        String name = recorded.getString("name");
        String outlet = takeIn(name);
        patch("/outlets/" + outlet, Map.of("name", "No longer " + name)).then().statusCode(200);
        Future<?> stalled = pool.submit(() -> inTransaction(() -> ledger.beside(List.of(Outlets.keyOf(name)))));
        awaitStall(stalled);
        List<Future<String>> intakes = List.of(pool.submit(() -> takeIn(name)), pool.submit(() -> takeIn(name)));
        await().until(() -> waitingWriters() == 2);
        goOn.countDown();
        stalled.get();
        // One adds it, the other finds it.
        assertThat(intakes.get(0).get()).isEqualTo(intakes.get(1).get()).isNotEqualTo(outlet);
    }

    private static String takeIn(String outlet) {
        return as("contributor").contentType(ContentType.JSON).body(Map.of("document",
                Map.of("url", "https://example.org/stalled/" + unique(), "title", "Talks", "outlet",
                        Map.of("name", outlet, "kind", "OTHER"), "publishedAt", "2020-04-07", "language", "en"),
                "speakers", List.of(), "quotes", List.of()))
                .put("/internal/intakes/" + UUID.randomUUID() + "?commit=true").then().statusCode(200).extract()
                .path("outletId");
    }

    @Test
    void one_that_has_drawn_it_makes_no_gap_and_is_ended_by_its_timeout() throws Exception {
        String document = document();
        String speaker = speaker();
        String place = endOfFeed();
        Future<?> stalled = pool.submit(() -> inTransaction(() -> {
            session.createNativeMutationQuery("set local idle_in_transaction_session_timeout = '3s'").executeUpdate();
            ledger.beside(List.of());
            ledger.append(ChangeKind.CREATED, "quote", "stalled", 1);
        }));
        awaitStall(stalled);
        Instant before = Instant.now();
        List<Future<String>> others = List.of(pool.submit(() -> addQuote(document, speaker)),
                pool.submit(() -> addQuote(document, speaker)), pool.submit(() -> addQuote(document, speaker)));
        await().until(() -> waitingWriters() == 3);
        // A reader neither waits nor passes the place that was drawn.
        assertThat(changesAfter(place)).isEmpty();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
        String[] written = {others.get(0).get(), others.get(1).get(), others.get(2).get()};
        assertThat(changesAfter(place)).containsExactlyInAnyOrder(written);
        goOn.countDown();
        assertThat(stalled).failsWithin(Duration.ofSeconds(10));
        assertThat(changesAfter(place)).containsExactlyInAnyOrder(written);
    }

    @Test
    void the_server_ends_a_session_that_idles_in_a_transaction_before_others_time_out() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            assertThat(setting(statement, "idle_in_transaction_session_timeout"))
                    .isPositive().isLessThan(setting(statement, "statement_timeout"));
        }
    }

    private void awaitStall(Future<?> stalled) throws Exception {
        while (!isStalled.await(100, TimeUnit.MILLISECONDS)) {
            if (stalled.isDone()) {
                stalled.get();
            }
        }
    }

    /** Begins to write, and goes on only when it may. */
    private void inTransaction(Runnable write) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                write.run();
                stall();
            });
        } finally {
            request.terminate();
        }
    }

    private void stall() {
        isStalled.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String addQuote(String document, String speaker) {
        return as("contributor").contentType(ContentType.JSON).body(quoteBody(document, speaker))
                .post("/api/v1/quotes").then().statusCode(201).extract().path("id");
    }

    private static String endOfFeed() {
        String cursor = get("/quote-changes?limit=200").getString("next");
        while (!get("/quote-changes?limit=200&cursor=" + cursor).getList("items").isEmpty()) {
            cursor = get("/quote-changes?limit=200&cursor=" + cursor).getString("next");
        }
        return cursor;
    }

    private static List<String> changesAfter(String place) {
        return get("/quote-changes?limit=200&cursor=" + place).getList("items.recordId", String.class);
    }

    private int waitingWriters() throws SQLException {
        return number("select count(*) from pg_locks where locktype = 'advisory' and not granted");
    }

    private int number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static int setting(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement
                .executeQuery("select setting::int from pg_settings where name = '" + name + "'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
