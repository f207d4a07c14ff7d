package org.parole.gateway.openapi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.parole.kit.openapi.RecordsInDocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes the schemas of answers say what is always there and what may be null, as {@link RecordsInDocument} has found it. A record that
 * is both sent and answered becomes two schemas, since much may be left out where it is sent; the one that is sent has Body behind
 * its name.
 */
final class SentSchemas {

    private static final String BODY = "Body";

    private final ObjectNode paths;
    private final ObjectNode schemas;

    private SentSchemas(ObjectNode paths, ObjectNode schemas) {
        this.paths = paths;
        this.schemas = schemas;
    }

    static void complete(ObjectNode paths, ObjectNode schemas) {
        SentSchemas all = new SentSchemas(paths, schemas);
        all.split();
        Set<String> answered = all.reachable(all.answers());
        answered.forEach(name -> tellTheTruth((ObjectNode) schemas.get(name)));
        schemas.forEach(schema -> {
            if (schema instanceof ObjectNode object) {
                object.remove(List.of(RecordsInDocument.ALWAYS, RecordsInDocument.NULL));
            }
        });
    }

    private List<JsonNode> answers() {
        List<JsonNode> answers = new ArrayList<>();
        Json.operations(paths, (method, path, operation) -> answers.add(operation.path("responses")));
        // Problems are referred to by all operations, later.
        answers.add(Json.refer(schemas.objectNode(), "Problem"));
        return answers;
    }

    private List<JsonNode> bodies() {
        List<JsonNode> bodies = new ArrayList<>();
        Json.operations(paths, (method, path, operation) -> bodies.add(operation.path("requestBody")));
        return bodies;
    }

    private Set<String> reachable(List<JsonNode> from) {
        Set<String> names = new LinkedHashSet<>();
        Deque<JsonNode> left = new ArrayDeque<>(from);
        while (!left.isEmpty()) {
            JsonNode node = left.pop();
            String name = Json.nameIn(node);
            if (schemas.has(name) && names.add(name)) {
                left.add(schemas.get(name));
            }
            node.forEach(left::add);
        }
        return names;
    }

    private void split() {
        Set<String> sent = reachable(bodies());
        Set<String> answered = reachable(answers());
        Set<String> both = new LinkedHashSet<>(sent);
        both.retainAll(answered);
        both.removeIf(name -> !schemas.path(name).has("properties"));
        Map<String, String> sentNames = new HashMap<>();
        Map<String, String> answeredNames = new HashMap<>();
        for (String name : both) {
            if (name.endsWith(BODY)) {
                answeredNames.put(name, "Kept" + name.substring(0, name.length() - BODY.length()));
            } else {
                sentNames.put(name, name + BODY);
            }
        }
        Set<String> copies = new LinkedHashSet<>();
        sentNames.forEach((name, copy) -> copies.add(copy(name, copy)));
        answeredNames.forEach((name, copy) -> copy(name, copy));
        sent.stream().filter(name -> !sentNames.containsKey(name))
                .forEach(name -> Json.rename(schemas.get(name), sentNames));
        copies.forEach(copy -> Json.rename(schemas.get(copy), sentNames));
        bodies().forEach(body -> Json.rename(body, sentNames));
        answered.stream().filter(name -> !answeredNames.containsKey(name))
                .forEach(name -> Json.rename(schemas.get(name), answeredNames));
        answeredNames.values().forEach(copy -> Json.rename(schemas.get(copy), answeredNames));
        answers().forEach(answer -> Json.rename(answer, answeredNames));
    }

    private String copy(String name, String copy) {
        schemas.set(copy, schemas.get(name).deepCopy());
        return copy;
    }

    private static void tellTheTruth(ObjectNode schema) {
        if (!schema.has(RecordsInDocument.ALWAYS)) {
            return;
        }
        ArrayNode required = schema.putArray("required");
        List<String> always = Json.texts(schema.path(RecordsInDocument.ALWAYS));
        Json.members(schema, (name, member) -> {
            if (always.contains(name)) {
                required.add(name);
            }
        });
        if (required.isEmpty()) {
            schema.remove("required");
        }
        List<String> nullable = Json.texts(schema.path(RecordsInDocument.NULL));
        Json.members(schema, (name, member) -> {
            if (nullable.contains(name)) {
                Json.orNull(member);
            }
        });
    }
}
