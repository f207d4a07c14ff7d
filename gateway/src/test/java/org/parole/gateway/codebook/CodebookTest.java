package org.parole.gateway.codebook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** The codebook, and docs/codebook.md, which is the same; {@code -Dparole.docs=write} writes the file anew. */
@QuarkusTest
class CodebookTest extends StubbedTest {

    private static final String CODEBOOK = "/api/v1/codebook";
    private static final Path FILE = Path.of("..", "docs", "codebook.md");
    /** The types of a Table Schema that are used. */
    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean", "date", "datetime");

    @Test
    void the_committed_codebook_is_the_one_that_is_served() throws IOException {
        Response served = given().accept("text/markdown").get(CODEBOOK);
        assertThat(served.contentType()).isEqualTo("text/markdown;charset=UTF-8");
        if ("write".equals(System.getProperty("parole.docs"))) {
            Files.writeString(FILE, served.asString());
        }
        assertThat(served.asString()).isEqualTo(Files.readString(FILE));
    }

    @Test
    void every_column_of_every_table_has_a_type_and_a_meaning() {
        List<Map<String, Object>> tables = given().get(CODEBOOK).jsonPath().getList("tables");
        assertThat(tables).extracting(table -> table.get("name")).contains("quotes", "speakers", "documents",
                "release-reports", "tallies", "estimates", "tally-series", "timeline", "search", "changes");
        for (Map<String, Object> table : tables) {
            List<Map<String, Object>> fields = given().get(CODEBOOK).jsonPath()
                    .getList("tables.find { it.name == '" + table.get("name") + "' }.schema.fields");
            assertThat(fields).as(table.get("name").toString()).isNotEmpty().allSatisfy(field -> {
                assertThat(TYPES).contains((String) field.get("type"));
                assertThat((String) field.get("description")).as(field.get("name").toString()).isNotBlank();
            });
        }
    }

    @Test
    void a_column_with_few_values_names_them() {
        List<String> values = given().get(CODEBOOK).jsonPath().getList(
                "tables.find { it.name == 'estimates' }.schema.fields.find { it.name == 'policy' }.constraints.enum");
        assertThat(values).containsExactly("CONSENSUS", "LATEST", "CAUTIOUS", "VERIFIED");
    }

    @Test
    void it_is_not_sent_again_while_it_is_the_same_and_can_be_saved() {
        String etag = given().get(CODEBOOK).header("ETag");
        assertThat(given().header("If-None-Match", etag).get(CODEBOOK).statusCode()).isEqualTo(304);
        Response saved = given().get(CODEBOOK + "?format=md");
        assertThat(saved.header("Content-Disposition")).isEqualTo("attachment; filename=\"codebook.md\"");
        assertThat(given().accept("text/markdown").header("If-None-Match", saved.header("ETag")).get(CODEBOOK)
                .statusCode()).isEqualTo(304);
    }

    @Test
    void a_format_that_it_does_not_come_in_is_refused() {
        assertThat(given().get(CODEBOOK + "?format=csv").statusCode()).isEqualTo(406);
        assertThat(given().get(CODEBOOK + "?format=pdf").statusCode()).isEqualTo(400);
    }
}
