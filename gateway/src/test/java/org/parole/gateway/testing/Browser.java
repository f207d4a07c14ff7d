package org.parole.gateway.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
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

    /** Goes to a page. */
    public void open(String url) {
        send("Page.navigate", "url", url);
    }

    /** Evaluates an expression in the page; its value as JSON. */
    public JsonNode evaluate(String expression) {
        return send("Runtime.evaluate", "expression", expression, "returnByValue", true).path("result").path("value");
    }

    /** Waits until an expression is true. */
    public void until(String expression) {
        await(expression).atMost(PATIENCE).until(() -> evaluate(expression).asBoolean());
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
                + "field.dispatchEvent(new Event('change', {bubbles: true})); })()");
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
