package org.parole.gateway.openapi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.parole.gateway.passthrough.Destinations;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.openapi.RecordsInDocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Merges API documents as JSON: paths that are passed on, the schemas they need, and what holds for all operations. */
final class Specs {

    private static final Set<String> GAPS = Set.of("low", "best", "high", "reasons", "lowClaimants", "highClaimants");

    private static final String ROOT = "/api/v1/";

    private final ObjectNode whole;
    private final ObjectNode paths;
    private final ObjectNode schemas;
    private final Map<String, String> tags = new HashMap<>();

    Specs(ObjectNode gateway) {
        whole = gateway;
        SchemaNames.tidy(whole);
        paths = whole.withObjectProperty("paths");
        // Pages for people are no part of the API, whichever class they are in.
        Set<String> pages = new LinkedHashSet<>();
        paths.fieldNames().forEachRemaining(name -> {
            if (!name.startsWith(ROOT)) {
                pages.add(name);
            }
        });
        paths.remove(pages);
        schemas = whole.withObjectProperty("components").withObjectProperty("schemas");
        rememberTags(whole);
    }

    /** Takes over what of a service's document can be reached through the gateway. */
    void add(ServiceName service, ObjectNode spec) {
        SchemaNames.tidy(spec);
        ObjectNode renamed = withoutNameClashes(service, spec);
        rememberTags(renamed);
        renamed.path("paths").properties().forEach(path -> {
            if (Destinations.of(path.getKey()).filter(service::equals).isPresent()) {
                paths.set(path.getKey(), path.getValue());
            }
        });
        renamed.path("components").path("schemas").properties().forEach(schema -> {
            if (!schemas.has(schema.getKey())) {
                schemas.set(schema.getKey(), schema.getValue());
            }
        });
        keepIntakeSchemas(service, renamed);
    }

    /** The bodies between gateway and services are parts of the gateway's own intake. */
    private void keepIntakeSchemas(ServiceName service, ObjectNode spec) {
        JsonNode body = spec.path("paths").path("/internal/intakes/{id}").path("put").path("requestBody")
                .path("content")
                .path("application/json").path("schema");
        JsonNode properties = schemas.path(Json.nameIn(body)).path("properties");
        ObjectNode request = schemas.withObjectProperty("IntakeRequest");
        request.put("type", "object").put("description",
                "One document with its speakers, quotes and release reports. They refer to each other by labels.");
        if (service == ServiceName.QUOTES) {
            request.putArray("required").add("document");
        }
        ObjectNode merged = request.withObjectProperty("properties");
        properties.properties().forEach(property -> merged.set(property.getKey(), property.getValue()));
    }

    private ObjectNode withoutNameClashes(ServiceName service, ObjectNode spec) {
        JsonNode theirs = spec.path("components").path("schemas");
        Map<String, String> newNames = new HashMap<>();
        theirs.properties().forEach(schema -> {
            JsonNode ours = schemas.get(schema.getKey());
            if (ours != null && !ours.equals(schema.getValue())) {
                newNames.put(schema.getKey(),
                        schema.getKey() + (service == ServiceName.QUOTES ? "InQuotes" : "InTallies"));
            }
        });
        if (newNames.isEmpty()) {
            return spec;
        }
        ObjectNode copy = spec.deepCopy();
        ObjectNode renamed = copy.withObjectProperty("components").putObject("schemas");
        theirs.properties().forEach(
                schema -> renamed.set(newNames.getOrDefault(schema.getKey(), schema.getKey()),
                        schema.getValue().deepCopy()));
        Json.rename(copy, newNames);
        return copy;
    }

    private void rememberTags(ObjectNode spec) {
        spec.path("tags").forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag.path("description").asText()));
    }

    /** The whole document, with what holds for every operation. */
    ObjectNode finish(JsonNode intake) {
        Map<String, JsonNode> columns = takeColumns();
        IntakeSchemas.complete(schemas, intake);
        ViewSchemas.complete(schemas);
        ImportOperations.complete(paths);
        RecordSchemas.complete(paths, schemas);
        recordTypes();
        gaps();
        SentSchemas.complete(paths, schemas);
        Json.operations(paths, (method, path, operation) -> {
            Operations.complete(method, path, operation, paths, schemas);
            AnswerHeaders.complete(method, operation, schemas);
        });
        wholePatterns(whole);
        Operations.components(whole.withObjectProperty("components"));
        AnswerHeaders.components(whole.withObjectProperty("components"));
        tags();
        prune();
        Limits.complete(paths);
        Limits.complete(whole.path("components"));
        sort();
        Examples.complete(paths, schemas);
        columns.forEach((path, fields) -> ((ObjectNode) paths.path(path).path("get")).set(RecordsInDocument.COLUMNS,
                fields));
        about();
        return whole;
    }

    /** What columns mean is no schema of this document, and nothing that holds for schemas is to be done to it. */
    private Map<String, JsonNode> takeColumns() {
        Map<String, JsonNode> columns = new HashMap<>();
        Json.operations(paths, (method, path, operation) -> {
            if (operation.has(RecordsInDocument.COLUMNS)) {
                columns.put(path, operation.remove(RecordsInDocument.COLUMNS));
            }
        });
        return columns;
    }

    private void about() {
        whole.withObjectProperty("info").putObject("contact").put("name", "Parole contributors");
        whole.putArray("servers").addObject().put("url", "/").put("description",
                "The gateway that serves this document, be it local or in production").put("x-internal", false);
    }

    private void recordTypes() {
        if (schemas.path("Change").path("properties").path("recordType") instanceof ObjectNode type) {
            ArrayNode values = type.putArray("enum");
            RecordSchemas.recordTypes(paths, schemas).forEach(values::add);
        }
    }

    /** Bean Validation matches all of a value, JSON Schema any part of it; and defaults stand as text. */
    private static void wholePatterns(JsonNode node) {
        if (node instanceof ObjectNode object) {
            String pattern = object.path("pattern").isTextual() ? object.path("pattern").asText() : "^$";
            // What must not be blank has a character somewhere that is no space: that one is meant as it stands.
            if (!pattern.startsWith("^") && !pattern.equals("\\S")) {
                object.put("pattern", "^(?:" + pattern + ")$");
            }
            if (object.path("type").asText().equals("integer") && object.path("default").isTextual()) {
                object.put("default", object.path("default").asLong());
            }
            if (object.path("type").asText().equals("boolean") && object.path("default").isTextual()) {
                object.put("default", object.path("default").asBoolean());
            }
        }
        node.forEach(Specs::wholePatterns);
    }

    /** A series has null at the dates for which nobody stated a figure, and no reason where there is one. */
    private void gaps() {
        Json.members(schemas.path("Series"), (name, member) -> {
            if (GAPS.contains(name) && member.path("items") instanceof ObjectNode items) {
                Json.orNull(items);
            }
        });
    }

    private void tags() {
        Set<String> used = new LinkedHashSet<>();
        paths.forEach(path -> path.forEach(operation -> operation.path("tags").forEach(tag -> used.add(tag.asText()))));
        ArrayNode all = whole.putArray("tags");
        List<String> order = new ArrayList<>(Operations.TAGS);
        used.stream().filter(tag -> !order.contains(tag)).sorted().forEach(order::add);
        order.stream().filter(used::contains)
                .forEach(tag -> all.addObject().put("name", tag).put("description", tags.getOrDefault(tag, tag)));
    }

    private void prune() {
        Set<String> needed = new LinkedHashSet<>();
        Deque<JsonNode> left = new ArrayDeque<>();
        left.add(paths);
        left.add(whole.path("components").path("responses"));
        while (!left.isEmpty()) {
            JsonNode node = left.pop();
            String name = Json.nameIn(node);
            if (schemas.has(name) && needed.add(name)) {
                left.add(schemas.get(name));
            }
            node.forEach(left::add);
        }
        schemas.retain(needed);
    }

    private void sort() {
        sort(schemas);
        sort(paths);
    }

    private static void sort(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.sort(null);
        ObjectNode copy = object.deepCopy();
        object.removeAll();
        names.forEach(name -> object.set(name, copy.get(name)));
    }
}
