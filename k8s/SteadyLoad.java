import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and intakes at a steady rate, over connections that are kept, until the file STOP is there. Then it looks whether every intake
 * that was acknowledged is there, whole, and prints one line: {@code reads=N intakes=N failed=N unanswered=N slowest=Nms lost=N
 * halves=N}, and on the error stream what failed how often. What fails for the connection is sent again up to three times, as a
 * client should do and an Ingress does with reads: it counts as failed, and as unanswered only where that did not help either. Run by k8s/verify: {@code java k8s/SteadyLoad.java URL KEY INTAKE.json STOP}.
 */
public class SteadyLoad {

    private static final List<String> READS = List.of("/api/v1/dossiers/us-taliban-2020?on=2020-05-31",
            "/api/v1/tallies/us-taliban-2020-taliban-prisoners?on=2020-05-31", "/api/v1/quotes?agreement=us-taliban-2020",
            "/api/v1/parties/taliban");
    private static final String COMMITMENT = "steady-load";
    private static final String DOCUMENTS = "https://www.example.org/steady/";
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final int READS_A_SECOND = 20;
    private static final int INTAKES_A_SECOND = 2;
    private static final int TRIES = 4;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1)).build();
    private final String url;
    private final String key;
    private final String intake;
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger intakes = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    SteadyLoad(String url, String key, String intake) {
        this.url = url;
        this.key = key;
        this.intake = intake;
    }

    public static void main(String[] arguments) throws Exception {
        SteadyLoad load = new SteadyLoad(arguments[0], arguments[1], Files.readString(Path.of(arguments[2])));
        load.run(Path.of(arguments[3]));
    }

    private void run(Path stop) throws Exception {
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(12);
        for (int worker = 0; worker < 8; worker++) {
            long first = 1_000L * worker / READS_A_SECOND;
            timer.scheduleAtFixedRate(this::read, first, 8_000 / READS_A_SECOND, TimeUnit.MILLISECONDS);
        }
        for (int worker = 0; worker < 2; worker++) {
            long first = 1_000L * worker / INTAKES_A_SECOND;
            timer.scheduleAtFixedRate(this::take, first, 2_000 / INTAKES_A_SECOND, TimeUnit.MILLISECONDS);
        }
        while (!Files.exists(stop)) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        timer.shutdown();
        timer.awaitTermination(90, TimeUnit.SECONDS);
        int failed = failures.values().stream().mapToInt(Integer::intValue).sum();
        // What is decided is carried out within seconds; what was not acknowledged may be there or not, but not by half.
        Set<String> documents = Set.of();
        Set<String> reports = Set.of();
        for (int attempt = 0; attempt < 30; attempt++) {
            documents = all("/api/v1/documents?limit=200", "url");
            reports = all("/api/v1/release-reports?commitment=" + COMMITMENT + "&limit=200", "documentUrl");
            if (documents.equals(reports)) {
                break;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        Set<String> whole = new HashSet<>(documents);
        whole.retainAll(reports);
        long lost = acknowledged.stream().filter(document -> !whole.contains(document)).count();
        int halves = documents.size() + reports.size() - 2 * whole.size();
        failures.forEach((what, times) -> System.err.println("  " + times + " times " + what));
        System.out.printf("reads=%d intakes=%d failed=%d unanswered=%d slowest=%dms lost=%d halves=%d%n", reads.get(), intakes.get(),
                failed, unanswered.get(), slowest.get(), lost, halves);
    }

    private void read() {
        String path = READS.get(reads.getAndIncrement() % READS.size());
        send("GET " + path, request(path).timeout(Duration.ofSeconds(5)).GET().build()).ifPresent(answer -> {
            if (answer.statusCode() != 200) {
                failed("GET " + path + ": " + answer.statusCode());
            } else if (answer.body().contains("\"incomplete\":[{")) {
                failed("GET " + path + ": incomplete");
            }
        });
    }

    /** Sends something that may be sent again; empty where no try was answered. */
    private Optional<HttpResponse<String>> send(String what, HttpRequest request) {
        long begin = System.nanoTime();
        try {
            for (int i = 0; i < TRIES; i++) {
                try {
                    return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
                } catch (IOException e) {
                    failed(what + ": " + e);
                }
            }
            unanswered.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            slowest.accumulateAndGet(Duration.ofNanos(System.nanoTime() - begin).toMillis(), Math::max);
        }
        return Optional.empty();
    }

    private void take() {
        intakes.incrementAndGet();
        String document = DOCUMENTS + UUID.randomUUID();
        HttpRequest request = request("/api/v1/intake").header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json").header("Idempotency-Key", document)
                .POST(HttpRequest.BodyPublishers.ofString(intake.replace("DOCUMENT-URL", document))).build();
        send("POST /api/v1/intake", request).ifPresent(answer -> {
            if (answer.statusCode() == 201) {
                acknowledged.add(document);
            } else {
                failed("POST /api/v1/intake: " + answer.statusCode());
            }
        });
    }

    private synchronized void failed(String what) {
        failures.merge(what, 1, Integer::sum);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30)).header("Accept", "application/json");
    }

    /** The addresses of our documents in all pages of a list. */
    private Set<String> all(String list, String field) throws IOException, InterruptedException {
        Pattern ours = Pattern.compile('"' + field + "\":\"(" + Pattern.quote(DOCUMENTS) + "[^\"]+)\"");
        Set<String> found = new HashSet<>();
        String cursor = "";
        while (true) {
            HttpResponse<String> page = client.send(request(list + cursor).GET().build(), HttpResponse.BodyHandlers.ofString());
            if (page.statusCode() != 200) {
                throw new IOException("GET " + list + ": " + page.statusCode() + " " + page.body());
            }
            Matcher document = ours.matcher(page.body());
            while (document.find()) {
                found.add(document.group(1));
            }
            Matcher next = NEXT.matcher(page.body());
            if (!next.find()) {
                return found;
            }
            cursor = "&cursor=" + next.group(1);
        }
    }
}
