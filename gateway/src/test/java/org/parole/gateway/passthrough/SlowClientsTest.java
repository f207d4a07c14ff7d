package org.parole.gateway.passthrough;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedTest;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.health.SmallRyeHealthReporter;

@QuarkusTest
@TestProfile(ShortPatience.class)
class SlowClientsTest extends StubbedTest {

    private static final String LARGE = "{\"items\":[{\"text\":\"" + "x".repeat(200_000) + "\"}]}";
    private static final List<String> GAUGES = List.of("parole.under.way", "parole.queued", "parole.in.flight",
            "parole.unsent.bytes");

    @TestHTTPResource
    URL gateway;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void servicesAnswerAtLength() {
        quotes.when("GET", "/api/v1/quotes.*", StubService.json(200, LARGE));
        tallies.when("GET", "/api/v1/release-reports.*", StubService.json(200, LARGE));
    }

    private double all(String gauge) {
        return metrics.find(gauge).gauges().stream().mapToDouble(each -> each.value()).sum();
    }

    private void everythingComesBack() {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(GAUGES).allSatisfy(gauge -> assertThat(all(gauge)).as(gauge)
                        .isZero()));
        given().get("/api/v1/quotes").then().statusCode(200);
        given().get("/api/v1/release-reports").then().statusCode(200);
    }

    @Test
    void whatever_clients_do_with_their_streams_every_slot_comes_back() throws Exception {
        List<String> troubles = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record.getLevel().intValue() >= Level.SEVERE.intValue() || record.getThrown() != null
                        && record.getLevel().intValue() >= Level.WARNING.intValue()) {
                    troubles.add(record.getLoggerName() + " " + record.getMessage() + " " + record.getThrown());
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
            // Always the same, so that what fails can be looked at again.
            Random random = new Random(15);
            for (int round = 0; round < 60; round++) {
                misbehave(random);
            }
            everythingComesBack();
        } finally {
            root.removeHandler(handler);
        }
        assertThat(troubles).isEmpty();
    }

    private void misbehave(Random random) throws IOException {
        List<Integer> streams = new ArrayList<>();
        try (Http2 client = new Http2(gateway, random.nextBoolean() ? 0 : 70_000)) {
            int many = 10 + random.nextInt(60);
            for (int i = 0; i < many; i++) {
                String path = switch (random.nextInt(4)) {
                    case 0 -> "/api/v1/release-reports?limit=" + (1 + i);
                    case 1 -> "/api/v1/timeline?limit=5";
                    case 2 -> "/api/v1/nothing";
                    default -> "/api/v1/quotes?limit=" + (1 + i);
                };
                streams.add(client.get(path));
                if (random.nextInt(3) == 0) {
                    client.reset(streams.get(random.nextInt(streams.size())));
                }
                if (random.nextInt(20) == 0) {
                    client.readUntil(Http2.HEADERS, streams.get(random.nextInt(streams.size())), 50);
                }
            }
        } catch (IOException e) {
            // Reset by the gateway, which closes connections that reset too many streams.
        }
    }

    @Test
    void many_streams_that_are_reset_at_once_lock_up_nothing() throws Exception {
        List<Thread> attackers = new ArrayList<>();
        AtomicInteger reset = new AtomicInteger();
        for (int i = 0; i < 4; i++) {
            Thread attacker = new Thread(() -> {
                while (reset.get() < 20_000) {
                    resetUntilClosed(reset);
                }
            }, "attacker");
            attacker.setDaemon(true);
            attacker.start();
            attackers.add(attacker);
        }
        for (Thread attacker : attackers) {
            attacker.join(Duration.ofSeconds(60).toMillis());
        }
        assertThat(ManagementFactory.getThreadMXBean().findDeadlockedThreads()).isNull();
        assertThat(reset).hasValueGreaterThanOrEqualTo(20_000);
        everythingComesBack();
    }

    /** Asks and takes it back, until the gateway has had enough of this connection. */
    private void resetUntilClosed(AtomicInteger reset) {
        try (Http2 client = new Http2(gateway, 70_000)) {
            while (reset.get() < 20_000) {
                client.reset(client.get("/api/v1/quotes?limit=1"));
                reset.incrementAndGet();
            }
        } catch (IOException e) {
            // The gateway closes connections that reset too many streams.
        }
    }

    @Test
    void a_stream_that_nobody_reads_is_reset_and_the_others_are_served_meanwhile() throws Exception {
        try (Http2 client = new Http2(gateway, 0)) {
            int passedOn = client.get("/api/v1/quotes");
            int composed = client.get("/api/v1/timeline?limit=5");
            given().get("/api/v1/quotes").then().statusCode(200);
            await().until(() -> all("parole.under.way") == 0);
            assertThat(client.readUntil(Http2.RESET, passedOn, 10_000)).anyMatch(frame -> frame.type() == Http2.RESET
                    && frame.stream() == passedOn && frame.payload()[3] == 0xb);
            assertThat(composed).isPositive();
        }
        everythingComesBack();
    }

    @Test
    void a_connection_whose_answer_nobody_reads_is_closed() throws Exception {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(1_024);
            socket.connect(new java.net.InetSocketAddress(gateway.getHost(), gateway.getPort()));
            // One behind the other, so that more waits than a kernel keeps.
            for (int i = 0; i < 100; i++) {
                socket.getOutputStream().write(
                        "GET /api/v1/quotes HTTP/1.1\r\nHost: parole\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            await().atMost(Duration.ofSeconds(5)).until(() -> all("parole.unsent.bytes") + all("parole.in.flight") > 0);
            assertThat(all("parole.unsent.bytes")).as("no more than is taken ahead").isLessThan(600_000);
            everythingComesBack();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/quotes", "/api/v1/intake"})
    void a_body_that_comes_too_slowly_ends_with_408(String path) throws Exception {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: parole\r\nAuthorization: " + ADMIN
                    + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 408 ").contains("urn:parole:problem:request-timeout")
                    .containsIgnoringCase("connection: close");
        }
        everythingComesBack();
    }

    @Test
    void a_head_that_does_not_come_to_an_end_closes_the_connection() throws Exception {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            // After a request that was answered: in tests a connection is watched from its first request on.
            socket.getOutputStream()
                    .write("GET /api/v1/nothing HTTP/1.1\r\nHost: parole\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(13), StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 404 ");
            socket.getOutputStream().write("GET /api/v1/quo".getBytes(StandardCharsets.US_ASCII));
            in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 2_500})
    void a_connection_whose_bodies_came_with_their_heads_stays_open(long pause) throws Exception {
        quotes.when("POST", "/api/v1/quotes", StubService.json(201, "{}"));
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            await().pollInterval(Duration.ofMillis(pause)).atMost(Duration.ofSeconds(30)).during(Duration.ofSeconds(5))
                    .untilAsserted(() -> {
                        socket.getOutputStream().write(POST.getBytes(StandardCharsets.US_ASCII));
                        assertThat(new String(answer(socket.getInputStream()), StandardCharsets.US_ASCII))
                                .startsWith("HTTP/1.1 201 ").endsWith("{}");
                    });
        }
    }

    @Test
    void a_head_that_came_behind_a_body_and_does_not_end_closes_the_connection() throws Exception {
        quotes.when("POST", "/api/v1/quotes", StubService.json(201, "{}"));
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(POST.getBytes(StandardCharsets.US_ASCII));
            answer(socket.getInputStream());
            socket.getOutputStream().write((POST + "GET /api/v1/quo").getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 201 ").endsWith("{}");
        }
    }

    private static final String POST = "POST /api/v1/quotes HTTP/1.1\r\nHost: parole\r\nAuthorization: " + ADMIN
            + "\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n{\"some\": \"b\"}";

    /** The bytes of one answer, which ends with the body of the stub. */
    private static byte[] answer(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int read;
        while ((read = in.read()) >= 0) {
            answer.write(read);
            if (read == '}') {
                break;
            }
        }
        return answer.toByteArray();
    }

    @Test
    void a_header_with_a_line_break_over_http2_is_a_problem_at_once() throws Exception {
        try (Http2 client = new Http2(gateway, 70_000)) {
            int stream = client.get("/api/v1/quotes", "x-a", "b\r\nx-c: d");
            assertThat(client.readUntil(Http2.DATA, stream, 3_000)).anySatisfy(frame -> assertThat(
                    new String(frame.payload(), StandardCharsets.UTF_8)).contains("control character"));
        }
        assertThat(quotes.received()).isEmpty();
    }

    @Test
    void over_http2_an_answer_is_compressed_once_and_has_a_tag_of_its_own() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write("{\"zipped\":true}".getBytes(StandardCharsets.UTF_8));
        }
        quotes.when("GET", "/api/v1/quotes/1", (request, out) -> {
            boolean zip = request.header("Accept-Encoding") != null;
            byte[] body = zip ? zipped.toByteArray() : "{\"zipped\":false}".getBytes(StandardCharsets.UTF_8);
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: \"t\"\r\n"
                    + (zip ? "Content-Encoding: gzip\r\n" : "")
                    + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            return true;
        });
        java.net.http.HttpClient client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_2).build();
        HttpResponse<byte[]> response = client.send(
                java.net.http.HttpRequest.newBuilder(gateway.toURI().resolve("/api/v1/quotes/1"))
                        .header("Accept-Encoding", "gzip").build(),
                java.net.http.HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.version()).isEqualTo(java.net.http.HttpClient.Version.HTTP_2);
        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(response.headers().firstValue("ETag")).contains("\"t-gzip\"");
        byte[] once = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
        assertThat(new String(once, StandardCharsets.UTF_8)).isEqualTo("{\"zipped\":false}");
    }

    @Inject
    SmallRyeHealthReporter health;

    @Test
    void with_free_slots_the_gateway_is_ready() {
        assertThat(health.getReadiness().getPayload().toString()).contains("slots").contains("free")
                .doesNotContain("all taken");
        assertThat(health.getReadiness().getPayload().getString("status")).isEqualTo("UP");
    }
}
