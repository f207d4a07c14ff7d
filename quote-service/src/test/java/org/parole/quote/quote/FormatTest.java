package org.parole.quote.quote;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.with;
import static org.parole.quote.support.Problems.assertProblem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class FormatTest {

    private String document;
    private String speaker;

    @BeforeEach
    void twoQuotes() {
        document = document();
        speaker = speaker();
        created("/quotes", quoteBody(document, speaker));
        created("/quotes", with(quoteBody(document, speaker), "content", "=HYPERLINK(\"x\"), \u0644\u0627", "saidOn",
                "2020-04-06", "anchors", List.of(Map.of("exact", "fruitless meetings"))));
    }

    @Test
    void for_programs_every_text_is_as_it_was_recorded() {
        Response csv = given().accept("text/csv").get("/api/v1/quotes?document=" + document);
        assertThat(csv.contentType()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(csv.asString()).startsWith("id,").contains("\"=HYPERLINK(\"\"x\"\"), \u0644\u0627\"")
                .doesNotContain("'=HYPERLINK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=iso-8859-1", "application/ld+json;charset=utf-16",
            "text/csv;charset=iso-8859-1", "application/x-ndjson;charset=us-ascii"})
    void the_charset_is_that_of_the_bytes(String accepted) {
        Response response = given().header("Accept", accepted).get("/api/v1/quotes?document=" + document);
        assertThat(response.contentType()).containsIgnoringCase("charset=utf-8").doesNotContain("8859", "16", "ascii");
        assertThat(new String(response.asByteArray(), StandardCharsets.UTF_8)).contains("\u0644\u0627");
    }

    @Test
    void linked_data_bear_public_addresses_and_the_verification() {
        ExtractableResponse<Response> list = given().accept("application/ld+json")
                .header("Parole-Public-Url", "https://parole.example.org")
                .get("/api/v1/quotes?limit=1&document=" + document).then().statusCode(200).extract();
        assertThat(list.asString()).doesNotContain("localhost", "127.0.0.1");
        JsonPath json = list.jsonPath();
        assertThat(json.getString("'@id'"))
                .isEqualTo("https://parole.example.org/api/v1/quotes?limit=1&document=" + document);
        assertThat(json.getString("nextPage")).startsWith("https://parole.example.org/api/v1/quotes?limit=1&document=")
                .contains("&cursor=");
        assertThat(json.getString("itemListElement[0].'@id'"))
                .startsWith("https://parole.example.org/api/v1/quotes/");
        assertThat(json.getString("itemListElement[0].verification.status")).isEqualTo("EXACT");
        assertThat(json.getString("itemListElement[0].verification.passage")).isEqualTo("EXACT");
        assertThat(json.getString("itemListElement[0].verification.words")).isEqualTo("SAME");
        assertThat(json.getString("itemListElement[0].isPartOf.'@id'"))
                .isEqualTo("https://parole.example.org/api/v1/documents/" + document);
        given().accept("application/ld+json").header("Parole-Public-Url", "https://evil.example/\"<script>")
                .get("/api/v1/quotes?limit=1&document=" + document).then().statusCode(200)
                .body(not(containsString("evil")));
    }

    @Test
    void csv_is_safe_for_spreadsheets_and_paged() {
        Response marked = given().accept("text/csv; header=present; bom=yes")
                .get("/api/v1/quotes?document=" + document);
        assertThat(marked.asByteArray()).startsWith(0xEF, 0xBB, 0xBF, 'i', 'd');
        Response response = given().accept("text/csv; bom=yes").get("/api/v1/quotes?limit=1&document=" + document);
        assertThat(response.contentType()).startsWith("text/csv");
        assertThat(response.asString()).startsWith("\uFEFFid,revision,")
                .contains("speaker.name", "document.outlet.name")
                .contains("We ask the Taliban");
        String link = response.header("Link");
        assertThat(link).startsWith("</api/v1/quotes?").endsWith("; rel=\"next\"");
        Response second = given().accept("text/csv; bom=yes").urlEncodingEnabled(false)
                .get(link.substring(1, link.indexOf('>')));
        assertThat(second.asString()).contains("\"'=HYPERLINK(\"\"x\"\"), \u0644\u0627\"");
        assertThat(second.header("Link")).isNull();
    }

    @Test
    void ndjson_has_one_quote_a_line() {
        String[] lines = given().accept("application/x-ndjson").get("/api/v1/quotes?document=" + document).asString()
                .split("\n");
        assertThat(lines).hasSize(2).allMatch(line -> line.startsWith("{\"id\":") && line.endsWith("}"));
    }

    @Test
    void json_ld_is_a_quotation_with_web_annotations() {
        JsonPath list = given().accept("application/ld+json").get("/api/v1/quotes?document=" + document).then()
                .statusCode(200).extract().jsonPath();
        assertThat(list.getString("'@type'")).isEqualTo("ItemList");
        assertThat(list.getInt("numberOfItems")).isEqualTo(2);
        String id = list.getString("itemListElement[1].'@id'");
        Response response = given().accept("application/ld+json").get(id.substring(id.indexOf("/api")));
        assertThat(response.contentType()).startsWith("application/ld+json");
        JsonPath quotation = response.jsonPath();
        assertThat(quotation.getString("'@type'")).isEqualTo("Quotation");
        assertThat(quotation.getString("'@context'[0]")).isEqualTo("https://schema.org/");
        assertThat(quotation.getString("creator.roleName")).startsWith("a spokesman");
        assertThat(quotation.getString("creator.creator.'@id'")).endsWith("/api/v1/speakers/" + speaker);
        assertThat(quotation.getString("isPartOf.publisher.name")).startsWith("Outlet");
        assertThat(quotation.getList("annotation[0].'oa:hasTarget'.'oa:hasSelector'.'@type'", String.class))
                .containsExactly("oa:TextQuoteSelector", "oa:TextPositionSelector");
    }

    @Test
    void other_formats_are_not_to_be_had() {
        assertProblem(given().accept("application/pdf").get("/api/v1/quotes"), 406, "not-acceptable");
    }
}
