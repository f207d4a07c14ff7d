import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Records an agreement with many reports through the API: {@code java Fill URL FILE-WITH-A-KEY REPORTS}. Its reports are by eight claimants
 * through 60 outlets over the year 2020, a third of them single releases and the rest running totals, of which one in ten
 * is another than the others of its day. Each has its idempotency key, so
 * that a second run records nothing.
 */
public final class Fill {

    private static final int WRITERS = 8;
    private static final int ATTEMPTS = 5;
    private static final int DAYS = 366;
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final String[][] CLAIMANTS = {{"Releasing Ministry", "RELEASING_PARTY"},
            {"Receiving Committee", "RECEIVING_PARTY"}, {"Monitors of the Exchange", "MONITOR"},
            {"Mediating State", "MEDIATOR"}, {"Releasing Spokesman", "RELEASING_PARTY"},
            {"Receiving Spokesman", "RECEIVING_PARTY"}, {"Observers Group", "MONITOR"}, {"Wire Desk", "MEDIA"}};

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String key;

    private Fill(String url, String key) {
        this.url = url;
        this.key = key;
    }

    /** Records them, with eight writers at once. */
    public static void main(String[] arguments) throws Exception {
        Fill fill = new Fill(arguments[0], Files.readString(Path.of(arguments[1])).strip());
        int reports = Integer.parseInt(arguments[2]);
        fill.post("parties", "releasing", "{\"slug\":\"many-releasing\",\"name\":\"The releasing side\",\"kind\":\"STATE\"}");
        fill.post("parties", "receiving",
                "{\"slug\":\"many-receiving\",\"name\":\"The receiving side\",\"kind\":\"ARMED_GROUP\"}");
        fill.post("agreements", "agreement", "{\"slug\":\"many-reports\",\"title\":\"An agreement with many reports\","
                + "\"signedOn\":\"2020-01-01\",\"signatories\":[\"many-releasing\",\"many-receiving\"],"
                + "\"boundParties\":[\"many-releasing\",\"many-receiving\"]}");
        fill.post("commitments", "commitment", "{\"slug\":\"many-reports-prisoners\",\"agreement\":\"many-reports\","
                + "\"releasingParty\":\"many-releasing\",\"receivingParty\":\"many-receiving\","
                + "\"category\":\"Prisoners of the receiving side\","
                + "\"quantity\":{\"comparator\":\"EXACTLY\",\"min\":5000,\"max\":5000}}");
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> written = new ArrayList<>();
        for (int i = 0; i < reports; i++) {
            int number = i;
            written.add(threads.submit(() -> {
                fill.post("release-reports", "report-" + number, report(number, reports));
                return null;
            }));
        }
        try {
            for (Future<?> one : written) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String report(int number, int reports) {
        LocalDate day = FIRST.plusDays((long) number * DAYS / reports);
        String[] claimant = CLAIMANTS[number % CLAIMANTS.length];
        boolean release = number % 3 == 0;
        int total = 13 * day.getDayOfYear() + (number % 10 == 0 ? number * 13 % 60 : 0);
        int count = release ? 12 : total;
        return String.format(Locale.ROOT, "{\"commitment\":\"many-reports-prisoners\",\"claimant\":{\"name\":\"%s\"},"
                + "\"sourceKind\":\"%s\",\"stage\":\"REPORTED\",\"basis\":\"%s\",\"eventOn\":\"%s\",\"publishedAt\":\"%s\","
                + "\"quantity\":{\"comparator\":\"EXACTLY\",\"min\":%d,\"max\":%d},\"outlet\":\"Outlet %d\","
                + "\"evidence\":{\"quotation\":\"%s said on %s that %d prisoners %s freed\"}}", claimant[0], claimant[1],
                release ? "BATCH" : "CUMULATIVE", day, day, count, count, number % 60 + 1, claimant[0], day, count,
                release ? "were" : "had been");
    }

    private void post(String path, String name, String body) throws Exception {
        HttpResponse<String> answer = send(path, name, body);
        for (int attempt = 0; answer.statusCode() == 503 && attempt < ATTEMPTS; attempt++) {
            Thread.sleep(1_000L * Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("1")));
            answer = send(path, name, body);
        }
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private HttpResponse<String> send(String path, String name, String body) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url + "/api/v1/" + path))
                .header("Authorization", "Bearer " + key).header("Content-Type", "application/json")
                .header("Idempotency-Key", "many-reports-" + name).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
