package org.parole.gateway.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
            "Outlets", "Tallies", "Release reports", "Commitments", "Agreements", "Parties", "Changes", "Codebook",
            "Keys");

    private static final String ONE_SPEAKER = "/api/v1/speakers/{";
    private static final String ONE_DOCUMENT = "/api/v1/documents/{";

    private Operations() {
    }

    static void complete(String method, String path, ObjectNode operation, ObjectNode paths, ObjectNode schemas) {
        security(method, path, operation);
        Parameters.complete(path, operation, schemas);
        ObjectNode responses = operation.withObjectProperty("responses");
        answerOfCreation(method, path, responses, paths);
        if (method.equals("get")) {
            responses.withObjectProperty("304").put("description",
                    "Not changed: If-None-Match has the current ETag.");
        }
        if (path.startsWith(ONE_SPEAKER)) {
            moved(responses, "speaker");
        } else if (path.startsWith(ONE_DOCUMENT)) {
            moved(responses, "document");
        }
        responses.remove("default");
        for (ProblemType type : problems(method, path, operation)) {
            responses.putObject(Integer.toString(type.status())).put("$ref", "#/components/responses/" + name(type));
        }
    }

    private static void moved(ObjectNode responses, String record) {
        ObjectNode moved = responses.withObjectProperty("308");
        moved.put("description", "The " + record + " was merged into another one, which Location leads to.");
        moved.withObjectProperty("headers").putObject("Location")
                .put("description", "The same of the other " + record + ".")
                .putObject("schema").put("type", "string");
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
                List.of(ProblemType.MALFORMED_REQUEST, ProblemType.UNAUTHENTICATED, ProblemType.NOT_ACCEPTABLE,
                        ProblemType.URI_TOO_LONG, ProblemType.HEADERS_TOO_LARGE));
        if (operation.has("x-parole-role")) {
            problems.add(ProblemType.FORBIDDEN);
        }
        if (path.contains("{")
                || parameters(operation).anyMatch(
                        parameter -> Set.of("commitment", "exchange").contains(parameter.path("name").asText())
                                && parameter.path("required").asBoolean())) {
            problems.addAll(List.of(ProblemType.NOT_FOUND, ProblemType.RETRACTED));
        }
        if (!method.equals("get")) {
            problems.add(ProblemType.CONFLICT);
        }
        if (method.equals("patch") || method.equals("delete")
                || parameters(operation).anyMatch(parameter -> parameter.path("name").asText().equals("If-Match"))) {
            problems.addAll(List.of(ProblemType.PRECONDITION_FAILED, ProblemType.PRECONDITION_REQUIRED));
        }
        if (operation.has("requestBody")) {
            problems.addAll(List.of(ProblemType.REQUEST_TIMEOUT, ProblemType.CONTENT_TOO_LARGE,
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, ProblemType.INVALID_BODY));
        }
        if (!method.equals("get")) {
            problems.add(ProblemType.STORAGE_FULL);
        }
        problems.addAll(List.of(ProblemType.TOO_MANY_REQUESTS, ProblemType.INTERNAL, ProblemType.UNAVAILABLE));
        return problems;
    }

    private static Stream<JsonNode> parameters(ObjectNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false);
    }

    static void components(ObjectNode components) {
        ObjectNode responses = components.putObject("responses");
        for (ProblemType type : ProblemType.values()) {
            // One answer for each status; where it stands for several types it shows an example of each.
            String known = name(first(type.status()));
            ObjectNode response = responses.withObjectProperty(known);
            response.put("description", response.has("description")
                    ? response.path("description").asText() + " Or: " + type.title() + "."
                    : type.title() + ".");
            headers(type, response);
            ObjectNode media = response.withObjectProperty("content").withObjectProperty(Problem.MEDIA_TYPE);
            media.putObject("schema").put("$ref", "#/components/schemas/Problem");
            media.withObjectProperty("examples").putObject(type.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .putObject("value").put("type", type.uri().toString()).put("title", type.title())
                    .put("status", type.status());
        }
        // Never the answer to an operation that is in the document.
        responses.remove(name(ProblemType.METHOD_NOT_ALLOWED));
        if (components.path("schemas").path("Problem") instanceof ObjectNode problem) {
            ArrayNode types = problem.withObjectProperty("properties").withObjectProperty("type").putArray("examples");
            for (ProblemType type : ProblemType.values()) {
                types.add(type.uri().toString());
            }
        }
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("key").put("type", "http").put("scheme", "bearer").put("description",
                "An API key (`parole_…`), or an access token if the operator has configured an OpenID Connect provider. "
                        + "Reading needs neither.");
        schemes.putObject("keyHeader").put("type", "apiKey").put("in", "header").put("name", "X-API-Key").put(
                "description",
                "The same key, for clients that cannot set Authorization.");
    }

    private static void headers(ProblemType type, ObjectNode response) {
        AnswerHeaders.limits(response);
        if (type == ProblemType.TOO_MANY_REQUESTS || type == ProblemType.UNAVAILABLE) {
            AnswerHeaders.refer(response, "Retry-After");
        }
        if (type == ProblemType.METHOD_NOT_ALLOWED) {
            response.remove("headers");
        }
    }

    private static ProblemType first(int status) {
        return Arrays.stream(ProblemType.values()).filter(type -> type.status() == status).findFirst().orElseThrow();
    }

    private static String name(ProblemType type) {
        StringBuilder name = new StringBuilder();
        for (String word : type.name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
