package org.parole.quote.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.ARTICLE;
import static org.parole.quote.support.Api.FAISAL;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.patch;
import static org.parole.quote.support.Api.post;
import static org.parole.quote.support.Api.retract;
import static org.parole.quote.support.Api.unique;
import static org.parole.quote.support.Api.with;
import static org.parole.quote.support.Problems.assertInvalidBody;
import static org.parole.quote.support.Problems.assertProblem;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class IntakeTest {

    private static Response prepare(UUID id, Object body) {
        return as("contributor").contentType(ContentType.JSON).body(body).put("/internal/intakes/" + id);
    }

    private static Response commit(UUID id) {
        return as("contributor").post("/internal/intakes/" + id + "/commit");
    }

    private static Response abort(UUID id) {
        return as("contributor").delete("/internal/intakes/" + id);
    }

    private static Map<String, Object> documentBody(String outlet) {
        return Map.of("url", "https://example.org/intake/" + unique(), "title", "Talks", "outlet",
                Map.of("name", outlet, "kind", "BROADCASTER"), "publishedAt", "2020-04-07", "language", "en", "text",
                ARTICLE);
    }

    private static Map<String, Object> speakerBody(String label, String name) {
        return Map.of("label", label, "name", name, "kind", "PERSON", "party", "afghan-government");
    }

    private static Map<String, Object> quoteBody(String label, String speaker) {
        return Map.of("label", label, "speaker", speaker, "content", FAISAL, "kind", "DIRECT", "channel", "STATEMENT",
                "language", "en");
    }

    private static Map<String, Object> body() {
        String name = "Person " + unique();
        return Map.of("document", documentBody("Outlet of intakes " + unique()), "speakers",
                List.of(speakerBody("someone", name)), "quotes", List.of(quoteBody("first", "someone")));
    }

    @Test
    void is_unseen_until_it_is_committed_and_then_there_as_a_whole() {
        var id = UUID.randomUUID();
        JsonPath plan = prepare(id, body()).then().statusCode(200).extract().jsonPath();
        String quote = "/quotes/" + plan.getString("quotes[0].id");
        assertProblem(given().get("/api/v1" + quote), 404, "not-found");
        assertProblem(given().get("/api/v1/documents/" + plan.getString("documentId")), 404, "not-found");

        assertThat(commit(id).then().statusCode(200).extract().jsonPath().getString("state")).isEqualTo("COMMITTED");
        JsonPath seen = get(quote);
        assertThat(seen.getString("document.id")).isEqualTo(plan.getString("documentId"));
        assertThat(seen.getString("document.outlet.id")).isEqualTo(plan.getString("outletId"));
        assertThat(seen.getString("speaker.id")).isEqualTo(plan.getString("speakers[0].id"));
        assertThat(plan.getString("speakers[0].label")).isEqualTo("someone");
        assertThat(seen.getString("verification.status")).isEqualTo("EXACT");
        assertThat(seen.getString("recordedBy")).isEqualTo("test-contributor");
    }

    @Test
    void can_be_repeated_at_every_step() {
        var id = UUID.randomUUID();
        Map<String, Object> body = body();
        String first = prepare(id, body).asString();
        assertThat(prepare(id, body).asString()).isEqualTo(first);
        String committed = commit(id).asString();
        assertThat(commit(id).asString()).isEqualTo(committed);
        assertThat(prepare(id, body).asString()).isEqualTo(committed);
        assertProblem(prepare(id, body()), 409, "conflict");
        assertProblem(abort(id), 409, "conflict");
        assertThat(get("/quotes?document=" + commit(id).jsonPath().getString("documentId")).getList("items"))
                .hasSize(1);
    }

    @Test
    void leaves_nothing_when_it_is_aborted() {
        var id = UUID.randomUUID();
        Map<String, Object> body = body();
        prepare(id, body).then().statusCode(200);
        abort(id).then().statusCode(204);
        abort(id).then().statusCode(204);
        assertProblem(commit(id), 409, "conflict");
        assertProblem(prepare(id, body), 409, "conflict");
        // what it held is free again
        var other = UUID.randomUUID();
        prepare(other, body).then().statusCode(200);
        commit(other).then().statusCode(200);
    }

    @Test
    void can_be_aborted_before_it_comes() {
        var id = UUID.randomUUID();
        abort(id).then().statusCode(204);
        assertProblem(prepare(id, body()), 409, "conflict");
        assertProblem(commit(UUID.randomUUID()), 404, "not-found");
    }

    @Test
    void uses_outlets_and_named_speakers_that_are_known() {
        JsonPath outlet = created("/outlets", Map.of("name", "The Known Times " + unique(), "kind", "NEWSPAPER"));
        String name = "Known Person " + unique();
        String speaker = created("/speakers",
                Map.of("name", name, "kind", "PERSON", "aliases", List.of("Alias of " + name), "party", "taliban"))
                .getString("id");
        var id = UUID.randomUUID();
        JsonPath plan = prepare(id,
                with(body(), "document", documentBody(outlet.getString("name").toUpperCase()), "speakers",
                        List.of(Map.of("label", "same", "name", "alias of " + name, "kind", "PERSON"),
                                Map.of("label", "other", "name", name, "kind", "PERSON", "party", "united-states"),
                                Map.of("label", "someone", "name", name, "kind", "GROUP"),
                                Map.of("label", "by id", "id", speaker))))
                .then().statusCode(200).extract().jsonPath();
        assertThat(plan.getString("outletId")).isEqualTo(outlet.getString("id"));
        assertThat(plan.getString("speakers[0].id")).isEqualTo(speaker);
        assertThat(plan.getString("speakers[1].id")).isNotEqualTo(speaker);
        assertThat(plan.getString("speakers[2].id")).isNotEqualTo(speaker);
        assertThat(plan.getString("speakers[3].id")).isEqualTo(speaker);
        commit(id).then().statusCode(200);
    }

    @Test
    void shares_what_two_intakes_are_about_to_add() {
        Map<String, Object> document = documentBody("Shared outlet " + unique());
        String name = "Shared person " + unique();
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        List<Map<String, Object>> speakers = List.of(speakerBody("someone", name));
        JsonPath one = prepare(first, with(body(), "document", document, "speakers", speakers)).jsonPath();
        JsonPath two = prepare(second, with(body(), "document",
                with(document, "url", "https://example.org/intake/" + unique()), "speakers", speakers)).jsonPath();
        assertThat(two.getString("outletId")).isEqualTo(one.getString("outletId"));
        assertThat(two.getString("speakers[0].id")).isEqualTo(one.getString("speakers[0].id"));
        abort(first).then().statusCode(204);
        commit(second).then().statusCode(200);
        assertThat(get("/outlets/" + one.getString("outletId")).getString("kind")).isEqualTo("BROADCASTER");
    }

    @Test
    void holds_what_its_commit_will_need() {
        String outlet = "Held outlet " + unique();
        String documentId = document();
        Map<String, Object> document = documentBody(outlet);
        String speaker = created("/speakers", Map.of("name", "Held person " + unique(), "kind", "PERSON"))
                .getString("id");
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        prepare(first, with(body(), "document", document)).then().statusCode(200);
        prepare(second, with(body(), "document", Map.of("id", documentId), "speakers",
                List.of(Map.of("label", "someone", "id", speaker)))).then().statusCode(200);

        assertProblem(prepare(UUID.randomUUID(), with(body(), "document", document)), 409, "conflict", "/document/url",
                "An unfinished intake adds this document");
        assertProblem(post("/outlets", Map.of("name", outlet, "kind", "OTHER")), 409, "conflict", "/name",
                "An unfinished intake adds this outlet");
        assertProblem(retract("/documents/" + documentId), 409, "conflict");
        assertProblem(retract("/speakers/" + speaker), 409, "conflict");
        // a shorter text meanwhile is no reason to refuse: the quote is then simply not in it
        patch("/documents/" + documentId, Map.of("text", "short")).then().statusCode(200);

        commit(first).then().statusCode(200);
        JsonPath committed = commit(second).then().statusCode(200).extract().jsonPath();
        assertThat(get("/quotes/" + committed.getString("quotes[0].id")).getString("verification.status"))
                .isEqualTo("ORPHANED");
    }

    @Test
    void speakers_may_speak_for_each_other() {
        var id = UUID.randomUUID();
        String council = "National Security Council " + unique();
        JsonPath plan = prepare(id, with(body(), "speakers", List.of(
                with(speakerBody("someone", "Spokesman " + unique()), "speaksFor", "council"),
                Map.of("label", "council", "name", council, "kind", "ORGANISATION")))).then().statusCode(200).extract()
                .jsonPath();
        commit(id).then().statusCode(200);
        assertThat(get("/speakers/" + plan.getString("speakers[0].id")).getString("speaksFor"))
                .isEqualTo(plan.getString("speakers[1].id"));
    }

    @Test
    void names_everything_that_is_wrong_in_the_clients_own_body() {
        Response response = prepare(UUID.randomUUID(), Map.of("document",
                with(documentBody("x"), "title", " ", "outlet", Map.of("name", " ")), "speakers",
                List.of(Map.of("label", "a", "name", "A", "kind", "PERSON"), Map.of("label", "a", "kind", "PERSON"),
                        Map.of("label", "b", "name", "B", "kind", "PERSON", "speaksFor", "nobody")),
                "quotes", List.of(with(quoteBody("q", "nobody"), "content", null),
                        with(quoteBody("r", "a"), "anchors", List.of(Map.of("exact", "x", "start", 1, "end", 9999))))));
        assertInvalidBody(response, "/document/title", "must have 1 to 500 characters");
        assertInvalidBody(response, "/document/outlet/name", "must not be blank");
        assertInvalidBody(response, "/speakers/1/label", "twice");
        assertInvalidBody(response, "/speakers/1/name", "must not be blank");
        assertInvalidBody(response, "/speakers/2/speaksFor", "label of a speaker");
        assertInvalidBody(response, "/quotes/0/speaker", "is not the label");
        assertInvalidBody(response, "/quotes/0/content", "must not be blank");
        assertInvalidBody(response, "/quotes/1/anchors/0/end", "inside the document's text");
        assertInvalidBody(prepare(UUID.randomUUID(), Map.of()), "/document", "must be given");
        assertInvalidBody(prepare(UUID.randomUUID(), with(body(), "speakers", List.of(
                with(speakerBody("someone", "A"), "speaksFor", "b"),
                with(speakerBody("b", "B"), "speaksFor", "someone")))),
                "/speakers/0/speaksFor", "must not lead back");
    }

    @Test
    void refuses_a_document_that_is_recorded() {
        String url = created("/documents",
                org.parole.quote.support.Api.documentBody(org.parole.quote.support.Api.outlet()))
                .getString("url");
        assertProblem(prepare(UUID.randomUUID(), with(body(), "document", with(documentBody("x"), "url", url))), 409,
                "conflict", "/document/url", "already recorded, with id");
    }

    @Test
    void needs_a_contributor() {
        assertProblem(given().contentType(ContentType.JSON).body(body()).put("/internal/intakes/" + UUID.randomUUID()),
                401, "unauthenticated");
        assertProblem(as("reader").post("/internal/intakes/" + UUID.randomUUID() + "/commit"), 403, "forbidden");
    }

    @Test
    void a_document_without_address_title_and_kind_of_outlet_is_taken_in_and_listed_as_incomplete() {
        String outlet = "Hurried outlet " + unique();
        var id = UUID.randomUUID();
        Map<String, Object> document = with(documentBody(outlet), "url", null, "title", null, "outlet",
                Map.of("name", outlet));
        JsonPath plan = prepare(id, with(body(), "document", document)).then().statusCode(200).extract().jsonPath();
        commit(id).then().statusCode(200);
        String path = "/documents/" + plan.getString("documentId");
        assertThat(get(path).getList("missing")).isEqualTo(List.of("title", "citation"));
        assertThat(get("/outlets?incomplete=true&limit=200").getList("items.id")).contains(plan.getString("outletId"));
        assertThat(get("/documents?incomplete=true&outlet=" + plan.getString("outletId")).getList("items.id"))
                .isEqualTo(List.of(plan.getString("documentId")));
        assertThat(get("/quotes/" + plan.getString("quotes[0].id")).getString("verification.status"))
                .isEqualTo("EXACT");
        patch(path, Map.of("title", "Talks", "citation", "AFP copy of 7 April 2020")).then().statusCode(200);
        patch("/outlets/" + plan.getString("outletId"), Map.of("kind", "WIRE")).then().statusCode(200);
        assertThat(get(path).getList("missing")).isEmpty();
        assertThat(get("/documents?incomplete=true&outlet=" + plan.getString("outletId")).getList("items")).isEmpty();
        assertThat(get("/documents?incomplete=false&outlet=" + plan.getString("outletId")).getList("items.citation"))
                .isEqualTo(List.of("AFP copy of 7 April 2020"));
        assertThat(get("/outlets?incomplete=true&limit=200").getList("items.id"))
                .doesNotContain(plan.getString("outletId"));
    }

    @Test
    void an_intake_of_a_recorded_document_brings_the_passage_that_its_quotes_stand_in() {
        String document = created("/documents", with(org.parole.quote.support.Api.documentBody(
                org.parole.quote.support.Api.outlet()), "text", "The first passage.", "textKind", "EXCERPT"))
                .getString("id");
        var id = UUID.randomUUID();
        Map<String, Object> body = with(body(), "document", Map.of("id", document, "passages", List.of(ARTICLE)));
        JsonPath plan = prepare(id, body).then().statusCode(200).extract().jsonPath();
        assertThat(get("/documents/" + document).getInt("textRevision")).isEqualTo(1);
        commit(id).then().statusCode(200);
        commit(id).then().statusCode(200);
        assertThat(get("/documents/" + document).getInt("textRevision")).isEqualTo(2);
        assertThat(get("/quotes/" + plan.getString("quotes[0].id")).getString("verification.status"))
                .isEqualTo("EXACT");
    }

    @Test
    void passages_of_a_full_text_are_refused_and_nothing_is_written() {
        String document = org.parole.quote.support.Api.document();
        Response answer = prepare(UUID.randomUUID(),
                with(body(), "document", Map.of("id", document, "passages", List.of("Another one."))));
        assertInvalidBody(answer, "/document/passages", "the document already has its full text");
        assertInvalidBody(prepare(UUID.randomUUID(),
                with(body(), "document", with(documentBody("y"), "passages", List.of("One.")))), "/document/passages",
                "must not be given together with text");
        assertThat(get("/documents/" + document).getInt("revision")).isEqualTo(1);
    }

    private static UUID prepareNew(Object body) {
        var id = UUID.randomUUID();
        prepare(id, body).then().statusCode(200);
        return id;
    }

    @Test
    void a_recorded_article_takes_the_place_of_the_document_where_the_caller_puts_up_with_it() {
        Map<String, Object> document = documentBody("Outlet " + unique());
        String first = commit(prepareNew(with(body(), "document", document))).jsonPath().getString("documentId");
        Map<String, Object> again = with(document, "url", document.get("url") + "?utm_medium=rss", "title",
                "Another title");
        assertProblem(prepare(UUID.randomUUID(), with(body(), "document", again)), 409, "conflict", "/document/url",
                first);
        UUID id = prepareNew(with(body(), "document", again, "reuseDocument", true));
        JsonPath committed = commit(id).jsonPath();
        assertThat(committed.getString("documentId")).isEqualTo(first);
        assertThat(get("/documents/" + first).getString("title")).isEqualTo(document.get("title"));
        assertThat(get("/quotes/" + committed.getString("quotes[0].id")).getString("verification.status"))
                .isEqualTo("EXACT");
        assertProblem(prepare(UUID.randomUUID(), with(body(), "document", with(again, "text", "Another text."),
                "reuseDocument", true)), 409, "conflict", "/document/text", first);
    }

    @Test
    void who_said_a_quote_may_be_unknown() {
        Map<String, Object> unknown = with(quoteBody("q", "someone"), "speaker", null);
        List<Map<String, Object>> quotes = List.of(with(unknown, "speakerCandidates",
                List.of(Map.of("speaker", "someone", "confidence", 0.6),
                        Map.of("name", "A. N. Other", "confidence", 0.1))));
        JsonPath committed = commit(prepareNew(with(body(), "quotes", quotes))).jsonPath();
        JsonPath quote = get("/quotes/" + committed.getString("quotes[0].id"));
        assertThat(quote.getString("speaker")).isNull();
        assertThat(quote.getString("speakerCandidates[0].speaker.id"))
                .isEqualTo(committed.getString("speakers[0].id"));
        assertInvalidBody(prepare(UUID.randomUUID(), with(body(), "quotes", List.of(with(unknown,
                "speakerCandidates", List.of(Map.of("speaker", "nobody", "confidence", 1)))))),
                "/quotes/0/speakerCandidates/0/speaker", "is not the label");
        assertInvalidBody(prepare(UUID.randomUUID(), with(body(), "quotes", List.of(unknown))),
                "/quotes/0/speaker", "must be given, or speakerCandidates");
    }

    @Test
    void what_is_no_candidate_and_no_date_is_named() {
        Map<String, Object> unknown = with(quoteBody("q", "someone"), "speaker", null);
        assertInvalidBody(prepare(UUID.randomUUID(), with(body(), "quotes", List.of(with(unknown,
                "speakerCandidates", Arrays.asList(Map.of("name", "A. N. Other", "confidence", 0.1), null))))),
                "/quotes/0/speakerCandidates/1", "must be given");
        assertInvalidBody(prepare(UUID.randomUUID(), with(body(), "quotes", List.of(with(unknown,
                "speakerCandidates", List.of("someone"))))),
                "/quotes/0/speakerCandidates/0", "must be an object");
        assertInvalidBody(prepare(UUID.randomUUID(), with(body(), "quotes", List.of(with(quoteBody("q", "someone"),
                "saidOn", Map.of("from", "2020-04-07", "precision", "DAY"))))),
                "/quotes/0/saidOn", "must be a string");
    }
}
