package org.parole.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.TestTokens;
import org.parole.kit.record.Change;
import org.parole.kit.record.Ledger;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class KitTest {

    private static final String NOTES = "/api/v1/notes";

    @Inject
    Ledger ledger;

    private static RequestSpecification as(String role) {
        return given().header("Authorization", TestTokens.bearer("tester", role));
    }

    private static String result(java.util.concurrent.Future<String> future) {
        try {
            return String.valueOf(future.get());
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static Response post(String body) {
        return as("contributor").contentType("application/json").body(body).post(NOTES);
    }

    private static Response patch(String path, String ifMatch, String body) {
        return as("editor").contentType("application/merge-patch+json").header("If-Match", ifMatch).body(body)
                .patch(path);
    }

    private static void assertProblem(Response response, int status, String slug, String pointer, String detail) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("type")).isEqualTo("urn:parole:problem:" + slug);
        assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(response.jsonPath().getString("instance")).startsWith("urn:parole:trace:");
        if (pointer != null) {
            assertThat(response.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
            assertThat(response.jsonPath().getString("errors[0].detail")).contains(detail);
        } else if (detail != null) {
            assertThat(response.jsonPath().getString("detail")).contains(detail);
        }
    }

    @Test
    void a_record_is_created_read_and_revised_under_its_etag() {
        Response created = post("{\"words\":\"fruitless meetings\"}");
        assertThat(created.statusCode()).isEqualTo(201);
        String location = created.header("Location");
        Response read = given().get(location);
        assertThat(read.jsonPath().getString("words")).isEqualTo("fruitless meetings");
        String etag = read.header("ETag");
        // RestAssured asks for gzip, which is a representation of its own.
        assertThat(etag).matches("\"[A-Za-z0-9_-]{22}-gzip\"");
        assertThat(read.header("Cache-Control")).isEqualTo("no-cache");

        Response unchanged = given().header("If-None-Match", etag).get(location);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.asString()).isEmpty();
        assertThat(unchanged.header("ETag")).isEqualTo(etag);
        Response head = given().head(location);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(etag);

        RequestSpecification patch = as("editor").contentType("application/merge-patch+json")
                .body("{\"words\":\"pretext\"}");
        assertProblem(patch.patch(location + "?reason=typo"), 428, "precondition-required", "If-Match", "ETag");
        Response revised = patch(location + "?reason=typo", etag, "{\"words\":\"pretext\"}");
        assertThat(revised.statusCode()).as(revised.asString()).isEqualTo(200);
        assertThat(revised.jsonPath().getInt("revision")).isEqualTo(2);
        assertProblem(patch(location + "?reason=typo", etag, "{\"words\":\"pretext\"}"), 412, "precondition-failed",
                null,
                "ETag");
        assertThat(given().header("If-None-Match", etag).get(location).statusCode()).isEqualTo(200);
    }

    @Test
    void a_patch_is_validated_as_a_whole() {
        String location = post("{\"words\":\"one\"}").header("Location");
        String etag = given().get(location).header("ETag");
        assertProblem(patch(location + "?reason=x", etag, "{\"words\":null}"), 422, "invalid-body", "/words",
                "must not be blank");
        assertProblem(patch(location + "?reason=x", etag, "[1]"), 422, "invalid-body", "", "object");
        assertProblem(patch(location + "?reason=x", etag, "{\"wrods\":\"x\"}"), 422, "invalid-body", "/wrods",
                "did you mean 'words'?");
        assertProblem(patch(location, etag, "{\"words\":\"x\"}"), 400, "invalid-parameter", "reason", "why");
        assertProblem(patch(location + "?reason=x&revisionType=WHIM", etag, "{\"words\":\"x\"}"), 400,
                "invalid-parameter", "revisionType", "CORRECTION, RECLASSIFICATION, DEFINITION_CHANGE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"words\":\" \"}|422|invalid-body|/words|must not be blank",
            "{}|422|invalid-body|/words|must not be blank",
            "{\"words\":5}|422|invalid-body|/words|must be a string",
            "{\"words\":\"a\",\"mood\":\"ANGRY\"}|422|invalid-body|/mood|must be one of GLAD, SORRY",
            "{\"words\":\"a\",\"mood\":1}|422|invalid-body|/mood|must be one of GLAD, SORRY",
            "{\"words\":\"a\",\"day\":\"2020-02-30\"}|422|invalid-body|/day|must be a date that exists",
            "{\"words\":\"a\",\"parts\":{}}|422|invalid-body|/parts|must be an array",
            "{\"words\":\"a\",\"parts\":[{\"title\":\"t\",\"count\":-1}]}|422|invalid-body|/parts/0/count|must be 0 or more",
            "{\"words\":\"a\",\"parts\":[{\"title\":\"t\",\"count\":\"1\"}]}|422|invalid-body|/parts/0/count|must be a whole number",
            "{\"words\":\"a\",\"parts\":[{\"title\":\"t\",\"count\":1.5}]}|422|invalid-body|/parts/0/count|must be a whole number",
            "{\"words\":\"a\",\"wrods\":1}|422|invalid-body|/wrods|did you mean 'words'?",
            "{\"words\":\"a\\u0000b\"}|422|invalid-body|/words|U+0000",
            "{\"words\":\"a\\ud800b\"}|422|invalid-body|/words|surrogate",
            "[]|422|invalid-body||must be an object",
            "null|422|invalid-body||must be a JSON object",
            "{\"words\":\"a\",\"words\":\"b\"}|400|malformed-request|-|duplicate key",
            "{\"words\":|400|malformed-request|-|not valid JSON",
            "{\"words\":\"a\"} x|400|malformed-request|-|not valid JSON",
            "nonsense|400|malformed-request|-|not valid JSON"})
    void a_wrong_body_is_answered_by_what_was_expected_where(String body, int status, String slug, String pointer,
            String detail) {
        assertProblem(post(body), status, slug, "-".equals(pointer) ? null : pointer == null ? "" : pointer, detail);
    }

    private static List<String> errors(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(422);
        return response.jsonPath().getList("errors.collect { it.pointer + ' ' + it.detail }");
    }

    @Test
    void eight_errors_in_one_body_are_told_at_once_whether_they_bind_or_not() {
        assertThat(errors(post("""
                {"words": " ", "mood": "ANGRY", "day": "2020-02-30", "wrods": 1,
                 "parts": [{"title": "", "count": "1"}, {"title": "t", "count": -1}, 7,
                           {"title": 5, "count": 99999999999}]}"""))).containsExactly(
                "/day must be a date that exists: 2020-04-07, or 2020-04, or 2020; it is '2020-02-30'",
                "/mood must be one of GLAD, SORRY; it is 'ANGRY'", "/parts/0/count must be a whole number",
                "/parts/0/title must not be blank", "/parts/1/count must be 0 or more; it is -1",
                "/parts/2 must be an object",
                "/parts/3/count must be a whole number from 0 to 2,147,483,647", "/parts/3/title must be a string",
                "/words must not be blank", "/wrods unknown field 'wrods'; did you mean 'words'?");
    }

    @Test
    void a_body_with_a_hundred_errors_and_more_is_answered_with_the_first_hundred() {
        assertThat(errors(post("{\"words\":\"a\",\"parts\":[" + "7,".repeat(200) + "7]}"))).hasSize(100)
                .allMatch(error -> error.endsWith("must be an object"));
    }

    @Test
    void all_errors_of_a_patch_are_told_at_once_by_the_members_names() {
        String location = post("{\"words\":\"one\"}").header("Location");
        String etag = given().get(location).header("ETag");
        assertThat(errors(patch(location + "?reason=x", etag,
                "{\"words\":{},\"mood\":7,\"day\":[],\"parts\":{\"title\":\"t\"}}"))).containsExactly(
                        "/day must be a string", "/mood must be one of GLAD, SORRY; it is 7", "/parts must be an array",
                        "/words must be a string");
    }

    @Test
    void an_etag_counts_without_its_quotation_marks_too() {
        String location = post("{\"words\":\"one\"}").header("Location");
        String etag = given().get(location).header("ETag").replace("\"", "");
        assertThat(patch(location + "?reason=x", etag, "{\"words\":\"two\"}").statusCode()).isEqualTo(200);
        assertProblem(patch(location + "?reason=x", etag, "{\"words\":\"three\"}"), 412, "precondition-failed", null,
                "ETag");
    }

    @Test
    void a_write_that_accepts_problems_alone_is_carried_out_and_a_read_is_not() {
        assertThat(as("contributor").accept("application/problem+json").contentType("application/json")
                .body("{\"words\":\"a\"}").post(NOTES).statusCode()).isEqualTo(201);
        assertProblem(given().accept("application/problem+json").get(NOTES), 406, "not-acceptable", null,
                "media types");
    }

    @Test
    void an_empty_body_is_answered_by_a_problem() {
        assertProblem(as("contributor").contentType("application/json").post(NOTES), 422, "invalid-body", "",
                "must be a JSON object");
    }

    @Test
    void a_body_nested_a_thousand_deep_is_refused() {
        String deep = "[".repeat(1000) + "]".repeat(1000);
        assertProblem(post("{\"words\":\"a\",\"parts\":" + deep + "}"), 422, "invalid-body", "/parts/0",
                "must be an object");
        assertProblem(as("editor").contentType("application/merge-patch+json").header("If-Match", "\"x\"")
                .body("{\"words\":" + deep + "}").patch(NOTES + "/0190163d-8694-739b-aea5-966c26f8ad91?reason=x"), 400,
                "malformed-request", null, "nested deeper than 64");
    }

    @Test
    void a_body_of_ten_megabytes_is_refused_with_or_without_a_length() throws Exception {
        assertProblem(post("{\"words\":\"" + "x".repeat(10_000_000) + "\"}"), 413, "content-too-large", null,
                "2097152 bytes");
        // The JDK's client sends a body of unknown length in chunks.
        HttpRequest.BodyPublisher body = java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream(("{\"words\":\"" + "x".repeat(10_000_000) + "\"}").getBytes()));
        HttpRequest request = java.net.http.HttpRequest
                .newBuilder(java.net.URI.create(io.restassured.RestAssured.baseURI + ":"
                        + io.restassured.RestAssured.port + NOTES))
                .header("Content-Type", "application/json")
                .header("Authorization", TestTokens.bearer("tester", "contributor")).POST(body).build();
        try {
            HttpResponse<String> response = java.net.http.HttpClient.newHttpClient().send(request,
                    java.net.http.HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(413);
            assertThat(response.body()).contains("urn:parole:problem:content-too-large");
        } catch (java.io.IOException cutOff) {
            // The server may answer and close before the client has sent all; the client then sees the reset only.
            assertThat(cutOff).isNotInstanceOf(java.net.http.HttpTimeoutException.class);
        }
    }

    @Test
    void a_body_that_does_not_say_its_length_is_refused_by_a_problem_once_it_is_too_long() throws Exception {
        String head = "POST " + NOTES
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: "
                + TestTokens.bearer("tester", "contributor") + "\r\nTransfer-Encoding: chunked\r\n\r\n";
        String start = "{\"words\":\"";
        // 2 MiB and a byte, and no end of it: the answer does not wait for that.
        String tooLong = start + "x".repeat(2_097_153 - start.length());
        try (Socket socket = new Socket(java.net.URI.create(io.restassured.RestAssured.baseURI).getHost(),
                io.restassured.RestAssured.port)) {
            socket.getOutputStream().write((head + Integer.toHexString(tooLong.length()) + "\r\n" + tooLong + "\r\n")
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            socket.setSoTimeout(10_000);
            var answer = new StringBuilder();
            while (answer.indexOf("at most 2097152 bytes") < 0) {
                int read = socket.getInputStream().read();
                assertThat(read).as(answer.toString()).isNotNegative();
                answer.append((char) read);
            }
            assertThat(answer).startsWith("HTTP/1.1 413 ").contains("urn:parole:problem:content-too-large");
        }
    }

    @Test
    void scripts_and_marks_come_back_as_they_went_in() {
        String words = "بيان ‏طالبان 👩‍👩‍👧 e\u0301 \u202Eabc";
        String location = as("contributor").contentType("application/json").body(Map.of("words", words)).post(NOTES)
                .header("Location");
        assertThat(given().get(location).jsonPath().getString("words")).isEqualTo(words);
    }

    @Test
    void what_the_framework_refuses_by_itself_is_a_problem_too() {
        assertProblem(given().get("/api/v1/nowhere"), 404, "not-found", null, "/api/v1/nowhere");
        assertProblem(given().get("/elsewhere"), 404, "not-found", null, "/elsewhere");
        assertProblem(given().get(NOTES + "/0190163d-8694-739b-aea5-966c26f8ad91"), 404, "not-found", null, "no note");
        assertProblem(given().get(NOTES + "/not-a-uuid"), 404, "not-found", null, "not-a-uuid");
        Response notAllowed = given().delete(NOTES);
        assertProblem(notAllowed, 405, "method-not-allowed", null, "GET");
        assertThat(notAllowed.header("Allow")).contains("GET", "POST");
        assertProblem(as("contributor").contentType("text/plain").body("x").post(NOTES), 415, "unsupported-media-type",
                null, "Content-Type");
        assertProblem(given().accept("image/png").get(NOTES), 406, "not-acceptable", null, "media types");
        Response failed = given().get(NOTES + "/failing");
        assertProblem(failed, 500, "internal", null, "log");
        assertThat(failed.asString()).doesNotContain("secret", "Exception", "org.parole.kit");
    }

    @Test
    void parameters_are_refused_by_name() {
        assertProblem(given().get(NOTES + "?limit=201"), 400, "invalid-parameter", "limit", "1 to 200");
        assertProblem(given().get(NOTES + "?limit=0"), 400, "invalid-parameter", "limit", "1 to 200");
        assertProblem(given().get(NOTES + "?limit=ten"), 400, "invalid-parameter", "limit", "whole number");
        assertProblem(given().get(NOTES + "?limt=10"), 400, "invalid-parameter", "limt", "did you mean 'limit'?");
        assertProblem(given().get(NOTES + "?limit=1&limit=2"), 400, "invalid-parameter", "limit", "once");
        assertProblem(given().get(NOTES + "?mood=angry"), 400, "invalid-parameter", "mood", "GLAD, SORRY");
        assertProblem(given().get(NOTES + "?cursor="), 400, "invalid-parameter", "cursor",
                "must not be empty");
        assertProblem(given().get(NOTES + "?mood="), 400, "invalid-parameter", "mood", "GLAD, SORRY");
        assertProblem(given().get(NOTES + "?on=2020-13"), 400, "invalid-parameter", "on", "2020-04-07");
        assertProblem(given().get(NOTES + "?publishedBy=yesterday"), 400, "invalid-parameter", "publishedBy",
                "2020-04-07");
        assertProblem(given().get(NOTES + "?asOf=2999-01-01T00:00:00Z"), 400, "invalid-parameter", "asOf", "future");
        assertProblem(given().get(NOTES + "?cursor=abc"), 400, "invalid-parameter", "cursor", "'next'");
    }

    @Test
    void a_path_with_nul_in_it_leads_nowhere() {
        assertProblem(given().urlEncodingEnabled(false).get(NOTES + "/%00"), 404, "not-found", null, "%00");
    }

    @Test
    void a_cursor_goes_on_where_the_page_ended_and_serves_no_other_list() {
        for (int i = 0; i < 3; i++) {
            post("{\"words\":\"page\"}");
        }
        Response first = given().get(NOTES + "?limit=2");
        String cursor = first.jsonPath().getString("next");
        Response second = given().get(NOTES + "?limit=1&cursor=" + cursor);
        assertThat(second.jsonPath().getLong("items[0].seq")).isGreaterThan(first.jsonPath().getLong("items[1].seq"));
        assertProblem(given().get(NOTES + "?mood=GLAD&cursor=" + cursor), 400, "invalid-parameter", "cursor",
                "same filters");
    }

    @Test
    void a_past_record_time_may_be_kept_for_ever() {
        assertThat(given().get(NOTES + "?asOf=2020-01-01").header("Cache-Control")).contains("immutable");
        assertThat(given().get(NOTES + "?asOf=" + Instant.now().minusSeconds(10)).header("Cache-Control"))
                .isEqualTo("no-cache");
    }

    @Test
    void a_list_comes_as_csv_word_for_word() {
        Response csv = given().accept("text/csv").get(NOTES + "/rows?limit=2");
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.asString()).isEqualTo(csvWhereTheFormulaIs("=1+1"));
        assertThat(csv.header("Link")).isEqualTo("</api/v1/notes/rows?limit=2&cursor=abc>; rel=\"next\"");
        assertThat(given().accept("text/csv").header("If-None-Match", csv.header("ETag")).get(NOTES + "/rows?limit=2")
                .statusCode()).isEqualTo(304);
    }

    @Test
    void a_list_comes_as_csv_that_no_spreadsheet_executes() {
        Response csv = given().accept("text/csv; bom=yes").get(NOTES + "/rows?limit=2");
        assertThat(csv.asString()).isEqualTo("\uFEFF" + csvWhereTheFormulaIs("'=1+1"));
    }

    @Test
    void a_table_comes_without_its_header_where_that_is_not_wanted() {
        Response bare = given().accept("text/csv; header=absent").get(NOTES + "/rows?limit=2");
        assertThat(bare.asString()).isEqualTo(csvWhereTheFormulaIs("=1+1").replaceFirst("words,.*\r\n", ""));
        assertThat(bare.contentType()).containsIgnoringCase("charset=utf-8").contains("header=absent");
        Response marked = given().accept("text/csv; bom=yes; header=absent").get(NOTES + "/rows?limit=2");
        assertThat(marked.asString())
                .isEqualTo("\uFEFF" + csvWhereTheFormulaIs("'=1+1").replaceFirst("words,.*\r\n", ""));
        assertThat(given().accept("text/csv; header=present").get(NOTES + "/rows?limit=2").asString())
                .isEqualTo(csvWhereTheFormulaIs("=1+1"));
    }

    @ParameterizedTest
    @CsvSource({"text/csv; bom=maybe,bom", "text/csv; header=none,header"})
    void a_form_of_table_that_there_is_not_is_named(String accepted, String parameter) {
        given().header("Accept", accepted).get(NOTES + "/rows?limit=2").then().statusCode(406)
                .contentType("application/problem+json").body("type", endsWith("not-acceptable"))
                .body("detail", containsString("The parameter " + parameter + " of text/csv"));
        given().header("Accept", accepted + ";q=0.5, application/json").get(NOTES + "/rows").then().statusCode(200)
                .contentType("application/json");
    }

    private static String csvWhereTheFormulaIs(String formula) {
        return "words,part.title,part.count,tags,parts.title,parts.count,day,mood\r\n\"" + formula
                + ", \"\"quoted\"\"\nانتهى\",t,-3,\"a; b\",\"x; y\",\"1; \",2020-04,GLAD\r\n" + ",,,,,,,\r\n";
    }

    @Test
    void a_list_comes_as_one_object_a_line() {
        Response ndjson = given().accept("application/x-ndjson").get(NOTES + "/rows");
        assertThat(ndjson.contentType()).startsWith("application/x-ndjson");
        assertThat(ndjson.asString().lines()).hasSize(2).last().isEqualTo("{}");
        assertThat(ndjson.header("Link")).contains("cursor=abc");
    }

    @Test
    void a_write_needs_the_gateways_word() {
        String body = "{\"words\":\"a\"}";
        Response none = given().contentType("application/json").body(body).post(NOTES);
        assertProblem(none, 401, "unauthenticated", null, "Authorization");
        assertThat(none.header("WWW-Authenticate")).startsWith("Bearer");
        assertProblem(
                given().header("Authorization", "Bearer nonsense").contentType("application/json").body(body)
                        .post(NOTES),
                401, "unauthenticated", null, "Authorization");
        assertProblem(as("reader").contentType("application/json").body(body).post(NOTES), 403, "forbidden", null,
                "role");
        assertThat(as("editor").contentType("application/json").body(body).post(NOTES).statusCode()).isEqualTo(201);
    }

    @Test
    void a_retry_gets_the_first_answer_and_another_request_is_refused() {
        RequestSpecification request = as("contributor").contentType("application/json").header("Idempotency-Key",
                "retry-1");
        Response first = request.body("{\"words\":\"once\"}").post(NOTES);
        Response again = request.body("{ \"words\" : \"once\" }").post(NOTES);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertProblem(request.body("{\"words\":\"twice\"}").post(NOTES), 422, "idempotency-key-reused",
                "Idempotency-Key",
                "new");
        assertProblem(as("contributor").contentType("application/json").header("Idempotency-Key", "k".repeat(256))
                .body("{\"words\":\"x\"}").post(NOTES), 400, "invalid-parameter", "Idempotency-Key", "255");
    }

    @Test
    void sixteen_retries_at_once_make_one_record() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<Callable<String>> calls = IntStream.range(0, 16)
                    .<Callable<String>>mapToObj(i -> () -> as("contributor")
                            .contentType("application/json").header("Idempotency-Key", "burst")
                            .body("{\"words\":\"burst\"}")
                            .post(NOTES).jsonPath().getString("id"))
                    .toList();
            assertThat(pool.invokeAll(calls).stream().map(KitTest::result).distinct())
                    .hasSize(1).doesNotContain("null");
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void the_feed_has_every_change_of_concurrent_writers_in_commit_order() throws Exception {
        long before = ledger.changesAfter(0, 1_000_000).stream().mapToLong(Change::seq).max().orElse(0);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            pool.invokeAll(IntStream.range(0, 80).<Callable<Integer>>mapToObj(i -> () -> post("{\"words\":\"n\"}")
                    .statusCode()).toList());
        } finally {
            pool.shutdown();
        }
        List<Change> changes = ledger.changesAfter(before, 1000);
        assertThat(changes).hasSize(80);
        assertThat(changes).isSortedAccordingTo(java.util.Comparator.comparing(Change::recordedAt));
        assertThat(changes.stream().map(Change::recordedAt).distinct()).hasSize(80);
        assertThat(changes).allSatisfy(change -> assertThat(change.recordedBy()).isEqualTo("tester"));
    }
}
