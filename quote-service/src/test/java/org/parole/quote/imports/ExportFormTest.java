package org.parole.quote.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.parole.quote.imports.ExportTest.export;
import static org.parole.quote.imports.ExportTest.read;
import static org.parole.quote.imports.ExportTest.speakerOf;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** In which form an export comes, and under which address its linked data name things. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ExportFormTest {

    @Test
    void linked_data_of_an_export_bear_the_address_that_the_gateway_tells() {
        String speaker = speakerOf("exd", 2);
        Response linked = given().header("Parole-Public-Url", "https://parole.example.org")
                .queryParam("speaker", speaker).queryParam("format", "jsonld").get("/api/v1/exports/quotes");
        assertThat(linked.asString()).doesNotContain("localhost", "127.0.0.1");
        assertThat(linked.asString().lines().map(row -> read(row).path("@id").asText())).hasSize(2)
                .allMatch(id -> id.startsWith("https://parole.example.org/api/v1/quotes/"));
        assertThat(export("quotes", "speaker", speaker, "format", "jsonld", "asOf", linked.header("Export-As-Of"))
                .header("ETag")).isNotEqualTo(linked.header("ETag"));
    }

    @Test
    void a_table_is_exported_as_the_parameters_of_its_type_ask() {
        String speaker = speakerOf("exe", 3);
        Response plain = accepting("text/csv", speaker, "csv");
        assertThat(plain.contentType()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(plain.asString()).startsWith("id,revision");
        Response marked = accepting("text/csv; bom=yes", speaker, "csv");
        assertThat(marked.asByteArray()).startsWith(0xEF, 0xBB, 0xBF, 'i', 'd');
        Response bare = accepting("text/csv; header=absent", speaker, "csv");
        assertThat(bare.asString()).isEqualTo(plain.asString().replaceFirst("id,.*\r\n", ""));
        assertThat(bare.contentType()).contains("header=absent");
        assertThat(List.of(plain.header("ETag"), marked.header("ETag"), bare.header("ETag"))).doesNotHaveDuplicates();
        assertThat(accepting("text/csv; header=absent; bom=yes", speaker, "csv").asString())
                .isEqualTo("\uFEFF" + bare.asString());
        for (String wrong : List.of("bom=maybe", "header=none")) {
            accepting("text/csv; " + wrong, speaker, "csv").then().statusCode(406)
                    .body("detail", containsString("The parameter " + wrong.replaceFirst("=.*", "")));
        }
    }

    @Test
    void the_accepted_type_chooses_the_format_where_no_parameter_does() {
        String speaker = speakerOf("exf", 2);
        assertThat(accepting("text/csv;bom=yes", speaker, null).asString()).startsWith("\uFEFFid,");
        assertThat(accepting("application/ld+json", speaker, null).asString()).startsWith("{\"@context\"");
        assertThat(accepting("application/vnd.apache.parquet", speaker, null).asByteArray()).startsWith('P', 'A', 'R');
        for (String other : List.of("*/*", "application/json", "text/csv;q=0.2, application/x-ndjson")) {
            assertThat(accepting(other, speaker, null).contentType()).startsWith("application/x-ndjson");
        }
        assertThat(accepting("text/csv", speaker, "ndjson").asString()).startsWith("{\"id\"");
    }

    private static Response accepting(String accepted, String speaker, String format) {
        RequestSpecification request = given().header("Accept", accepted).queryParam("speaker", speaker);
        return (format == null ? request : request.queryParam("format", format)).get("/api/v1/exports/quotes");
    }
}
