import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parole.kit.dev.EmbeddedDatabase;
import org.parole.kit.dev.FreePort;
import org.parole.kit.dev.ServiceDatabase;
import org.parole.kit.dev.SigningKeys;
import org.parole.kit.dev.TestTokens;

/** Asks Parole's quote-service and what others would build over the same rows for the same things by turns: see bench/peers/run. */
public final class Peers {

    private static final Path DIRECTORY = Path.of("target/bench-peers");
    private static final String BUILT = "quote-service/target/quarkus-app";
    private static final int PAGE = 50;
    /** What Platformatic is to answer: all but the column of words. */
    private static final String FIELDS = "id,content,kind,language,role,agreement,party,topic,saidAt,speakerId,documentId";

    private final boolean quick;
    private final int rows;
    private final Duration each;
    private final Duration warmUp;
    private final int rounds;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SigningKeys keys = SigningKeys.generate();
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<String> json = new ArrayList<>();
    private final AtomicInteger written = new AtomicInteger();

    private Peers(boolean quick, int rows) {
        this.quick = quick;
        this.rows = rows;
        this.each = Duration.ofSeconds(Long.parseLong(System.getenv().getOrDefault("SECONDS_EACH", quick ? "3" : "8")));
        this.warmUp = Duration.ofSeconds(Long.parseLong(System.getenv().getOrDefault("WARM_UP", quick ? "3" : "30")));
        this.rounds = quick ? 1 : 3;
    }

    /** One of those that are measured. */
    private record Candidate(String name, Process process, int port, boolean isParole) {
    }

    /** What is asked for: paths, or bodies to write, for Parole and for the others. */
    private record Work(String name, int connections, List<String> parole, List<String> peers, boolean isWrite) {
    }

    /** What a round brought: requests a second, milliseconds, and milliseconds of processor for each request. */
    private record Round(double rate, double p50, double p99, double server, double database, double load, long bytes) {
    }

    public static void main(String[] arguments) throws Exception {
        boolean quick = List.of(arguments).contains("--quick");
        int rows = Stream.of(arguments).filter(one -> one.matches("\\d+")).mapToInt(Integer::parseInt).findFirst()
                .orElse(quick ? 20_000 : 100_000);
        System.setProperty("http.maxConnections", "64"); // kept alive, not opened anew for each request
        Files.createDirectories(DIRECTORY);
        Path settings = DIRECTORY.resolve("data/postgresql.auto.conf");
        if (!Files.exists(settings)) {
            EmbeddedDatabase.keptIn(DIRECTORY, password()).close();
        }
        Files.writeString(settings, "shared_buffers = '1GB'\nmax_wal_size = '4GB'\n");
        try (EmbeddedDatabase server = EmbeddedDatabase.keptIn(DIRECTORY, password())) {
            new Peers(quick, rows).measure(server);
        }
        System.exit(0);
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

    private void measure(EmbeddedDatabase server) throws Exception {
        ServiceDatabase quotes = server.create("quotes_" + rows);
        String others = "jdbc:postgresql://127.0.0.1:" + server.port() + "/peers_" + rows;
        fill(server, quotes, others);
        startAll(quotes, others);
        System.out.printf("%,d quotes; %d cores for database, servers and load; Java %s, heaps of 256 MB; %d rounds of %d s each, by"
                + " turns, after %d s of each to get warm; load average before: %s%n", rows, Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"), rounds, each.toSeconds(), warmUp.toSeconds(), load());
        List<Work> works = works(others, quotes).stream()
                .filter(work -> work.name.contains(System.getenv().getOrDefault("ONLY", ""))).toList();
        // Each server is asked for everything before anything counts: they have code in common, and compile it once.
        for (boolean isWrite : new boolean[]{false, true}) {
            for (Work work : works) {
                if (work.isWrite == isWrite) {
                    warm(work);
                }
            }
            for (Work work : works) {
                if (work.isWrite == isWrite) {
                    measure(work);
                }
            }
        }
        System.out.println("Parole's answers are richer: anchors, verification, occurrences, revisions, near quotes; lists have a total,"
                + " and searches are ranked in six languages and show the passage. A write is checked against its document, compared"
                + " with the speaker's other quotes, kept as a revision and told in the change feed. The others answer with a row and"
                + " what it refers to (Platformatic: the row alone), in the order of dates, and write one row.");
        Path report = DIRECTORY.resolve("peers-" + rows + ".json");
        Files.writeString(report, "[\n" + String.join(",\n", json) + "\n]\n");
        System.out.println("As JSON: " + report);
        candidates.forEach(one -> one.process.destroy());
    }

    private static String load() throws IOException {
        Path load = Path.of("/proc/loadavg");
        return Files.exists(load) ? Files.readString(load).split(" ")[0] : "unknown";
    }

    /** Makes the bench's rows, and of a copy of them the tables of the others. */
    private void fill(EmbeddedDatabase server, ServiceDatabase quotes, String others) throws Exception {
        Candidate parole = parole("Parole", BUILT, quotes); // it makes its tables
        parole.process.destroy();
        parole.process.waitFor();
        try (Connection connection = DriverManager.getConnection(quotes.jdbcUrl(), quotes.migration().name(),
                quotes.migration().password())) {
            if (texts(connection, "select 1 from quote limit 1").isEmpty()) {
                run(connection, Path.of("bench/quotes/data.sql"));
            }
        }
        String root = "jdbc:postgresql://127.0.0.1:" + server.port() + "/";
        try (Connection connection = DriverManager.getConnection(root + "postgres", "postgres", password())) {
            if (!texts(connection, "select 1 from pg_database where datname = 'peers_" + rows + "'").isEmpty()) {
                return;
            }
            execute(connection, "create database peers_" + rows + " template quotes_" + rows);
        }
        try (Connection connection = DriverManager.getConnection(others, "postgres", password())) {
            run(connection, Path.of("bench/peers/peer.sql"));
            // Platformatic finds primary keys of its own tables only.
            for (String table : List.of("quote", "speaker", "document", "outlet")) {
                execute(connection, "alter table " + table + " owner to " + quotes.application().name());
            }
        }
    }

    private void run(Connection connection, Path file) throws IOException, SQLException {
        String sql = Files.readAllLines(file).stream().filter(line -> !line.startsWith("\\"))
                .collect(Collectors.joining("\n")).replace(":rows", Integer.toString(rows));
        for (String statement : sql.split(";\\s*\\n")) {
            execute(connection, statement);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private void startAll(ServiceDatabase quotes, String others) throws Exception {
        candidates.add(parole("Parole", BUILT, quotes));
        String before = System.getenv("BEFORE");
        if (before != null) {
            candidates.add(parole("Before", before, quotes));
        }
        Path spring = Path.of("bench/peers/spring/target/spring-peer-1.0.jar");
        int port = FreePort.find();
        candidates.add(start("Spring", port, "/quotes/" + new UUID(0, 0), false,
                Map.of("SERVER_PORT", Integer.toString(port), "SPRING_DATASOURCE_URL", others,
                        "SPRING_DATASOURCE_USERNAME", quotes.application().name(), "SPRING_DATASOURCE_PASSWORD",
                        quotes.application().password()),
                "java", "-XX:+UseSerialGC", "-Xmx256m", "-jar", spring.toString()));
        Path platformatic = DIRECTORY.resolve("platformatic/node_modules/.bin/plt-db").toAbsolutePath();
        if (!Files.exists(platformatic)) {
            System.out.println("Platformatic is not measured: npm could not install it.");
            return;
        }
        port = FreePort.find();
        String url = others.replace("jdbc:postgresql://", "postgres://" + quotes.application().name() + ":"
                + quotes.application().password() + "@");
        candidates.add(start("Platformatic", port, "/quote/?limit=1&fields=id", false,
                Map.of("PORT", Integer.toString(port), "DATABASE_URL", url, "PLT_SKIP_VERSION_CHECK", "1"),
                platformatic.toString(), "start", "-c",
                DIRECTORY.resolve("platformatic/platformatic.json").toAbsolutePath().toString()));
    }

    private Candidate parole(String name, String build, ServiceDatabase database) throws Exception {
        int port = FreePort.find();
        return start(name, port, "/api/v1/quotes?limit=1", true,
                Map.of("QUOTE_DATABASE_URL", database.jdbcUrl(), "QUOTE_DATABASE_USER", database.application().name(),
                        "QUOTE_DATABASE_PASSWORD", database.application().password(), "QUOTE_DATABASE_MIGRATION_USER",
                        database.migration().name(), "QUOTE_DATABASE_MIGRATION_PASSWORD",
                        database.migration().password(), "MP_JWT_VERIFY_PUBLICKEY", keys.publicKey(),
                        "QUARKUS_HTTP_PORT", Integer.toString(port), "QUARKUS_MANAGEMENT_PORT",
                        Integer.toString(FreePort.find()), "PAROLE_REVERIFICATION_EVERY", "off"),
                "java", "-XX:+UseSerialGC", "-Xmx256m", "-jar", build + "/quarkus-run.jar");
    }

    private Candidate start(String name, int port, String path, boolean isParole, Map<String, String> settings,
            String... command) throws Exception {
        File log = DIRECTORY.resolve(name + ".log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().putAll(settings);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
        while (!answers(ready)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " ended: see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return new Candidate(name, process, port, isParole);
    }

    private boolean answers(HttpRequest request) throws InterruptedException {
        try {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 || status == 404;
        } catch (IOException e) {
            return false;
        }
    }

    private List<Work> works(String others, ServiceDatabase quotes) throws SQLException {
        try (Connection connection = DriverManager.getConnection(others, quotes.application().name(),
                quotes.application().password())) {
            String sample = " from quote tablesample system (" + Math.min(100, 4_000_000.0 / rows) + ") ";
            List<String> ids = texts(connection, "select id" + sample + "order by random() limit 5000");
            List<String> speakers = texts(connection, "select distinct speaker_id" + sample + "limit 500");
            List<String> documents = texts(connection, "select distinct document_id" + sample + "limit 500");
            List<String> agreements = texts(connection, "select distinct agreement from quote");
            List<String> rare = texts(connection, words("generate_series(20000, 49999, 97)") + " where (select count(*) from"
                    + " (select from quote where content_vector @@ websearch_to_tsquery('english', w) limit "
                    + (rows / 1000 + 1) + ") c) between 1 and " + rows / 1000);
            List<String> common = texts(connection, words("generate_series(3, 12)"));
            List<Work> works = new ArrayList<>();
            works.add(new Work("by id", 16, each("/api/v1/quotes/", ids, ""), each("/quotes/", ids, ""), false));
            works.add(new Work("list by agreement", 16, each("/api/v1/quotes?agreement=", agreements, ""),
                    each("/quotes?agreement=", agreements, ""), false));
            works.add(new Work("list by speaker", 16, each("/api/v1/quotes?speaker=", speakers, ""),
                    each("/quotes?speaker=", speakers, ""), false));
            works.add(new Work("rare word", 16, each("/api/v1/quotes?q=", rare, ""), each("/quotes?q=", rare, ""), false));
            works.add(new Work("common word", 16, each("/api/v1/quotes?q=", common, ""), each("/quotes?q=", common, ""),
                    false));
            works.add(new Work("common word, by date", 16, each("/api/v1/quotes?q=", common, "&order=newest"),
                    each("/quotes?q=", common, ""), false));
            for (int writers : new int[]{1, 8}) {
                works.add(new Work(writers == 1 ? "one writer" : "eight writers", writers, bodies(speakers, documents, true),
                        bodies(speakers, documents, false), true));
            }
            return works;
        }
    }

    private static String words(String ranks) {
        return "select w from (select left(translate(md5(r::text), '0123456789', 'aeiouaeiou'), 4 + (r % 6)::int) w from "
                + ranks + " r) r";
    }

    private static List<String> each(String before, List<String> values, String after) {
        List<String> paths = new ArrayList<>(values.stream().map(value -> before + value + after).toList());
        Collections.shuffle(paths);
        return paths;
    }

    /**
     * Bodies with a %d for what makes each of them another one, which is written in words of its own too: Parole compares a quote with the
     * speaker's others, and no speaker says one sentence a thousand times.
     */
    private static List<String> bodies(List<String> speakers, List<String> documents, boolean parole) {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < speakers.size(); i++) {
            String same = "{\"speakerId\": \"" + speakers.get(i) + "\", \"documentId\": \""
                    + documents.get(i % documents.size()) + "\", \"kind\": \"DIRECT\", \"language\": \"en\", \"role\":"
                    + " \"a spokesman\", \"content\": \"We released %d prisoners of list %d today: %s\", ";
            bodies.add(same + (parole
                    ? "\"channel\": \"STATEMENT\", \"about\": {\"agreements\": [\"agreement-3\"], \"parties\": [\"party-1\"],"
                            + " \"topics\": [\"topic-1\"]}}"
                    : "\"agreement\": \"agreement-3\", \"party\": \"party-1\", \"topic\": \"topic-1\", \"saidAt\":"
                            + " \"2020-01-01T00:00:00Z\"}"));
        }
        return bodies;
    }

    private void warm(Work work) throws Exception {
        for (Candidate candidate : candidatesFor(work)) {
            round(work, candidate, warmUp);
        }
    }

    private List<Candidate> candidatesFor(Work work) {
        // Platformatic has no search of words.
        return candidates.stream().filter(one -> !one.name.equals("Platformatic") || !work.name.contains("word")).toList();
    }

    private void measure(Work work) throws Exception {
        Map<String, List<Round>> all = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Candidate candidate : candidatesFor(work)) {
                all.computeIfAbsent(candidate.name, first -> new ArrayList<>()).add(round(work, candidate, each));
            }
        }
        System.out.printf("%n%s, %d connections%n", work.name, work.connections);
        List<Round> own = all.get("Parole");
        all.forEach((name, rounds) -> {
            List<Double> ratios = new ArrayList<>();
            List<Double> database = new ArrayList<>();
            for (int i = 0; i < rounds.size(); i++) {
                ratios.add(own.get(i).rate / rounds.get(i).rate);
                database.add(own.get(i).database / Math.max(0.001, rounds.get(i).database));
            }
            List<Round> sorted = new ArrayList<>(rounds);
            sorted.sort((a, b) -> Double.compare(a.rate, b.rate));
            Round median = sorted.get(sorted.size() / 2);
            System.out.printf(Locale.ROOT, "  %-13s %8.1f /s   p50 %7.2f ms   p99 %8.2f ms   processor each: server %6.2f ms,"
                    + " database %6.2f ms, load %5.2f ms   %5.1f KB%s%n", name, median.rate, median.p50, median.p99, median.server,
                    median.database, median.load, median.bytes / 1024.0, name.equals("Parole")
                            ? ""
                            : String.format(Locale.ROOT, "   Parole's rate is %.2f of it, its database time %.2f",
                                    median(ratios), median(database)));
            json.add(String.format(Locale.ROOT, "  {\"rows\": %d, \"what\": \"%s\", \"connections\": %d, \"candidate\": \"%s\","
                    + " \"rate\": %.1f, \"p50\": %.2f, \"p99\": %.2f, \"serverMs\": %.3f, \"databaseMs\": %.3f, \"loadMs\": %.3f,"
                    + " \"bytes\": %d, \"rateOfParole\": %.3f, \"databaseOfParole\": %.3f}", rows, work.name, work.connections, name,
                    median.rate, median.p50, median.p99, median.server, median.database, median.load, median.bytes, median(ratios),
                    median(database)));
        });
    }

    /** Milliseconds of processor that this process has used, without those that it has started. */
    private static double own() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private Round round(Work work, Candidate candidate, Duration length) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.connections);
        double server = Processor.of(candidate.process.pid());
        double database = Processor.ofDatabase(DIRECTORY);
        double load = own();
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        List<Future<List<long[]>>> all = new ArrayList<>();
        for (int i = 0; i < work.connections; i++) {
            int first = i * 997;
            Callable<List<long[]>> connection = () -> ask(work, candidate, first, end);
            all.add(threads.submit(connection));
        }
        List<Double> times = new ArrayList<>();
        long bytes = 0;
        try {
            for (Future<List<long[]>> some : all) {
                for (long[] answer : some.get()) {
                    times.add(answer[0] / 1e6);
                    bytes += answer[1];
                }
            }
        } finally {
            threads.shutdown();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Collections.sort(times);
        int n = times.size();
        return new Round(n / seconds, times.get(n / 2), times.get(Math.min(n - 1, (int) (n * 0.99))),
                (Processor.of(candidate.process.pid()) - server) / n, (Processor.ofDatabase(DIRECTORY) - database) / n,
                (own() - load) / n, bytes / n);
    }

    /** Asks as one connection does. The client is the leanest of the JDK's, because its processor time counts for all candidates alike. */
    private List<long[]> ask(Work work, Candidate candidate, int first, long end) throws Exception {
        String token = TestTokens.bearer(keys, "bench", "contributor", Duration.ofHours(1));
        List<String> wanted = candidate.isParole ? work.parole : work.peers;
        List<long[]> answers = new ArrayList<>();
        for (int i = first; System.nanoTime() < end; i++) {
            String one = wanted.get(i % wanted.size());
            String path = !work.isWrite ? path(candidate, one) : candidate.isParole
                    ? "/api/v1/quotes"
                    : candidate.name.equals("Platformatic") ? "/quote/?fields=" + FIELDS : "/quotes";
            var url = URI.create("http://127.0.0.1:" + candidate.port + path).toURL();
            byte[] body = work.isWrite ? bodyOf(candidate, one) : null;
            long begin = System.nanoTime();
            var connection = (HttpURLConnection) url.openConnection();
            if (body != null) {
                connection.setRequestProperty("Content-Type", "application/json");
                if (candidate.isParole) {
                    connection.setRequestProperty("Authorization", token);
                }
                connection.setDoOutput(true);
                connection.setFixedLengthStreamingMode(body.length);
                connection.getOutputStream().write(body);
            }
            int status = connection.getResponseCode();
            try (InputStream answer = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                byte[] bytes = answer.readAllBytes();
                answers.add(new long[]{System.nanoTime() - begin, bytes.length});
                if (status / 100 != 2) {
                    throw new IllegalStateException(candidate.name + " answered " + status + " to " + url + ": "
                            + new String(bytes, StandardCharsets.UTF_8));
                }
            }
        }
        return answers;
    }

    private byte[] bodyOf(Candidate candidate, String one) {
        int number = written.incrementAndGet();
        String body = String.format(Locale.ROOT, one, number % 5_000, number, wordsOf(number));
        if (candidate.name.equals("Platformatic")) {
            body = "{\"id\": \"" + UUID.randomUUID() + "\", " + body.substring(1);
        }
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** Two dozen words that hardly any other number has. */
    private static String wordsOf(int number) {
        return new Random(number).ints(24, 0, 50_000).mapToObj(word -> Integer.toString(word, 36))
                .collect(Collectors.joining(" "));
    }

    private static String path(Candidate candidate, String path) {
        if (!candidate.name.equals("Platformatic")) {
            return path;
        }
        return path.contains("?")
                ? path.replace("/quotes?agreement=", "/quote/?where.agreement.eq=")
                        .replace("/quotes?speaker=", "/quote/?where.speakerId.eq=")
                        + "&orderby.saidAt=desc&orderby.id=desc&limit=" + PAGE + "&fields=" + FIELDS
                : path.replace("/quotes/", "/quote/") + "?fields=" + FIELDS;
    }
}
