package org.parole.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/openapi", "/swagger-ui/", "/swagger-ui/theme.css", "/api/v1/keys",
            "/api/v1/parties/a-b_c.d~e",
            "/api/v1/x/%C3%A9", "/api/v1/x/%c3%a9", "/api/v1/x/a:b@c", "/api/v1/x/a%3Ab",
            "/api/v1/x/..."})
    void a_path_with_one_reading_is_taken(String path) {
        assertThat(RequestPath.defectOf(path)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/keys/", "/api/v1/keys;x", "/api/v1/keys;", "/api;a=b/v1/keys", "/api/v1//keys",
            "//api/v1/keys",
            "/api/./v1/keys", "/api/v1/x/../keys", "/api/v1/keys/.", "/api/v1/keys/..", "/api/v1/%6Beys",
            "/api/v1/k%65ys",
            "/api/v1%2Fkeys", "/api/v1%2fkeys", "/api/v1/%2e/keys", "/api/v1/%2E%2E/v1/keys", "/api/v1/keys%5C",
            "/api/v1/keys%3Bx",
            "/api/v1/keys%25", "/api/v1/keys%00", "/api/v1/keys%20", "/api/v1/keys%0A", "/api/v1/keys%7F"})
    void another_spelling_of_a_path_is_ambiguous(String path) {
        assertThat(RequestPath.defectOf(path)).isEqualTo(RequestPath.Defect.AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "api/v1/keys", "/api/v1/keys%", "/api/v1/keys%2", "/api/v1/keys%zz",
            "/api/v1/k\u0435ys",
            "/api/v1/keys\\", "/api/v1/ke ys", "/api/v1/<keys>", "/api/v1/keys|", "/api/v1/keys%FF", "/api/v1/keys%C3",
            "/api/v1/keys%C0%AF", "/api/v1/keys\t", "/api/v1/\u0661", "/api/v1/x%\u0661\u0661"})
    void characters_that_a_path_cannot_have_are_malformed(String path) {
        assertThat(RequestPath.defectOf(path)).isEqualTo(RequestPath.Defect.MALFORMED);
    }
}
