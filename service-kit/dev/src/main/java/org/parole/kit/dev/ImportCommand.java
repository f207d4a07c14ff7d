package org.parole.kit.dev;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * {@code ./run import FILE}: sends a file to a gateway, and shows how far it is. A table without a mapping gets one proposed first, in a
 * file beside it, to be read and corrected.
 */
final class ImportCommand {

    /** So much of a table is sent for a proposal. */
    private static final int LOOKED_AT = 1_500_000;
    static final List<String> TABLES = List.of("csv", "tsv", "xlsx");
    private static final int BAR = 30;
    private static final int SHOWN = 20;

    private final ImportOptions options;
    private final PrintStream out;
    private final boolean terminal;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper mapper = new ObjectMapper();

    ImportCommand(ImportOptions options, PrintStream out, boolean terminal) {
        this.options = options;
        this.out = out;
        this.terminal = terminal;
    }

    /** Does it; 0 when all rows were taken, 2 when some were refused or a mapping is to be looked at first. */
    int run() throws IOException, InterruptedException {
        if (!Files.isRegularFile(options.file())) {
            throw new LaunchFailure("There is no file " + options.file() + ".");
        }
        boolean table = TABLES.contains(options.format());
        if (table && options.mapping() == null) {
            return guess();
        }
        String mapping = options.mapping();
        if (table && (mapping.endsWith(".json") || Files.isRegularFile(Path.of(mapping)))) {
            Path file = Path.of(mapping);
            mapping = name(file.getFileName().toString().replaceFirst("(\\.mapping)?\\.json$", ""));
            save(mapping, Files.readString(file));
        }
        StringBuilder uri = new StringBuilder("/api/v1/imports?format=").append(options.format());
        parameter(uri, "mapping", mapping);
        parameter(uri, "dataset", options.dataset());
        parameter(uri, "licence", options.licence());
        parameter(uri, "dryRun", options.dryRun() ? "true" : null);
        parameter(uri, "strict", options.strict() ? "true" : null);
        out.println("Sending " + options.file().getFileName() + " (" + size(Files.size(options.file())) + ")");
        JsonNode job = json(send(request(uri.toString()).header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofFile(options.file()))), 202);
        return follow(job);
    }

    private int guess() throws IOException, InterruptedException {
        HttpResponse<String> response = send(request("/api/v1/imports/mappings/guess?format=" + options.format())
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(head())));
        JsonNode guess = json(response, 200);
        String text = save(name(options.file().getFileName().toString().replaceFirst("\\.[a-z.]+$", "")),
                guess.path("mapping").toString());
        Path file = options.file().resolveSibling(options.file().getFileName() + ".mapping.json");
        if (Files.exists(file)) {
            throw new LaunchFailure(file + " is there already. Name it with --mapping, or move it away.");
        }
        Files.writeString(file, text);
        out.println("A mapping for " + guess.path("headings").size() + " columns is proposed in " + file + ".");
        if (!guess.path("undecided").isEmpty()) {
            out.println("Look at these places, and correct the file where it is wrong:");
            guess.path("undecided").forEach(
                    open -> out.println("  " + open.path("pointer").asText() + "  " + open.path("detail").asText()));
        }
        out.println("Then: ./run import " + options.file() + " --mapping " + file);
        return 2;
    }

    /** The beginning of a text, up to the end of a line; a workbook or a compressed file comes whole. */
    private byte[] head() throws IOException {
        if (options.format().equals("xlsx") || options.file().toString().endsWith(".gz")) {
            return Files.readAllBytes(options.file());
        }
        try (InputStream in = Files.newInputStream(options.file())) {
            byte[] bytes = in.readNBytes(LOOKED_AT);
            int end = bytes.length;
            while (bytes.length == LOOKED_AT && end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            head.write(bytes, 0, end == 0 ? bytes.length : end);
            return head.toByteArray();
        }
    }

    private String save(String name, String mapping) throws IOException, InterruptedException {
        HttpResponse<String> response = send(
                request("/api/v1/imports/mappings/" + name).header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(mapping)));
        json(response, 200);
        return response.body();
    }

    private int follow(JsonNode first) throws IOException, InterruptedException {
        JsonNode job = first;
        String path = "/api/v1/imports/" + first.path("id").asText();
        long lastLine = 0;
        while (List.of("QUEUED", "RUNNING").contains(job.path("state").asText())) {
            if (terminal) {
                out.print("\r" + progress(job) + "\u001b[K");
            } else if (System.nanoTime() - lastLine > TimeUnit.SECONDS.toNanos(5)) {
                out.println(progress(job));
                lastLine = System.nanoTime();
            }
            TimeUnit.MILLISECONDS.sleep(400);
            job = json(send(request(path).GET()), 200);
        }
        if (terminal) {
            out.print("\r\u001b[K");
        }
        return ended(job, path);
    }

    private int ended(JsonNode job, String path) throws IOException, InterruptedException {
        String state = job.path("state").asText();
        out.println(state + ": " + number(job, "rowsRead") + " rows read, " + number(job, "written")
                + (options.dryRun() ? " would be written, " : " written, ")
                + number(job, "alreadyThere") + " already there, " + number(job, "revised") + " revised, "
                + number(job, "refused") + " refused");
        if (job.hasNonNull("problem")) {
            out.println(job.path("problem").asText());
        }
        job.path("passedOver").forEach(kind -> out.println("  passed over: " + kind.asText()));
        if (job.path("refused").asLong() > 0) {
            JsonNode refused = json(send(request(path + "/refused?limit=" + SHOWN).GET()), 200).path("items");
            refused.forEach(line -> out
                    .println("  line " + line.path("line").asText() + " " + line.path("pointer").asText() + " "
                            + line.path("reason").asText()));
            out.println("All of them, with the lines: GET " + path + "/refused");
        }
        out.println("The import: " + options.gateway().resolve(path));
        return state.equals("DONE") ? job.path("refused").asLong() > 0 ? 2 : 0 : 1;
    }

    private String progress(JsonNode job) {
        long read = job.path("rowsRead").asLong();
        long done = job.path("written").asLong() + job.path("alreadyThere").asLong() + job.path("revised").asLong()
                + job.path("refused").asLong();
        int full = read == 0 ? 0 : (int) Math.min(BAR, done * BAR / read);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + done + " of " + read + " rows"
                + (job.hasNonNull("rowsPerSecond") ? ", " + job.path("rowsPerSecond").asText() + " a second" : "")
                + (job.hasNonNull("secondsLeft") ? ", " + job.path("secondsLeft").asText() + " s left" : "")
                + (job.hasNonNull("problem") ? ", " + job.path("problem").asText() : "");
    }

    private static String number(JsonNode job, String member) {
        return String.format(Locale.ENGLISH, "%,d", job.path(member).asLong());
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? (bytes + 999) / 1000 + " kB" : bytes / 1_000_000 + " MB";
    }

    /** A name for a mapping, of what a file is called. */
    static String name(String file) {
        String name = file.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "mapping" : name.length() > 100 ? name.substring(0, 100).replaceAll("-$", "") : name;
    }

    private static void parameter(StringBuilder uri, String name, String value) {
        if (value != null) {
            uri.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(options.gateway().resolve(path)).header("Accept", "application/json")
                .header("Authorization", "Bearer " + options.key());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.net.ConnectException e) {
            throw new LaunchFailure("Nothing answers at " + options.gateway()
                    + ". Is Parole running there? --port N names another port.");
        }
    }

    private JsonNode json(HttpResponse<String> response, int expected) throws IOException {
        if (response.statusCode() == expected) {
            return mapper.readTree(response.body());
        }
        StringBuilder message = new StringBuilder("The gateway answered " + response.statusCode());
        try {
            JsonNode problem = mapper.readTree(response.body());
            message.append(": ").append(problem.path("detail").asText(problem.path("title").asText()));
            List<String> errors = new ArrayList<>();
            problem.path("errors").forEach(error -> errors
                    .add("\n  " + error.path("pointer").asText() + "  " + error.path("detail").asText()));
            message.append(String.join("", errors));
        } catch (IOException e) {
            message.append('.');
        }
        throw new LaunchFailure(message.toString());
    }
}
