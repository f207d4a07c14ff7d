import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Opens pages in a headless Chromium without a cache and prints when the largest content is painted: {@code java Paint TIMES URL…}.
 * Each address may have a {@code %d}, which is replaced by a number that is another one each time.
 */
public final class Paint implements WebSocket.Listener {

    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final String MEASURE = "new Promise(done => new PerformanceObserver(list => { const all = list.getEntries();"
            + " const page = performance.getEntriesByType('navigation')[0]; done([all[all.length - 1].startTime,"
            + " page.responseStart, page.decodedBodySize, page.encodedBodySize, document.getElementsByTagName('*').length].join(';'));"
            + " }).observe({type: 'largest-contentful-paint', buffered: true}))";

    private final Map<Integer, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final StringBuilder partial = new StringBuilder();
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
    private WebSocket socket;
    private String session;

    /** Prints a row of a table for each page: medians, and the slowest paint. */
    public static void main(String[] arguments) throws Exception {
        Path profile = Files.createTempDirectory("paint");
        Process chromium = new ProcessBuilder(System.getenv().getOrDefault("CHROMIUM", "chromium"), "--headless",
                "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync",
                "--disable-component-update", "--window-size=1280,900", "--remote-debugging-port=0",
                "--user-data-dir=" + profile, "about:blank").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            Path port = profile.resolve("DevToolsActivePort");
            while (!Files.exists(port) || Files.readAllLines(port).size() < 2) {
                if (!chromium.isAlive()) {
                    throw new IllegalStateException("Chromium ended with " + chromium.exitValue());
                }
                Thread.sleep(50);
            }
            List<String> lines = Files.readAllLines(port);
            Paint paint = new Paint();
            paint.attach("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
            int times = Integer.parseInt(arguments[0]);
            int number = 10_000 + (int) (System.currentTimeMillis() % 80_000);
            for (String url : List.of(arguments).subList(1, arguments.length)) {
                double[][] all = new double[times][];
                for (int i = 0; i < times; i++) {
                    all[i] = paint.measure(url.replace("%d", Integer.toString(number++)));
                }
                System.out.printf(Locale.ROOT,
                        "| `%s` | %.0f ms | %.0f ms | %.0f ms | %.0f kB | %.0f kB | %.0f |%n",
                        URI.create(url.replace("%d", "0")).getPath() + (url.contains("%d") ? ", composed anew" : ""), median(all, 0), worst(all), median(all, 1),
                        median(all, 2) / 1000, median(all, 3) / 1000, median(all, 4));
            }
        } finally {
            chromium.destroy();
            chromium.waitFor();
            delete(profile);
        }
    }

    private static double median(double[][] all, int value) {
        double[] sorted = Arrays.stream(all).mapToDouble(one -> one[value]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double worst(double[][] all) {
        return Arrays.stream(all).mapToDouble(one -> one[0]).max().orElseThrow();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void attach(String address) throws Exception {
        socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(address), this).join();
        String target = value(send("Target.createTarget", "\"url\":\"about:blank\""), "targetId");
        session = value(send("Target.attachToTarget", "\"flatten\":true,\"targetId\":\"" + target + '"'), "sessionId");
        send("Page.enable", "");
        send("Network.enable", "");
        send("Network.setCacheDisabled", "\"cacheDisabled\":true");
    }

    private double[] measure(String url) throws Exception {
        loaded = new CompletableFuture<>();
        send("Page.navigate", "\"url\":\"" + url + '"');
        loaded.get(60, TimeUnit.SECONDS);
        String answer = value(send("Runtime.evaluate",
                "\"awaitPromise\":true,\"returnByValue\":true,\"expression\":\"" + MEASURE + '"'), "value");
        return Arrays.stream(answer.split(";")).mapToDouble(Double::parseDouble).toArray();
    }

    private static String value(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("There is no " + name + " in " + json);
        }
        return matcher.group(1);
    }

    private String send(String method, String parameters) throws Exception {
        int id = ids.incrementAndGet();
        CompletableFuture<String> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText("{\"id\":" + id + (session == null ? "" : ",\"sessionId\":\"" + session + '"') + ",\"method\":\""
                + method + "\",\"params\":{" + parameters + "}}", true).join();
        return answer.get(60, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String message = partial.toString();
            partial.setLength(0);
            Matcher id = ID.matcher(message);
            if (message.startsWith("{\"id\":") && id.find()) {
                waiting.remove(Integer.parseInt(id.group(1))).complete(message);
            } else if (message.contains("\"method\":\"Page.loadEventFired\"")) {
                loaded.complete(null);
            }
        }
        from.request(1);
        return null;
    }
}
