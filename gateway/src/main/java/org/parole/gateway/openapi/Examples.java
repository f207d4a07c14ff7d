package org.parole.gateway.openapi;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Examples that can be executed as they stand. Ids and ETags are placeholders of the right form, which {@link LiveExamples} replaces
 * by those of records that exist when the document is served. Swagger UI sends along whatever has an example, so that filters have
 * none but for the times and the limit.
 */
final class Examples {

    /** Begins every placeholder of an id; what it stands for are the last digits. */
    static final String PLACEHOLDER = "01900000-0000-7000-8000-00000000";
    /** Stands in whatever must be new each time. */
    static final String FRESH = "example-1";
    /** Stands before the path of the record whose ETag is meant. */
    static final String ETAG_OF = "etag of ";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> PREFILLED = Set.of("on", "publishedBy", "limit", "reason", "q", "start", "end",
            "a",
            "b");
    private static final String COMMITMENT = "us-taliban-2020-taliban-prisoners";

    /** Stands for an exchange that has directions. */
    private static final String EXCHANGE = "exchange-with-directions";

    private static final Map<String, String> BY_COLLECTION = Map.of("quotes", "a001", "documents", "d001", "speakers",
            "5001", "outlets", "0001", "release-reports", "b001", "keys", "c001", "intake", "e001", "exchanges",
            "9001", "imports", "1001");
    // Where the record must be in a certain state, or one that the sample can spare.
    private static final Map<String, String> BY_OPERATION = Map.ofEntries(Map.entry("retractOutlet", "0002"),
            Map.entry("retractDocument", "d002"), Map.entry("retractSpeaker", "5002"),
            Map.entry("retractQuote", "a002"), Map.entry("retractReleaseReport", "b002"),
            Map.entry("mergeSpeaker", "5003"), Map.entry("unmergeSpeaker", "5005"),
            Map.entry("mergeDocument", "d005"), Map.entry("unmergeDocument", "d007"),
            Map.entry("joinOccurrence", "a003"), Map.entry("splitOccurrence", "a005"),
            Map.entry("settleReleaseReportDispute", "b003"), Map.entry("groupReleaseReport", "b004"),
            Map.entry("ungroupReleaseReport", "b005"), Map.entry("revokeKey", "c002"),
            Map.entry("createQuoteRelation.quote", "a006"), Map.entry("getQuoteRelation", "f001"),
            Map.entry("getQuoteRelation.quote", "a008"), Map.entry("retractQuoteRelation", "f001"),
            Map.entry("retractQuoteRelation.quote", "a008"), Map.entry("getDocumentContext", "d003"),
            Map.entry("addPassage", "d004"));
    private static final Map<String, String> SLUGS = Map.ofEntries(Map.entry("parties", "taliban"),
            Map.entry("agreements", "us-taliban-2020"), Map.entry("commitments", COMMITMENT),
            Map.entry("tallies", COMMITMENT), Map.entry("dossiers", "us-taliban-2020"),
            Map.entry("patchParty", "expendable-party"), Map.entry("retractParty", "expendable-party"),
            Map.entry("patchAgreement", "expendable-agreement"), Map.entry("retractAgreement", "expendable-agreement"),
            Map.entry("exchanges", "expendable-exchange"), Map.entry("getExchangeDossier", EXCHANGE),
            Map.entry("patchCommitment", "expendable-commitment"), Map.entry("getMapping", "example"),
            Map.entry("saveMapping", "example"),
            Map.entry("retractCommitment", "expendable-commitment"));

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("createParty",
                    """
                            {"slug": "party-example-1", "name": "Monitor example-1", "kind": "MONITOR", "aliases": ["Watch example-1"]}"""),
            Map.entry("createAgreement",
                    """
                            {"slug": "agreement-example-1", "title": "Agreement example-1 on the exchange of prisoners", "signedOn": "2020-02-29",
                             "signatories": ["united-states", "taliban"], "boundParties": ["united-states", "taliban", "afghan-government"], "place": "Doha"}"""),
            Map.entry("createCommitment",
                    """
                            {"slug": "commitment-example-1", "agreement": "us-taliban-2020", "releasingParty": "afghan-government", "receivingParty": "taliban",
                             "category": "sick prisoners", "quantity": {"comparator": "UP_TO", "max": 500, "wording": "up to 500"}, "dueOn": "2020-05-31"}"""),
            Map.entry("createExchange",
                    """
                            {"slug": "exchange-example-1", "title": "Exchange example-1", "parties": ["afghan-government", "taliban"], "startedOn": "2020-04-08"}"""),
            Map.entry("patchExchange", """
                    {"note": "Checked against both sides: example-1"}"""),
            Map.entry("createReleaseReport",
                    """
                            {"commitment": "us-taliban-2020-taliban-prisoners", "claimant": {"name": "Javid Faisal", "speaksFor": "National Security Council"},
                             "sourceKind": "RELEASING_PARTY", "stage": "REPORTED", "quantity": {"comparator": "EXACTLY", "min": 100, "wording": "100 prisoners"},
                             "basis": "BATCH", "eventOn": "2020-04-08", "publishedAt": "2020-04-08", "outlet": "Example News",
                             "note": "Entered to try the API: example-1"}"""),
            Map.entry("guessMapping",
                    "date,released by,count,source\n2020-05-02,Afghan government,98,Example News\n2020-05-06,Taliban,12,Example News\n"),
            Map.entry("saveMapping",
                    """
                            {"columns": {"date": {"field": "eventOn", "date": "iso"}, "count": "quantity", "source": "outlet"}, "newOutlets": "as-named",
                             "constants": {"commitment": "us-taliban-2020-taliban-prisoners", "publishedAt": "=eventOn", "claimant": "=outlet", "stage": "REPORTED", "basis": "BATCH"}}"""),
            Map.entry("createOutlet", """
                    {"name": "Example News example-1", "kind": "NEWSPAPER", "country": "GB", "language": "en"}"""),
            Map.entry("createDocument",
                    """
                            {"url": "https://example.org/news/example-1/talks", "title": "Talks on prisoners go on", "outletId": "01900000-0000-7000-8000-000000000001",
                             "publishedAt": "2020-04-08", "language": "en", "text": "The talks go on, a spokesman said on Wednesday.", "textKind": "EXCERPT"}"""),
            Map.entry("addPassage", """
                    {"text": "Another passage of the article (example-1)."}"""), Map.entry("createSpeaker", """
                    {"name": "Spokesman example-1", "kind": "PERSON", "party": "taliban"}"""),
            Map.entry("createQuote",
                    """
                            {"documentId": "01900000-0000-7000-8000-00000000d001", "speakerId": "01900000-0000-7000-8000-000000005001",
                             "content": "We ask the other side not to delay (example-1)", "kind": "INDIRECT", "channel": "STATEMENT", "language": "en",
                             "saidOn": "2020-04-08", "about": {"agreements": ["us-taliban-2020"]}}"""),
            Map.entry("createQuoteRelation", """
                    {"type": "RESPONDS_TO", "to": "01900000-0000-7000-8000-00000000a007", "note": "example-1",
                     "forcedReason": "Tried out with two quotes of one day"}"""),
            Map.entry("mergeSpeaker", """
                    {"into": "01900000-0000-7000-8000-000000005004", "reason": "Two spellings of one name"}"""),
            Map.entry("mergeDocument", """
                    {"into": "01900000-0000-7000-8000-00000000d006", "reason": "One article under two addresses"}"""),
            Map.entry("joinOccurrence",
                    """
                            {"quote": "01900000-0000-7000-8000-00000000a004", "reason": "The same sentence in another translation"}"""),
            Map.entry("disputeReleaseReport", """
                    {"reason": "The ministry says that the list was never handed over (example-1)"}"""),
            Map.entry("groupReleaseReport",
                    """
                            {"release": "april-2020", "telling": "by-day", "reason": "Both count the men of one day (example-1)"}"""),
            Map.entry("createImport",
                    """
                            {"quoteID": "example-1", "quotation": "We expect that the talks will go on (example-1)", "speaker": "Spokeswoman example-1",\
                             "date": "2020-04-08 10:00:00", "numOccurrences": 1}"""),
            Map.entry("retractImport", """
                    {"reason": "Tried out (example-1)"}"""), Map.entry("createKey", """
                    {"name": "newsroom-example-1", "role": "contributor", "expiresAt": "2099-01-01T00:00:00Z"}"""),
            Map.entry("patchParty", """
                    {"aliases": ["Watch example-1"]}"""), Map.entry("patchAgreement", """
                    {"note": "Checked against the text: example-1"}"""), Map.entry("patchCommitment", """
                    {"condition": "after the talks have begun (example-1)"}"""), Map.entry("patchReleaseReport", """
                    {"note": "Checked against the article: example-1"}"""), Map.entry("patchOutlet", """
                    {"url": "https://example.org/example-1"}"""), Map.entry("patchDocument", """
                    {"title": "A corrected title (example-1)"}"""), Map.entry("patchSpeaker", """
                    {"aliases": ["Spelling example-1"]}"""), Map.entry("patchQuote", """
                    {"cue": "said (example-1)"}"""));

    private Examples() {
    }

    static void complete(ObjectNode paths, ObjectNode schemas) {
        Json.operations(paths, (method, path, operation) -> {
            String name = operation.path("operationId").asText();
            operation.path("parameters").forEach(parameter -> parameter(path, name, (ObjectNode) parameter));
            operation.path("requestBody").path("content").forEach(media -> body(name, (ObjectNode) media, schemas));
        });
    }

    private static void parameter(String path, String operation, ObjectNode parameter) {
        String name = parameter.path("name").asText();
        switch (parameter.path("in").asText()) {
            case "path" -> parameter.put("example", inPath(path, operation, name));
            case "header" -> {
                parameter.remove("example");
                if (name.equals("If-Match")) {
                    parameter.put("example", '"' + ETAG_OF + record(path, operation) + '"');
                }
            }
            default -> query(operation, parameter, name);
        }
    }

    private static void query(String operation, ObjectNode parameter, String name) {
        // A tally is of something, so that one of three filters must be given.
        boolean needed = parameter.path("required").asBoolean()
                || name.equals("agreement") && Set.of("listTallies", "listEstimates").contains(operation);
        if (!needed && !PREFILLED.contains(name)) {
            parameter.remove("example");
        } else if (operation.equals("listExchanges") && !name.equals("limit")) {
            // Any two filters of these leave little of a short list.
            parameter.remove("example");
        } else if (name.equals("exchange")) {
            parameter.put("example", EXCHANGE);
        } else if (name.equals("commitment")) {
            parameter.put("example", COMMITMENT);
        } else if (name.equals("start")) {
            parameter.put("example", 0);
        } else if (name.equals("end")) {
            parameter.put("example", 40);
        }
    }

    private static String inPath(String path, String operation, String name) {
        String collection = path.split("/")[3];
        if (BY_OPERATION.containsKey(operation + "." + name)) {
            return PLACEHOLDER + BY_OPERATION.get(operation + "." + name);
        }
        if (name.equals("slug") || name.equals("name") || SLUGS.containsKey(collection)) {
            return SLUGS.getOrDefault(operation, SLUGS.getOrDefault(collection, COMMITMENT));
        }
        return PLACEHOLDER + (name.equals("id")
                ? BY_OPERATION.getOrDefault(operation, BY_COLLECTION.getOrDefault(collection, "a001"))
                : "a001");
    }

    /** The path of the record that an operation changes: its own, but for what is done to a part of it. */
    private static String record(String path, String operation) {
        StringBuilder filled = new StringBuilder();
        String[] parts = path.split("/");
        int last = 0;
        for (int i = 0; i < parts.length; i++) {
            last = parts[i].startsWith("{") ? i : last;
        }
        for (int i = 1; i <= last; i++) {
            filled.append('/').append(parts[i].startsWith("{")
                    ? inPath(path, operation, parts[i].substring(1, parts[i].length() - 1))
                    : parts[i]);
        }
        return filled.toString();
    }

    private static void body(String operation, ObjectNode media, ObjectNode schemas) {
        String example = BODIES.get(operation);
        JsonNode declared = schemas.path(Json.nameIn(media.path("schema"))).path("examples");
        if (example != null && media.path("schema").path("format").asText().equals("binary")) {
            media.put("example", example);
        } else if (example != null) {
            media.set("example", json(example));
        } else if (declared instanceof ArrayNode examples && !examples.isEmpty()) {
            media.set("example", examples.get(0).deepCopy());
        }
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An example is no JSON: " + text, e);
        }
    }
}
