package org.parole.quote.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.imports.Uploads.assertCounts;
import static org.parole.quote.imports.Uploads.ended;
import static org.parole.quote.imports.Uploads.idOf;
import static org.parole.quote.imports.Uploads.imported;
import static org.parole.quote.imports.Uploads.quotesOf;
import static org.parole.quote.imports.Uploads.refused;
import static org.parole.quote.imports.Uploads.upload;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Problems.assertProblem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** W3C Web Annotations as archives. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AnnotationImportTest {

    private static final String ANNOTATION = """
            {"@context":"http://www.w3.org/ns/anno.jsonld","id":"https://anno.example/%1$s","type":"Annotation","motivation":"highlighting",\
            "creator":{"type":"Person","name":"Anna Annotator"},\
            "body":[{"type":"Person","name":"%2$s","id":"https://www.wikidata.org/entity/%5$s"},\
            {"type":"TextualBody","purpose":"tagging","value":"prisoner exchange"},\
            {"type":"TextualBody","purpose":"commenting","value":"Check this"}],\
            "target":{"source":{"id":"https://news.example/%3$s","datePublished":"2020-04-07","language":"en","title":"Talks"},\
            "selector":[{"type":"TextQuoteSelector","exact":"%4$s","prefix":"He said: \\u201c","suffix":"\\u201d and left."},\
            {"type":"TextPositionSelector","start":10,"end":30}]}}""";

    private static String annotation(String key, String speaker, String words) {
        return ANNOTATION.formatted(key, speaker, key, words, "Q" + (7_000_000 + Math.abs(key.hashCode() % 900_000)));
    }

    private static Response sent(String body, String dataset) {
        return upload(body.getBytes(StandardCharsets.UTF_8), null, "format", "annotation", "dataset", dataset);
    }

    @Test
    void an_annotation_becomes_a_quote_of_the_person_in_its_body_and_not_of_its_creator() {
        String line = annotation("anno-a", "Anno Alpha", "We shall free them all");
        JsonPath job = imported(List.of(line), "format", "annotation", "dataset", "anno-a");
        assertCounts(job, 1, 1, 0, 0, 0);
        JsonPath quote = quotesOf("Anno Alpha");
        assertThat(quote.getString("items[0].content")).isEqualTo("We shall free them all");
        assertThat(quote.getString("items[0].kind")).isEqualTo("DIRECT");
        assertThat(quote.getString("items[0].language")).isEqualTo("en");
        assertThat(quote.getList("items[0].about.topics")).containsExactly("prisoner exchange");
        assertThat(quote.getString("items[0].verification.status")).isEqualTo("UNCHECKED");
        assertThat(quote.getString("items[0].document.publishedAt")).isEqualTo("2020-04-07");
        assertThat(get("/speakers?name=Anna Annotator").getList("items")).isEmpty();
        assertThat(get("/speakers/" + quote.getString("items[0].speaker.id")).getString("wikidataId")).startsWith("Q7");
        assertCounts(imported(List.of(line), "format", "annotation", "dataset", "anno-a"), 1, 0, 1, 0, 0);
        String corrected = line.replace("free them all", "free them now");
        assertCounts(imported(List.of(corrected), "format", "annotation", "dataset", "anno-a"), 1, 0, 0, 1, 0);
        assertThat(quotesOf("Anno Alpha").getString("items[0].content")).isEqualTo("We shall free them now");
    }

    @Test
    void arrays_pages_and_collections_give_the_same_as_lines_and_other_pages_are_named() {
        String one = annotation("anno-b1", "Anno Beta", "The first words of this");
        String two = annotation("anno-b2", "Anno Beta", "Quite other words than before");
        assertCounts(ended(idOf(sent("[" + one + ",\n" + two + "]", "anno-b"))), 2, 2, 0, 0, 0);
        String page = "{\n \"items\": [" + one + "," + two
                + "],\n \"type\": \"AnnotationPage\", \"next\": \"https://anno.example/p2\"}";
        JsonPath job = ended(idOf(sent(page, "anno-b")));
        assertCounts(job, 2, 0, 2, 0, 0);
        assertThat(job.getList("passedOver"))
                .containsExactly("The page https://anno.example/p2 is another file, which was not fetched");
        String collection = "{\"type\":\"AnnotationCollection\",\"total\":2,\"first\":" + page + "}";
        assertCounts(ended(idOf(sent(collection, "anno-b"))), 2, 0, 2, 0, 0);
        String pretty = "\uFEFF{\n"
                + one.substring(1).replace(",\"type\":\"Annotation\"", ",\n\"type\":\"Annotation\"");
        assertCounts(ended(idOf(sent(pretty, "anno-b"))), 1, 0, 1, 0, 0);
        assertCounts(ended(idOf(sent(one + "\r\n\r\n" + two, "anno-b"))), 2, 0, 2, 0, 0);
    }

    @Test
    void words_in_a_recorded_document_are_checked_there_and_offsets_count_code_points() {
        String document = org.parole.quote.support.Api.document();
        String url = get("/documents/" + document).getString("url");
        String text = "\uD83D\uDD4A He said: “We let them go” and left.";
        String tag = given().get("/api/v1/documents/" + document).header("ETag");
        as("editor").header("If-Match", tag).contentType("application/merge-patch+json; charset=UTF-8")
                .body(Map.of("text", text, "textKind", "FULL"))
                .patch("/api/v1/documents/" + document + "?reason=The text")
                .then()
                .statusCode(200);
        int start = text.codePointCount(0, text.indexOf("We let"));
        String line = annotation("anno-c", "Anno Gamma", "We let them go")
                .replaceFirst("\\{\"id\":\"https://news[^}]*}", "\"" + url + "\"")
                .replace("\"start\":10,\"end\":30", "\"start\":" + start + ",\"end\":" + (start + 14));
        String beyond = line.replace("anno-c", "anno-c2").replace("\"end\":" + (start + 14), "\"end\":900");
        JsonPath job = imported(List.of(line, beyond), "format", "annotation", "dataset", "anno-c");
        assertCounts(job, 2, 1, 0, 0, 1);
        assertThat(refused(job.getString("id")).get(0)).containsEntry("line", 2)
                .containsEntry("pointer", "/target/anchors/0/end");
        JsonPath quote = quotesOf("Anno Gamma");
        assertThat(quote.getString("items[0].document.id")).isEqualTo(document);
        assertThat(quote.getString("items[0].verification.status")).isEqualTo("EXACT");
        assertThat(quote.getInt("items[0].anchors[0].start")).isEqualTo(start);
    }

    @Test
    void what_is_no_quotation_is_refused_with_the_field_and_the_reason() {
        String good = annotation("anno-d0", "Anno Delta", "These are words of mine");
        String noSpeaker = good.replaceFirst("\"body\":\\[.*?\\],", "");
        List<String> file = List.of(good,
                noSpeaker.replace("anno-d0", "anno-d1").replace("highlighting", "commenting"),
                good.replace("anno-d0", "anno-d2").replaceFirst("\"target\":\\{.*",
                        "\"target\":\"https://news.example/d2\"}"),
                good.replace("anno-d0", "anno-d3").replace("TextQuoteSelector", "CssSelector"),
                good.replace("anno-d0", "anno-d4").replace("\"datePublished\":\"2020-04-07\",", ""),
                good.replace("anno-d0", "anno-d5").replace("\"start\":10", "\"start\":-1"),
                good.replace("anno-d0", "anno-d6").replace("\"datePublished\":\"2020-04-07\"",
                        "\"datePublished\":\"soon\""),
                "{\"type\":\"Person\"}", "{broken",
                good.replace("anno-d0", "anno-d9").replace("\"body\":[",
                        "\"body\":[{\"type\":\"Group\",\"name\":\"Officials\"},"));
        JsonPath job = imported(file, "format", "annotation", "dataset", "anno-d");
        assertCounts(job, 10, 1, 0, 0, 9);
        List<Map<String, Object>> refused = refused(job.getString("id"));
        assertThat(refused.stream().map(line -> line.get("line") + " " + line.get("pointer")).toList()).containsExactly(
                "2 /motivation", "3 /target", "4 /target/selector", "5 /target/source", "6 /target/selector/1/start",
                "7 /target/source/datePublished", "8 /type", "9 ", "10 /body/1");
        assertThat((String) refused.get(0).get("reason")).startsWith("is commenting, which marks no quotation");
        JsonPath strict = imported(file, "format", "annotation", "dataset", "anno-d-strict", "strict", true);
        assertThat(strict.getString("state")).isEqualTo("FAILED");
        assertThat(strict.getInt("refused")).isEqualTo(9);
    }

    @Test
    void a_name_without_a_kind_is_a_candidate_and_several_passages_are_joined_by_an_ellipsis() {
        String line = annotation("anno-e", "x", "We will go")
                .replaceFirst("\"body\":\\[\\{[^}]*}",
                        "\"body\":[{\"type\":\"TextualBody\",\"purpose\":\"identifying\",\"value\":\"Anno Epsilon\"}")
                .replaceFirst("\"target\":(\\{.*})}$", "\"target\":[$1,$1]}");
        int second = line.lastIndexOf("We will go");
        String two = line.substring(0, second) + "and not return" + line.substring(second + "We will go".length());
        assertCounts(imported(List.of(two), "format", "annotation", "dataset", "anno-e"), 1, 1, 0, 0, 0);
        JsonPath found = get("/quotes?speakerCandidate=Anno Epsilon");
        assertThat(found.getString("items[0].content")).isEqualTo("We will go … and not return");
        assertThat(found.getString("items[0].speaker")).isNull();
        assertThat(found.getList("items[0].anchors")).hasSize(2);
    }

    @Test
    void a_file_that_is_no_json_or_no_annotations_is_refused_as_a_whole() {
        String before = as("editor").get("/api/v1/imports?limit=1").jsonPath().getString("items[0].id");
        Response broken = sent("[" + annotation("anno-f", "Anno Zeta", "Never to be read") + ", {", "anno-f");
        assertProblem(broken, 400, "malformed-request");
        assertThat(broken.jsonPath().getString("detail")).contains("The error is at line 1, column");
        byte[] invalid = ("[" + annotation("anno-f", "Anno Z?ta", "Never to be read") + "]")
                .getBytes(StandardCharsets.UTF_8);
        invalid[new String(invalid, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xFF;
        assertProblem(upload(invalid, null, "format", "annotation"), 400, "malformed-request");
        assertProblem(sent("[{\"a\":1},{\"a\":2}]", "anno-f"), 422, "invalid-body");
        assertProblem(sent("{\"type\":\"AnnotationCollection\",\"first\":\"https://anno.example/p1\"}", "anno-f"), 400,
                "malformed-request");
        assertThat(as("editor").get("/api/v1/imports?limit=1").jsonPath().getString("items[0].id")).isEqualTo(before);
    }

    @Test
    void an_import_of_annotations_is_undone() {
        String line = annotation("anno-g", "Anno Eta", "This will be taken back");
        String id = imported(List.of(line), "format", "annotation", "dataset", "anno-g").getString("id");
        String quote = quotesOf("Anno Eta").getString("items[0].id");
        as("editor").contentType(ContentType.JSON).body(Map.of("reason", "Wrong file"))
                .post("/api/v1/imports/" + id + "/retraction").then().statusCode(202);
        assertThat(ended(id).getString("state")).isEqualTo("UNDONE");
        assertProblem(given().get("/api/v1/quotes/" + quote), 410, "retracted");
        assertThat(get("/documents?url=https://news.example/anno-g").getList("items")).isEmpty();
    }
}
