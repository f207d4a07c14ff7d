package org.parole.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parole.gateway.intake.IntakeResource;
import org.parole.gateway.key.KeyResource;
import org.parole.gateway.passthrough.Sockets;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Each operation of the API document by other spellings of its path: none lets anybody in whom the operation keeps out. */
@QuarkusTest
class SpellingsTest extends StubbedTest {

    private static final String ID = "0190163d-8694-739b-aea5-966c26f8ad91";

    @TestHTTPResource
    URL gateway;

    static Stream<Arguments> operations() throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(Path.of("../docs/openapi/parole.json"))).path("paths")
                .properties().stream().flatMap(path -> path.getValue().properties().stream().map(operation -> Arguments
                        .of(operation.getKey().toUpperCase(Locale.ROOT), path.getKey().replaceAll("\\{[^}]+}", ID))));
    }

    @BeforeEach
    void servicesTakeEverything() {
        for (StubService service : List.of(quotes, tallies)) {
            for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                service.when(method, "/.*", StubService.json(200, "{\"items\":[]}"));
            }
        }
    }

    private static Set<String> spellings(String path) {
        int last = path.lastIndexOf('/');
        String parent = path.substring(0, last);
        String name = path.substring(last + 1);
        String first = String.format(Locale.ROOT, "%%%02X", (int) name.charAt(0));
        return new LinkedHashSet<>(List.of(path + "/", path + "//", path + "/.", path + "/./", path + "/x/..",
                path + ";", path + ";x",
                path + ";a=b", path + ";/", path + "/;", path + "%2F", path + "%2f", path + "%3Bx", path + "%00",
                path + "%20", path + "%09",
                path + "%5C", path + "%", path + "%2", parent + "//" + name, parent + "/./" + name,
                parent + "/x/../" + name,
                parent + "%2F" + name, parent + ";x/" + name, parent + "/%2e/" + name, parent + "/%2e%2e/v1/" + name,
                parent + "/" + first + name.substring(1),
                parent + "/" + first.toLowerCase(Locale.ROOT) + name.substring(1),
                parent + "\\" + name, "/" + path, "/." + path, "/x/.." + path, path.toUpperCase(Locale.ROOT),
                path.replace("/api/", "/API/"), path.replace("/v1/", "/V1/"),
                "/api;x" + path.substring("/api".length()),
                path.replace("/api", "/%61pi"), path + "\u200B", path.replace("/v1/", "/v1/\u00AD")));
    }

    private int status(String method, String path) throws IOException {
        boolean body = !method.equals("GET") && !method.equals("DELETE");
        // Its octets as they are: a client library would write it in its own way.
        String line = new String((method + " " + path).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String answer = Sockets.send(gateway, line + " HTTP/1.1\r\nHost: parole\r\nConnection: close\r\n"
                + (body ? "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}" : "\r\n"));
        assertThat(answer).as(method + " " + path).startsWith("HTTP/1.");
        return Integer.parseInt(answer.substring(9, 12));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operations")
    void another_spelling_of_a_path_lets_nobody_in(String method, String path) throws IOException {
        AccessRules.Need need = AccessRules.of(method, path);
        assertThat(need).as("the rule of the operation itself").isNotInstanceOf(AccessRules.Need.Nobody.class);
        Set<String> spellings = spellings(path);
        assertThat(spellings).hasSizeGreaterThanOrEqualTo(30);
        for (String spelling : spellings) {
            int status = status(method, spelling);
            assertThat(status).as("%s %s", method, spelling).isIn(400, 401, 404, 405);
        }
        assertThat(quotes.received()).isEmpty();
        assertThat(tallies.received()).isEmpty();
    }

    @Test
    void what_no_rule_names_is_not_there_whatever_the_method() throws IOException {
        for (String path : List.of("/api", "/api/v1", "/api/v2/quotes", "/api/v1/nothing", "/api/v1/keys/a/b",
                "/internal/changes/head",
                "/internal/intakes/" + ID, "/q/health", "/q/metrics", "/q/dev-ui", "/openapi/x", "/index.html")) {
            for (String method : List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "FOO")) {
                assertThat(status(method, path)).as("%s %s", method, path).isEqualTo(404);
            }
        }
    }

    @Test
    void what_is_not_public_asks_for_the_role_itself_as_well() throws NoSuchMethodException {
        assertThat(KeyResource.class.getAnnotation(RolesAllowed.class).value()).containsExactly("admin");
        assertThat(
                Stream.of(IntakeResource.class.getDeclaredMethods()).filter(method -> method.getName().equals("take")))
                .hasSize(1).allSatisfy(method -> assertThat(method.getAnnotation(RolesAllowed.class).value())
                        .containsExactlyInAnyOrder("contributor", "editor", "admin"));
    }
}
