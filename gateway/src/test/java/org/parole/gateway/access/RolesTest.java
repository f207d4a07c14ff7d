package org.parole.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedTest;
import org.parole.kit.id.Uuid7;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Each operation of the API document with each role: let in from its own role on, and kept out below it. */
@QuarkusTest
class RolesTest extends StubbedTest {

    // Made once, through the API itself; a name for each, since they stay.
    private static final Map<Role, String> KEYS = new HashMap<>();

    static Stream<Arguments> operations() throws IOException {
        List<Arguments> all = new ArrayList<>();
        new ObjectMapper().readTree(Files.readAllBytes(Path.of("../docs/openapi/parole.json"))).path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> all.add(Arguments.of(
                        operation.getKey().toUpperCase(Locale.ROOT), path.getKey(),
                        operation.getValue().path("x-parole-role").asText("")))));
        assertThat(all).hasSizeGreaterThan(20);
        return all.stream();
    }

    @BeforeEach
    void servicesTakeEverything() {
        for (StubService service : List.of(quotes, tallies)) {
            for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                service.when(method, "/.*", StubService.json(200, "{\"items\":[]}"));
            }
        }
    }

    private static String key(Role role) {
        return KEYS.computeIfAbsent(role,
                wanted -> given().header("Authorization", ADMIN).contentType("application/json")
                        .body("{\"name\":\"roles-" + Uuid7.next() + "\",\"role\":\"" + wanted.word() + "\"}")
                        .post("/api/v1/keys").then()
                        .statusCode(201).extract().path("secret"));
    }

    private static int call(String method, String path, String key) {
        RequestSpecification request = given()
                .contentType(method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (!method.equals("GET")) {
            request.body("{}");
        }
        String concrete = path.replace("{agreement}", "us-taliban-2020").replaceAll("\\{[^}]+}",
                "0190163d-8694-739b-aea5-966c26f8ad91");
        return request.request(method, concrete).statusCode();
    }

    @ParameterizedTest(name = "{0} {1} needs {2}")
    @MethodSource("operations")
    void an_operation_lets_in_who_has_its_role_and_nobody_else(String method, String path, String needed) {
        Role least = needed.isEmpty() ? null : Role.of(needed);
        assertThat(call(method, path, null)).satisfies(status -> {
            if (least == null) {
                assertThat(status).isNotIn(401, 403, 405);
            } else {
                assertThat(status).isEqualTo(401);
            }
        });
        for (Role role : Role.values()) {
            int status = call(method, path, key(role));
            if (least == null || role.compareTo(least) >= 0) {
                assertThat(status).as(role.word()).isNotIn(401, 403, 405);
            } else {
                assertThat(status).as(role.word()).isEqualTo(403);
            }
        }
    }
}
