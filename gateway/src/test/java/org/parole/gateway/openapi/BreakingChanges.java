package org.parole.gateway.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * What in a newer API document would break a client of an older one. In what clients send, nothing may be asked for or refused that
 * was not before; in what they get, nothing may be missing or of another kind.
 */
final class BreakingChanges {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final String NULL = "null";
    private static final List<String> UPPER = List.of("maxLength", "maximum", "maxItems");
    private static final List<String> LOWER = List.of("minLength", "minimum", "minItems");

    private final JsonNode before;
    private final JsonNode after;
    private final Set<String> found = new LinkedHashSet<>();
    // Schemas may refer to themselves.
    private final Set<String> compared = new HashSet<>();

    private BreakingChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** Each as a sentence. */
    static List<String> between(JsonNode before, JsonNode after) {
        BreakingChanges changes = new BreakingChanges(before, after);
        before.path("paths").properties().forEach(path -> METHODS.stream()
                .filter(method -> path.getValue().has(method))
                .forEach(method -> changes.operation(method + " " + path.getKey(), path.getValue().path(method),
                        after.path("paths").path(path.getKey()).path(method))));
        return new ArrayList<>(changes.found);
    }

    private void operation(String name, JsonNode old, JsonNode now) {
        if (now.isMissingNode()) {
            found.add(name + " is gone");
            return;
        }
        for (JsonNode parameter : old.path("parameters")) {
            JsonNode same = same(parameter, now);
            if (same.isMissingNode()) {
                found.add(name + ": the parameter " + parameter.path("name").asText() + " is gone");
            } else {
                sent(name + " " + parameter.path("name").asText(), parameter.path("schema"), same.path("schema"));
            }
        }
        for (JsonNode parameter : now.path("parameters")) {
            boolean neededBefore = same(parameter, old).path("required").asBoolean();
            if (parameter.path("required").asBoolean() && !neededBefore) {
                found.add(name + ": the parameter " + parameter.path("name").asText() + " is required now");
            }
        }
        body(name, old.path("requestBody"), now.path("requestBody"));
        old.path("responses").properties().stream().filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> response(name + " " + response.getKey(), response.getValue(),
                        now.path("responses").path(response.getKey())));
        if (old.path("security").isEmpty() && !now.path("security").isEmpty()) {
            found.add(name + " needs a key now");
        }
    }

    private static JsonNode same(JsonNode parameter, JsonNode operation) {
        for (JsonNode other : operation.path("parameters")) {
            if (other.path("name").equals(parameter.path("name")) && other.path("in").equals(parameter.path("in"))) {
                return other;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private void body(String name, JsonNode old, JsonNode now) {
        if (now.path("required").asBoolean() && !old.path("required").asBoolean()) {
            found.add(name + ": a body is required now");
        }
        old.path("content").properties().forEach(media -> {
            if (!now.path("content").has(media.getKey())) {
                found.add(name + ": " + media.getKey() + " is not taken any more");
            } else {
                sent(name, media.getValue().path("schema"), now.path("content").path(media.getKey()).path("schema"));
            }
        });
    }

    private void response(String name, JsonNode old, JsonNode now) {
        if (now.isMissingNode()) {
            found.add(name + " is not answered any more");
            return;
        }
        old.path("content").properties().forEach(media -> {
            if (!now.path("content").has(media.getKey())) {
                found.add(name + ": " + media.getKey() + " cannot be had any more");
            } else {
                got(name, media.getValue().path("schema"), now.path("content").path(media.getKey()).path("schema"));
            }
        });
    }

    /** What clients send: it may be taken more widely, not more narrowly. */
    private void sent(String name, JsonNode oldSchema, JsonNode newSchema) {
        JsonNode old = resolve(before, oldSchema);
        JsonNode now = resolve(after, newSchema);
        if (!compared.add("sent " + oldSchema + newSchema)) {
            return;
        }
        type(name, old, now);
        if (isNullable(before, oldSchema) && !isNullable(after, newSchema)) {
            found.add(name + ": null is not taken any more");
        }
        for (JsonNode value : old.path("enum")) {
            if (!value.isNull() && now.has("enum") && !contains(now.path("enum"), value)) {
                found.add(name + ": " + value.asText() + " is not taken any more");
            }
        }
        if (now.has("enum") && !old.has("enum")) {
            found.add(name + ": only certain values are taken now");
        }
        for (String bound : UPPER) {
            if (now.has(bound) && (!old.has(bound) || now.path(bound).asLong() < old.path(bound).asLong())) {
                found.add(name + ": " + bound + " is " + now.path(bound).asText() + " now");
            }
        }
        for (String bound : LOWER) {
            if (now.has(bound) && now.path(bound).asLong() > old.path(bound).asLong(0)) {
                found.add(name + ": " + bound + " is " + now.path(bound).asText() + " now");
            }
        }
        for (JsonNode required : now.path("required")) {
            if (!contains(old.path("required"), required)) {
                found.add(name + ": " + required.asText() + " is required now");
            }
        }
        old.path("properties").properties().forEach(property -> {
            if (!now.path("properties").has(property.getKey())) {
                found.add(name + ": " + property.getKey() + " is not taken any more");
            } else {
                sent(name + "/" + property.getKey(), property.getValue(),
                        now.path("properties").path(property.getKey()));
            }
        });
        if (old.has("items")) {
            sent(name + "/*", old.path("items"), now.path("items"));
        }
    }

    /** What clients get: nothing may be missing. */
    private void got(String name, JsonNode oldSchema, JsonNode newSchema) {
        JsonNode old = resolve(before, oldSchema);
        JsonNode now = resolve(after, newSchema);
        if (!compared.add("got " + oldSchema + newSchema)) {
            return;
        }
        type(name, old, now);
        if (isNullable(after, newSchema) && !isNullable(before, oldSchema)) {
            found.add(name + " may be null now");
        }
        for (JsonNode value : now.path("enum")) {
            if (!value.isNull() && old.has("enum") && !contains(old.path("enum"), value)) {
                found.add(name + ": " + value.asText() + " is new, and clients know all values");
            }
        }
        for (JsonNode required : old.path("required")) {
            if (!contains(now.path("required"), required)) {
                found.add(name + ": " + required.asText() + " may be missing now");
            }
        }
        old.path("properties").properties().forEach(property -> {
            if (!now.path("properties").has(property.getKey())) {
                found.add(name + ": " + property.getKey() + " is gone");
            } else {
                got(name + "/" + property.getKey(), property.getValue(),
                        now.path("properties").path(property.getKey()));
            }
        });
        if (old.has("items")) {
            got(name + "/*", old.path("items"), now.path("items"));
        }
    }

    private void type(String name, JsonNode old, JsonNode now) {
        Set<String> kinds = types(old);
        if (!kinds.isEmpty() && !kinds.equals(types(now))) {
            found.add(name + " is " + now.path("type") + " instead of " + old.path("type"));
        }
    }

    /** The types that a schema allows beside null. */
    private static Set<String> types(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        if (schema.path("type").isTextual()) {
            types.add(schema.path("type").asText());
        }
        schema.path("type").forEach(type -> types.add(type.asText()));
        types.remove(NULL);
        return types;
    }

    private static boolean isNullable(JsonNode document, JsonNode schema) {
        if (schema.has("$ref")) {
            return isNullable(document, document.at(schema.path("$ref").asText().substring(1)));
        }
        for (JsonNode choice : schema.path(schema.has("anyOf") ? "anyOf" : "oneOf")) {
            if (isNullable(document, choice)) {
                return true;
            }
        }
        return schema.path("type").asText().equals(NULL)
                || contains(schema.path("type"), JsonNodeFactory.instance.textNode(NULL));
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** The schema itself: behind references, behind allOf of one, and beside null where it may be that too. */
    private static JsonNode resolve(JsonNode document, JsonNode schema) {
        JsonNode now = schema.has("allOf") ? schema.path("allOf").path(0) : schema;
        List<JsonNode> choices = new ArrayList<>();
        now.path(now.has("anyOf") ? "anyOf" : "oneOf").forEach(choices::add);
        choices.removeIf(choice -> choice.path("type").asText().equals(NULL));
        if (choices.size() == 1) {
            now = choices.get(0);
        }
        while (now.has("$ref")) {
            now = document.at(now.path("$ref").asText().substring(1));
        }
        return now;
    }
}
