package org.parole.gateway.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes values of a schema at random, mostly such as fit, with ids of records that were seen. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;
    // Texts that have broken parsers, queries and logs before.
    private static final List<String> NASTY = List.of("", " ", "\0", "a\0b", "\ud800",
            "\u202e\u0645\u0631\u062d\u0628\u0627",
            "'; DROP TABLE quote; --", "%00", "%", "_", "\\", "\"", "<script>alert(1)</script>", "../../etc/passwd",
            "NaN", "null", "true", "-1", "0", "99999999999999999999", "1e400", "2020-02-30", "2020-13-01T00:00:00Z",
            "0000-00-00", "9999999-01-01", "-0001", "\u00e9\u0301\ud83d\ude00".repeat(3), "\r\nX-Injected: 1",
            "${jndi:x}",
            "(((((", "a & | !", "* OR *", "\"unclosed phrase", "x".repeat(300), "\u0130\u0131\ufb03", "+".repeat(50));

    private final JsonNode components;
    private final Random random;
    private final Map<String, List<String>> seen = new HashMap<>();

    Values(JsonNode document, Random random) {
        this.components = document.path("components").path("schemas");
        this.random = random;
    }

    /** Remembers the ids and slugs in an answer, by the collection that they belong to. */
    void see(String collection, JsonNode answer) {
        JsonNode items = answer.has("items") ? answer.path("items") : JSON.arrayNode().add(answer);
        for (JsonNode item : items) {
            for (String name : List.of("id", "slug")) {
                if (item.path(name).isTextual()) {
                    List<String> known = seen.computeIfAbsent(collection, unknown -> new ArrayList<>());
                    if (known.size() > 200) {
                        known.remove(random.nextInt(known.size()));
                    }
                    known.add(item.path(name).asText());
                }
            }
        }
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String nasty() {
        return any(NASTY);
    }

    /** An id or slug of something in this collection, if any was seen. */
    String known(String collection) {
        List<String> known = seen.getOrDefault(collection, List.of());
        return known.isEmpty() || chance(0.05) ? new UUID(random.nextLong(), random.nextLong()).toString() : any(known);
    }

    /** The collection to which a field or parameter of this name refers; null for none. */
    static String collectionOf(String name) {
        return switch (name) {
            case "documentId", "document" -> "documents";
            case "outletId", "outlet" -> "outlets";
            case "speakerId", "speaker", "speaksFor", "into", "other" -> "speakers";
            case "quoteId", "quote", "occurrenceOf" -> "quotes";
            case "agreement", "agreements" -> "agreements";
            case "commitment", "supersedes" -> "commitments";
            case "party", "parties", "aboutParty", "releasingParty", "receivingParty", "signatories", "boundParties" ->
                "parties";
            default -> null;
        };
    }

    /** A value for a field or parameter of this name. */
    JsonNode of(String name, JsonNode schema, int depth) {
        if (chance(0.02)) {
            return wrong();
        }
        JsonNode resolved = resolve(schema);
        JsonNode type = resolved.path("type");
        String kind = type.isArray() ? type.path(0).asText() : type.asText("");
        String collection = collectionOf(name);
        if (collection != null && kind.equals("string") && chance(0.9)) {
            return JSON.textNode(known(collection));
        }
        JsonNode examples = resolved.has("examples") ? resolved.path("examples").path(0) : resolved.path("example");
        if (!examples.isMissingNode() && chance(0.6)) {
            return examples;
        }
        if (resolved.has("enum")) {
            return resolved.path("enum").path(random.nextInt(resolved.path("enum").size()));
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (resolved.has(choice)) {
                JsonNode choices = resolved.path(choice);
                return of(name, choices.path(random.nextInt(choices.size())), depth);
            }
        }
        return switch (kind) {
            case "integer", "number" -> JSON.numberNode(number(resolved));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "array" -> array(name, resolved, depth);
            case "object" -> object(resolved, depth);
            default -> JSON.textNode(text(resolved));
        };
    }

    private long number(JsonNode schema) {
        long least = schema.path("minimum").asLong(-3);
        long most = schema.path("maximum").asLong(least + 10_000);
        return chance(0.1)
                ? any(List.of(-1L, 0L, (long) Integer.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE))
                : least + (long) (random.nextDouble() * (most - least + 1));
    }

    private String text(JsonNode schema) {
        if (chance(0.1)) {
            return nasty();
        }
        return switch (schema.path("format").asText("")) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date" -> date();
            case "date-time" -> date() + "T0" + random.nextInt(10) + ":00:00Z";
            case "uri" -> "https://www.example.org/" + Long.toHexString(random.nextLong());
            default -> schema.has("pattern") && schema.path("pattern").asText().startsWith("[a-z0-9]+")
                    ? "slug-" + random.nextInt(1_000)
                    : any(List.of("talks", "prisoners", "said", "Kabul", "en", "2020", "2020-04", date(), "released"))
                            + (chance(0.3) ? " " + random.nextInt(1_000) : "");
        };
    }

    private String date() {
        return "20" + (10 + random.nextInt(20)) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
    }

    private ArrayNode array(String name, JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = depth > DEEPEST ? 0 : Math.max(schema.path("minItems").asInt(0), random.nextInt(3));
        for (int i = 0; i < size; i++) {
            array.add(of(name, schema.path("items"), depth + 1));
        }
        return array;
    }

    ObjectNode object(JsonNode schema, int depth) {
        JsonNode resolved = resolve(schema);
        ObjectNode object = JSON.objectNode();
        List<String> required = new ArrayList<>();
        resolved.path("required").forEach(name -> required.add(name.asText()));
        resolved.path("properties").properties().forEach(property -> {
            boolean needed = required.contains(property.getKey());
            if (needed ? !chance(0.03) : depth <= DEEPEST && chance(0.4)) {
                object.set(property.getKey(), of(property.getKey(), property.getValue(), depth + 1));
            }
        });
        if (chance(0.02)) {
            object.put("unheardOf", 1);
        }
        return object;
    }

    /** Something that probably does not fit. */
    JsonNode wrong() {
        return switch (random.nextInt(7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(random.nextLong());
            case 2 -> JSON.numberNode(random.nextDouble() * 1e300);
            case 3 -> JSON.arrayNode().add(JSON.arrayNode());
            case 4 -> JSON.objectNode().put("a", "b");
            case 5 -> JSON.booleanNode(true);
            default -> JSON.textNode(nasty());
        };
    }

    /** The schema itself, references and allOf followed. */
    private JsonNode resolve(JsonNode schema) {
        JsonNode now = schema;
        while (now.has("$ref")) {
            now = components.path(now.path("$ref").asText().replace("#/components/schemas/", ""));
        }
        if (!now.has("allOf")) {
            return now;
        }
        ObjectNode merged = JSON.objectNode();
        for (JsonNode part : now.path("allOf")) {
            merged.setAll((ObjectNode) resolve(part).deepCopy());
        }
        return merged;
    }
}
