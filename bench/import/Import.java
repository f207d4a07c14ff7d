import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.parole.kit.dev.EmbeddedDatabase;
import org.parole.kit.dev.FreePort;
import org.parole.kit.dev.ServiceDatabase;
import org.parole.kit.dev.TestTokens;

/** Imports and exports beside psql's \copy: see run. */
public final class Import {

    private static final Path DIRECTORY = Path.of("target/bench-import").toAbsolutePath();
    /** What an import writes, in the order in which it can be copied. */
    private static final List<String> TABLES = List.of("outlet", "speaker", "document", "quote", "occurrence_count", "near_quote",
            "change", "import_row");
    private static final String[] WORDS = ("the of and to in that we is for it our will have this with they not are on be as people"
            + " prisoners talks government president country party vote health school water market season coach team goal price"
            + " energy border peace army minister court judge law bill tax report water city river forest island winter summer"
            + " children parents teachers doctors nurses farmers workers drivers players voters readers first second third last"
            + " never always often again already together tomorrow yesterday believe expect support refuse promise release").split(" ");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int port;

    public static void main(String[] arguments) throws Exception {
        List<String> json = new ArrayList<>();
        Files.createDirectories(DIRECTORY);
        List<Double> rates = new ArrayList<>();
        try (EmbeddedDatabase server = EmbeddedDatabase.keptIn(DIRECTORY, "bench-import-only")) {
            for (String rows : arguments) {
                rates.add(new Import().measure(server, Integer.parseInt(rows), json));
            }
        }
        if (rates.size() > 1) {
            double ratio = rates.get(rates.size() - 1) / rates.get(0);
            System.out.printf(Locale.ROOT, "| rate of the last file to that of the first | %.2f |%n", ratio);
            json.add(String.format(Locale.ROOT, "{\"rateOfLastToFirst\":%.3f}", ratio));
        }
        System.out.println("[" + String.join(",", json) + "]");
    }

    private double measure(EmbeddedDatabase server, int rows, List<String> json) throws Exception {
        String name = "b" + System.currentTimeMillis();
        ServiceDatabase imported = server.create(name + "_import");
        ServiceDatabase copied = server.create(name + "_copy");
        stop(start(copied)); // it makes its tables
        Path file = DIRECTORY.resolve("lines-" + rows + ".ndjson");
        write(file, rows);

        Process service = start(imported);
        AtomicBoolean over = new AtomicBoolean();
        List<Double> during = new ArrayList<>();
        Thread reader = new Thread(() -> read(over, during));
        long begun = System.nanoTime();
        String job = post(file);
        reader.start();
        String ended = await(job);
        double seconds = (System.nanoTime() - begun) / 1e9;
        over.set(true);
        reader.join();
        if (!ended.contains("\"state\":\"DONE\"") || number(ended, "written") != rows) {
            throw new IllegalStateException("The import did not write every row: " + ended);
        }
        List<Double> idle = new ArrayList<>();
        AtomicBoolean quiet = new AtomicBoolean();
        Thread alone = new Thread(() -> read(quiet, idle));
        alone.start();
        // The reference: reads by the same reader for a fixed time while nothing is imported.
        Thread.sleep(15_000);
        quiet.set(true);
        alone.join();
        double exportSeconds = export();
        long memory = residentKilobytes(service);
        stop(service);

        double copySeconds = copy(imported, copied);
        double copyToSeconds = psql(imported, "\\copy (select * from quote) to '/dev/null'");
        double rate = rows / seconds;
        double ratio = copySeconds / seconds;
        double p99 = percentile(during, 0.99);
        double p99Idle = percentile(idle, 0.99);
        System.out.printf(Locale.ROOT, "%n| %,d lines | |%n|---|---|%n"
                + "| import, the upload included | %.1f s, %.0f lines/s |%n| `\\copy` of the same rows into the same tables | %.1f s |%n"
                + "| rate of the import to that of `\\copy` | %.2f |%n| p99 of a list of 20 quotes, alone and during the import | %.1f ms, %.1f ms |%n"
                + "| resident memory of the service, heap of 256 MB | %d MB |%n| export as NDJSON | %.1f s, %.0f rows/s |%n| `\\copy … to` of the quotes | %.1f s |%n"
                + "| rate of the export to that of `\\copy … to` | %.2f |%n", rows, seconds, rate, copySeconds, ratio, p99Idle, p99,
                memory / 1024, exportSeconds, rows / exportSeconds, copyToSeconds, copyToSeconds / exportSeconds);
        json.add(String.format(Locale.ROOT, "{\"rows\":%d,\"importSeconds\":%.2f,\"copySeconds\":%.2f,\"importToCopy\":%.3f,\"p99IdleMs\":%.2f,"
                + "\"p99ImportMs\":%.2f,\"residentMb\":%d,\"exportSeconds\":%.2f,\"copyToSeconds\":%.2f,\"exportToCopyTo\":%.3f}", rows, seconds,
                copySeconds, ratio, p99Idle, p99, memory / 1024, exportSeconds, copyToSeconds, copyToSeconds / exportSeconds));
        Files.delete(file);
        return rate;
    }

    /** Half of the lines have one speaker, half have probabilities and addresses, as the two published shapes do. */
    private static void write(Path file, int rows) throws IOException {
        Random random = new Random(7);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (int i = 0; i < rows; i++) {
                int speaker = (int) Math.min(19_999, Math.abs(random.nextGaussian()) * 5_000);
                String line = "{\"quoteID\":\"2020-01-01-" + i + "\",\"quotation\":\"" + words(random) + "\",\"speaker\":\"Speaker Number " + speaker
                        + "\",\"date\":" + (1_577_836_800_000L + random.nextInt(100) * 86_400_000L) + ",\"numOccurrences\":1,";
                line += i % 2 == 0
                        ? "\"id\":\"Q" + (1_000_000 + speaker) + "\",\"party_label\":\"R\"}"
                        : "\"qids\":[\"Q" + (1_000_000 + speaker) + "\"],\"probas\":[[\"Speaker Number " + speaker + "\",\"0.71\"],[\"None\",\"0.2\"],[\"Other "
                                + random.nextInt(20_000) + "\",\"0.09\"]],\"urls\":[\"https://site" + random.nextInt(500) + ".example/articles/" + i
                                + "\"],\"phase\":\"E\"}";
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        int count = 8 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[(int) (WORDS.length * Math.pow(random.nextDouble(), 1.5))]);
            if (random.nextInt(6) == 0) {
                text.append(Integer.toString(random.nextInt(46_656), 36).replaceAll("[0-9]", "a"));
            }
        }
        return text.append('.').toString();
    }

    private String post(Path file) throws Exception {
        HttpResponse<String> answer = client.send(request("/api/v1/imports?format=quotebank&dataset=bench")
                .header("Content-Type", "application/octet-stream").POST(HttpRequest.BodyPublishers.ofFile(file)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(answer.body());
        }
        return answer.body().replaceFirst(".*?\"id\":\"([^\"]+)\".*", "$1");
    }

    private String await(String job) throws Exception {
        while (true) {
            String body = client.send(request("/api/v1/imports/" + job).build(), HttpResponse.BodyHandlers.ofString()).body();
            if (body.contains("\"endedAt\"")) {
                return body;
            }
            // Asking more often would itself take from the rate that is measured.
            Thread.sleep(500);
        }
    }

    private void read(AtomicBoolean over, List<Double> millis) {
        try {
            while (!over.get()) {
                long begun = System.nanoTime();
                client.send(request("/api/v1/quotes?limit=20").build(), HttpResponse.BodyHandlers.ofByteArray());
                millis.add((System.nanoTime() - begun) / 1e6);
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("A read failed", e);
        }
    }

    private double export() throws Exception {
        long begun = System.nanoTime();
        HttpResponse<java.io.InputStream> answer = client.send(request("/api/v1/exports/quotes").build(), HttpResponse.BodyHandlers.ofInputStream());
        answer.body().transferTo(OutputStream.nullOutputStream());
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double copy(ServiceDatabase from, ServiceDatabase to) throws Exception {
        double seconds = 0;
        for (String table : TABLES) {
            String columns = columns(from, table);
            Path rows = DIRECTORY.resolve(table + ".copy");
            psql(from, "\\copy " + table + " (" + columns + ") to '" + rows + "'");
            if (table.equals("import_row")) {
                psql(to, "insert into import_job (id, format, dataset, state, phase, dry_run, strict, created_by) values ('" + jobOf(from)
                        + "', 'quotebank', 'bench', 'DONE', 'WRITE', false, false, 'bench')");
            }
            seconds += psql(to, "\\copy " + table + " (" + columns + ") from '" + rows + "'");
            Files.delete(rows);
        }
        return seconds;
    }

    private static String columns(ServiceDatabase database, String table) throws SQLException {
        return text(database, "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = '" + table
                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''");
    }

    private static String jobOf(ServiceDatabase database) throws SQLException {
        return text(database, "select id::text from import_job");
    }

    private static String text(ServiceDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.migration().name(), database.migration().password());
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Lets psql do it; gives back the seconds. */
    private static double psql(ServiceDatabase database, String command) throws Exception {
        Matcher url = Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/([^?]+).*").matcher(database.jdbcUrl());
        if (!url.matches()) {
            throw new IllegalStateException(database.jdbcUrl());
        }
        ProcessBuilder builder = new ProcessBuilder("psql", "-Xqv", "ON_ERROR_STOP=1", "-h", url.group(1), "-p", url.group(2), "-U",
                database.migration().name(), "-d", url.group(3), "-c", command).inheritIO();
        builder.environment().put("PGPASSWORD", database.migration().password());
        long begun = System.nanoTime();
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException("psql failed: " + command);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Authorization", TestTokens.bearer("bench", "editor"));
    }

    private Process start(ServiceDatabase database) throws Exception {
        port = FreePort.find();
        int management = FreePort.find();
        ProcessBuilder builder = new ProcessBuilder("java", "-XX:+UseSerialGC", "-Xmx256m", "-jar", "quote-service/target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true).redirectOutput(new File("target/bench-import.log"));
        builder.environment().putAll(Map.of("QUOTE_DATABASE_URL", database.jdbcUrl(), "QUOTE_DATABASE_USER", database.application().name(),
                "QUOTE_DATABASE_PASSWORD", database.application().password(), "QUOTE_DATABASE_MIGRATION_USER", database.migration().name(),
                "QUOTE_DATABASE_MIGRATION_PASSWORD", database.migration().password(), "MP_JWT_VERIFY_PUBLICKEY", TestTokens.keys().publicKey(),
                "QUARKUS_HTTP_PORT", Integer.toString(port), "QUARKUS_MANAGEMENT_PORT", Integer.toString(management)));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/q/health/ready")).timeout(Duration.ofSeconds(5)).build();
        while (!isReady(ready)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The service ended; see target/bench-import.log");
            }
            Thread.sleep(200);
        }
        return process;
    }

    private boolean isReady(HttpRequest ready) throws InterruptedException {
        try {
            return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private static long residentKilobytes(Process process) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        return !Files.exists(status)
                ? 0
                : Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:")).map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong).findFirst().orElse(0);
    }

    private static long number(String json, String member) {
        Matcher found = Pattern.compile("\"" + member + "\":(\\d+)").matcher(json);
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }

    private static double percentile(List<Double> values, double share) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * share)));
    }
}
