package org.parole.gateway.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubService.Received;
import org.parole.gateway.testing.StubbedServices;
import org.parole.gateway.testing.StubbedTest;
import org.parole.kit.id.Uuid7;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

@QuarkusTest
class IntakeTest extends StubbedTest {

    private static final String INTERNAL = "/internal/intakes/[0-9a-f-]+";
    private static final String DOCUMENT = "0190163d-8694-739b-aea5-966c26f8ad01";
    private static final String OUTLET = "0190163d-8694-739b-aea5-966c26f8ad02";
    private static final String SPEAKER = "0190163d-8694-739b-aea5-966c26f8ad03";
    private static final String QUOTE = "0190163d-8694-739b-aea5-966c26f8ad04";
    private static final String REPORT = "0190163d-8694-739b-aea5-966c26f8ad05";

    private static final String STORY = """
            {"document": {"url": "https://example.org/story", "title": "Story", "publishedAt": "2020-04-07", "language": "en",
                          "outlet": {"name": "Example Wire", "kind": "WIRE"}},
             "speakers": [{"label": "shaheen", "name": "Suhail Shaheen", "kind": "PERSON"}],
             "quotes": [{"label": "q1", "speaker": "shaheen", "content": "c", "kind": "DIRECT"}],
             "releaseReports": [{"label": "r1", "commitment": "c1", "claimant": {"speaker": "shaheen"},
                                 "evidence": {"quote": "q1"}, "stage": "REPORTED"}]}""";

    private static final String QUOTES_ONLY = "{\"document\": {\"url\": \"https://example.org/\"}}";

    @BeforeEach
    void servicesPrepareAndCommit() {
        quotes.when("PUT", INTERNAL, StubService.json(200, """
                {"documentId": "%s", "outletId": "%s", "speakers": [{"label": "shaheen", "id": "%s"}],
                 "quotes": [{"label": "q1", "id": "%s"}]}""".formatted(DOCUMENT, OUTLET, SPEAKER, QUOTE)));
        tallies.when("PUT", INTERNAL,
                StubService.json(200, "{\"releaseReports\": [{\"label\": \"r1\", \"id\": \"" + REPORT + "\"}]}"));
        for (StubService service : List.of(quotes, tallies)) {
            service.when("POST", INTERNAL + "/commit", StubService.json(200, "{}"));
            service.when("DELETE", INTERNAL, StubService.noContent());
        }
    }

    private static ValidatableResponse take(String body) {
        return take(body, null);
    }

    private static ValidatableResponse take(String body, String idempotencyKey) {
        RequestSpecification request = given().header("Authorization", ADMIN).contentType("application/json");
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return request.body(body).post("/api/v1/intake").then();
    }

    private static String state(String id) {
        return given().get("/api/v1/intake/" + id).then().statusCode(200).extract().path("state");
    }

    private long calls(StubService service, String method) {
        return service.received(quotes.intake()).stream().filter(request -> request.method().equals(method)).count();
    }

    private JsonNode prepared(StubService service) throws IOException {
        Received put = service.received(quotes.intake()).stream().filter(request -> request.method().equals("PUT"))
                .findFirst()
                .orElseThrow();
        return new ObjectMapper().readTree(put.text());
    }

    @Test
    void the_quote_service_prepares_the_tally_service_decides_and_the_quote_service_commits() throws IOException {
        String id = take(STORY).statusCode(201).header("Location", containsString("/api/v1/intake/"))
                .body("state", equalTo("COMMITTED")).body("documentId", equalTo(DOCUMENT))
                .body("outletId", equalTo(OUTLET))
                .body("speakers.label", contains("shaheen")).body("speakers.id", contains(SPEAKER))
                .body("quotes.id", contains(QUOTE)).body("releaseReports.label", contains("r1"))
                .body("releaseReports.id", contains(REPORT)).extract().path("id");

        assertThat(quotes.received(id)).extracting(Received::method).containsExactly("PUT", "POST");
        assertThat(tallies.received(id)).singleElement().satisfies(put -> {
            assertThat(put.method()).isEqualTo("PUT");
            assertThat(put.target()).endsWith("?commit=true");
        });
        assertThat(state(id)).isEqualTo("COMMITTED");
        assertThat(prepared(quotes))
                .isEqualTo(((ObjectNode) new ObjectMapper().readTree(STORY)).without("releaseReports"));
    }

    @Test
    void labels_become_ids_and_a_report_takes_the_rest_from_its_document() throws IOException {
        take(STORY).statusCode(201);
        JsonNode report = prepared(tallies).path("releaseReports").path(0);
        assertThat(report).isEqualTo(new ObjectMapper().readTree(
                """
                        {"label": "r1", "commitment": "c1", "claimant": {"name": "Suhail Shaheen", "speakerId": "%s"},
                         "evidence": {"quoteId": "%s", "documentUrl": "https://example.org/story", "quoteKind": "DIRECT"}, "stage": "REPORTED",
                         "publishedAt": "2020-04-07", "outlet": "Example Wire"}"""
                        .formatted(SPEAKER, QUOTE)));
    }

    @Test
    void what_a_report_says_itself_stays() throws IOException {
        take(STORY.replace("\"stage\"", "\"publishedAt\": \"2020-04-08\", \"outlet\": \"Other\", \"stage\""))
                .statusCode(201);
        JsonNode report = prepared(tallies).path("releaseReports").path(0);
        assertThat(report.path("publishedAt").asText()).isEqualTo("2020-04-08");
        assertThat(report.path("outlet").asText()).isEqualTo("Other");
    }

    @Test
    void a_report_in_a_document_that_is_there_takes_the_rest_from_there() throws IOException {
        quotes.when("GET", "/api/v1/documents/" + DOCUMENT, StubService.json(200,
                """
                        {"id": "x", "url": "https://example.org/old", "publishedAt": "2020-03-01", "outlet": {"name": "Old Wire"}}"""));
        take("""
                {"document": {"id": "%s"}, "releaseReports": [{"label": "r1", "commitment": "c1"}]}"""
                .formatted(DOCUMENT))
                .statusCode(201);
        JsonNode report = prepared(tallies).path("releaseReports").path(0);
        assertThat(report.path("publishedAt").asText()).isEqualTo("2020-03-01");
        assertThat(report.path("outlet").asText()).isEqualTo("Old Wire");
        assertThat(report.path("evidence").path("documentUrl").asText()).isEqualTo("https://example.org/old");
    }

    @Test
    void without_release_reports_the_tally_service_is_not_needed() {
        tallies.close();
        String id = take(QUOTES_ONLY).statusCode(201).body("state", equalTo("COMMITTED"))
                .body("quotes.id", hasItem(QUOTE)).extract().path("id");
        assertThat(state(id)).isEqualTo("COMMITTED");
        // It has written it already.
        assertThat(quotes.received(id)).singleElement().satisfies(put -> {
            assertThat(put.method()).isEqualTo("PUT");
            assertThat(put.target()).endsWith("?commit=true");
        });
    }

    @Test
    void one_that_the_quote_service_has_written_although_its_answer_was_lost_is_found_there() {
        quotes.when("PUT", INTERNAL, StubService.garbage());
        quotes.when("DELETE", INTERNAL, StubService.json(409, "{}"));
        quotes.when("GET", INTERNAL, StubService.json(200, """
                {"state": "COMMITTED", "documentId": "%s", "outletId": "%s", "speakers": [],
                 "quotes": [{"label": "q1", "id": "%s"}]}""".formatted(DOCUMENT, OUTLET, QUOTE)));
        String key = "key-" + Uuid7.next();
        take(QUOTES_ONLY, key).statusCode(503).body("detail", startsWith("It is not known yet whether"));
        await().untilAsserted(() -> take(QUOTES_ONLY, key).statusCode(201).body("state", equalTo("COMMITTED"))
                .body("documentId", equalTo(DOCUMENT)).body("quotes.id", hasItem(QUOTE)));
    }

    @Test
    void one_that_the_tally_service_has_written_although_its_answer_was_lost_is_carried_out() {
        tallies.when("PUT", INTERNAL, StubService.garbage());
        tallies.when("DELETE", INTERNAL, StubService.json(409, "{}"));
        tallies.when("GET", INTERNAL, StubService.json(200, """
                {"state": "COMMITTED", "releaseReports": [{"label": "r1", "id": "%s"}]}""".formatted(REPORT)));
        quotes.when("GET", INTERNAL, StubService.json(200, """
                {"state": "PREPARED", "documentId": "%s", "outletId": "%s", "speakers": [],
                 "quotes": [{"label": "q1", "id": "%s"}]}""".formatted(DOCUMENT, OUTLET, QUOTE)));
        String key = "key-" + Uuid7.next();
        take(STORY, key).statusCode(503).body("detail", startsWith("It is not known yet whether"));
        await().untilAsserted(() -> take(STORY, key).statusCode(201).body("state", equalTo("COMMITTED"))
                .body("documentId", equalTo(DOCUMENT)).body("quotes.id", hasItem(QUOTE))
                .body("releaseReports.id", contains(REPORT)));
        assertThat(calls(quotes, "POST")).isPositive();
        assertThat(calls(quotes, "DELETE")).isZero();
    }

    @Test
    void one_whose_answer_was_lost_and_that_was_not_written_is_taken_back() {
        quotes.when("PUT", INTERNAL, StubService.garbage());
        take(QUOTES_ONLY).statusCode(503).body("detail", endsWith("Nothing was written."));
        String id = quotes.intake();
        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("ABORTED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[]|''", "{}|/document", "{\"document\": 1}|/document",
            "{\"document\": {}, \"quote\": []}|/quote", "{\"document\": {}, \"quotes\": {}}|/quotes",
            "{\"document\": {}, \"quotes\": [1]}|/quotes/0", "{\"document\": {}, \"quotes\": [{}]}|/quotes/0/label",
            "{\"document\": {}, \"speakers\": [{\"label\": \"a\"}, {\"label\": \"a\"}]}|/speakers/1/label",
            "{\"document\": {}, \"speakers\": [{\"label\": \"a\", \"wikidataId\": \"a\\u0000b\"}]}|/speakers/0/wikidataId",
            "{\"document\": {}, \"releaseReports\": [{\"label\": \"a\", \"evidence\": {\"quote\": \"q\"}}]}|/releaseReports/0/evidence/quote",
            "{\"document\": {}, \"releaseReports\": [{\"label\": \"a\", \"claimant\": {\"speaker\": 1}}]}|/releaseReports/0/claimant/speaker"})
    void what_is_wrong_between_the_parts_is_found_before_anyone_is_asked(String body, String pointer) {
        take(body).statusCode(422).body("type", equalTo("urn:parole:problem:invalid-body")).body("errors.pointer",
                contains(pointer));
    }

    @Test
    void an_unknown_field_is_answered_with_the_nearest_known_one() {
        take("{\"document\": {}, \"quote\": []}").statusCode(422).body("errors[0].detail", containsString("quotes"));
    }

    @Test
    void what_the_quote_service_finds_wrong_is_the_clients_answer_and_nothing_is_left() {
        quotes.when("PUT", INTERNAL, StubService.json(422, """
                {"type":"urn:parole:problem:invalid-body","title":"t","status":422,"detail":"d",
                 "errors":[{"pointer":"/quotes/0/kind","detail":"must be one of DIRECT"}]}"""));
        take(STORY).statusCode(422).contentType("application/problem+json").body("errors.pointer",
                contains("/quotes/0/kind"));
        assertThat(calls(quotes, "DELETE")).isEqualTo(1);
        assertThat(calls(quotes, "POST")).isZero();
    }

    @Test
    void what_the_tally_service_finds_wrong_is_pointed_to_in_the_clients_own_body() {
        tallies.when("PUT", INTERNAL,
                StubService.json(422,
                        """
                                {"type":"urn:parole:problem:invalid-body","title":"t","status":422,"detail":"d",
                                 "errors":[{"pointer":"/releaseReports/0/evidence/quoteId","detail":"a"},
                                           {"pointer":"/releaseReports/0/publishedAt","detail":"b"},
                                           {"pointer":"/releaseReports/0/claimant/speakerId","detail":"c"},
                                           {"pointer":"/releaseReports/0/quantity/min","detail":"d"}]}"""));
        take(STORY).statusCode(422).body("errors.pointer",
                contains("/document/publishedAt", "/releaseReports/0/claimant/speaker",
                        "/releaseReports/0/evidence/quote", "/releaseReports/0/quantity/min"));
        assertThat(calls(quotes, "DELETE")).isEqualTo(1);
        assertThat(calls(quotes, "POST")).isZero();
        assertThat(calls(tallies, "DELETE")).isEqualTo(1);
    }

    @Test
    void when_the_tally_service_is_down_nothing_is_written_and_that_is_said() {
        tallies.close();
        take(STORY).statusCode(503).body("detail", equalTo("The tally-service cannot be reached. Nothing was written."))
                .header("Retry-After", "2");
        assertThat(calls(quotes, "POST")).isZero();
        assertThat(calls(quotes, "DELETE")).isEqualTo(1);
    }

    @Test
    void a_service_whose_disk_is_full_is_no_overload() {
        tallies.when("PUT", INTERNAL, StubService.json(507, "{}"));
        take(STORY).statusCode(507).body("type", equalTo("urn:parole:problem:storage-full"))
                .body("detail", endsWith("Nothing was written. Reading still works."));
        assertThat(calls(quotes, "POST")).isZero();
    }

    @Test
    void when_a_service_dies_after_the_decision_it_is_carried_out_later() {
        AtomicInteger dead = new AtomicInteger(2);
        quotes.when("POST", INTERNAL + "/commit", (request, out) -> dead.getAndDecrement() > 0
                ? false
                : StubService.json(200, "{}").write(request, out));
        String id = take(STORY).statusCode(202).body("state", equalTo("DECIDED")).body("documentId", equalTo(DOCUMENT))
                .extract().path("id");
        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("COMMITTED"));
        assertThat(calls(quotes, "DELETE")).isZero();
    }

    @Test
    void what_could_not_be_taken_back_at_once_is_taken_back_later() {
        AtomicInteger dead = new AtomicInteger(1);
        tallies.when("PUT", INTERNAL, StubService.garbage());
        tallies.when("DELETE", INTERNAL, (request, out) -> dead.getAndDecrement() > 0
                ? false
                : StubService.noContent().write(request, out));
        take(STORY).statusCode(503);
        String id = quotes.intake();
        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("ABORTED"));
        assertThat(calls(quotes, "POST")).isZero();
    }

    @Test
    void a_service_that_prepares_too_slowly_ends_the_intake_at_its_deadline() {
        tallies.when("PUT", INTERNAL, tallies.never());
        take(STORY).statusCode(503).body("detail", endsWith("Nothing was written."));
        String id = quotes.intake();
        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("ABORTED"));
    }

    @Test
    void the_same_key_and_body_give_the_first_answer_again() {
        String key = "key-" + Uuid7.next();
        String id = take(STORY, key).statusCode(201).extract().path("id");
        take(STORY, key).statusCode(201).body("id", equalTo(id)).body("quotes.id", hasItem(QUOTE));
        assertThat(calls(quotes, "POST")).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        String key = "key-" + Uuid7.next();
        take(STORY, key).statusCode(201);
        take(STORY.replace("Story", "Other story"), key).statusCode(422).body("type",
                equalTo("urn:parole:problem:idempotency-key-reused"));
    }

    @Test
    void a_key_under_which_nothing_was_written_can_be_used_again() {
        String key = "key-" + Uuid7.next();
        tallies.close();
        take(STORY, key).statusCode(503);
        tallies = StubbedServices.tallies();
        servicesPrepareAndCommit();
        await().untilAsserted(() -> take(STORY, key).statusCode(201));
    }

    @Test
    void an_intake_that_is_not_there_is_404() {
        given().get("/api/v1/intake/" + Uuid7.next()).then().statusCode(404).body("type",
                equalTo("urn:parole:problem:not-found"));
    }

    @Test
    void a_swap_goes_to_the_tally_service_whole_with_its_labels() throws IOException {
        tallies.when("PUT", INTERNAL, StubService.json(200, """
                {"releaseReports": [], "exchanges": [{"label": "swap", "slug": "x", "id": "%s"}],
                 "commitments": [{"label": "twelve", "slug": "x-12", "id": "%s"}]}""".formatted(REPORT, REPORT)));
        String swap = STORY.replaceFirst("\"releaseReports\"[\\s\\S]*", """
                "exchanges": [{"label": "swap", "slug": "x"}],
                "commitments": [{"label": "twelve", "slug": "x-12", "exchange": "swap"}]}""");
        take(swap).statusCode(201).body("exchanges.label", contains("swap")).body("exchanges.slug", contains("x"))
                .body("commitments.slug", contains("x-12"));
        assertThat(prepared(tallies).path("exchanges").path(0).path("slug").asText()).isEqualTo("x");
        assertThat(prepared(tallies).path("commitments").path(0).path("exchange").asText()).isEqualTo("swap");
        take(swap.replace("\"label\": \"twelve\"", "\"label\": \"\"")).statusCode(422).body("errors.pointer",
                contains("/commitments/0/label"));
    }

    @Test
    void a_report_of_a_document_without_an_address_refers_to_it_by_its_id() throws IOException {
        take(STORY.replace("\"url\": \"https://example.org/story\", ", "")).statusCode(201);
        JsonNode evidence = prepared(tallies).path("releaseReports").path(0).path("evidence");
        assertThat(evidence.path("documentId").asText()).isEqualTo(DOCUMENT);
        assertThat(evidence.has("documentUrl")).isFalse();
    }
}
