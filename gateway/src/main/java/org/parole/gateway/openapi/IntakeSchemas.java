package org.parole.gateway.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The parts of an intake as the gateway takes them. The services' own bodies have no bounds, because they check each part as the record
 * that it becomes; so the bounds are those of the records, less what the labels stand for.
 */
final class IntakeSchemas {

    private static final String REQUEST = "IntakeRequest";
    // Where the record of an intake's part is not called as the part is.
    private static final Map<String, String> RECORDS = Map.of("IntakeReport", "ReleaseReportBody");
    // What must be given in any case, of what the record needs; the rest follows from labels, ids or the document.
    private static final Map<String, List<String>> NOT_NEEDED = Map.of("IntakeDocument",
            List.of("url", "title", "outletId", "publishedAt", "language", "outlet"), "IntakeOutlet",
            List.of("name", "kind"), "IntakeSpeaker", List.of("name", "kind"), "IntakeQuote",
            List.of("documentId", "speakerId"), "IntakeReport", List.of("publishedAt"));
    private static final Map<String, List<String>> NEEDED = Map.of("IntakeSpeaker", List.of("label"), "IntakeQuote",
            List.of("label", "speaker"), "IntakeReport", List.of("label"));

    private IntakeSchemas() {
    }

    /** Called when the schemas of both services are there. */
    static void complete(ObjectNode schemas, JsonNode example) {
        List<String> names = new ArrayList<>();
        schemas.fieldNames().forEachRemaining(names::add);
        names.stream().filter(name -> name.startsWith("Intake"))
                .forEach(name -> bounds(name, schemas));
        if (schemas.path("IntakeReport").path("properties") instanceof ObjectNode report) {
            labelled(schemas, report, "claimant", "IntakeClaimant", "speaker", "name",
                    "The label of a speaker of this intake, whose name and id are taken; or leave it out and give name.");
            labelled(schemas, report, "evidence", "IntakeEvidence", "quote", null,
                    "The label of a quote of this intake, whose id and kind are taken.");
        }
        ((ObjectNode) schemas.path(REQUEST)).putArray("examples").add(example);
    }

    private static void bounds(String name, ObjectNode schemas) {
        JsonNode record = schemas.path(RECORDS.getOrDefault(name, name.replaceFirst("^Intake", "") + "Body"));
        if (!(schemas.path(name).path("properties") instanceof ObjectNode properties) || !record.has("properties")) {
            return;
        }
        Json.members(record, (member, schema) -> {
            if (properties.has(member)) {
                properties.set(member, schema.deepCopy());
            }
        });
        if (properties.path("label") instanceof ObjectNode label) {
            label.put("minLength", 1).put("maxLength", 100);
            describe(label, "A name of your own, by which the rest of the intake and the answer refer to it.");
        }
        if (properties.path("speaker") instanceof ObjectNode speaker) {
            speaker.put("minLength", 1).put("maxLength", 100);
        }
        if (properties.path("speaksFor") instanceof ObjectNode organ) {
            organ.remove("format");
            organ.put("maxLength", 100).put("description", "The label of another speaker here, or a speaker's id.");
        }
        List<String> required = new ArrayList<>(NEEDED.getOrDefault(name, List.of()));
        Json.texts(record.path("required")).stream()
                .filter(member -> properties.has(member) && !required.contains(member)
                        && !NOT_NEEDED.getOrDefault(name, List.of()).contains(member))
                .forEach(required::add);
        ObjectNode schema = (ObjectNode) schemas.get(name);
        schema.remove("required");
        if (!required.isEmpty()) {
            ArrayNode all = schema.putArray("required");
            required.forEach(all::add);
        }
    }

    /** The same as the record's part, with a label in the place of an id, or beside it. */
    private static void labelled(ObjectNode schemas, ObjectNode report, String part, String name, String label,
            String notNeeded, String description) {
        String plain = Json.nameIn(report.path(part));
        if (plain.isEmpty()) {
            return;
        }
        ObjectNode schema = schemas.path(plain).deepCopy();
        schema.withObjectProperty("properties").putObject(label).put("type", "string").put("minLength", 1)
                .put("maxLength", 100).put("description", description);
        ArrayNode required = schema.putArray("required");
        Json.texts(schemas.path(plain).path("required")).stream().filter(member -> !member.equals(notNeeded))
                .forEach(required::add);
        if (required.isEmpty()) {
            schema.remove("required");
        }
        schemas.set(name, schema);
        Json.refer(report.putObject(part), name);
    }

    private static void describe(ObjectNode schema, String description) {
        if (!schema.has("description")) {
            schema.put("description", description);
        }
    }
}
