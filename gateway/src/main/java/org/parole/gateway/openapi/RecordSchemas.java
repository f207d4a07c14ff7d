package org.parole.gateway.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.parole.kit.openapi.RecordsInDocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The schemas that follow from a record's own: its patch, and each revision of its history with the state that it had. */
final class RecordSchemas {

    // What a state tells beside the fields that clients send, and what it leaves out: see each service's stateOf.
    private static final Map<String, Map<String, String>> ALSO_KEPT = Map.of("ReleaseReport",
            Map.of("dispute", "string", "release", "string", "telling", "string", "evidenceCheck", "EvidenceCheck"),
            "Quote", Map.of("occurrenceOf", "uuid", "verification", "KeptVerification"), "Document",
            Map.of("sha256", "string", "textLength", "integer", "textRevision", "integer"));
    private static final Map<String, List<String>> LEFT_OUT = Map.of("Document", List.of("text"));
    private static final String HISTORY = "/history";

    private final ObjectNode paths;
    private final ObjectNode schemas;

    private RecordSchemas(ObjectNode paths, ObjectNode schemas) {
        this.paths = paths;
        this.schemas = schemas;
    }

    static void complete(ObjectNode paths, ObjectNode schemas) {
        RecordSchemas all = new RecordSchemas(paths, schemas);
        schemas.putObject("KeptVerification").put("type", "object")
                .put("description", "How a quote stood in its document's text.")
                .set("properties", all.verification());
        ((ObjectNode) schemas.get("KeptVerification")).putArray("required").add("status").add("sha256");
        Json.operations(paths, (method, path, operation) -> {
            if (method.equals("patch")) {
                all.patch(path, operation);
            } else if (method.equals("get") && path.endsWith(HISTORY)) {
                all.history(path, operation);
            }
        });
    }

    private ObjectNode verification() {
        ObjectNode properties = schemas.objectNode();
        Json.refer(properties.putObject("status"), "AnchorStatus");
        properties.putObject("sha256").putArray("type").add("string").add("null");
        if (schemas.has("WordsStatus")) {
            Json.refer(properties.putObject("words"), "WordsStatus");
        }
        return properties;
    }

    /** What a POST takes of the records that stand at this path. */
    private String body(String path) {
        JsonNode create = paths.path(path.substring(0, path.lastIndexOf('/'))).path("post");
        return Json.nameIn(create.path("requestBody").path("content").path("application/json").path("schema"));
    }

    private void patch(String path, ObjectNode operation) {
        String body = body(path);
        if (body.isEmpty() || !schemas.has(body)) {
            return;
        }
        String name = body.replaceFirst("Body$", "") + "Patch";
        ObjectNode patch = schemas.putObject(name);
        patch.put("type", "object").put("description",
                "The members to change, as a JSON Merge Patch (RFC 7396): what is left out stays, null removes.");
        ObjectNode properties = patch.putObject("properties");
        List<String> required = Json.texts(schemas.path(body).path("required"));
        Json.members(schemas.path(body), (member, schema) -> {
            ObjectNode changed = properties.set(member, schema.deepCopy());
            if (!required.contains(member)) {
                Json.orNull((ObjectNode) changed.get(member));
            }
        });
        operation.path("requestBody").path("content")
                .forEach(media -> Json.refer(((ObjectNode) media).putObject("schema"), name));
    }

    private void history(String path, ObjectNode operation) {
        String record = path.substring(0, path.length() - HISTORY.length());
        String view = Json.nameIn(Json.answer(paths.path(record).path("get"), "200"));
        String body = body(record);
        if (view.isEmpty() || body.isEmpty() || !schemas.has("Revision")) {
            return;
        }
        ObjectNode revision = schemas.set(view + "Revision", schemas.get("Revision").deepCopy());
        revision = (ObjectNode) schemas.get(view + "Revision");
        revision.put("description", "One revision of the record: who changed what, when and why.");
        ((ObjectNode) revision.path("properties")).putObject("recordType").put("type", "string")
                .put("const", wordOf(view));
        Json.refer(((ObjectNode) revision.path("properties")).putObject("state"), view + "State")
                .put("description", "The record's fields as they stood then.");
        state(view, body);
        ObjectNode history = schemas.putObject(view + "History");
        history.put("type", "object").put("description", "All revisions of the record, the first one first.");
        ObjectNode items = history.putObject("properties").putObject("items");
        items.put("type", "array");
        Json.refer(items.putObject("items"), view + "Revision");
        history.putArray("required").add("items");
        Json.refer((ObjectNode) operation.path("responses").path("200").path("content").path("application/json")
                .path("schema"), view + "History");
    }

    private void state(String view, String body) {
        ObjectNode state = schemas.putObject(view + "State");
        state.put("type", "object").put("description", "The fields of the record as one of its revisions had them.");
        ObjectNode properties = state.putObject("properties");
        List<String> leftOut = LEFT_OUT.getOrDefault(view, List.of());
        List<String> always = new ArrayList<>(Json.texts(schemas.path(body).path("required")));
        always.removeAll(leftOut);
        Json.members(schemas.path(body), (member, schema) -> {
            if (!leftOut.contains(member)) {
                properties.set(member, schema.deepCopy());
            }
        });
        ALSO_KEPT.getOrDefault(view, Map.of()).entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(also -> kind(properties.putObject(also.getKey()), also.getValue()));
        ArrayNode required = state.putArray(RecordsInDocument.ALWAYS);
        always.forEach(required::add);
    }

    private void kind(ObjectNode member, String kind) {
        if (schemas.has(kind)) {
            Json.refer(member, kind);
        } else if (kind.equals("uuid")) {
            member.put("type", "string").put("format", kind);
        } else {
            member.put("type", kind);
        }
    }

    /** ReleaseReport is called release-report where record types are named. */
    private static String wordOf(String view) {
        return view.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    /** The kinds of record that have a history, as the feed of changes names them. */
    static List<String> recordTypes(ObjectNode paths, ObjectNode schemas) {
        List<String> types = new ArrayList<>();
        schemas.properties().forEach(schema -> {
            JsonNode type = schema.getValue().path("properties").path("recordType").path("const");
            if (schema.getKey().endsWith("Revision") && type.isTextual()) {
                types.add(type.asText());
            }
        });
        if (paths.has("/api/v1/quotes/{quote}/relations")) {
            types.add("relation");
        }
        types.sort(null);
        return types;
    }
}
