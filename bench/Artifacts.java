import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.ServiceDatabase;
import org.parole.kit.dev.TestTokens;

/**
 * Measures the tally-service, started by each of the given commands over one database with the sample's parties, agreement and
 * commitments: the time to ready (median of five starts), its resident memory idle and after 10,000 mixed requests, and requests a second
 * at 8 connections after that. Run by bench/artifacts: {@code java Artifacts NAME=COMMAND…}.
 */
public final class Artifacts {

    private static final int STARTS = 5;
    private static final int REQUESTS = 10_000;
    private static final int CONNECTIONS = 8;
    private static final Duration LOAD = Duration.ofSeconds(10);
    private static final List<String> PATHS = List.of("/api/v1/parties?limit=200", "/api/v1/parties/taliban",
            "/api/v1/commitments?agreement=us-taliban-2020", "/api/v1/tallies/us-taliban-2020-taliban-prisoners?on=2020-05-31",
            "/api/v1/agreements/us-taliban-2020", "/api/v1/parties/none");

    private final ServiceDatabase database = PostgresTestResource.database("tallies");
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = freePort();
    private final int management = freePort();

    public static void main(String[] arguments) throws Exception {
        Artifacts bench = new Artifacts();
        System.out.println("| tally-service | ready after | resident, idle | after 10,000 requests | requests a second |");
        System.out.println("|---|---|---|---|---|");
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            bench.measure(argument.substring(0, equals), List.of(argument.substring(equals + 1).split(" ")));
        }
        System.exit(0);
    }

    private void measure(String name, List<String> command) throws Exception {
        // Once for the schema and the data, which does not count.
        stop(start(command, true));
        List<Long> starts = new ArrayList<>();
        Process process = null;
        for (int i = 0; i < STARTS; i++) {
            if (process != null) {
                stop(process);
            }
            long begin = System.nanoTime();
            process = start(command, false);
            starts.add(System.nanoTime() - begin);
        }
        TimeUnit.SECONDS.sleep(3);
        long idle = resident(process);
        load(REQUESTS, Duration.ofMinutes(2));
        long after = resident(process);
        load(Integer.MAX_VALUE, LOAD);
        double rate = load(Integer.MAX_VALUE, LOAD);
        stop(process);
        starts.sort(null);
        System.out.printf(Locale.ROOT, "| %s | %.2f s | %d MB | %d MB | %,.0f |%n", name, starts.get(STARTS / 2) / 1e9, idle, after,
                rate);
    }

    private Process start(List<String> command, boolean first) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(new File("target/bench-artifacts.log"));
        builder.environment().putAll(Map.of("TALLY_DATABASE_URL", database.jdbcUrl(), "TALLY_DATABASE_USER",
                database.application().name(), "TALLY_DATABASE_PASSWORD", database.application().password(),
                "TALLY_DATABASE_MIGRATION_USER", database.migration().name(), "TALLY_DATABASE_MIGRATION_PASSWORD",
                database.migration().password(), "MP_JWT_VERIFY_PUBLICKEY", TestTokens.keys().publicKey(), "QUARKUS_HTTP_PORT",
                Integer.toString(port), "QUARKUS_MANAGEMENT_PORT", Integer.toString(management)));
        Process process = builder.start();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/q/health/ready")).build();
        while (!isReady(ready)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended: see target/bench-artifacts.log");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        if (first) {
            for (String folder : List.of("1-parties", "2-agreements", "3-commitments")) {
                try (Stream<Path> bodies = Files.list(Path.of("docs/sample", folder))) {
                    for (Path body : bodies.sorted().toList()) {
                        client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + folder.substring(2)))
                                .header("Content-Type", "application/json")
                                .header("Authorization", TestTokens.bearer("bench", "editor"))
                                .POST(HttpRequest.BodyPublishers.ofFile(body)).build(), HttpResponse.BodyHandlers.discarding());
                    }
                }
            }
        }
        return process;
    }

    private boolean isReady(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private static long resident(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).sum() / 1024;
    }

    /** Requests, one after the other on each connection, until there were enough or the time is over; how many a second. */
    private double load(int requests, Duration time) throws Exception {
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<Integer>> done = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            done.add(threads.submit(() -> {
                HttpClient own = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                int count = 0;
                for (int n = next.getAndIncrement(); n < requests && System.nanoTime() < end; n = next.getAndIncrement()) {
                    String path = PATHS.get(n % PATHS.size());
                    int status = own.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                            HttpResponse.BodyHandlers.ofByteArray()).statusCode();
                    if (status != (path.endsWith("/none") ? 404 : 200)) {
                        throw new IllegalStateException(path + " was answered " + status);
                    }
                    count++;
                }
                return count;
            }));
        }
        int sum = 0;
        for (Future<Integer> count : done) {
            sum += count.get();
        }
        threads.shutdown();
        return sum * 1e9 / (System.nanoTime() - begin);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
