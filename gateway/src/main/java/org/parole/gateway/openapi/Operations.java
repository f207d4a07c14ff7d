package org.parole.gateway.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.parole.gateway.access.AccessRules;
import org.parole.kit.problem.Problem;
import org.parole.kit.problem.ProblemType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What every operation of the document says: who may call it, and how it can go wrong. */
final class Operations {

    /** The order in which people meet them: first what they read, then what they write, then what they manage. */
    static final List<String> TAGS = List.of("Dossiers", "Timeline", "Search", "Intake", "Quotes", "Speakers",
            "Documents",
            "Outlets", "Tallies", "Release reports", "Commitments", "Agreements", "Parties", "Changes", "Keys");

    private Operations() {
    }

    static void complete(String method, String path, ObjectNode operation, ObjectNode paths) {
        security(method, path, operation);
        ObjectNode responses = operation.withObjectProperty("responses");
        answerOfCreation(method, path, responses, paths);
        if (method.equals("get")) {
            responses.withObjectProperty("304").put("description",
                    "Not changed since the answer whose ETag stands in If-None-Match.");
        }
        for (ProblemType type : problems(method, path, operation)) {
            responses.putObject(Integer.toString(type.status())).put("$ref", "#/components/responses/" + name(type));
        }
    }

    private static void security(String method, String path, ObjectNode operation) {
        AccessRules.Need need = AccessRules.of(method.toUpperCase(Locale.ROOT), path);
        ArrayNode security = operation.putArray("security");
        if (need instanceof AccessRules.Need.Nobody) {
            throw new IllegalStateException("AccessRules has no line for " + method + " " + path);
        }
        if (need instanceof AccessRules.Need.Holder holder) {
            security.addObject().putArray("key");
            security.addObject().putArray("keyHeader");
            operation.put("x-parole-role", holder.role().word());
            operation.put("description",
                    (operation.path("description").asText("") + " Needs the role `" + holder.role().word()
                            + "`.").trim());
        }
    }

    /** The generator does not see through the response object that carries the Location: what is created is what can be read. */
    private static void answerOfCreation(String method, String path, ObjectNode responses, ObjectNode paths) {
        JsonNode read = paths.path(path + "/{id}").path("get");
        if (read.isMissingNode()) {
            read = paths.path(path + "/{slug}").path("get");
        }
        JsonNode content = read.path("responses").path("200").path("content");
        if (method.equals("post") && responses.has("201") && !responses.path("201").has("content")
                && content.isObject()) {
            ((ObjectNode) responses.get("201")).set("content", content.deepCopy());
        }
    }

    private static List<ProblemType> problems(String method, String path, ObjectNode operation) {
        List<ProblemType> problems = new ArrayList<>(
                List.of(ProblemType.MALFORMED_REQUEST, ProblemType.UNAUTHENTICATED));
        if (operation.has("x-parole-role")) {
            problems.add(ProblemType.FORBIDDEN);
        }
        if (path.contains("{")) {
            problems.addAll(List.of(ProblemType.NOT_FOUND, ProblemType.RETRACTED));
        }
        if (!method.equals("get")) {
            problems.add(ProblemType.CONFLICT);
        }
        if (method.equals("patch") || method.equals("delete")) {
            problems.addAll(List.of(ProblemType.PRECONDITION_FAILED, ProblemType.PRECONDITION_REQUIRED));
        }
        if (operation.has("requestBody")) {
            problems.addAll(List.of(ProblemType.CONTENT_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    ProblemType.INVALID_BODY));
        }
        problems.addAll(List.of(ProblemType.TOO_MANY_REQUESTS, ProblemType.INTERNAL, ProblemType.UNAVAILABLE));
        return problems;
    }

    static void components(ObjectNode components) {
        ObjectNode responses = components.putObject("responses");
        for (ProblemType type : ProblemType.values()) {
            ObjectNode media = responses.putObject(name(type)).put("description", type.title() + ".")
                    .putObject("content")
                    .putObject(Problem.MEDIA_TYPE);
            media.putObject("schema").put("$ref", "#/components/schemas/Problem");
            media.putObject("example").put("type", type.uri().toString()).put("title", type.title()).put("status",
                    type.status());
        }
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("key").put("type", "http").put("scheme", "bearer").put("description",
                "An API key: `parole_…`. Reading needs none.");
        schemes.putObject("keyHeader").put("type", "apiKey").put("in", "header").put("name", "X-API-Key").put(
                "description",
                "The same key, for clients that cannot set Authorization.");
    }

    private static String name(ProblemType type) {
        StringBuilder name = new StringBuilder();
        for (String word : type.name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
