package org.parole.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The API document against the one that was published: a change that breaks clients is undone, or accepted with a reason. */
class BreakingChangesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path DOCUMENTS = Path.of("..", "docs", "openapi");

    private static JsonNode read(String file) throws IOException {
        return MAPPER.readTree(Files.readAllBytes(DOCUMENTS.resolve(file)));
    }

    private static int major(JsonNode document) {
        return Integer.parseInt(document.path("info").path("version").asText().replaceFirst("\\..*", ""));
    }

    @Test
    void what_was_published_still_holds_unless_a_break_is_accepted() throws IOException {
        JsonNode published = read("published.json");
        JsonNode now = read("parole.json");
        assertThat(major(now)).isGreaterThanOrEqualTo(major(published));
        if (major(now) == major(published)) {
            AcceptedBreaks accepted = AcceptedBreaks.in(DOCUMENTS.resolve("accepted-breaks.md"));
            List<String> found = BreakingChanges.between(published, now);
            assertThat(accepted.leftOf(found))
                    .as("Clients of version %s would break. Undo it, or accept the break with its reason in"
                            + " docs/openapi/accepted-breaks.md and in the changelog under Breaking",
                            published.path("info").path("version").asText())
                    .isEmpty();
            assertThat(accepted.unusedOn(found)).as("accepted breaks that are none").isEmpty();
        }
    }

    @Test
    void an_accepted_break_covers_what_it_names_and_nothing_else() {
        AcceptedBreaks accepted = AcceptedBreaks
                .of(List.of("# Accepted", "", "- `/items/*: motto is gone`: nobody has one",
                        "- `get /api/v1/mottos ... is gone`: replaced"));
        assertThat(accepted.leftOf(List.of("get /api/v1/outlets 200/items/*: motto is gone",
                "get /api/v1/outlets 200/items/*: name is gone", "get /api/v1/mottos 200/text: it is gone",
                "get /api/v1/others 200/text: it is gone")))
                .containsExactly("get /api/v1/outlets 200/items/*: name is gone",
                        "get /api/v1/others 200/text: it is gone");
        assertThat(accepted.unusedOn(List.of("get /api/v1/outlets 200/items/*: motto is gone")))
                .containsExactly("get /api/v1/mottos ... is gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- motto is gone", "- `motto is gone`", "- `motto is gone`: ", "motto is gone",
            "- ``: any"})
    void a_break_that_is_accepted_without_a_reason_is_refused(String line) {
        assertThatThrownBy(() -> AcceptedBreaks.of(List.of(line))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reason");
    }

    private static Arguments change(String sentence, Consumer<ObjectNode> change) {
        return Arguments.of(sentence, change);
    }

    private static ObjectNode at(ObjectNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }

    static Stream<Arguments> breaking() {
        String list = "/paths/~1api~1v1~1outlets/get";
        String dossier = "/paths/~1api~1v1~1dossiers~1{agreement}/get";
        String body = "/components/schemas/OutletBody";
        return Stream.of(
                change("get /api/v1/dossiers/{agreement} is gone",
                        document -> at(document, "/paths").remove("/api/v1/dossiers/{agreement}")),
                change("delete /api/v1/outlets/{id} is gone",
                        document -> at(document, "/paths/~1api~1v1~1outlets~1{id}").remove("delete")),
                change("/items/*: name is gone", document -> at(document, "/components/schemas/Outlet/properties")
                        .remove("name")),
                change("/items/*/name is \"integer\" instead of \"string\"",
                        document -> at(document, "/components/schemas/Outlet/properties/name").put("type", "integer")),
                change("the parameter kind is gone",
                        document -> ((com.fasterxml.jackson.databind.node.ArrayNode) document
                                .at(list + "/parameters")).removeAll()),
                change("the parameter reader is required now", document -> at(document, dossier)
                        .withArrayProperty("parameters").addObject().put("name", "reader").put("in", "query")
                        .put("required", true).putObject("schema").put("type", "string")),
                change("WIRE is not taken any more",
                        document -> ((com.fasterxml.jackson.databind.node.ArrayNode) document
                                .at("/components/schemas/OutletKind/enum")).remove(0)),
                change("PIGEON is new, and clients know all values",
                        document -> ((com.fasterxml.jackson.databind.node.ArrayNode) document
                                .at("/components/schemas/OutletKind/enum")).add("PIGEON")),
                change("url is required now", document -> at(document, body).withArrayProperty("required").add("url")),
                change("maxLength is 3 now",
                        document -> at(document, body + "/properties/name").put("maxLength", 3)),
                change("url is not taken any more", document -> at(document, body + "/properties").remove("url")),
                change("get /api/v1/dossiers/{agreement} needs a key now", document -> at(document, dossier)
                        .putArray("security").addObject().putArray("key")),
                change("get /api/v1/dossiers/{agreement} 200 is not answered any more",
                        document -> at(document, dossier + "/responses").remove("200")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaking")
    void a_change_that_breaks_clients_is_found(String sentence, Consumer<ObjectNode> change) throws IOException {
        JsonNode before = read("parole.json");
        ObjectNode after = before.deepCopy();
        change.accept(after);
        assertThat(BreakingChanges.between(before, after)).anyMatch(found -> found.contains(sentence));
    }

    @Test
    void what_is_only_added_breaks_nobody() throws IOException {
        JsonNode before = read("parole.json");
        ObjectNode after = before.deepCopy();
        at(after, "/components/schemas/Outlet/properties").putObject("motto").put("type", "string");
        at(after, "/components/schemas/OutletBody/properties").putObject("motto").put("type", "string");
        at(after, "/paths/~1api~1v1~1outlets/get").withArrayProperty("parameters").addObject().put("name", "motto")
                .put("in", "query").putObject("schema").put("type", "string");
        at(after, "/paths").putObject("/api/v1/mottos").putObject("get");
        assertThat(BreakingChanges.between(before, after)).isEmpty();
    }
}
