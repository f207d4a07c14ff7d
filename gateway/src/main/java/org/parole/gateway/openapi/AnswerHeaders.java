package org.parole.gateway.openapi;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The headers of answers, each declared once and referred to where it is sent. */
final class AnswerHeaders {

    private static final Map<String, String> TEXTS = Map.of("ETag",
            "The state of what is answered: for If-None-Match when it is read again, and for If-Match when it is changed.",
            "Location", "Where what was made, or what the record was merged into, can be read.", "Link",
            "Where the next page of a list in CSV or NDJSON is, with rel=\"next\" (RFC 8288).", "RateLimit",
            "What is left (r, in units) and in how many seconds all of it is back (t), after draft-ietf-httpapi-ratelimit-headers-10.",
            "RateLimit-Policy", "How many units there are at once (q) and in how many seconds they come back (w).",
            "Cache-Control", "How long the answer may be kept: for ever where it is given for a past asOf.",
            "Content-Disposition", "A file name, where the format was asked for by the parameter format.");
    private static final int LONGEST = 500;

    private AnswerHeaders() {
    }

    static void components(ObjectNode components) {
        ObjectNode headers = components.putObject("headers");
        TEXTS.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(text -> headers.putObject(text.getKey()).put("description", text.getValue())
                        .putObject("schema").put("type", "string").put("maxLength", LONGEST));
        headers.putObject("Retry-After").put("description", "Seconds after which the client may try again.")
                .putObject("schema").put("type", "integer").put("format", "int32").put("minimum", 1)
                .put("maximum", 86_400);
        headers.withObjectProperty("Access-Control-Allow-Origin").put("description",
                "The site whose pages may read the answer, where the operator has named it (PAROLE_CORS_ORIGINS).")
                .putObject("schema").put("type", "string").put("maxLength", LONGEST);
    }

    static void complete(String method, ObjectNode operation, ObjectNode schemas) {
        operation.path("responses").properties().forEach(response -> {
            if (!(response.getValue() instanceof ObjectNode answer) || answer.has("$ref")) {
                return;
            }
            String status = response.getKey();
            limits(answer);
            boolean isOfEvents = answer.path("content").has("text/event-stream");
            if (method.equals("get") && (status.equals("200") || status.equals("304")) && !isOfEvents) {
                refer(answer, "ETag");
                refer(answer, "Cache-Control");
            }
            if (isRecord(Json.answer(operation, status), schemas) && status.startsWith("2")) {
                refer(answer, "ETag");
            }
            if (status.equals("201") || status.equals("202") || status.equals("308")) {
                refer(answer, "Location");
            }
            if (answer.path("content").has("text/csv")) {
                refer(answer, "Link");
                refer(answer, "Content-Disposition");
            }
        });
    }

    /** What every answer below /api has. */
    static void limits(ObjectNode answer) {
        refer(answer, "RateLimit");
        refer(answer, "RateLimit-Policy");
        refer(answer, "Access-Control-Allow-Origin");
    }

    static void refer(ObjectNode answer, String header) {
        answer.withObjectProperty("headers").putObject(header).put("$ref", "#/components/headers/" + header);
    }

    private static boolean isRecord(JsonNode schema, ObjectNode schemas) {
        JsonNode members = schemas.path(Json.nameIn(schema)).path("properties");
        return members.has("revision") && members.has("revisionType") && !members.has("state");
    }
}
