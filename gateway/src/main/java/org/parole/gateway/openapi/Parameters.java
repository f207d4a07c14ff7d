package org.parole.gateway.openapi;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.ws.rs.core.MediaType;

import org.parole.kit.format.MediaTypes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the generator leaves out about parameters that mean the same everywhere. A parameter gets an example only where its value
 * works on the sample: Swagger UI sends the examples along.
 */
final class Parameters {

    private static final String SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$";
    private static final Map<String, String> IN_THE_SAMPLE = Map.of("parties", "taliban", "agreements",
            "us-taliban-2020", "commitments", "us-taliban-2020-taliban-prisoners", "tallies",
            "us-taliban-2020-taliban-prisoners", "dossiers", "us-taliban-2020", "exchanges",
            "afghanistan-november-2019");

    private static final Map<String, String> FORMATS = new TreeMap<>(Map.of(MediaType.APPLICATION_JSON, "json",
            MediaTypes.CSV, "csv", MediaTypes.NDJSON, "ndjson", MediaTypes.MARKDOWN, "md"));

    private Parameters() {
    }

    static void complete(String path, ObjectNode operation, ObjectNode schemas) {
        String[] parts = path.split("/");
        String collection = parts.length > 3 ? parts[3] : "";
        for (JsonNode node : operation.path("parameters")) {
            ObjectNode parameter = (ObjectNode) node;
            ObjectNode schema = parameter.withObjectProperty("schema");
            switch (parameter.path("name").asText()) {
                case "slug", "agreement", "commitment", "exchange", "party" -> slug(parameter, schema, collection);
                case "id", "quote" -> describe(parameter,
                        "The id of the record.");
                case "If-Match" -> {
                    describe(parameter, "The ETag of the record as it was last read.");
                    bounds(schema, 1, 255);
                }
                case "Idempotency-Key" -> {
                    describe(parameter, "Makes a retry safe: the same key and body get the first answer again.");
                    bounds(schema, 1, 255);
                }
                case "url" -> bounds(schema, 8, 2_000);
                default -> {
                    // Says enough by itself; a test finds what does not.
                }
            }
            example(parameter, resolved(schema, schemas));
        }
        format(operation);
    }

    /** The parameter that stands for the header Accept, where an answer comes in several formats and the operation has none itself. */
    private static void format(ObjectNode operation) {
        for (JsonNode known : operation.path("parameters")) {
            if (known.path("name").asText().equals("format")) {
                return;
            }
        }
        JsonNode content = operation.path("responses").path("200").path("content");
        ArrayNode formats = operation.arrayNode();
        FORMATS.forEach((type, format) -> {
            if (content.has(type)) {
                formats.add(format);
            }
        });
        if (formats.size() > 1) {
            ObjectNode parameter = operation.withArrayProperty("parameters").addObject();
            parameter.put("name", "format").put("in", "query").put("description",
                    "In which format to answer, instead of the header Accept; a browser then saves the answer as a file.");
            parameter.putObject("schema").put("type", "string").set("enum", formats);
        }
    }

    private static void slug(ObjectNode parameter, ObjectNode schema, String collection) {
        if (!parameter.path("in").asText().equals("path") && schema.has("$ref")) {
            return;
        }
        describe(parameter, "The slug of the record.");
        bounds(schema, 1, 100);
        if (!schema.has("pattern")) {
            schema.put("pattern", SLUG);
        }
        String known = IN_THE_SAMPLE.get(collection);
        if (parameter.path("in").asText().equals("path") && known != null && !parameter.has("example")) {
            parameter.put("example", known);
        }
    }

    private static void describe(ObjectNode parameter, String description) {
        if (parameter.path("description").asText("").isBlank()) {
            parameter.put("description", description);
        }
    }

    private static void bounds(ObjectNode schema, int least, int most) {
        if (!schema.has("$ref") && !schema.has("enum")) {
            if (!schema.has("minLength")) {
                schema.put("minLength", least);
            }
            if (!schema.has("maxLength")) {
                schema.put("maxLength", most);
            }
        }
    }

    /** Examples stand in annotations as text, whatever the type. */
    private static void example(ObjectNode parameter, JsonNode schema) {
        JsonNode example = parameter.path("example");
        if (!example.isTextual()) {
            return;
        }
        if (schema.path("type").asText().equals("array")) {
            ArrayNode list = parameter.putArray("example");
            list.add(example);
        } else if (schema.has("enum") && !schema.path("enum").toString().contains(example.toString())) {
            // The services take their words in lower case too.
            parameter.put("example", example.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private static JsonNode resolved(JsonNode schema, ObjectNode schemas) {
        JsonNode one = schema.has("allOf") ? schema.path("allOf").path(0) : schema;
        return one.has("$ref") ? schemas.path(one.path("$ref").asText().replaceFirst(".*/", "")) : one;
    }
}
