package org.parole.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the gateway adds to the quote-service's description of imports: the formats of tables, and the mapping that they need. */
final class ImportOperations {

    private static final String TABLES = " Tables (csv, tsv, xlsx) need a mapping.";

    private ImportOperations() {
    }

    static void complete(ObjectNode paths) {
        JsonNode operation = paths.path("/api/v1/imports").path("post");
        if (!(operation.path("parameters") instanceof ArrayNode parameters)) {
            return;
        }
        for (JsonNode parameter : parameters) {
            if (parameter.path("name").asText().equals("format")) {
                ((ObjectNode) parameter).put("description", parameter.path("description").asText() + TABLES);
            }
        }
        ObjectNode mapping = parameters.addObject().put("name", "mapping").put("in", "query").put("description",
                "For csv, tsv and xlsx: the name of the saved mapping that says what the columns mean. POST /api/v1/imports/mappings/guess proposes one.");
        mapping.putObject("schema").put("type", "string").put("minLength", 1).put("maxLength", 100);
    }
}
