package org.parole.gateway.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Small steps in API documents as JSON. */
final class Json {

    static final String SCHEMA = "#/components/schemas/";
    private static final String REF = "$ref";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private Json() {
    }

    /** Every operation of the document, with its method. */
    static void operations(ObjectNode paths, Visitor visitor) {
        paths.properties().forEach(path -> new ArrayList<>(path.getValue().properties()).stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> visitor.visit(operation.getKey(), path.getKey(),
                        (ObjectNode) operation.getValue())));
    }

    /** Gets each operation. */
    interface Visitor {

        /** Called with the method in lower case, the path and what the document says of the operation. */
        void visit(String method, String path, ObjectNode operation);
    }

    /** The name of the schema that is referred to; empty where none is. */
    static String nameIn(JsonNode reference) {
        String ref = reference.path(REF).asText();
        return ref.startsWith(SCHEMA) ? ref.substring(SCHEMA.length()) : "";
    }

    /** Refers to a schema, and says nothing else. */
    static ObjectNode refer(ObjectNode to, String name) {
        return to.put(REF, SCHEMA + name);
    }

    /** Every object within the node, itself included. */
    static void objects(JsonNode node, java.util.function.Consumer<ObjectNode> visitor) {
        if (node instanceof ObjectNode object) {
            visitor.accept(object);
        }
        List<JsonNode> children = new ArrayList<>();
        node.forEach(children::add);
        children.forEach(child -> objects(child, visitor));
    }

    /** Makes all references go by other names. */
    static void rename(JsonNode node, Map<String, String> names) {
        objects(node, object -> {
            String name = nameIn(object);
            if (names.containsKey(name)) {
                refer(object, names.get(name));
            }
        });
    }

    /** Allows null beside what the schema allows. */
    static void orNull(ObjectNode schema) {
        if (schema.has(REF)) {
            ArrayNode choices = schema.putArray("anyOf");
            choices.addObject().set(REF, schema.remove(REF));
            choices.addObject().put("type", "null");
            schema.remove("type");
        } else if (schema.path("type").isTextual()) {
            String type = schema.path("type").asText();
            schema.putArray("type").add(type).add("null");
            if (schema.path("enum") instanceof ArrayNode values) {
                values.addNull();
            }
        }
    }

    /** The members of a schema that are objects themselves, each with its name. */
    static void members(JsonNode schema, BiConsumer<String, ObjectNode> visitor) {
        new ArrayList<>(schema.path("properties").properties()).forEach(member -> {
            if (member.getValue() instanceof ObjectNode object) {
                visitor.accept(member.getKey(), object);
            }
        });
    }

    /** The texts of an array. */
    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** The schema of the JSON that an operation answers with a status. */
    static JsonNode answer(JsonNode operation, String status) {
        return operation.path("responses").path(status).path("content").path("application/json").path("schema");
    }
}
