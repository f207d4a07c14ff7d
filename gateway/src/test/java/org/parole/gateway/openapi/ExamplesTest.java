package org.parole.gateway.openapi;

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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parole.gateway.real.RealServices;
import org.parole.gateway.testing.AnswerCheck;
import org.parole.gateway.testing.Sample;
import org.parole.gateway.testing.StubbedServices;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.openapi.RecordsInDocument;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Every operation of the served document is executed as it stands there, twice, against the real services with the sample: through
 * nothing but the document, as Swagger UI does it. Each answer must be one that the document promises, and a good one.
 */
@QuarkusTest
@TestProfile(ExamplesTest.OverServicesOfItsOwn.class)
class ExamplesTest {

    /** Databases of its own, since it retracts what it finds. */
    public static class OverServicesOfItsOwn implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PostgresTestResource.class, Map.of("database", "examples")),
                    new TestResourceEntry(RealServices.class, Map.of("databases", "examples_")));
        }
    }

    private static final ObjectMapper MAPPER = new ObjectMapper();
    // What is added comes before what needs it, and what is undone comes last, parts before wholes.
    private static final List<String> ORDER = List.of("post", "get", "put", "patch", "delete");
    private static final Set<String> MAY_BE_EMPTY = Set.of("listPossibleDuplicates",
            "listPossibleDuplicateReleaseReports",
            // A section of these is empty where nothing of its kind is found.
            "search", "getSpeakerRecord",
            // Nothing of the example is refused.
            "listRefusedLines");

    @TestHTTPResource
    URL gateway;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private record Operation(String method, String path) {
    }

    @BeforeEach
    void loadTheSample() throws IOException {
        assumeTrue(RealServices.areBuilt(), "Skipped: the services are not packaged");
        Sample.load();
    }

    private static JsonNode document() throws IOException {
        return MAPPER.readTree(given().get("/openapi.json").then().statusCode(200).extract().asByteArray());
    }

    private static List<Operation> operations(JsonNode document) {
        List<Operation> all = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(
                method -> all.add(new Operation(method, path.getKey()))));
        all.sort(Comparator.comparingInt((Operation operation) -> ORDER.indexOf(operation.method()))
                .thenComparingInt(operation -> (operation.method().equals("delete") ? -1 : 1)
                        * operation.path().split("/").length)
                .thenComparing(Operation::path));
        return all;
    }

    @Test
    void every_operation_can_be_executed_as_it_stands_twice() throws Exception {
        List<String> failures = new ArrayList<>();
        List<Operation> operations = operations(document());
        for (int round = 1; round <= 2; round++) {
            for (Operation operation : operations) {
                // As a page that is loaded anew: ids, ETags and names that must be new are those of now.
                String wrong = execute(document(), operation);
                if (wrong != null) {
                    failures.add("round " + round + ", " + operation.method() + " " + operation.path() + ": " + wrong);
                }
            }
        }
        assertThat(operations).hasSizeGreaterThan(80);
        assertThat(failures).isEmpty();
    }

    @Test
    void every_table_has_the_columns_of_the_codebook_and_rows() throws Exception {
        JsonNode document = document();
        List<String> failures = new ArrayList<>();
        int tables = 0;
        for (Operation operation : operations(document)) {
            JsonNode definition = document.path("paths").path(operation.path()).path(operation.method());
            if (definition.has(RecordsInDocument.COLUMNS)) {
                tables++;
                HttpRequest asked = request(operation, definition, "text/csv");
                HttpResponse<String> answer = client.send(asked,
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                List<String> lines = answer.body().lines().toList();
                String header = String.join(",", definition.path(RecordsInDocument.COLUMNS).findValuesAsText("name"));
                boolean empty = MAY_BE_EMPTY.contains(definition.path("operationId").asText());
                if (answer.statusCode() != 200 || !lines.get(0).replace("\"", "").equals(header)
                        || lines.size() < 2 && !empty) {
                    failures.add(asked.uri() + " " + answer.statusCode() + " " + lines.get(0));
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(tables).isGreaterThan(15);
    }

    private String execute(JsonNode document, Operation operation) throws IOException, InterruptedException {
        JsonNode definition = document.path("paths").path(operation.path()).path(operation.method());
        HttpResponse<byte[]> answer = client.send(request(operation, definition, accept(definition)),
                HttpResponse.BodyHandlers.ofByteArray());
        String shown = answer.request().uri() + " " + new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.statusCode() >= 300) {
            return answer.statusCode() + " " + shown;
        }
        String wrong = new AnswerCheck(document).of(definition, operation.method().toUpperCase(java.util.Locale.ROOT),
                answer);
        if (wrong != null) {
            return wrong + " " + shown;
        }
        String missing = missingHeader(document, definition, answer);
        if (missing != null) {
            return "the header " + missing + " is declared and not sent";
        }
        boolean list = shown.contains("\"items\":[]");
        return list && !MAY_BE_EMPTY.contains(definition.path("operationId").asText()) ? "empty: " + shown : null;
    }

    /** Headers that are not always sent say so by their nature: a place in a feed without replicas, a page in JSON. */
    private static String missingHeader(JsonNode document, JsonNode definition, HttpResponse<byte[]> answer) {
        Set<String> sometimes = Set.of("Recorded-Through", "Link", "Content-Disposition", "RateLimit",
                "RateLimit-Policy", "Access-Control-Allow-Origin");
        List<String> missing = new ArrayList<>();
        definition.path("responses").path(Integer.toString(answer.statusCode())).path("headers").fieldNames()
                .forEachRemaining(header -> {
                    if (!sometimes.contains(header) && answer.headers().firstValue(header).isEmpty()) {
                        missing.add(header);
                    }
                });
        return missing.isEmpty() ? null : missing.get(0);
    }

    private HttpRequest request(Operation operation, JsonNode definition, String accept) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(Duration.ofSeconds(30)).header("Authorization",
                "Bearer " + StubbedServices.BOOTSTRAP_KEY);
        for (JsonNode parameter : definition.path("parameters")) {
            if (parameter.has("example")) {
                String name = parameter.path("name").asText();
                JsonNode example = parameter.path("example");
                String value = encoded(example.isArray() ? example.path(0).asText() : example.asText());
                switch (parameter.path("in").asText()) {
                    case "path" -> path = path.replace("{" + name + "}", value);
                    case "header" -> request.header(name, example.asText());
                    default -> query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
                }
            }
        }
        JsonNode content = definition.path("requestBody").path("content");
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();
        for (Map.Entry<String, JsonNode> media : content.properties()) {
            request.header("Content-Type", media.getKey());
            JsonNode example = media.getValue().path("example");
            body = HttpRequest.BodyPublishers.ofString(example.isTextual() ? example.asText() : example.toString());
        }
        return request.uri(URI.create(gateway.toString().replaceFirst("/$", "") + path + query))
                .header("Accept", accept)
                .method(operation.method().toUpperCase(java.util.Locale.ROOT), body).build();
    }

    /** As Swagger UI does it: the first media type of the good answer, or that of the problems where it has none. */
    private static String accept(JsonNode definition) {
        for (String status : List.of("200", "201", "202")) {
            JsonNode content = definition.path("responses").path(status).path("content");
            if (content.has("text/event-stream")) {
                return "text/event-stream";
            }
            if (content.has("application/json")) {
                return "application/json";
            }
        }
        return "application/problem+json";
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
