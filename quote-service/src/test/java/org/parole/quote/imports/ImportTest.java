package org.parole.quote.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.imports.Uploads.assertCounts;
import static org.parole.quote.imports.Uploads.bytes;
import static org.parole.quote.imports.Uploads.ended;
import static org.parole.quote.imports.Uploads.idOf;
import static org.parole.quote.imports.Uploads.imported;
import static org.parole.quote.imports.Uploads.line;
import static org.parole.quote.imports.Uploads.lines;
import static org.parole.quote.imports.Uploads.quotesOf;
import static org.parole.quote.imports.Uploads.refused;
import static org.parole.quote.imports.Uploads.upload;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.patch;
import static org.parole.quote.support.Api.unique;
import static org.parole.quote.support.Problems.assertInvalidParameter;
import static org.parole.quote.support.Problems.assertProblem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.parole.kit.dev.PostgresTestResource;

import io.airlift.compress.zstd.ZstdOutputStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ImportTest {

    @Test
    void every_row_is_written_once_and_the_same_file_again_changes_nothing() {
        List<String> file = lines("alpha", 1_200);
        JsonPath first = imported(file, "dataset", "alpha-2020", "licence", "CC-BY-4.0");
        assertThat(first.getString("state")).isEqualTo("DONE");
        assertThat(first.getString("dataset")).isEqualTo("alpha-2020");
        assertThat(first.getString("licence")).isEqualTo("CC-BY-4.0");
        assertCounts(first, 1_200, 1_200, 0, 0, 0);

        JsonPath quotes = quotesOf("Speaker alpha 8");
        assertThat(quotes.getList("items")).hasSize(24);
        assertThat(quotes.getString("items[0].recordedBy")).isEqualTo("test-editor");
        assertThat(quotes.getString("items[0].document.publishedAt")).isEqualTo("2020-01-16T12:00:13Z");
        assertThat(quotes.getString("items[0].verification.status")).isEqualTo("UNCHECKED");
        assertThat(get("/speakers?wikidataId=" + Uploads.item("alpha", 8))
                .getList("items.name")).containsExactly("Speaker alpha 8");

        String head = get("/quote-changes?limit=1").getString("next");
        assertCounts(imported(file, "dataset", "alpha-2020"), 1_200, 0, 1_200, 0, 0);
        assertThat(quotesOf("Speaker alpha 8").getList("items")).hasSize(24);
        assertThat(head).isNotNull();
    }

    @Test
    void occurrences_and_search_are_those_of_quotes_that_are_typed_in() {
        // One speaker says the same in two articles; a third quote is alike, with another number.
        String words = "We will release the first hundred prisoners in the coming week and wait for the others";
        imported(
                List.of(line("occ-1", "Beta Speaker", "Q881", words + "."),
                        line("occ-2", "Beta Speaker", "Q881", words),
                        line("occ-3", "Beta Speaker", "Q881", words.replace("hundred", "two hundred"))),
                "dataset", "beta");
        JsonPath later = imported(List.of(line("occ-4", "Beta Speaker", "Q881", words + "!")), "dataset", "beta-later");
        assertCounts(later, 1, 1, 0, 0, 0);

        JsonPath quotes = quotesOf("Beta Speaker");
        assertThat(quotes.getList("items.occurrences", Integer.class)).containsExactlyInAnyOrder(3, 3, 3, 1);
        assertThat(quotes.getList("items.findAll { it.occurrences == 1 }.near[0].quote")).isNotEmpty();
        assertThat(get("/quotes?q=coming week others&limit=200").getList("items.speaker.name"))
                .contains("Beta Speaker");
    }

    @Test
    void probabilities_are_kept_as_candidates_and_nobody_counts_as_the_speaker() {
        String line = "{\"quoteID\":\"2019-05-01-000001\",\"quotation\":\"We ask for patience in these gamma days\","
                + "\"speaker\":\"Gamma First\",\"qids\":[\"Q77\"],\"date\":\"2019-05-01 07:30:00\",\"numOccurrences\":2,"
                + "\"probas\":[[\"Gamma First\",\"0.7012\"],[\"None\",\"0.2\"],[\"Gamma Second\",\"0.0988\"]],"
                + "\"urls\":[\"https://www.gamma.example/a/1\",\"https://other.example/b\"],\"phase\":\"E\"}";
        assertCounts(imported(List.of(line), "dataset", "gamma"), 1, 1, 0, 0, 0);
        JsonPath found = get("/quotes?speakerCandidate=Gamma Second");
        assertThat(found.getString("items[0].speaker")).isNull();
        assertThat(found.getList("items[0].speakerCandidates.name")).containsExactly("Gamma First", "Gamma Second");
        assertThat(found.getDouble("items[0].speakerCandidates[0].confidence")).isEqualTo(0.7012);
        assertThat(found.getString("items[0].document.publishedAt")).isEqualTo("2019-05-01T07:30:00Z");
        assertThat(get("/documents?url=https://www.gamma.example/a/1").getString("items[0].outlet.name"))
                .isEqualTo("gamma.example");
    }

    @Test
    void each_bad_line_is_refused_with_its_number_and_the_others_are_taken() {
        List<byte[]> parts = List.of(bytes(List.of(line("bad-0", "Delta", "Q991", "We say a first thing"))),
                bytes(List.of("{\"quoteID\":\"bad-1\",\"quotation\":\"No date\",\"speaker\":\"Delta\"}", "not json",
                        "[]",
                        line("bad-4", "Delta", "Q991", "  "), "")),
                new byte[]{'{', '"', (byte) 0xC3, '"', '}', '\n'},
                bytes(List.of(line("bad-7", "Delta", "item", "We say another thing"),
                        line("bad-8", "Delta", "Q991", "A NUL \\u0000 in it"),
                        line("bad-0", "Delta", "Q991", "Another"),
                        line("bad-10", "Delta", "Q991", "We say the last thing").replace("1579176013000",
                                "4102444800000"),
                        line("bad-11", "Delta", "Q991", "We say a thing that is good"))));
        var body = new ByteArrayOutputStream();
        parts.forEach(body::writeBytes);
        JsonPath job = ended(idOf(upload(body.toByteArray(), null, "dataset", "delta")));
        assertCounts(job, 11, 2, 0, 0, 9);
        List<Map<String, Object>> refused = refused(job.getString("id"));
        assertThat(refused).extracting(line -> line.get("line")).containsExactly(2, 3, 4, 5, 7, 8, 9, 10, 11);
        assertThat(refused).extracting(line -> line.get("pointer")).containsExactly("/date", "", "", "/quotation", "",
                "/quotation", "/quotation", "", "");
        assertThat(refused).extracting(line -> (String) line.get("reason"))
                .satisfiesExactly(it -> assertThat(it).contains("must be given"),
                        it -> assertThat(it).contains("valid JSON"), it -> assertThat(it).contains("JSON object"),
                        it -> assertThat(it).contains("must be given"), it -> assertThat(it).contains("UTF-8"),
                        it -> assertThat(it).contains("wikidataId"), it -> assertThat(it).contains("U+0000"),
                        it -> assertThat(it).contains("key of line 1"), it -> assertThat(it).contains("future"));
        assertThat(refused.get(1).get("content")).isEqualTo("not json");
        assertThat(
                as("editor").accept("text/csv").get("/api/v1/imports/" + job.getString("id") + "/refused").asString())
                .startsWith("line,pointer,reason,content").contains("not json");
    }

    @Test
    void an_address_that_an_unfinished_intake_adds_is_refused_until_it_is_aborted() {
        String url = "https://example.org/held/" + unique();
        String intake = "/internal/intakes/" + UUID.randomUUID();
        as("contributor").contentType("application/json").body(Map.of("document", Map.of("url", url, "title", "Talks",
                "outlet", Map.of("name", "Outlet " + unique(), "kind", "WIRE"), "publishedAt", "2020-04-07", "language",
                "en"))).put(intake).then().statusCode(200);
        List<String> file = List.of(line("held-0", "Held", "Q992", "We say what stands at this address")
                .replace("\"numOccurrences\"", "\"urls\":[\"" + url + "\"],\"numOccurrences\""));
        JsonPath job = imported(file, "dataset", "held");
        assertCounts(job, 1, 0, 0, 0, 1);
        assertThat(refused(job.getString("id")).get(0)).containsEntry("reason",
                "An unfinished intake adds this document. Try again in a moment.");

        as("contributor").delete(intake).then().statusCode(204);
        assertCounts(imported(file, "dataset", "held"), 1, 1, 0, 0, 0);
        assertThat(quotesOf("Held").getString("items[0].document.url")).isEqualTo(url);
    }

    @Test
    void strict_writes_nothing_when_one_line_is_refused_and_all_when_none_is() {
        List<String> good = lines("epsilon", 30);
        ArrayList<String> bad = new ArrayList<>(good);
        bad.add("{\"quoteID\":\"x\",\"quotation\":\"no date\"}");
        JsonPath job = imported(bad, "strict", true, "dataset", "epsilon");
        assertThat(job.getString("state")).isEqualTo("FAILED");
        assertThat(job.getString("problem"))
                .isEqualTo("1 line is refused and the import is strict. Nothing was written.");
        assertThat(get("/speakers?name=Speaker epsilon 1").getList("items.name")).doesNotContain("Speaker epsilon 1");
        assertCounts(imported(good, "strict", true, "dataset", "epsilon"), 30, 30, 0, 0, 0);
    }

    @Test
    void a_dry_run_tells_what_would_be_done_and_writes_nothing() {
        List<String> file = lines("zeta", 20);
        file.add(file.get(0));
        file.add("{}");
        JsonPath job = imported(file, "dryRun", true, "dataset", "zeta");
        assertThat(job.getString("state")).isEqualTo("DONE");
        assertCounts(job, 22, 20, 1, 0, 1);
        assertThat(get("/speakers?name=Speaker zeta 1").getList("items.name")).doesNotContain("Speaker zeta 1");
        assertProblem(as("editor").contentType(ContentType.JSON).body(Map.of("reason", "a test"))
                .post("/api/v1/imports/" + job.getString("id") + "/retraction"), 409, "conflict");
    }

    @Test
    void a_corrected_file_revises_what_was_corrected_but_nothing_that_was_corrected_by_hand() {
        List<String> file = List.of(line("corr-0", "Eta Speaker", "Q551", "We released twenty men"),
                line("corr-1", "Eta Speaker", "Q551", "We shall meet them again in spring"),
                line("corr-2", "Eta Speaker", "Q551", "There was never any such letter"));
        imported(file, "dataset", "eta");
        JsonPath quotes = quotesOf("Eta Speaker");
        String byHand = quotes.getString("items.find { it.content.startsWith('There') }.id");
        assertThat(patch("/quotes/" + byHand, Map.of("content", "There was never such a letter")).statusCode())
                .isEqualTo(200);

        List<String> corrected = List.of(file.get(0).replace("twenty", "thirty"), file.get(1),
                file.get(2).replace("letter", "message"));
        JsonPath job = imported(corrected, "dataset", "eta");
        assertCounts(job, 3, 0, 1, 1, 1);
        assertThat(refused(job.getString("id")).get(0).get("reason").toString()).contains("by hand", byHand);
        Map<Object, Object> revised = quotesOf("Eta Speaker")
                .getMap("items.find { it.content == 'We released thirty men' }");
        assertThat(revised.get("revision")).isEqualTo(2);
        assertThat(revised.get("revisionType")).isEqualTo("CORRECTION");
        assertThat(revised.get("reason")).isEqualTo("Import of eta");

        undo(job.getString("id"));
        assertThat(quotesOf("Eta Speaker").getList("items.content")).contains("We released twenty men")
                .doesNotContain("We released thirty men").contains("There was never such a letter");
    }

    @Test
    void undoing_retracts_what_the_import_recorded_and_it_can_be_imported_again() {
        List<String> file = lines("theta", 700);
        String id = imported(file, "dataset", "theta").getString("id");
        String quote = quotesOf("Speaker theta 3").getString("items[0].id");
        String document = quotesOf("Speaker theta 3").getString("items[0].document.id");
        String speaker = quotesOf("Speaker theta 3").getString("items[0].speaker.id");
        // Somebody else's quote keeps its speaker.
        String kept = quotesOf("Speaker theta 4").getString("items[0].speaker.id");
        as("contributor").contentType(ContentType.JSON)
                .body(org.parole.quote.support.Api.quoteBody(org.parole.quote.support.Api.document(), kept))
                .post("/api/v1/quotes").then().statusCode(201);

        JsonPath undone = undo(id);
        assertThat(undone.getString("state")).isEqualTo("UNDONE");
        for (String path : List.of("/quotes/" + quote, "/documents/" + document, "/speakers/" + speaker)) {
            Response gone = given().get("/api/v1" + path);
            assertProblem(gone, 410, "retracted");
            assertThat(gone.jsonPath().getString("detail")).contains("Wrong edition");
        }
        assertThat(get("/speakers/" + kept).getInt("revision")).isEqualTo(1);
        assertThat(quotesOf("Speaker theta 4").getList("items")).hasSize(1);
        List<Object> history = get("/quotes/" + quote + "/history").getList("items.revisionType");
        assertThat(history).isEqualTo(List.of("CREATION", "RETRACTION"));

        assertCounts(imported(file, "dataset", "theta"), 700, 700, 0, 0, 0);
        assertThat(undo(id).getString("state")).isEqualTo("UNDONE");
    }

    private static io.restassured.path.json.JsonPath undo(String id) {
        as("editor").contentType(ContentType.JSON).body(Map.of("reason", "Wrong edition"))
                .post("/api/v1/imports/" + id + "/retraction").then().statusCode(202);
        return ended(id);
    }

    @Test
    void a_cancelled_import_keeps_what_it_has_written_and_the_file_again_brings_the_rest() {
        List<String> file = lines("iota", 6_000);
        String id = idOf(upload(file, "dataset", "iota"));
        Response response = as("editor").post("/api/v1/imports/" + id + "/cancellation");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        JsonPath job = ended(id);
        assertThat(job.getString("state")).isEqualTo("CANCELLED");
        assertThat(job.getString("problem")).isEqualTo("Cancelled by test-editor.");
        long written = job.getLong("written");
        assertThat(written).isLessThan(6_000);
        assertThat(as("editor").post("/api/v1/imports/" + id + "/cancellation").jsonPath().getString("state"))
                .isEqualTo("CANCELLED");
        assertCounts(imported(file, "dataset", "iota"), 6_000, 6_000 - written, written, 0, 0);
    }

    @Test
    void the_same_file_twice_at_once_is_written_once() {
        List<String> file = lines("kappa", 1_000);
        String one = idOf(upload(file, "dataset", "kappa"));
        String other = idOf(upload(file, "dataset", "kappa"));
        JsonPath first = ended(one);
        JsonPath second = ended(other);
        assertThat(first.getLong("written") + second.getLong("written")).isEqualTo(1_000);
        assertThat(first.getLong("alreadyThere") + second.getLong("alreadyThere")).isEqualTo(1_000);
        assertThat(quotesOf("Speaker kappa 0").getList("items")).hasSize(20);
    }

    @Test
    void gzip_and_zstd_are_recognised_with_and_without_the_header() throws IOException {
        List<String> file = lines("lambda", 300);
        assertCounts(ended(idOf(upload(gzip(bytes(file)), "gzip", "dataset", "lambda"))), 300, 300, 0, 0, 0);
        assertCounts(ended(idOf(upload(zstd(bytes(file)), null, "dataset", "lambda"))), 300, 0, 300, 0, 0);
        assertProblem(upload(bytes(file), "gzip"), 400, "malformed-request");
        assertInvalidParameter(upload(bytes(file), "br"), "Content-Encoding", "must be gzip, zstd or absent");
    }

    @Test
    void a_file_that_is_cut_or_a_bomb_or_of_another_format_is_refused_as_a_whole() throws IOException {
        String before = as("editor").get("/api/v1/imports?limit=1").jsonPath().getString("items[0].id");
        for (byte[] whole : List.of(gzip(bytes(lines("mu", 5_000))), zstd(bytes(lines("mu", 5_000))))) {
            Response cut = upload(Arrays.copyOf(whole, whole.length / 2), null);
            assertProblem(cut, 400, "malformed-request");
            assertThat(cut.jsonPath().getString("detail")).contains("broken or ends in the middle");
        }
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(bytes(lines("mu", 2)));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                gzip.write(zeros);
            }
        }
        assertProblem(upload(bomb.toByteArray(), null), 413, "content-too-large");
        assertProblem(upload(List.of("{\"articleID\":\"x\"}", "{\"articleID\":\"y\"}")), 422, "invalid-body");
        assertProblem(upload(new byte[0], null), 400, "malformed-request");
        assertInvalidParameter(upload(bytes(lines("mu", 1)), null, "format", "word"), "format", "xlsx for a table");
        assertThat(as("editor").get("/api/v1/imports?limit=1").jsonPath().getString("items[0].id")).isEqualTo(before);
    }

    @Test
    void a_line_of_any_length_is_refused_and_needs_no_memory() throws IOException {
        var size = Long.getLong("parole.imports.longest-line", 40L << 20);
        byte[] start = bytes(List.of(line("nu-0", "Nu", "Q4401", "We say something short")));
        byte[] end = ("\n" + line("nu-2", "Nu", "Q4401", "We say something at the end"))
                .getBytes(StandardCharsets.UTF_8);
        var body = new InputStream() {
            private long at;

            @Override
            public int read() {
                long place = at++;
                return place < start.length
                        ? start[(int) place]
                        : place < start.length + size
                                ? 'x'
                                : place < start.length + size + end.length
                                        ? end[(int) (place - start.length - size)]
                                        : -1;
            }
        };
        Response response = as("editor").contentType("application/octet-stream").queryParam("format", "quotebank")
                .queryParam("dataset", "nu").body(body).post("/api/v1/imports");
        JsonPath job = ended(idOf(response));
        assertCounts(job, 3, 2, 0, 0, 1);
        assertThat(refused(job.getString("id")).get(0)).containsEntry("line", 2)
                .containsEntry("reason", "is longer than 8388608 bytes");
    }

    @Test
    void progress_is_told_as_events_until_the_end() {
        String id = idOf(upload(lines("xi", 1_500), "dataset", "xi"));
        String events = as("editor").accept("text/event-stream").get("/api/v1/imports/" + id + "/events").then()
                .statusCode(200)
                .extract().asString();
        assertThat(events.lines().filter(line -> line.startsWith("data:")).reduce((one, next) -> next).orElseThrow())
                .contains("\"state\":\"DONE\"", "\"written\":1500");
    }

    @Test
    void only_editors_import_and_see_refused_lines() {
        assertProblem(given().contentType(ContentType.TEXT).body("x").post("/api/v1/imports?format=quotebank"), 401,
                "unauthenticated");
        assertProblem(
                as("contributor").contentType(ContentType.TEXT).body("x").post("/api/v1/imports?format=quotebank"), 403,
                "forbidden");
        String id = imported(List.of(line("role-1", "Omicron", "Q5501", "We say it openly")), "dataset", "roles")
                .getString("id");
        given().get("/api/v1/imports/" + id).then().statusCode(200);
        for (String path : List.of("cancellation", "retraction")) {
            assertProblem(as("contributor").contentType(ContentType.JSON).body(Map.of("reason", "x"))
                    .post("/api/v1/imports/" + id + "/" + path), 403, "forbidden");
        }
        assertProblem(given().get("/api/v1/imports/" + id + "/refused"), 401, "unauthenticated");
        assertProblem(as("editor").get("/api/v1/imports/0190163d-8694-739b-aea5-966c26f8ad91"), 404, "not-found");
    }

    @Test
    void other_bodies_are_as_limited_as_before() {
        String large = "{\"name\":\"" + "x".repeat(3 << 20) + "\"}";
        assertProblem(as("contributor").contentType(ContentType.JSON).body(large).post("/api/v1/outlets"), 413,
                "content-too-large");
    }

    @Test
    void gdelts_minutes_give_quotes_of_nobody_with_what_stands_around_them() {
        String line = "{\"date\":\"2020-02-21T00:15:00Z\",\"url\":\"https://gqg.example/one\",\"title\":\" Talks\\ngo on \",\"lang\":\"GERMAN\","
                + "\"quotes\":[{\"pre\":\"sagte er: \",\"quote\":\"Wir reden weiter miteinander\",\"post\":\" und ging.\"},"
                + "{\"pre\":\"" + "x".repeat(900) + "\",\"quote\":\"Das ist alles\",\"post\":\"\"}]}";
        String bad = "{\"date\":\"2020-02-21T00:15:00Z\",\"url\":\"https://gqg.example/two\",\"lang\":\"KLINGON\",\"quotes\":[]}";
        JsonPath job = imported(List.of(line, bad), "format", "gdelt-gqg", "dataset", "gqg");
        assertCounts(job, 2, 1, 0, 0, 1);
        assertThat(refused(job.getString("id")).get(0)).containsEntry("pointer", "/lang");
        JsonPath document = get("/documents?url=https://gqg.example/one");
        assertThat(document.getString("items[0].title")).isEqualTo("Talks go on");
        assertThat(document.getString("items[0].language")).isEqualTo("de");
        JsonPath quotes = get("/quotes?document=" + document.getString("items[0].id"));
        assertThat(quotes.getList("items.content")).containsExactlyInAnyOrder("Wir reden weiter miteinander",
                "Das ist alles");
        assertThat(quotes.getList("items.speakerCandidates")).containsExactly(List.of(), List.of());
        assertThat(quotes.getList("items.verification.status")).containsOnly("UNCHECKED");
        assertCounts(imported(List.of(line), "format", "gdelt-gqg", "dataset", "gqg"), 1, 0, 1, 0, 0);
    }

    @Test
    void reviews_of_claims_give_indirect_quotes_of_whom_they_name() {
        String review = """
                {"@context":"https://schema.org","@type":"ClaimReview","url":"https://check.example/rho/1","inLanguage":"en",\
                "datePublished":"2020-05-09","name":"Were 5,000 freed?","author":{"@type":"Organization","name":"Rho Check"},\
                "claimReviewed":"Five thousand men have been freed by now","reviewRating":{"@type":"Rating","alternateName":"False"},\
                "itemReviewed":{"@type":"Claim","datePublished":"2020-05-07","author":{"@type":"Person","name":"Rho Speaker"}}}""";
        String nobody = review.replace("/rho/1", "/rho/2").replace("{\"@type\":\"Person\",\"name\":\"Rho Speaker\"}",
                "[{\"@type\":\"Person\",\"name\":\"Rho A\"},{\"@type\":\"Person\",\"name\":\"Rho B\"}]")
                .replace("\"inLanguage\":\"en\",", "");
        String undated = review.replace("/rho/1", "/rho/3").replace("\"datePublished\":\"2020-05-09\",", "");
        JsonPath job = imported(List.of(review, nobody, undated), "format", "claimreview", "dataset", "rho");
        assertCounts(job, 3, 2, 0, 0, 1);
        assertThat(refused(job.getString("id")).get(0)).containsEntry("line", 3)
                .containsEntry("pointer", "/datePublished");
        JsonPath quotes = quotesOf("Rho Speaker");
        assertThat(quotes.getList("items")).hasSize(1);
        assertThat(quotes.getString("items[0].content")).isEqualTo("Five thousand men have been freed by now");
        assertThat(quotes.getString("items[0].kind")).isEqualTo("INDIRECT");
        assertThat(quotes.getString("items[0].saidOn")).isEqualTo("2020-05-07");
        JsonPath document = get("/documents?url=https://check.example/rho/1");
        assertThat(document.getString("items[0].title")).isEqualTo("Were 5,000 freed?");
        assertThat(document.getString("items[0].outlet.name")).isEqualTo("Rho Check");
        JsonPath unknown = get("/documents?url=https://check.example/rho/2");
        assertThat(unknown.getString("items[0].language")).isEqualTo("und");
        JsonPath theirs = get("/quotes?document=" + unknown.getString("items[0].id"));
        assertThat(theirs.getString("items[0].speaker")).isNull();
        assertThat(theirs.getList("items[0].speakerCandidates")).isEmpty();
        assertCounts(imported(List.of(review), "format", "claimreview", "dataset", "rho"), 1, 0, 1, 0, 0);
    }

    @Test
    void quotebanks_articles_keep_their_quotations_together() {
        String line = "{\"articleID\":\"2015-09-01-000001\",\"articleLength\":400,\"date\":\"2015-09-01 10:20:30\",\"phase\":\"B\","
                + "\"title\":\"Pi talks\",\"url\":\"http://www.pi.example/1\",\"names\":[],\"quotations\":[{\"quoteID\":\"q-1\","
                + "\"quotation\":\"We shall be back for more talks\",\"quotationOffset\":12,\"leftContext\":\"he said\",\"rightContext\":\"on Monday\","
                + "\"globalTopSpeaker\":\"Pi Two\",\"globalProbas\":[[\"Pi Two\",\"0.9\"]],\"localTopSpeaker\":\"Pi One\","
                + "\"localProbas\":[[\"Pi One\",\"0.6\"],[\"None\",\"0.4\"]],\"numOccurrences\":3}]}";
        assertCounts(imported(List.of(line, line), "format", "quotebank-articles", "dataset", "pi"), 2, 1, 1, 0, 0);
        JsonPath found = get("/quotes?speakerCandidate=Pi One");
        assertThat(found.getList("items[0].speakerCandidates.name")).containsExactly("Pi One");
        assertThat(found.getString("items[0].document.publishedAt")).isEqualTo("2015-09-01T10:20:30Z");
        assertThat(get("/quotes?speakerCandidate=Pi Two").getList("items")).isEmpty();
    }

    /** {@code -Dparole.quotebank=FILE}: a real sample loads with every row accounted for, twice. */
    @Test
    @EnabledIfSystemProperty(named = "parole.quotebank", matches = ".+")
    void a_real_sample_loads_with_every_row_accounted_for_twice() throws IOException {
        List<String> file = Files.readAllLines(Path.of(System.getProperty("parole.quotebank")));
        JsonPath first = imported(file, "dataset", "sample");
        JsonPath second = imported(file, "dataset", "sample");
        System.out.println(first.prettify() + refused(first.getString("id")) + second.prettify());
        assertThat(first.getLong("written") + first.getLong("alreadyThere") + first.getLong("refused"))
                .isEqualTo(file.size());
        assertCounts(second, file.size(), 0, first.getLong("written") + first.getLong("alreadyThere"), 0,
                first.getLong("refused"));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] zstd(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zstd = new ZstdOutputStream(bytes)) {
            zstd.write(plain);
        }
        return bytes.toByteArray();
    }
}
