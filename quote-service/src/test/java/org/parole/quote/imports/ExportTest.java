package org.parole.quote.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.imports.Uploads.imported;
import static org.parole.quote.imports.Uploads.line;
import static org.parole.quote.imports.Uploads.lines;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.patch;
import static org.parole.quote.support.Api.retract;
import static org.parole.quote.support.Problems.assertInvalidParameter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.Parquet;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ExportTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The id of a speaker with so many quotes, more than a page of an export has. */
    static String speakerOf(String name, int quotes) {
        List<String> file = lines(name, quotes).stream()
                .map(line -> line.replaceAll("Speaker " + name + " \\d+", "Exported " + name)
                        .replaceAll("\"id\":\"Q\\d+\"", "\"id\":\"" + Uploads.item(name, 0) + "\""))
                .toList();
        imported(file, "dataset", name, "licence", "CC-BY-4.0");
        return get("/speakers?wikidataId=" + Uploads.item(name, 0)).getString("items[0].id");
    }

    static Response export(String what, Object... parameters) {
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
    void a_download_that_broke_off_is_continued_from_its_last_byte() throws Exception {
        String speaker = speakerOf("exh", 40);
        Response whole = plain("/api/v1/exports/quotes?speaker=" + speaker);
        String tag = whole.header("ETag");
        byte[] bytes = whole.asByteArray();
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        Response rest = plainly().header("Range", "bytes=5000-").header("If-Range", tag)
                .get("/api/v1/exports/quotes?speaker=" + speaker);
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.header("Content-Range")).isEqualTo("bytes 5000-" + (bytes.length - 1) + "/" + bytes.length);
        assertThat(rest.header("ETag")).isEqualTo(tag);
        assertThat(rest.asByteArray()).isEqualTo(Arrays.copyOfRange(bytes, 5_000, bytes.length));

        String then = "/api/v1/exports/quotes?speaker=" + speaker + "&asOf=" + whole.header("Export-As-Of");
        Response some = plainly().header("Range", "bytes=10-19").get(then);
        assertThat(some.asByteArray()).isEqualTo(Arrays.copyOfRange(bytes, 10, 20));
        Response last = plainly().header("Range", "bytes=-7").get(then);
        assertThat(last.asByteArray()).isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 7, bytes.length));
        Response behind = plainly().header("Range", "bytes=" + bytes.length + "-").get(then);
        assertThat(behind.statusCode()).isEqualTo(416);
        assertThat(behind.header("Content-Range")).isEqualTo("bytes */" + bytes.length);
        assertThat(plainly().header("If-None-Match", tag).get(then).statusCode())
                .isEqualTo(304);
        for (String ignored : List.of("bytes=9-3", "bytes=0-1,4-5", "rows=1-", "bytes=x-")) {
            assertThat(plainly().header("Range", ignored).get(then).statusCode()).as(ignored).isEqualTo(200);
        }

        // Something is recorded: the beginning that the client has is of another file, unless it names the record time.
        imported(List.of(line("exh-later", "Exported exh", Uploads.item("exh", 0), "We say one thing more")), "dataset",
                "exh");
        Response changed = plainly().header("Range", "bytes=5000-").header("If-Range", tag)
                .get("/api/v1/exports/quotes?speaker=" + speaker);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.asString().lines()).hasSize(41);
        assertThat(plainly().header("Range", "bytes=5000-").header("If-Range", tag).get(then).asByteArray())
                .isEqualTo(rest.asByteArray());
        assertThat(
                plainly().header("Range", "bytes=5000-").get("/api/v1/exports/quotes?speaker=" + speaker).statusCode())
                .isEqualTo(200);
    }

    @Test
    void text_is_compressed_for_those_who_take_it_and_has_another_tag_then() throws Exception {
        String speaker = speakerOf("exi", 30);
        Response plain = plain("/api/v1/exports/quotes?format=csv&speaker=" + speaker);
        String path = "/api/v1/exports/quotes?format=csv&speaker=" + speaker + "&asOf=" + plain.header("Export-As-Of");
        HttpResponse<byte[]> gzip = asked(path, "Accept-Encoding", "gzip");
        assertThat(gzip.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain.asByteArray());
        assertThat(gzip.headers().firstValue("ETag")).contains(plain.header("ETag").replaceFirst("\"$", "-gzip\""));
        // A part is one of the plain file, whatever the client takes.
        HttpResponse<byte[]> part = asked(path, "Accept-Encoding", "gzip", "Range", "bytes=100-199");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Encoding").orElse("identity")).isEqualTo("identity");
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(plain.asByteArray(), 100, 200));
        HttpResponse<byte[]> parquet = asked(path.replace("format=csv", "format=parquet"), "Accept-Encoding", "gzip");
        assertThat(parquet.headers().firstValue("Content-Encoding").orElse("identity")).isEqualTo("identity");
    }

    private static Response plain(String path) {
        return plainly().get(path);
    }

    /** A request for what is not compressed: the client of these tests asks for gzip by itself, unless it cannot read it. */
    private static RequestSpecification plainly() {
        return given()
                .config(RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
    }

    private static HttpResponse<byte[]> asked(String path, String... headers) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                        .headers(headers).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void parquet_has_the_values_of_ndjson_in_nested_columns() throws Exception {
        String speaker = speakerOf("exj", 1_200);
        Response ndjson = export("quotes", "speaker", speaker);
        String asOf = ndjson.header("Export-As-Of");
        Response parquet = export("quotes", "speaker", speaker, "format", "parquet", "asOf", asOf);
        assertThat(parquet.contentType()).isEqualTo("application/vnd.apache.parquet");
        JsonPath manifest = export("quotes/datapackage.json", "speaker", speaker, "format", "parquet", "asOf", asOf)
                .jsonPath();
        assertThat(manifest.getInt("resources[0].rows")).isEqualTo(1_200);
        assertThat(manifest.getString("resources[0].hash")).isEqualTo("sha256:" + HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(parquet.asByteArray())));
        Path file = Files.createTempFile("export", ".parquet");
        try {
            Files.write(file, parquet.asByteArray());
            List<String> found = Parquet.ask("select id, content, kind, speaker.name, document.outlet.name, channel,"
                    + " verification.status, epoch_us(recordedAt), len(anchors), anchors[1].exact, len(about.parties),"
                    + " dataset, licence from '" + file + "'");
            assertThat(found).hasSize(1_200).isEqualTo(ndjson.asString().lines().map(ExportTest::read).map(row -> String
                    .join("|", row.path("id").asText(), row.path("content").asText(), row.path("kind").asText(),
                            row.path("speaker").path("name").asText(),
                            row.path("document").path("outlet").path("name").asText(), row.path("channel").asText(),
                            row.path("verification").path("status").asText(),
                            String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH,
                                    Instant.parse(row.path("recordedAt").asText()))),
                            String.valueOf(row.path("anchors").size()),
                            row.path("anchors").path(0).path("exact").asText("null"),
                            String.valueOf(row.path("about").path("parties").size()), row.path("dataset").asText(),
                            row.path("licence").asText()))
                    .toList());
        } finally {
            Files.delete(file);
        }
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

    @Test
    void records_show_the_data_set_and_the_licence_that_they_came_with_and_an_export_brings_both_to_another_place() {
        String speaker = speakerOf("exg", 2);
        List<String> first = export("quotes", "speaker", speaker).asString().lines().toList();
        JsonNode quote = read(first.get(0));
        assertThat(List.of(quote.path("dataset").asText(), quote.path("licence").asText()))
                .containsExactly("exg", "CC-BY-4.0");
        JsonPath single = get("/quotes/" + quote.path("id").asText());
        assertThat(List.of(single.getString("dataset"), single.getString("licence"))).containsExactly("exg",
                "CC-BY-4.0");
        String documentId = quote.path("document").path("id").asText();
        JsonPath document = get("/documents/" + documentId);
        assertThat(List.of(document.getString("dataset"), document.getString("licence"))).containsExactly("exg",
                "CC-BY-4.0");
        JsonPath retitled = patch("/documents/" + documentId, "{\"title\": \"A title\"}").then()
                .statusCode(200).extract().jsonPath();
        assertThat(retitled.getString("dataset")).isEqualTo("exg");
        String csv = export("quotes", "speaker", speaker, "format", "csv").asString();
        assertThat(csv.lines().findFirst().orElseThrow()).endsWith("dataset,licence");
        assertThat(csv.lines().skip(1)).allMatch(row -> row.endsWith(",exg,CC-BY-4.0"));

        Uploads.assertCounts(imported(first, "format", "parole", "dataset", "copy-of-exg"), 2, 2, 0, 0, 0);
        List<JsonNode> both = export("quotes", "speaker", speaker).asString().lines().map(ExportTest::read).toList();
        assertThat(both).hasSize(4).allMatch(row -> row.path("dataset").asText().equals("exg")
                && row.path("licence").asText().equals("CC-BY-4.0"));
        assertThat(get("/documents/" + both.get(3).path("document").path("id").asText()).getString("dataset"))
                .isEqualTo("exg");
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
        assertInvalidParameter(export("quotes", "format", "avro"), "format",
                "must be ndjson, csv, xlsx, parquet or jsonld");
        assertInvalidParameter(export("speakers", "format", "jsonld"), "format", "no JSON-LD");
        assertInvalidParameter(export("quotes", "order", "relevance"), "order", "must be newest, oldest or recorded");
        assertInvalidParameter(export("quotes", "asOf", "2999-01-01T00:00:00Z"), "asOf", "future");
        assertInvalidParameter(export("quotes", "skip", -1), "skip", "must be 0 or more");
        assertInvalidParameter(export("quotes", "skip", "[]"), "skip", "must be a whole number");
        assertInvalidParameter(export("quotes", "skip", "1e3"), "skip", "must be a whole number");
    }

    static JsonNode read(String row) {
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
