import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.parole.kit.dev.FreePort;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.ServiceDatabase;
import org.parole.kit.dev.TestTokens;

/**
 * Measures the three services, started in each of the given ways over databases with the sample: the time to ready (median of five
 * starts), resident memory idle and after 10,000 mixed requests, one in twenty a write, and the same requests a second at 8 connections
 * after that. A service is measured alone, the gateway over the two services started in the same way. Run by bench/artifacts:
 * {@code java Artifacts NAME=COMMAND…}, where SERVICE in a command stands for the service's name.
 */
public final class Artifacts {

    private static final int STARTS = 5;
    private static final int REQUESTS = 10_000;
    private static final int CONNECTIONS = 8;
    private static final int ONE_WRITE_IN = 20;
    private static final Duration LOAD = Duration.ofSeconds(Integer.getInteger("seconds", 10));
    private static final String KEY = "parole_0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final Path LOGS = Path.of("target", "bench");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Service quotes = new Service("quote-service", "QUOTE", "quotes", "/api/v1/outlets",
            List.of("/api/v1/quotes?limit=50", "/api/v1/quotes?q=prisoners", "/api/v1/speakers?limit=50", "/api/v1/documents?limit=20",
                    "/api/v1/outlets?limit=10", "/api/v1/quotes/01234567-89ab-7def-8123-456789abcdef"));
    private final Service tallies = new Service("tally-service", "TALLY", "tallies", "/api/v1/parties",
            List.of("/api/v1/tallies/us-taliban-2020-taliban-prisoners?on=2020-05-31", "/api/v1/release-reports?limit=50",
                    "/api/v1/commitments?agreement=us-taliban-2020", "/api/v1/parties?limit=10", "/api/v1/agreements/us-taliban-2020",
                    "/api/v1/parties/none"));
    private final Service gateway = new Service("gateway", "GATEWAY", "gateway", "/api/v1/outlets",
            List.of("/api/v1/dossiers/us-taliban-2020?on=2020-05-31", "/api/v1/timeline?agreement=us-taliban-2020&limit=20",
                    "/api/v1/quotes?limit=20", "/api/v1/tallies/us-taliban-2020-taliban-prisoners?on=2020-05-31",
                    "/api/v1/parties/taliban", "/api/v1/parties/none"));

    /** One service: where it listens, what it keeps and what it is asked. */
    private static final class Service {

        private final String name;
        private final String prefix;
        private final ServiceDatabase database;
        private final String written;
        private final List<String> paths;
        private final int port = FreePort.find();
        private final int management = FreePort.find();

        private Service(String name, String prefix, String database, String written, List<String> paths) {
            this.name = name;
            this.prefix = prefix;
            this.database = PostgresTestResource.database(database);
            this.written = written;
            this.paths = paths;
        }

        private URI uri(String path) {
            return URI.create("http://127.0.0.1:" + port + path);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Artifacts bench = new Artifacts();
        List<String> rows = new ArrayList<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = argument.substring(0, equals);
            String command = argument.substring(equals + 1);
            if (rows.isEmpty()) {
                bench.loadTheSample(command);
            }
            rows.add(bench.measure(bench.quotes, name, command));
            rows.add(bench.measure(bench.tallies, name, command));
            Process behind = bench.start(bench.quotes, command);
            Process besides = bench.start(bench.tallies, command);
            rows.add(bench.measure(bench.gateway, name, command));
            stop(behind);
            stop(besides);
        }
        System.out.println("| service | as | ready after | resident, idle | after 10,000 requests | requests a second |");
        System.out.println("|---|---|---|---|---|---|");
        rows.stream().sorted().forEach(System.out::println);
        System.exit(0);
    }

    private void loadTheSample(String command) throws Exception {
        List<Process> suite = new ArrayList<>();
        for (Service service : List.of(quotes, tallies, gateway)) {
            suite.add(start(service, command));
        }
        for (String folder : List.of("1-parties", "2-agreements", "3-commitments", "4-intake")) {
            try (Stream<Path> bodies = Files.list(Path.of("docs/sample", folder))) {
                for (Path body : bodies.sorted().toList()) {
                    HttpResponse<String> answer = client.send(write(gateway, "/api/v1/" + folder.substring(2), Files.readString(body)),
                            BodyHandlers.ofString());
                    if (answer.statusCode() != 201) {
                        throw new IllegalStateException(body + " was answered " + answer.statusCode() + " " + answer.body());
                    }
                }
            }
        }
        for (Process process : suite) {
            stop(process);
        }
    }

    private String measure(Service service, String name, String command) throws Exception {
        // Once for what the first start finds cold, which does not count.
        stop(start(service, command));
        List<Long> starts = new ArrayList<>();
        Process process = null;
        for (int i = 0; i < STARTS; i++) {
            if (process != null) {
                stop(process);
            }
            long begin = System.nanoTime();
            process = start(service, command);
            starts.add(System.nanoTime() - begin);
        }
        TimeUnit.SECONDS.sleep(3);
        long idle = resident(process);
        load(service, REQUESTS, Duration.ofMinutes(5));
        long after = resident(process);
        load(service, Integer.MAX_VALUE, LOAD);
        double rate = load(service, Integer.MAX_VALUE, LOAD);
        stop(process);
        starts.sort(null);
        String row = String.format(Locale.ROOT, "| %s | %s | %.2f s | %d MB | %d MB | %,.0f |", service.name, name,
                starts.get(STARTS / 2) / 1e9, idle, after, rate);
        System.err.println(row);
        return row;
    }

    private Process start(Service service, String command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command.replace("SERVICE", service.name).split(" ")).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(LOGS.toFile(), service.name + ".log")));
        Map<String, String> settings = new HashMap<>(Map.of(service.prefix + "_DATABASE_URL", service.database.jdbcUrl(),
                service.prefix + "_DATABASE_USER", service.database.application().name(), service.prefix + "_DATABASE_PASSWORD",
                service.database.application().password(), service.prefix + "_DATABASE_MIGRATION_USER",
                service.database.migration().name(), service.prefix + "_DATABASE_MIGRATION_PASSWORD",
                service.database.migration().password(), "QUARKUS_HTTP_PORT", Integer.toString(service.port),
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(service.management)));
        settings.put("MP_JWT_VERIFY_PUBLICKEY", TestTokens.keys().publicKey());
        settings.put("PAROLE_GATEWAY_SIGNING_KEY", TestTokens.keys().privateKey());
        settings.put("PAROLE_BOOTSTRAP_KEY", KEY);
        settings.put("QUOTE_SERVICE_URL", "http://127.0.0.1:" + quotes.port);
        settings.put("TALLY_SERVICE_URL", "http://127.0.0.1:" + tallies.port);
        // All of the load comes from one address.
        settings.put("PAROLE_LIMITS_ENABLED", "false");
        builder.environment().putAll(settings);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.management + "/q/health/ready")).build();
        while (!isReady(ready)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended: see " + LOGS + "/" + service.name + ".log");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return process;
    }

    private boolean isReady(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
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

    private HttpRequest write(Service service, String path, String body) {
        String caller = service == gateway ? "Bearer " + KEY : TestTokens.bearer("bench", "editor");
        return HttpRequest.newBuilder(service.uri(path)).header("Content-Type", "application/json").header("Authorization", caller)
                .header("Idempotency-Key", UUID.randomUUID().toString()).POST(BodyPublishers.ofString(body)).build();
    }

    private HttpRequest newRecord(Service service) {
        String unique = UUID.randomUUID().toString();
        return write(service, service.written, service.written.endsWith("parties")
                ? "{\"slug\":\"bench-" + unique + "\",\"name\":\"Bench " + unique + "\",\"kind\":\"STATE\"}"
                : "{\"name\":\"Bench " + unique + "\",\"kind\":\"WIRE\",\"language\":\"en\"}");
    }

    /** Requests, one after the other on each connection, until there were enough or the time is over; how many a second. */
    private double load(Service service, int requests, Duration time) throws Exception {
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
                    String path = service.paths.get(n % service.paths.size());
                    boolean writing = n % ONE_WRITE_IN == 0;
                    HttpRequest request = writing ? newRecord(service) : HttpRequest.newBuilder(service.uri(path)).build();
                    HttpResponse<String> answer = own.send(request, BodyHandlers.ofString());
                    if (answer.statusCode() != (writing ? 201 : path.equals(service.paths.get(service.paths.size() - 1)) ? 404 : 200)
                            || answer.body().contains("\"incomplete\":[{")) {
                        throw new IllegalStateException(request + " was answered " + answer.statusCode() + " " + answer.body());
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
}
