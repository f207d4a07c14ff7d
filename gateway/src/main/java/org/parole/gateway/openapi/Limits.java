package org.parole.gateway.openapi;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The bounds of what a document says nothing about. What clients send has bounds of its own, which Bean Validation enforces and the
 * generator writes down; what they get is bounded by what can be recorded, and nothing recorded is longer than a document's text.
 */
final class Limits {

    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_LIST = 1_000_000;

    private Limits() {
    }

    static void complete(JsonNode document) {
        Json.objects(document, schema -> {
            List<String> types = schema.path("type").isTextual()
                    ? List.of(schema.path("type").asText())
                    // A member may be called type.
                    : Json.texts(schema.path("type").isArray() ? schema.path("type") : schema.arrayNode());
            if (types.contains("string") && !schema.has("enum") && !schema.has("const") && !schema.has("maxLength")
                    && !schema.has("in")) {
                text(schema);
            }
            if (types.contains("array") && !schema.has("maxItems")) {
                schema.put("maxItems", LONGEST_LIST);
            }
            if (types.contains("integer")) {
                number(schema);
            }
        });
    }

    private static void text(ObjectNode schema) {
        switch (schema.path("format").asText()) {
            case "uuid" -> schema.put("maxLength", 36);
            case "date" -> schema.put("maxLength", 10);
            case "date-time" -> schema.put("maxLength", 40);
            default -> schema.put("maxLength", LONGEST_TEXT);
        }
    }

    private static void number(ObjectNode schema) {
        if (!schema.has("format")) {
            schema.put("format", "int32");
        }
        boolean large = schema.path("format").asText().equals("int64");
        // Whole numbers that every JSON parser reads exactly (RFC 8259, 6).
        if (!schema.has("minimum")) {
            schema.put("minimum", large ? -9_007_199_254_740_991L : Integer.MIN_VALUE);
        }
        if (!schema.has("maximum")) {
            schema.put("maximum", large ? 9_007_199_254_740_991L : Integer.MAX_VALUE);
        }
    }
}
