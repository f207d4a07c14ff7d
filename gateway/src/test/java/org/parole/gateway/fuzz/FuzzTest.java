package org.parole.gateway.fuzz;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parole.gateway.real.RealServices;
import org.parole.gateway.testing.AnswerCheck;
import org.parole.gateway.testing.Sample;
import org.parole.gateway.testing.StubbedServices;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Asks everything that the API document offers, of the real services, in all ways that a client may get it right or wrong: no
 * answer may be a 5xx, and each must be one that the document promises. {@code -Dparole.fuzz.seconds=300} for a long run,
 * {@code -Dparole.fuzz.seed=N} for the same one again.
 */
@QuarkusTest
@TestProfile(FuzzTest.OverServicesOfItsOwn.class)
class FuzzTest {

    /** Databases of its own, since it fills them with nonsense. */
    public static class OverServicesOfItsOwn implements QuarkusTestProfile {
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PostgresTestResource.class, Map.of("database", "fuzz")),
                    new TestResourceEntry(RealServices.class, Map.of("databases", "fuzz_")));
        }
    }

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @TestHTTPResource
    URL gateway;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    // A build asks the same each time; a long run asks anew.
    private final long seed = Long.getLong("parole.fuzz.seed",
            Integer.getInteger("parole.fuzz.seconds") == null ? 1 : System.currentTimeMillis());
    private final Random random = new Random(seed);
    private final Map<String, String> failures = new LinkedHashMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, String> etags = new LinkedHashMap<>();
    private List<String> keys;
    private JsonNode document;
    private Values values;
    private AnswerCheck check;

    private record Operation(String method, String path, JsonNode definition) {
    }

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(RealServices.areBuilt(), "Skipped: the services are not packaged");
        document = MAPPER.readTree(given().get("/openapi.json").asByteArray());
        values = new Values(document, random);
        check = new AnswerCheck(document);
        keys = new ArrayList<>();
        keys.add(null);
        for (String role : List.of("reader", "contributor", "editor")) {
            keys.add(given().header("Authorization", "Bearer " + StubbedServices.BOOTSTRAP_KEY)
                    .contentType("application/json")
                    .body("{\"name\":\"fuzz-" + role + "\",\"role\":\"" + role + "\"}").post("/api/v1/keys").then()
                    .statusCode(201).extract().path("secret"));
        }
        loadTheSample();
    }

    private void loadTheSample() throws IOException {
        Sample.load();
        for (String collection : List.of("parties", "agreements", "commitments", "outlets", "speakers", "documents",
                "quotes", "release-reports")) {
            values.see(collection,
                    MAPPER.readTree(given().get("/api/v1/" + collection + "?limit=200").asByteArray()));
        }
    }

    @Test
    void nothing_that_is_asked_gets_a_5xx_or_an_answer_that_is_not_promised() throws Exception {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> operations
                .add(new Operation(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        Duration time = Duration.ofSeconds(Integer.getInteger("parole.fuzz.seconds", 20));
        long end = System.nanoTime() + time.toNanos();
        int asked = 0;
        while (System.nanoTime() < end) {
            ask(values.any(operations));
            asked++;
        }
        System.out.println("Fuzzed with seed " + seed + ": " + asked + " requests in " + time.toSeconds()
                + " s, by status " + statuses);
        assertThat(failures.entrySet()).as("with -Dparole.fuzz.seed=" + seed).isEmpty();
        assertThat(statuses.keySet()).as("what was got right and wrong").contains(200, 201, 400, 401, 403, 404, 422);
    }

    private void ask(Operation operation) throws InterruptedException {
        String path = pathOf(operation);
        String uri = path + queryOf(operation);
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create(gateway.toString().replaceFirst("/$", "") + uri))
                .timeout(Duration.ofSeconds(30));
        String method = values.chance(0.02)
                ? values.any(METHODS)
                : operation.method().equals("GET") && values.chance(0.05) ? "HEAD" : operation.method();
        String body = bodyOf(operation);
        request.method(method, body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headersOf(operation, path, body, request);
        HttpResponse<byte[]> answer;
        try {
            answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            fail(operation, "no answer: " + e, method + " " + uri, body);
            return;
        }
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        boolean another = !method.equals(operation.method())
                && !(method.equals("HEAD") && operation.method().equals("GET"));
        if (another && answer.statusCode() < 500) {
            // Another operation, or none: only that it does not break counts.
            return;
        }
        String wrong = check.of(operation.definition(), method, answer);
        if (wrong != null) {
            fail(operation, wrong, method + " " + uri,
                    body + " -> " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        learn(operation, path, answer);
    }

    private void fail(Operation operation, String wrong, String line, String body) {
        String shown = String.valueOf(body);
        failures.putIfAbsent(operation.method() + " " + operation.path() + ": " + wrong,
                line + " " + shown.substring(0, Math.min(shown.length(), 1_500)));
    }

    private void learn(Operation operation, String path, HttpResponse<byte[]> answer) {
        answer.headers().firstValue("ETag").ifPresent(tag -> etags.put(path, tag));
        boolean record = operation.path().matches("/api/v1/[a-z-]+(/\\{[a-z]+})?");
        if (record && answer.statusCode() < 300 && AnswerCheck.type(answer).equals("application/json")) {
            try {
                values.see(operation.path().split("/")[3], MAPPER.readTree(answer.body()));
            } catch (IOException e) {
                // Said by the check.
            }
        }
    }

    private String pathOf(Operation operation) {
        String collection = operation.path().split("/")[3];
        StringBuilder path = new StringBuilder();
        for (String part : operation.path().substring(1).split("/")) {
            String value = part;
            if (part.startsWith("{")) {
                String of = Values.collectionOf(part.substring(1, part.length() - 1));
                String known = values.known(of == null ? collection : of);
                String asked = values.chance(0.05) ? values.nasty() : known;
                // Without anything in its place, the path is another one.
                value = URLEncoder.encode(asked.isEmpty() ? known : asked, StandardCharsets.UTF_8).replace("+", "%20");
            }
            path.append('/').append(value);
        }
        return path.toString();
    }

    private String queryOf(Operation operation) {
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.definition().path("parameters")) {
            String name = parameter.path("name").asText();
            boolean needed = parameter.path("required").asBoolean();
            if (parameter.path("in").asText().equals("query") && (needed ? !values.chance(0.05) : values.chance(0.2))) {
                JsonNode value = parameter.has("example") && values.chance(0.5)
                        ? parameter.path("example")
                        : values.of(name, parameter.path("schema"), 0);
                add(query, name, value.isValueNode() ? value.asText() : value.toString());
            }
        }
        if (values.chance(0.02)) {
            add(query, values.any(List.of("unheardOf", "Limit", "asof", "")), values.nasty());
        }
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? '?' : '&').append(URLEncoder.encode(name, StandardCharsets.UTF_8)).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private String bodyOf(Operation operation) {
        JsonNode content = operation.definition().path("requestBody").path("content");
        if (!content.properties().iterator().hasNext()) {
            return null;
        }
        if (values.chance(0.03)) {
            return values.any(List.of("", "{", "[]", "null", "\"a\"", "{\"a\":1,\"a\":2}", "[".repeat(2_000), "\u0000",
                    "{\"name\": tru", "\ufeff{}"));
        }
        JsonNode media = content.properties().iterator().next().getValue();
        if (operation.method().equals("PATCH")) {
            return patch(operation);
        }
        return values.object(media.path("schema"), 0).toString();
    }

    /** A part of what a new record of the same kind might have. */
    private String patch(Operation operation) {
        JsonNode create = document.path("paths").path(operation.path().replaceFirst("/\\{[a-z]+}$", "")).path("post")
                .path("requestBody").path("content").path("application/json").path("schema");
        ObjectNode whole = values.object(create, 0);
        List<String> names = new ArrayList<>();
        whole.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> {
            if (values.chance(0.7)) {
                whole.remove(name);
            } else if (values.chance(0.05)) {
                whole.putNull(name);
            }
        });
        return whole.toString();
    }

    private void headersOf(Operation operation, String path, String body, HttpRequest.Builder request) {
        String key = values.chance(0.6) ? keys.get(3) : values.any(keys);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        } else if (values.chance(0.1)) {
            request.header("Authorization", values.any(List.of("Bearer parole_x", "Basic YTpi", "Bearer a.b.c", "x")));
        }
        if (body != null) {
            String type = operation.definition().path("requestBody").path("content").properties().iterator().next()
                    .getKey();
            request.header("Content-Type", values.chance(0.03) ? "text/plain" : type);
        }
        for (JsonNode parameter : operation.definition().path("parameters")) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("header") && values.chance(0.9)) {
                if (name.equals("If-Match")) {
                    request.header(name, values.chance(0.9)
                            ? etags.getOrDefault(path, "\"none\"")
                            : values.any(List.of("*", "W/\"a\"", "a", "\"\"")));
                } else if (values.chance(0.3)) {
                    request.header(name, values.chance(0.5) ? "key-" + random.nextInt(20) : "k" + random.nextLong());
                }
            }
        }
        if (values.chance(0.15)) {
            request.header("Accept", values.any(List.of("text/csv", "application/x-ndjson", "application/ld+json",
                    "application/json", "*/*", "text/html", "x", "application/json;q=0.1, text/csv")));
        }
        if (operation.method().equals("GET") && values.chance(0.1)) {
            request.header("If-None-Match", etags.getOrDefault(path, "*"));
        }
    }
}
