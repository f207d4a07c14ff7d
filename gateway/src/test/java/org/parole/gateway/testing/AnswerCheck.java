package org.parole.gateway.testing;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/** Whether an answer is one that the API document promises. */
public final class AnswerCheck {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> LINES = Set.of("application/x-ndjson", "text/csv");

    private final JsonNode document;
    private final JsonNode closed;
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final Map<JsonNode, JsonSchema> schemas = new HashMap<>();

    /** Checks against this document. */
    public AnswerCheck(JsonNode document) {
        this.document = document;
        this.closed = document.path("components").deepCopy();
        // A property that the document does not know is one that clients cannot rely on: not allowed here.
        closed.path("schemas").forEach(schema -> {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
    }

    /** What is wrong with the answer; null when nothing is. */
    public String of(JsonNode operation, String method, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status >= 500) {
            return "a " + status;
        }
        JsonNode response = operation.path("responses").path(Integer.toString(status));
        if (response.isMissingNode()) {
            response = operation.path("responses").path("default");
        }
        if (response.has("$ref")) {
            response = document.at(response.path("$ref").asText().substring(1));
        }
        if (response.isMissingNode()) {
            return "the status " + status + " is not in the document";
        }
        if (status >= 400 && !type(answer).equals("application/problem+json") && !method.equals("HEAD")) {
            return "the " + status + " is no problem but " + type(answer);
        }
        if (answer.body().length == 0 && LINES.contains(type(answer))) {
            // A list without items has no lines, and a table that is continued has no header.
            return null;
        }
        if (answer.body().length == 0) {
            return response.has("content") && !method.equals("HEAD") && status != 304
                    ? "the " + status + " is empty"
                    : null;
        }
        JsonNode media = response.path("content").path(type(answer));
        if (media.isMissingNode()) {
            return "the " + status + " is " + type(answer) + ", which is not in the document";
        }
        if (!type(answer).equals("application/json") && !type(answer).equals("application/problem+json")) {
            return null;
        }
        return mismatch(media.path("schema"), status, answer);
    }

    private String mismatch(JsonNode schema, int status, HttpResponse<byte[]> answer) {
        JsonNode body;
        try {
            body = MAPPER.readTree(answer.body());
        } catch (IOException e) {
            return "the " + status + " is no JSON";
        }
        Set<ValidationMessage> messages = schemas.computeIfAbsent(schema, this::compile).validate(body);
        return messages.isEmpty()
                ? null
                : "the " + status + " does not fit: " + messages.stream().map(ValidationMessage::getMessage).sorted()
                        .limit(3).collect(Collectors.joining("; "));
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode whole = MAPPER.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", closed);
        return factory.getSchema(whole);
    }

    /** The media type of an answer, without its parameters. */
    public static String type(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElse("nothing").replaceFirst(";.*", "");
    }
}
