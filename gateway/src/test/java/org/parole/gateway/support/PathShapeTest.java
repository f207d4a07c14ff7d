package org.parole.gateway.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

class PathShapeTest {

    @ParameterizedTest
    @CsvSource({"/api/v1/quotes,/api/v1/quotes", "/api/v1/quotes?q=private,/api/v1/quotes",
            "/api/v1/quotes/0192,/api/v1/quotes/{id}", "/api/v1/quotes/0192/history?x,/api/v1/quotes/{id}/{part}",
            "/api/v1/speakers/a/merge/b,/api/v1/speakers/{id}/{part}", "/internal/intakes/7,/internal/intakes/{id}",
            "/internal/changes/head,/internal/changes/head", "/openapi?format=json,/openapi"})
    void what_clients_choose_is_left_out(String uri, String shape) {
        assertThat(PathShape.of(uri)).isEqualTo(shape);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/made/up", "/api/v1", "/api/v1/made-up", "/api/v1/made-up/7", "/api/v2/quotes",
            "/internal/changes/made-up", "/swagger-ui/made-up"})
    void what_somebody_makes_up_is_one_series(String uri) {
        assertThat(PathShape.of(uri)).isEqualTo("other");
    }

    @Test
    void every_path_of_the_document_is_known() throws IOException {
        List<String> paths = new ObjectMapper().readTree(Path.of("../docs/openapi/parole.json").toFile()).path("paths")
                .propertyStream().map(java.util.Map.Entry::getKey).toList();
        assertThat(paths).hasSizeGreaterThan(40)
                .allSatisfy(path -> assertThat(PathShape.of(path)).startsWith("/api/v1/"));
    }
}
