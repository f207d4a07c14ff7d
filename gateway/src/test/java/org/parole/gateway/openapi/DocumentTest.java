package org.parole.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.StubbedTest;
import org.parole.kit.problem.ProblemType;

import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

@QuarkusTest
class DocumentTest extends StubbedTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode served() throws IOException {
        return MAPPER.readTree(given().get("/openapi.json").then().statusCode(200).extract().asByteArray());
    }

    private record Operation(String method, String path, JsonNode definition) {
    }

    private static List<Operation> operations(JsonNode document) {
        List<Operation> all = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(
                operation -> all.add(new Operation(operation.getKey(), path.getKey(), operation.getValue()))));
        return all;
    }

    @Test
    void the_document_is_served_though_both_services_are_down() throws IOException {
        quotes.close();
        tallies.close();
        assertThat(served().path("openapi").asText()).startsWith("3.1");
    }

    @Test
    void the_committed_document_is_the_one_that_is_served() throws IOException {
        assertThat(served()).isEqualTo(MAPPER.readTree(Files.readAllBytes(Path.of("../docs/openapi/parole.json"))));
    }

    /** Each operation with the statuses of its answers and with what it needs. */
    private static List<String> shapes(JsonNode document) {
        return operations(document).stream().map(operation -> operation.method() + " " + operation.path() + " "
                + operation.definition().path("responses").properties().stream().map(Map.Entry::getKey).sorted()
                        .toList()
                + " " + operation.definition().path("security")).toList();
    }

    @Test
    void the_same_document_is_served_in_openapi_3_0() throws IOException {
        JsonNode older = MAPPER.readTree(given().get("/openapi-3.0.json").then().statusCode(200)
                .contentType("application/json").extract().asByteArray());
        JsonNode newest = served();
        assertThat(older.path("openapi").asText()).isEqualTo("3.0.3");
        assertThat(older.path("info")).isEqualTo(newest.path("info"));
        assertThat(shapes(older)).isEqualTo(shapes(newest)).hasSizeGreaterThan(80);
        JsonNode schemas = older.at("/components/schemas");
        assertThat(schemas.properties()).extracting(Map.Entry::getKey).containsExactlyInAnyOrderElementsOf(
                newest.at("/components/schemas").properties().stream().map(Map.Entry::getKey).toList());
        // What 3.0 does not know is said in its own way.
        assertThat(newest.at("/components/schemas/AgreementPage/properties/next/type").isArray()).isTrue();
        assertThat(schemas.at("/AgreementPage/properties/next/type").asText()).isEqualTo("string");
        assertThat(schemas.at("/AgreementPage/properties/next/nullable").asBoolean()).isTrue();
        assertThat(schemas.at("/QuoteRevision/properties/recordType/enum/0").asText()).isEqualTo("quote");
        assertThat(older.findValues("const")).isEmpty();
        // Swagger UI fills a parameter in with the example of its schema.
        assertThat(newest.at("/components/schemas/AsOf/examples")).isNotEmpty();
        assertThat(schemas.path("AsOf").has("example")).isFalse();
        assertThat(older.findValues("type")).noneMatch(JsonNode::isArray);
    }

    @Test
    void it_has_the_gateways_own_paths_and_those_that_are_passed_on_and_no_inner_ones() throws IOException {
        assertThat(operations(served())).extracting(Operation::path)
                .contains("/api/v1/dossiers/{agreement}", "/api/v1/intake",
                        "/api/v1/quotes", "/api/v1/quotes/{id}")
                .allMatch(path -> path.startsWith("/api/v1/"));
    }

    @Test
    void every_operation_says_what_it_does_who_may_do_it_and_how_it_can_fail() throws IOException {
        Set<String> ids = new HashSet<>();
        for (Operation operation : operations(served())) {
            JsonNode definition = operation.definition();
            String name = operation.method() + " " + operation.path();
            assertThat(definition.path("summary").asText()).as(name).isNotBlank();
            assertThat(definition.path("description").asText()).as(name).isNotBlank();
            assertThat(definition.path("tags")).as(name).hasSize(1);
            assertThat(ids.add(definition.path("operationId").asText())).as(name + " has an operationId of its own")
                    .isTrue();
            assertThat(definition.path("security").isArray()).as(name).isTrue();
            assertThat(definition.path("responses").path("503").path("$ref").asText()).as(name)
                    .isEqualTo("#/components/responses/Unavailable");
            if (!operation.method().equals("get")) {
                assertThat(definition.path("x-parole-role").asText()).as(name).isNotBlank();
                assertThat(definition.path("security")).as(name).isNotEmpty();
            }
        }
    }

    @Test
    void every_parameter_says_what_it_is_and_how_far_it_goes() throws IOException {
        JsonNode document = served();
        for (Operation operation : operations(document)) {
            for (JsonNode parameter : operation.definition().path("parameters")) {
                String name = operation.method() + " " + operation.path() + " " + parameter.path("name").asText();
                assertThat(parameter.path("description").asText()).as(name).isNotBlank();
                JsonNode schema = parameter.path("schema");
                schema = schema.has("allOf") ? schema.path("allOf").path(0) : schema;
                schema = schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
                if (schema.path("type").asText().equals("array")) {
                    // A list of labels: the request line bounds it.
                    continue;
                }
                List<String> bounds = new ArrayList<>();
                schema.fieldNames().forEachRemaining(bounds::add);
                bounds.retainAll(Set.of("enum", "maxLength", "pattern", "maximum", "format"));
                if (!schema.path("type").asText().equals("boolean")) {
                    assertThat(bounds).as(name).isNotEmpty();
                }
            }
        }
    }

    @Test
    void every_problem_type_has_an_example_that_says_its_status() throws IOException {
        JsonNode responses = served().path("components").path("responses");
        for (ProblemType type : ProblemType.values()) {
            if (type != ProblemType.METHOD_NOT_ALLOWED) {
                assertThat(responses.findValues("value")).as(type.name())
                        .anySatisfy(value -> {
                            assertThat(value.path("type").asText()).isEqualTo(type.uri().toString());
                            assertThat(value.path("status").asInt()).isEqualTo(type.status());
                        });
            }
        }
    }

    @Test
    void every_reference_leads_somewhere() throws IOException {
        JsonNode document = served();
        for (String reference : document.findValuesAsText("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
        }
    }
}
