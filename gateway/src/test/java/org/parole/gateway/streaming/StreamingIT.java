package org.parole.gateway.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parole.gateway.testing.Packaged;
import org.parole.gateway.testing.StubbedServices;
import org.parole.kit.dev.FreePort;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.ServiceDatabase;

/**
 * The gateway as it is packaged, in a process of its own with little memory, while more than its memory goes through it. The
 * short form moves 192 MB at 48 MB of heap; {@code -Dparole.stream.megabytes=1024 -Dparole.stream.heap=128m} is the long one.
 */
class StreamingIT {

    private static final long MEGABYTE = 1L << 20;
    private static final long SIZE = Long.getLong("parole.stream.megabytes", 192) * MEGABYTE;
    private static final String HEAP = System.getProperty("parole.stream.heap", "48m");
    private static final Path LOG = Path.of("target", "streaming-gateway.log");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static Torrent torrent;
    private static Process gateway;
    private static URI url;

    @BeforeAll
    static void start() throws IOException {
        torrent = new Torrent(SIZE);
        int port = FreePort.find();
        int management = FreePort.find();
        url = URI.create("http://127.0.0.1:" + port);
        ProcessBuilder builder = new ProcessBuilder(Packaged.service("gateway").command(HEAP))
                .redirectErrorStream(true).redirectOutput(LOG.toFile());
        Map<String, String> environment = builder.environment();
        ServiceDatabase database = PostgresTestResource.database("streaming");
        environment.put("GATEWAY_DATABASE_URL", database.jdbcUrl());
        environment.put("GATEWAY_DATABASE_USER", database.application().name());
        environment.put("GATEWAY_DATABASE_PASSWORD", database.application().password());
        environment.put("GATEWAY_DATABASE_MIGRATION_USER", database.migration().name());
        environment.put("GATEWAY_DATABASE_MIGRATION_PASSWORD", database.migration().password());
        environment.put("PAROLE_GATEWAY_SIGNING_KEY", StubbedServices.keys().get("parole.signing-key.text"));
        environment.put("PAROLE_BOOTSTRAP_KEY", StubbedServices.BOOTSTRAP_KEY);
        environment.put("QUOTE_SERVICE_URL", "http://127.0.0.1:" + torrent.port());
        environment.put("TALLY_SERVICE_URL", "http://127.0.0.1:" + torrent.port());
        // Above the default, so that the limit is not what keeps memory small here.
        environment.put("PAROLE_SERVICES_LARGEST_BODY", Long.toString(SIZE));
        environment.put("PAROLE_BODY_LARGEST", Long.toString(SIZE));
        environment.put("QUARKUS_HTTP_LIMITS_MAX_BODY_SIZE", Long.toString(SIZE + MEGABYTE));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        gateway = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::destroyForcibly));
        HttpRequest live = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/q/health/live"))
                .timeout(Duration.ofSeconds(5)).build();
        await("the gateway lives, see " + LOG).atMost(PATIENCE).ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> HttpClient.newHttpClient().send(live, HttpResponse.BodyHandlers.discarding())
                        .statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.destroy();
            gateway.onExit().join();
        }
        torrent.close();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void an_export_many_times_the_heap_goes_through(HttpClient.Version version) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/v1/quotes")).version(version)
                .header("Accept", "text/csv").timeout(PATIENCE).build();
        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request,
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(version);
        long count = 0;
        byte[] buffer = new byte[65_536];
        try (InputStream in = answer.body()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count += read;
            }
        }
        assertThat(count).isEqualTo(SIZE);
        report("down over " + version);
    }

    @Test
    void an_upload_many_times_the_heap_goes_through() throws Exception {
        long before = torrent.swallowed();
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/v1/documents"))
                .version(HttpClient.Version.HTTP_1_1).timeout(PATIENCE)
                .header("Authorization", "Bearer " + StubbedServices.BOOTSTRAP_KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(SIZE)), SIZE))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(torrent.swallowed() - before).isEqualTo(SIZE);
        report("up");
    }

    /** Says how much memory the process has had at the most, where the system tells. */
    private static void report(String what) throws IOException {
        assertThat(gateway.isAlive()).as("the gateway lives, see " + LOG).isTrue();
        Path status = Path.of("/proc", Long.toString(gateway.pid()), "status");
        if (Files.exists(status)) {
            String peak = Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM"))
                    .map(line -> line.replaceAll("\\D+", "")).findFirst().orElse("0");
            System.out.printf("%d MB %s at -Xmx%s: at most %d MB resident%n", SIZE / MEGABYTE, what, HEAP,
                    Long.parseLong(peak) / 1024);
        }
    }

    /** So many bytes of nothing. */
    private static final class Zeros extends InputStream {

        private long left;

        private Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            java.util.Arrays.fill(into, from, from + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
