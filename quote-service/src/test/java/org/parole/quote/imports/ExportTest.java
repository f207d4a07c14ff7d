package org.parole.quote.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.imports.Uploads.imported;
import static org.parole.quote.imports.Uploads.line;
import static org.parole.quote.imports.Uploads.lines;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.retract;
import static org.parole.quote.support.Problems.assertInvalidParameter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ExportTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The id of a speaker with so many quotes, more than a page of an export has. */
    private static String speakerOf(String name, int quotes) {
        List<String> file = lines(name, quotes).stream()
                .map(line -> line.replaceAll("Speaker " + name + " \\d+", "Exported " + name)
                        .replaceAll("\"id\":\"Q\\d+\"", "\"id\":\"" + Uploads.item(name, 0) + "\""))
                .toList();
        imported(file, "dataset", name, "licence", "CC-BY-4.0");
        return get("/speakers?wikidataId=" + Uploads.item(name, 0)).getString("items[0].id");
    }

    private static Response export(String what, Object... parameters) {
        RequestSpecification request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam((String) parameters[i], parameters[i + 1]);
        }
        return request.get("/api/v1/exports/" + what);
    }

    @Test
    void all_rows_come_in_every_format_and_the_manifest_tells_the_same_file() throws Exception {
        String speaker = speakerOf("exa", 1_300);
        Response ndjson = export("quotes", "speaker", speaker);
        assertThat(ndjson.statusCode()).isEqualTo(200);
        assertThat(ndjson.contentType()).startsWith("application/x-ndjson");
        assertThat(ndjson.header("Content-Disposition")).isEqualTo("attachment; filename=\"quotes.ndjson\"");
        List<String> rows = ndjson.asString().lines().toList();
        assertThat(rows).hasSize(1_300);
        assertThat(rows.stream().map(row -> read(row).path("id").asText()).distinct()).hasSize(1_300);

        String asOf = ndjson.header("Export-As-Of");
        JsonPath manifest = export("quotes/datapackage.json", "speaker", speaker, "asOf", asOf).then().statusCode(200)
                .extract()
                .jsonPath();
        assertThat(manifest.getInt("resources[0].rows")).isEqualTo(1_300);
        assertThat(manifest.getString("resources[0].hash")).isEqualTo("sha256:" + HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(ndjson.asByteArray())));
        assertThat(manifest.getInt("resources[0].bytes")).isEqualTo(ndjson.asByteArray().length);
        assertThat(manifest.getString("asOf")).isEqualTo(asOf);
        assertThat(manifest.getString("filters.speaker")).isEqualTo(speaker);
        assertThat(manifest.getList("licenses.name")).contains("CC-BY-4.0");
        assertThat(manifest.getList("sources.title")).contains("exa");

        Response csv = export("quotes", "speaker", speaker, "format", "csv", "asOf", asOf);
        assertThat(csv.asString().lines()).hasSize(1_301);
        JsonPath table = export("quotes/datapackage.json", "speaker", speaker, "format", "csv", "asOf", asOf)
                .jsonPath();
        assertThat(String.join(",", table.getList("resources[0].schema.fields.name", String.class)))
                .isEqualTo(csv.asString().lines().findFirst().orElseThrow().replace("\"", ""));

        Response linked = export("quotes", "speaker", speaker, "format", "jsonld", "asOf", asOf);
        assertThat(linked.contentType()).startsWith("application/x-ndjson");
        assertThat(linked.asString().lines().map(row -> read(row).path("@type").asText())).hasSize(1_300)
                .containsOnly("Quotation");
        assertThat(sheetRows(export("quotes", "speaker", speaker, "format", "xlsx", "asOf", asOf))).isEqualTo(1_301);
    }

    @Test
    void what_is_recorded_later_is_not_in_an_export_of_a_time_before() {
        String speaker = speakerOf("exb", 3);
        Response before = export("quotes", "speaker", speaker);
        imported(List.of(line("exb-later", "Exported exb", Uploads.item("exb", 0), "We say one thing more")), "dataset",
                "exb");
        retract("/quotes/" + read(before.asString().lines().findFirst().orElseThrow()).path("id").asText()).then()
                .statusCode(204);
        assertThat(export("quotes", "speaker", speaker, "asOf", before.header("Export-As-Of")).asString())
                .isEqualTo(before.asString());
        assertThat(export("quotes", "speaker", speaker).asString().lines()).hasSize(3);
    }

    @Test
    void an_export_that_broke_off_is_continued() {
        String speaker = speakerOf("exc", 30);
        Response whole = export("quotes", "speaker", speaker, "format", "csv");
        Response rest = export("quotes", "speaker", speaker, "format", "csv", "skip", 12, "asOf",
                whole.header("Export-As-Of"));
        assertThat(rest.asString().lines().toList())
                .isEqualTo(whole.asString().lines().skip(13).toList()).hasSize(18);
    }

    @Test
    void documents_and_speakers_are_exported_too() {
        speakerOf("exd", 5);
        assertThat(export("documents", "language", "en").asString().lines()
                .filter(row -> read(row).path("citation").asText().startsWith("Quotebank exd-"))).hasSize(5);
        assertThat(export("speakers", "wikidataId", Uploads.item("exd", 0), "format", "csv").asString())
                .contains("Exported exd");
    }

    @Test
    void a_formula_in_a_cell_stays_text() throws IOException {
        imported(List.of(line("exe-1", "Exported exe", Uploads.item("exe", 0), "=HYPERLINK(1)+cmd")), "dataset", "exe");
        String speaker = get("/speakers?wikidataId=" + Uploads.item("exe", 0)).getString("items[0].id");
        String sheet = sheet(export("quotes", "speaker", speaker, "format", "xlsx"));
        assertThat(sheet).contains("=HYPERLINK(1)+cmd").doesNotContain("<f>");
    }

    @Test
    void what_is_exported_is_imported_to_the_same_words_speakers_and_documents() {
        String speaker = speakerOf("exf", 12);
        List<String> first = export("quotes", "speaker", speaker).asString().lines().toList();
        JsonPath job = imported(first, "format", "parole", "dataset", "copy-of-exf");
        Uploads.assertCounts(job, 12, 12, 0, 0, 0);
        List<String> copies = export("quotes", "speaker", speaker).asString().lines()
                .filter(row -> !first.contains(row) && read(row).path("occurrences").asInt() == 2).toList();
        List<String> both = export("quotes", "speaker", speaker).asString().lines().map(ExportTest::withoutIdentity)
                .toList();
        assertThat(both).hasSize(24);
        for (String row : first) {
            assertThat(both.stream().filter(withoutIdentity(row)::equals)).as(row).hasSize(2);
        }
        // The same words in another document, as Parole has it now.
        assertThat(copies).hasSize(24);
        Uploads.assertCounts(imported(first, "format", "parole", "dataset", "copy-of-exf"), 12, 0, 12, 0, 0);
    }

    /** What a quote says, without what tells it from another one of the same words. */
    private static String withoutIdentity(String row) {
        ObjectNode quote = (com.fasterxml.jackson.databind.node.ObjectNode) read(row);
        quote.remove(
                List.of("id", "recordedAt", "verification", "occurrenceOf", "occurrences", "independentOccurrences"));
        ((com.fasterxml.jackson.databind.node.ObjectNode) quote.path("document")).remove("id");
        quote.remove("anchors");
        return quote.toString();
    }

    @Test
    void what_cannot_be_exported_so_is_a_problem() {
        assertInvalidParameter(export("quotes", "format", "parquet"), "format", "must be ndjson, csv, xlsx or jsonld");
        assertInvalidParameter(export("speakers", "format", "jsonld"), "format", "no JSON-LD");
        assertInvalidParameter(export("quotes", "order", "relevance"), "order", "must be newest, oldest or recorded");
        assertInvalidParameter(export("quotes", "asOf", "2999-01-01T00:00:00Z"), "asOf", "future");
        assertInvalidParameter(export("quotes", "skip", -1), "skip", "must be 0 or more");
    }

    private static com.fasterxml.jackson.databind.JsonNode read(String row) {
        try {
            return MAPPER.readTree(row);
        } catch (IOException e) {
            throw new AssertionError(row, e);
        }
    }

    private static long sheetRows(Response workbook) throws IOException {
        return java.util.regex.Pattern.compile("<row ").matcher(sheet(workbook)).results().count();
    }

    private static String sheet(Response workbook) throws IOException {
        // By the directory at its end, as spreadsheets read it: the entries say their sizes only behind their data.
        Path file = Files.createTempFile("export", ".xlsx");
        try {
            Files.write(file, workbook.asByteArray());
            try (ZipFile zip = new ZipFile(file.toFile())) {
                ZipEntry sheet = zip.getEntry("xl/worksheets/sheet1.xml");
                return new String(zip.getInputStream(sheet).readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }
}
