package org.parole.gateway.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A headless Chromium of this machine, driven over its debugging protocol: no download, no driver. */
public final class Browser implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String AXE = axe();

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final AtomicInteger loads = new AtomicInteger();
    private String session;

    private Browser(Path program) {
        try {
            profile = Files.createTempDirectory(Files.createDirectories(Path.of("target", "tmp")), "browser")
                    .toAbsolutePath();
            process = new ProcessBuilder(program.toString(), "--headless", "--no-sandbox", "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run", "--window-size=1280,1600", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync",
                    "--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            Path port = profile.resolve("DevToolsActivePort");
            await().atMost(PATIENCE).until(() -> Files.exists(port) && Files.readAllLines(port).size() == 2);
            List<String> lines = Files.readAllLines(port);
            socket = HttpClient.newHttpClient().newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)), new Listener()).join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String target = send("Target.createTarget", "url", "about:blank").path("targetId").asText();
        session = send("Target.attachToTarget", "targetId", target, "flatten", true).path("sessionId").asText();
        send("Page.enable");
        send("Runtime.enable");
        send("Log.enable");
    }

    /** Where Chromium is installed, if it is. */
    public static Optional<Path> program() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").map(Path::of)
                .filter(Files::isExecutable).findFirst();
    }

    /** Starts it with a profile that is thrown away. */
    public static Browser start() {
        return new Browser(program().orElseThrow());
    }

    /** Goes to a page, and waits until it is loaded. */
    public void open(String url) {
        awaitLoad(() -> send("Page.navigate", "url", url));
    }

    /** Clicks what leads to another page, and waits until that is loaded. */
    public void follow(String selector) {
        awaitLoad(() -> click(selector));
    }

    private void awaitLoad(Runnable going) {
        int before = loads.get();
        going.run();
        await("a page is loaded").atMost(PATIENCE).pollInterval(Duration.ofMillis(20))
                .until(() -> loads.get() > before);
    }

    /** Evaluates an expression in the page, which may be a promise; its value as JSON. */
    public JsonNode evaluate(String expression) {
        JsonNode answer = send("Runtime.evaluate", "expression", expression, "returnByValue", true, "awaitPromise",
                true);
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** What was wrong on the pages since the last time this was asked: errors of scripts, of the policy, of the network. */
    public List<String> errors() {
        List<String> all = List.copyOf(errors);
        errors.clear();
        return all;
    }

    /** Shows pages from now on as someone sees them who prefers light or dark. */
    public void prefer(String scheme) {
        send("Emulation.setEmulatedMedia", "features",
                List.of(Map.of("name", "prefers-color-scheme", "value", scheme)));
    }

    /** Makes the window so wide, in pixels. */
    public void resize(int width, int height) {
        send("Emulation.setDeviceMetricsOverride", "width", width, "height", height, "deviceScaleFactor", 1, "mobile",
                false);
    }

    /** Whether the scripts of pages run from now on. */
    public void scripts(boolean run) {
        send("Emulation.setScriptExecutionDisabled", "value", !run);
    }

    /** The cookies of all pages. */
    public List<JsonNode> cookies() {
        List<JsonNode> all = new ArrayList<>();
        send("Network.getAllCookies").path("cookies").forEach(all::add);
        return all;
    }

    /** Marks words of an element with the mouse, as a person does: pressed before them, moved, and let go after them. */
    public void mark(String selector, String words) {
        JsonNode ends = evaluate("(() => { const text = document.querySelector(" + quoted(selector)
                + ").firstChild; const start = text.data.indexOf(" + quoted(words) + ");"
                + "text.parentElement.scrollIntoView({block: 'center', behavior: 'instant'});"
                + "const at = (from, to, right) => { const range = document.createRange(); range.setStart(text, from);"
                + "range.setEnd(text, to); const box = range.getBoundingClientRect();"
                + "return {x: right ? box.right - 0.5 : box.left + 0.5, y: box.top + box.height / 2}; };"
                + "return [at(start, start + 1, false), at(start + " + words.length() + " - 1, start + "
                + words.length() + ", true)]; })()");
        mouse("mousePressed", ends.path(0));
        mouse("mouseMoved", ends.path(1));
        mouse("mouseReleased", ends.path(1));
    }

    private void mouse(String type, JsonNode at) {
        send("Input.dispatchMouseEvent", "type", type, "x", at.path("x").asDouble(), "y", at.path("y").asDouble(),
                "button", "left", "buttons", type.equals("mouseReleased") ? 0 : 1, "clickCount", 1);
    }

    /** What axe-core finds wrong with the page for people who cannot see, hear or point well (WCAG 2.2 AA and good practice). */
    public List<String> barriers() {
        return barriers("rules: {'target-size': {enabled: true}}");
    }

    /** The same of what depends on colours alone, for another scheme of a page that {@link #barriers()} has looked at. */
    public List<String> barriersOfColour() {
        return barriers("runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}");
    }

    private List<String> barriers(String which) {
        if (!evaluate("'axe' in window").asBoolean()) {
            evaluate(AXE + "; 0");
        }
        JsonNode found = evaluate("axe.run(document, {" + which + ", resultTypes: ['violations']}).then(result => "
                + "result.violations.map(rule => rule.id + ' x' + rule.nodes.length + ': ' + rule.nodes[0].target + ' ' + "
                + "rule.nodes[0].html))");
        List<String> all = new ArrayList<>();
        found.forEach(rule -> all.add(rule.asText()));
        return all;
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until an expression is true. */
    public void until(String expression) {
        await(expression).atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).ignoreExceptions()
                .until(() -> evaluate(expression).asBoolean());
    }

    /** Waits for an element, and clicks it. */
    public void click(String selector) {
        until("!!document.querySelector(" + quoted(selector) + ")");
        evaluate("document.querySelector(" + quoted(selector) + ").click()");
    }

    /** The text of an element that is there. */
    public String text(String selector) {
        until("!!document.querySelector(" + quoted(selector) + ")");
        return evaluate("document.querySelector(" + quoted(selector) + ").textContent").asText();
    }

    /** Keeps a picture of the page as PNG, with this element at its top. */
    public void picture(String selector, Path file) {
        until("!!document.querySelector(" + quoted(selector) + ")");
        evaluate("document.querySelector(" + quoted(selector) + ").scrollIntoView()");
        try {
            Files.write(file, Base64.getDecoder().decode(send("Page.captureScreenshot").path("data").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types into a field as a person would, so that the page's own code notices. */
    public void type(String selector, String text) {
        until("!!document.querySelector(" + quoted(selector) + ")");
        evaluate("(() => { const field = document.querySelector(" + quoted(selector) + ");"
                + "Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, "
                + quoted(text) + ");"
                + "field.dispatchEvent(new Event('input', {bubbles: true}));"
                + "field.dispatchEvent(new Event('change', {bubbles: true}));"
                // Fields that wait for a pause in typing take it when they are left.
                + "field.dispatchEvent(new Event('focusout', {bubbles: true})); })()");
    }

    private static String quoted(String text) {
        return MAPPER.getNodeFactory().textNode(text).toString();
    }

    private JsonNode send(String method, Object... parameters) {
        ObjectNode message = MAPPER.createObjectNode().put("id", ids.incrementAndGet()).put("method", method);
        if (session != null) {
            message.put("sessionId", session);
        }
        ObjectNode values = message.putObject("params");
        for (int i = 0; i < parameters.length; i += 2) {
            values.putPOJO((String) parameters[i], parameters[i + 1]);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(message.path("id").asInt(), answer);
        socket.sendText(message.toString(), true).join();
        JsonNode whole = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (whole.has("error")) {
            throw new IllegalStateException(method + ": " + whole.path("error"));
        }
        return whole.path("result");
    }

    private void happened(String event, JsonNode what) {
        switch (event) {
            case "Page.loadEventFired" -> loads.incrementAndGet();
            case "Runtime.exceptionThrown" -> errors.add(what.path("exceptionDetails").toString());
            case "Log.entryAdded" -> {
                if (what.path("entry").path("level").asText().equals("error")) {
                    errors.add(
                            what.path("entry").path("text").asText() + ' ' + what.path("entry").path("url").asText());
                }
            }
            case "Runtime.consoleAPICalled" -> {
                if (what.path("type").asText().equals("error")) {
                    errors.add(what.path("args").toString());
                }
            }
            default -> {
                // Nothing that a test asks for.
            }
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                String text = parts.toString();
                parts.setLength(0);
                try {
                    JsonNode message = MAPPER.readTree(text);
                    CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt(-1));
                    if (answer != null) {
                        answer.complete(message);
                    } else {
                        happened(message.path("method").asText(), message.path("params"));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            webSocket.request(1);
            return null;
        }
    }

    @Override
    public void close() {
        session = null;
        try {
            send("Browser.close");
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
