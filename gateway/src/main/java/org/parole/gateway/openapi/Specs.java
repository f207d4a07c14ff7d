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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Merges API documents as JSON: paths that are passed on, the schemas they need, and what holds for all operations. */
final class Specs {

    private static final String SCHEMA = "#/components/schemas/";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    // The last page has no next; a figure that nobody stated is null and not 0; where there is one, no reason is needed.
    private static final Set<String> NULL_WHERE_UNKNOWN = Set.of("next", "low", "best", "high", "reasons");

    private final ObjectNode whole;
    private final ObjectNode paths;
    private final ObjectNode schemas;
    private final Map<String, String> tags = new HashMap<>();

    Specs(ObjectNode gateway) {
        whole = gateway;
        paths = whole.withObjectProperty("paths");
        schemas = whole.withObjectProperty("components").withObjectProperty("schemas");
        rememberTags(whole);
    }

    /** Takes over what of a service's document can be reached through the gateway. */
    void add(ServiceName service, ObjectNode spec) {
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
        JsonNode properties = schemas.path(nameOf(body)).path("properties");
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
        rename(copy, newNames);
        return copy;
    }

    private static void rename(JsonNode node, Map<String, String> newNames) {
        if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
            String name = nameOf(object);
            object.put("$ref", SCHEMA + newNames.getOrDefault(name, name));
        }
        node.forEach(child -> rename(child, newNames));
    }

    private static String nameOf(JsonNode reference) {
        return reference.path("$ref").asText().replace(SCHEMA, "");
    }

    private void rememberTags(ObjectNode spec) {
        spec.path("tags").forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag.path("description").asText()));
    }

    /** The whole document, with what holds for every operation. */
    ObjectNode finish() {
        ViewSchemas.complete(schemas);
        nulls();
        anyJson();
        paths.properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> Operations.complete(operation.getKey(), path.getKey(),
                        (ObjectNode) operation.getValue(),
                        paths, schemas)));
        wholePatterns(whole);
        Operations.components(whole.withObjectProperty("components"));
        tags();
        prune();
        sort();
        whole.putArray("servers").addObject().put("url", "/").put("description", "This gateway");
        return whole;
    }

    /** The generator describes the class of a JSON tree; clients get the JSON. */
    private void anyJson() {
        if (schemas.has("JsonNode")) {
            schemas.putObject("JsonNode").put("type", "object").put("description", "In the form of the service.");
        }
    }

    /** Bean Validation matches all of a value, JSON Schema any part of it; and defaults of numbers stand as text. */
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
        }
        node.forEach(Specs::wholePatterns);
    }

    /** What is null where there is nothing: the generator does not see that null is written out. */
    private void nulls() {
        schemas.forEach(schema -> schema.path("properties").properties().stream()
                .filter(property -> NULL_WHERE_UNKNOWN.contains(property.getKey()))
                .map(Map.Entry::getValue).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast)
                .forEach(property -> orNull(property.path("items") instanceof ObjectNode items ? items : property)));
    }

    private static void orNull(ObjectNode schema) {
        if (schema.path("type").isTextual()) {
            String type = schema.path("type").asText();
            schema.putArray("type").add(type).add("null");
        }
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
            String name = nameOf(node);
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
