package org.parole.gateway.passthrough;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LeavingTest extends StubbedTest {

    private static final int ROUNDS = 20;
    private static final int CLIENTS = 32;
    private static final int STAYING = 4;
    private static final int REQUESTS_BEFORE_THEY_GO = 200;
    private static final List<String> CONNECTIONS = List.of("io.netty.channel.", "io.vertx.core.http.",
            "io.quarkus.vertx.core.");
    private static final byte[] REQUEST = "GET /api/v1/quotes HTTP/1.1\r\nHost: parole\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    @TestHTTPResource
    URL gateway;

    @Test
    void clients_that_go_away_in_the_middle_of_an_answer_are_nothing_to_warn_of() throws Exception {
        quotes.when("GET", "/api/v1/quotes", StubService.json(200, "{}"));
        List<String> warnings = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                boolean ofConnections = CONNECTIONS.stream().anyMatch(record.getLoggerName()::startsWith);
                if (ofConnections && record.getLevel().intValue() >= Level.WARNING.intValue()) {
                    warnings.add(record.getLoggerName() + " " + record.getMessage());
                }
            }

            @Override
            public void flush() {
                // Nothing is kept back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        try {
            for (int i = 0; i < ROUNDS; i++) {
                askAndGo();
            }
            given().get("/api/v1/quotes").then().statusCode(200).body(equalTo("{}"));
        } finally {
            root.removeHandler(handler);
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void clients_that_go_away_break_no_request_of_those_who_stay() throws Exception {
        quotes.when("GET", "/api/v1/quotes", StubService.json(200, "{}"));
        AtomicBoolean rounds = new AtomicBoolean(true);
        ExecutorService staying = Executors.newFixedThreadPool(STAYING);
        try {
            List<Future<Map<Integer, Integer>>> statuses = new ArrayList<>();
            for (int i = 0; i < STAYING; i++) {
                statuses.add(staying.submit(() -> {
                    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                    HttpRequest request = HttpRequest.newBuilder(gateway.toURI().resolve("/api/v1/quotes")).build();
                    Map<Integer, Integer> seen = new TreeMap<>();
                    while (rounds.get()) {
                        seen.merge(client.send(request, BodyHandlers.ofString()).statusCode(), 1, Integer::sum);
                    }
                    return seen;
                }));
            }
            for (int i = 0; i < ROUNDS; i++) {
                askAndGo();
            }
            rounds.set(false);
            for (Future<Map<Integer, Integer>> seen : statuses) {
                assertThat(seen.get()).containsOnlyKeys(200);
            }
        } finally {
            rounds.set(false);
            staying.shutdownNow();
        }
    }

    /** When a client goes in the very moment in which it is answered is a matter of chance: so many, all at once, while they are busy. */
    private void askAndGo() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        List<Socket> sockets = new ArrayList<>();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Socket socket = new Socket(gateway.getHost(), gateway.getPort());
            socket.setSoLinger(true, 0);
            sockets.add(socket);
            Thread client = new Thread(() -> {
                byte[] answer = new byte[8192];
                try {
                    do {
                        socket.getOutputStream().write(REQUEST);
                        sent.incrementAndGet();
                    } while (socket.getInputStream().read(answer) > 0);
                } catch (IOException e) {
                    // Closed, as it should be.
                }
            });
            client.start();
            clients.add(client);
        }
        try {
            await().until(() -> sent.get() >= REQUESTS_BEFORE_THEY_GO);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        for (Thread client : clients) {
            client.join();
        }
    }
}
