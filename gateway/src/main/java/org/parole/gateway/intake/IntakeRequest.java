package org.parole.gateway.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.parole.kit.id.Uuid7;
import org.parole.kit.json.Strings;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.NearestName;
import org.parole.kit.problem.ProblemException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The body of an intake: checked as far as it concerns both services, and split into what each of them gets. What concerns
 * only one of them, that one checks.
 */
final class IntakeRequest {

    private static final List<String> FIELDS = List.of("document", "speakers", "quotes", "exchanges", "commitments",
            "releaseReports", "dataset", "licence");
    private static final int MOST_PER_LIST = 500;
    private static final int LONGEST_LABEL = 100;

    private final ObjectNode document;
    private final ArrayNode speakers;
    private final ArrayNode quotes;
    private final ArrayNode exchanges;
    private final ArrayNode commitments;
    private final ArrayNode releaseReports;
    /** Data set and licence, as the client gave them; empty for none. */
    private final ObjectNode origin = JsonNodeFactory.instance.objectNode();
    private final Map<String, JsonNode> speakersByLabel = new LinkedHashMap<>();
    private final Map<String, JsonNode> quotesByLabel = new LinkedHashMap<>();

    /** The same place in the client's body, for places in the tally-service's body that differ. */
    private final Map<String, String> clientPointers = new HashMap<>();

    private final List<FieldError> errors = new ArrayList<>();

    private IntakeRequest(ObjectNode document, JsonNode body, List<FieldError> errors) {
        this.document = document;
        this.speakers = list(body, "speakers", errors);
        this.quotes = list(body, "quotes", errors);
        this.exchanges = list(body, "exchanges", errors);
        this.commitments = list(body, "commitments", errors);
        this.releaseReports = list(body, "releaseReports", errors);
        for (String member : List.of("dataset", "licence")) {
            if (body.hasNonNull(member)) {
                origin.set(member, body.path(member));
            }
        }
    }

    /** What no service could keep; a tree of JSON is not checked while it is read. */
    private static void strings(JsonNode node, String pointer, List<FieldError> errors) {
        if (node.isTextual()) {
            String defect = Strings.defectOf(node.asText());
            if (defect != null) {
                errors.add(new FieldError(pointer, defect));
            }
        } else if (node.isObject()) {
            node.properties()
                    .forEach(field -> strings(field.getValue(), pointer + "/" + escape(field.getKey()), errors));
        } else {
            for (int i = 0; i < node.size(); i++) {
                strings(node.get(i), pointer + "/" + i, errors);
            }
        }
    }

    /** Takes a body apart, and keeps every defect that can be seen here; 422 where it is no object. */
    static IntakeRequest of(JsonNode body) {
        if (body == null || !body.isObject()) {
            throw ProblemException.invalidBody("",
                    "must be an object with document, speakers, quotes, exchanges, commitments and releaseReports");
        }
        List<FieldError> errors = new ArrayList<>();
        body.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                errors.add(new FieldError("/" + escape(name), NearestName.sentence("field", name, FIELDS)));
            }
        });
        strings(body, "", errors);
        JsonNode document = body.path("document");
        if (!document.isObject()) {
            errors.add(new FieldError("/document",
                    document.isMissingNode() ? "must be given" : "must be an object"));
        }
        IntakeRequest request = new IntakeRequest(document.isObject() ? (ObjectNode) document : null, body, errors);
        label(request.speakers, "speakers", request.speakersByLabel, errors);
        label(request.quotes, "quotes", request.quotesByLabel, errors);
        label(request.exchanges, "exchanges", new HashMap<>(), errors);
        label(request.commitments, "commitments", new HashMap<>(), errors);
        label(request.releaseReports, "releaseReports", new HashMap<>(), errors);
        request.checkReferences(errors);
        request.errors.addAll(errors);
        return request;
    }

    private static ArrayNode list(JsonNode body, String name, List<FieldError> errors) {
        JsonNode list = body.path(name);
        if (list instanceof ArrayNode array) {
            if (array.size() > MOST_PER_LIST) {
                errors.add(new FieldError("/" + name,
                        "must have at most " + MOST_PER_LIST + " items; it has " + array.size()));
            }
            return array;
        }
        if (!list.isMissingNode()) {
            errors.add(new FieldError("/" + name, "must be an array"));
        }
        return JsonNodeFactory.instance.arrayNode();
    }

    private static void label(ArrayNode list, String name, Map<String, JsonNode> byLabel, List<FieldError> errors) {
        for (int i = 0; i < list.size(); i++) {
            String pointer = "/" + name + "/" + i;
            JsonNode label = list.get(i).path("label");
            if (!list.get(i).isObject()) {
                errors.add(new FieldError(pointer, "must be an object"));
            } else if (!label.isTextual() || label.asText().isBlank() || label.asText().length() > LONGEST_LABEL) {
                errors.add(new FieldError(pointer + "/label", "must be a label of 1 to " + LONGEST_LABEL
                        + " characters, by which other records of the intake refer to this one"));
            } else if (byLabel.put(label.asText(), list.get(i)) != null) {
                errors.add(new FieldError(pointer + "/label",
                        "must be unique; another item has the label '" + label.asText() + "'"));
            }
        }
    }

    private void checkReferences(List<FieldError> errors) {
        for (int i = 0; i < releaseReports.size(); i++) {
            String pointer = "/releaseReports/" + i;
            checkReference(releaseReports.get(i), pointer, "evidence", "quote", "quoteId", quotesByLabel.keySet(),
                    errors);
            checkReference(releaseReports.get(i), pointer, "claimant", "speaker", "speakerId", speakersByLabel.keySet(),
                    errors);
        }
    }

    private static void checkReference(JsonNode report, String pointer, String object, String byLabel, String byId,
            Collection<String> labels, List<FieldError> errors) {
        JsonNode label = report.path(object).path(byLabel);
        String where = pointer + "/" + object + "/" + byLabel;
        if (label.isMissingNode()) {
            return;
        }
        if (report.path(object).has(byId)) {
            errors.add(new FieldError(where, "must not be given together with " + byId));
        } else if (!label.isTextual() || !labels.contains(label.asText())) {
            errors.add(new FieldError(where, labels.isEmpty()
                    ? "must be the label of a " + byLabel + " of this intake"
                    : "must be the label of a " + byLabel + " of this intake: " + String.join(", ", labels)));
        }
    }

    /** What is wrong with it as far as that can be seen here. */
    List<FieldError> errors() {
        return errors;
    }

    /** Ids for all labels, where the quote-service has given none since it found something wrong. */
    IntakeResult imagined() {
        return new IntakeResult(Uuid7.next(), null, imagined(speakersByLabel.keySet()),
                quotesByLabel.keySet().stream()
                        .map(label -> new IntakeResult.LabelledQuote(label, Uuid7.next(), null)).toList(),
                List.of(), List.of(), List.of());
    }

    private static List<IntakeResult.Labelled> imagined(Collection<String> labels) {
        return labels.stream().map(label -> new IntakeResult.Labelled(label, Uuid7.next())).toList();
    }

    /** Whether the tally-service takes part. */
    boolean concernsTallies() {
        return !releaseReports.isEmpty() || !exchanges.isEmpty() || !commitments.isEmpty();
    }

    /**
     * What the quote-service prepares.
     *
     * @param reuseDocument whether the document may be recorded already; without a key, a repeated intake would record its
     *                      quotes and reports twice
     */
    ObjectNode forQuotes(boolean reuseDocument) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("document", document == null ? JsonNodeFactory.instance.objectNode() : document);
        body.set("speakers", speakers);
        body.set("quotes", quotes);
        body.setAll(origin);
        if (reuseDocument) {
            body.put("reuseDocument", true);
        }
        return body;
    }

    /** The document that is there already, when the intake names one. */
    String existingDocument() {
        return document == null ? null : text(document, "id");
    }

    /** The outlet that is there already, when the intake's new document names one. */
    String existingOutlet() {
        return document == null ? null : text(document.path("outlet"), "id");
    }

    /** Whether a report leaves something to be taken from the document. */
    boolean reportsNeedTheDocument() {
        for (JsonNode report : releaseReports) {
            if (!report.has("publishedAt") || !report.has("outlet") || !report.path("evidence").has("documentUrl")) {
                return true;
            }
        }
        return false;
    }

    /** The document as the request describes it. */
    PublishedDocument describedDocument(String outletName) {
        JsonNode known = document == null ? JsonNodeFactory.instance.objectNode() : document;
        return new PublishedDocument(text(known, "url"), text(known, "publishedAt"),
                outletName != null ? outletName : text(known.path("outlet"), "name"));
    }

    /** What a report takes from the document it stands in. */
    record PublishedDocument(String url, String publishedAt, String outlet) {
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : null;
    }

    /** What the tally-service prepares: labels replaced by the ids that the quote-service gave, gaps filled from the document. */
    ObjectNode forTallies(IntakeResult prepared, PublishedDocument published) {
        Map<String, UUID> quoteIds = new HashMap<>();
        prepared.quotes().forEach(entry -> quoteIds.put(entry.label(), entry.id()));
        Map<String, UUID> speakerIds = new HashMap<>();
        prepared.speakers().forEach(entry -> speakerIds.put(entry.label(), entry.id()));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        // Their labels are the tally-service's to resolve: they stand for slugs that are known already.
        body.set("exchanges", exchanges);
        body.set("commitments", commitments);
        body.setAll(origin);
        ArrayNode reports = body.putArray("releaseReports");
        for (int i = 0; i < releaseReports.size(); i++) {
            String pointer = "/releaseReports/" + i;
            if (!releaseReports.get(i).isObject()) {
                // Said already; those after it keep their places.
                reports.addObject();
                continue;
            }
            ObjectNode report = releaseReports.get(i).deepCopy();
            fill(report, "publishedAt", published.publishedAt(), pointer, "/document/publishedAt");
            fill(report, "outlet", published.outlet(), pointer, "/document/outlet/name");
            JsonNode evidence = report.path("evidence");
            if (evidence.isMissingNode() || evidence.isObject()) {
                ObjectNode object = report.withObjectProperty("evidence");
                JsonNode quote = quotesByLabel.get(object.path("quote").asText());
                if (quote != null) {
                    fill(object, "quoteKind", text(quote, "kind"), pointer + "/evidence", pointer + "/evidence/quote");
                }
                refer(object, "quote", "quoteId", quoteIds, pointer + "/evidence");
                fill(object, "documentUrl", published.url(), pointer + "/evidence", "/document/url");
                if (published.url() == null && !object.has("documentUrl")) {
                    fill(object, "documentId", String.valueOf(prepared.documentId()), pointer + "/evidence",
                            "/document");
                }
            }
            if (report.path("claimant") instanceof ObjectNode claimant) {
                JsonNode speaker = speakersByLabel.get(claimant.path("speaker").asText());
                if (speaker != null) {
                    fill(claimant, "name", text(speaker, "name"), pointer + "/claimant", pointer + "/claimant/speaker");
                }
                refer(claimant, "speaker", "speakerId", speakerIds, pointer + "/claimant");
            }
            reports.add(report);
        }
        return body;
    }

    private void refer(ObjectNode object, String byLabel, String byId, Map<String, UUID> ids, String pointer) {
        JsonNode label = object.remove(byLabel);
        if (label != null) {
            object.put(byId, String.valueOf(ids.get(label.asText())));
            clientPointers.put(pointer + "/" + byId, pointer + "/" + byLabel);
        }
    }

    private void fill(ObjectNode object, String field, String value, String pointer, String source) {
        if (!object.has(field) && value != null) {
            object.put(field, value);
            clientPointers.put(pointer + "/" + field, source);
        }
    }

    /** Where in the client's body an error lies that the tally-service found in its own. */
    String clientPointer(String pointer) {
        return clientPointers.getOrDefault(pointer, pointer);
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
