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
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.parole.kit.dev.EmbeddedDatabase;
import org.parole.kit.dev.FreePort;
import org.parole.kit.dev.ServiceDatabase;
import org.parole.kit.dev.SigningKeys;

/**
 * Asks a tally-service for tallies, series and reports of random commitments over tables of different sizes, and says how long the answers
 * take: {@code java TallyService ROWS…}. See bench/tally-service/run.
 */
public final class TallyService {

    private static final Path DIRECTORY = Path.of("target/bench-tallies");
    private static final Duration EACH = Duration.ofSeconds(
            Long.parseLong(System.getenv().getOrDefault("SECONDS_EACH", "10")));
    private static final String TALLY = "a tally";
    private static final String SERIES = "a year's daily series";
    private static final String REPORTS = "a page of reports";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = FreePort.find();
    private final int management = FreePort.find();
    /** The medians by what was asked for, table by table. */
    private final Map<String, List<Double>> medians = new TreeMap<>();

    private TallyService() throws IOException {
    }

    public static void main(String[] arguments) throws Exception {
        List<String> tables = arguments.length > 0 ? List.of(arguments) : List.of("100000", "1000000");
        Files.createDirectories(DIRECTORY);
        TallyService bench = new TallyService();
        bench.sayMachine();
        giveMemory();
        try (EmbeddedDatabase server = EmbeddedDatabase.keptIn(DIRECTORY, password())) {
            for (String rows : tables) {
                ServiceDatabase database = server.create("tallies_" + Integer.parseInt(rows));
                bench.fill(database, rows);
                bench.measure(database);
            }
        }
        if (tables.size() > 1) {
            bench.medians.forEach((what, each) -> System.out.printf(Locale.ROOT,
                    "%-34s %s reports in the table against %s: %.2f times the median%n", what, tables.get(1),
                    tables.get(0), each.get(1) / each.get(0)));
        }
        System.exit(0);
    }

    /** A database server of production has more memory than the one that ./run starts on a desk (64 MB). */
    private static void giveMemory() throws IOException {
        Path data = DIRECTORY.resolve("data");
        if (!Files.exists(data)) {
            EmbeddedDatabase.keptIn(DIRECTORY, password()).close();
        }
        Files.writeString(data.resolve("postgresql.auto.conf"), "shared_buffers = '1GB'\n");
    }

    private static String password() throws IOException {
        Path kept = DIRECTORY.resolve("password");
        if (!Files.exists(kept)) {
            Files.writeString(kept, UUID.randomUUID().toString());
            kept.toFile().setReadable(false, false);
            kept.toFile().setReadable(true, true);
        }
        return Files.readString(kept);
    }

    private void sayMachine() throws IOException {
        // A machine that does something else as well gives figures of something else: below 1, it is quiet.
        Path load = Path.of("/proc/loadavg");
        System.out.printf("machine: %d cores for database, service and load; Java %s; shared_buffers 1GB; load average before: %s%n",
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"),
                Files.exists(load) ? Files.readString(load).split(" ")[0] : "unknown");
    }

    private void fill(ServiceDatabase database, String rows) throws Exception {
        stop(start(database)); // it makes its tables
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.migration().name(),
                database.migration().password()); Statement statement = connection.createStatement()) {
            if (number(statement, "select count(*) from release_report") == 0) {
                for (String each : Files.readString(Path.of("bench/tally-service/data.sql")).replace(":rows", rows)
                        .split(";\\n")) {
                    statement.execute(each);
                }
            }
            System.out.printf("reports: %,d, of each commitment but two: 1,000; database: %,d MB%n",
                    number(statement, "select count(*) from release_report"),
                    number(statement, "select pg_database_size(current_database())") >> 20);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void measure(ServiceDatabase database) throws Exception {
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.migration().name(),
                database.migration().password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select substr(slug, 18) from commitment where slug ~ '[0-9]$'")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        Collections.shuffle(names, new Random(2020));
        Process service = start(database);
        for (String what : List.of(TALLY, SERIES, REPORTS)) {
            measure(what, names, 1);
        }
        measure(TALLY, names, 4);
        for (String name : List.of("small", "large")) {
            measure(TALLY, List.of(name), 1);
        }
        System.out.printf("service: heap of 256 MB, resident %s%n", resident(service));
        stop(service);
    }

    private void measure(String what, List<String> names, int connections) throws Exception {
        ask(what, names, connections); // warms the JVM and the cache
        List<Answer> answers = ask(what, names, connections);
        List<Double> times = new ArrayList<>();
        long bytes = 0;
        for (Answer answer : answers) {
            times.add(answer.nanos / 1e6);
            bytes += answer.bytes;
        }
        Collections.sort(times);
        String label = what + (names.size() > 1 ? "" : ", " + names.get(0) + " commitment")
                + (connections > 1 ? ", " + connections + " at once" : "");
        System.out.printf(Locale.ROOT, "%-34s %6d answers of %4d KB   p50 %7.2f ms   p90 %7.2f ms   p99 %7.2f ms%n", label,
                times.size(), bytes / times.size() >> 10, at(times, 0.50), at(times, 0.90), at(times, 0.99));
        medians.computeIfAbsent(label, key -> new ArrayList<>()).add(at(times, 0.50));
    }

    private static double at(List<Double> times, double share) {
        return times.get(Math.min(times.size() - 1, (int) (share * times.size())));
    }

    private record Answer(long nanos, int bytes) {
    }

    private List<Answer> ask(String what, List<String> names, int connections) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long end = System.nanoTime() + EACH.toNanos();
        List<Future<List<Answer>>> all = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            int first = i * names.size() / connections;
            Callable<List<Answer>> connection = () -> askOverOne(what, names, first, end);
            all.add(threads.submit(connection));
        }
        List<Answer> answers = new ArrayList<>();
        try {
            for (Future<List<Answer>> some : all) {
                answers.addAll(some.get());
            }
        } finally {
            threads.shutdown();
        }
        return answers;
    }

    private List<Answer> askOverOne(String what, List<String> names, int first, long end) throws Exception {
        HttpClient own = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<Answer> answers = new ArrayList<>();
        for (int i = first; System.nanoTime() < end; i++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/"
                    + path(what, "bench-commitment-" + names.get(i % names.size())))).build();
            long begin = System.nanoTime();
            HttpResponse<byte[]> response = own.send(request, HttpResponse.BodyHandlers.ofByteArray());
            answers.add(new Answer(System.nanoTime() - begin, response.body().length));
            if (response.statusCode() != 200) {
                throw new IllegalStateException("Answered " + response.statusCode() + " to " + request.uri());
            }
        }
        return answers;
    }

    private static String path(String what, String commitment) {
        return switch (what) {
            case TALLY -> "tallies/" + commitment + "?on=2020-12-31";
            case SERIES -> "tallies/series?step=DAY&on=2020-12-31&commitment=" + commitment;
            default -> "release-reports?commitment=" + commitment;
        };
    }

    private Process start(ServiceDatabase database) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("java", "-XX:+UseSerialGC", "-Xmx256m", "-jar",
                "tally-service/target/quarkus-app/quarkus-run.jar").redirectErrorStream(true)
                .redirectOutput(new File("target/bench-tallies.log"));
        builder.environment().putAll(Map.of("TALLY_DATABASE_URL", database.jdbcUrl(), "TALLY_DATABASE_USER",
                database.application().name(), "TALLY_DATABASE_PASSWORD", database.application().password(),
                "TALLY_DATABASE_MIGRATION_USER", database.migration().name(), "TALLY_DATABASE_MIGRATION_PASSWORD",
                database.migration().password(), "MP_JWT_VERIFY_PUBLICKEY", SigningKeys.generate().publicKey(),
                "PAROLE_EVIDENCE_RECHECK_EVERY", "off", "QUARKUS_HTTP_PORT", Integer.toString(port),
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(management)));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/q/health/ready")).build();
        while (!isReady(ready)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended: see target/bench-tallies.log");
            }
            TimeUnit.MILLISECONDS.sleep(50);
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

    private static String resident(Process process) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        return !Files.exists(status)
                ? "unknown"
                : Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).sum() / 1024 + " MB at most";
    }
}
