package org.parole.gateway.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

import org.parole.kit.openapi.RecordsInDocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gives the schemas of a service's document the names that a person would choose, and writes scalars where they are used. */
final class SchemaNames {

    private static final Map<String, String> SCALARS = Map.of("UUID", "uuid", "Instant", "date-time", "LocalDate",
            "date");

    private SchemaNames() {
    }

    static void tidy(ObjectNode document) {
        ObjectNode schemas = document.withObjectProperty("components").withObjectProperty("schemas");
        inline(document);
        schemas.remove(SCALARS.keySet());
        Map<String, String> names = new LinkedHashMap<>();
        schemas.properties().forEach(schema -> {
            String name = chosen(schema.getKey(), schema.getValue(), schemas);
            if (!name.equals(schema.getKey())) {
                names.put(schema.getKey(), name);
            }
        });
        ObjectNode old = schemas.deepCopy();
        schemas.removeAll();
        old.properties().forEach(schema -> {
            String name = names.getOrDefault(schema.getKey(), schema.getKey());
            if (schema.getValue() instanceof ObjectNode object) {
                object.remove(RecordsInDocument.NAME);
            }
            schemas.set(name, schema.getValue());
        });
        Json.rename(document, names);
    }

    /** Scalars are what they are, not records with names of their own; beside a reference, a type says nothing. */
    private static void inline(JsonNode document) {
        Json.objects(document, object -> {
            String format = SCALARS.get(Json.nameIn(object));
            if (format != null) {
                object.remove("$ref");
                object.put("type", "string").put("format", format);
            } else if (!Json.nameIn(object).isEmpty()) {
                object.remove("type");
            }
        });
    }

    private static String chosen(String name, JsonNode schema, ObjectNode schemas) {
        if (schema.has(RecordsInDocument.NAME)) {
            return schema.path(RecordsInDocument.NAME).asText();
        }
        String item = Json.nameIn(schema.path("properties").path("items").path("items"));
        if (name.startsWith("Page") && !item.isEmpty()) {
            // The gateway has a feed of its own over those of the services.
            if (item.equals("Change")) {
                return "ServiceChangePage";
            }
            // A page that tells more than its items has the better name.
            return item + (schemas.has(item + "Page") ? "List" : "Page");
        }
        return name;
    }
}
