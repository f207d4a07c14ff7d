package org.parole.quote.quote;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.ARTICLE;
import static org.parole.quote.support.Api.FAISAL;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.documentBody;
import static org.parole.quote.support.Api.etag;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.outlet;
import static org.parole.quote.support.Api.patch;
import static org.parole.quote.support.Api.post;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.retract;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.with;
import static org.parole.quote.support.Problems.assertInvalidBody;
import static org.parole.quote.support.Problems.assertInvalidParameter;
import static org.parole.quote.support.Problems.assertProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class QuoteTest {

    private static final int FRUITLESS = ARTICLE.indexOf("fruitless");

    @Nested
    class Creating {
        @Test
        void answers_with_the_quote_and_where_it_is() {
            Map<String, Object> body = with(quoteBody(), "reportingChain",
                    List.of(Map.of("name", "Twitter", "kind", "POST"), Map.of("name", "Reuters", "kind", "OUTLET")));
            Response response = post("/quotes", body);

            assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
            JsonPath quote = response.jsonPath();
            assertThat(response.header("Location")).endsWith("/api/v1/quotes/" + quote.getString("id"));
            assertThat(quote.getString("content")).isEqualTo(FAISAL);
            assertThat(quote.getString("speaker.id")).isEqualTo(body.get("speakerId"));
            assertThat(quote.getString("speaker.party")).isEqualTo("afghan-government");
            assertThat(quote.getString("document.id")).isEqualTo(body.get("documentId"));
            assertThat(quote.getString("document.publishedAt")).isEqualTo("2020-04-07");
            assertThat(quote.getString("document.outlet.kind")).isEqualTo("WIRE");
            assertThat(quote.getString("saidOn")).isEqualTo("2020-04-07");
            assertThat(quote.getString("saidOnPrecision")).isEqualTo("DAY");
            assertThat(quote.getList("reportingChain.name", String.class)).containsExactly("Twitter", "Reuters");
            assertThat(quote.getString("verification.status")).isEqualTo("EXACT");
            assertThat(quote.getString("verification.textKind")).isEqualTo("FULL");
            assertThat(quote.getString("verification.sha256")).hasSize(64);
            assertThat(quote.getString("recordedBy")).isEqualTo("test-contributor");
            assertThat(quote.getString("revisionType")).isEqualTo("CREATION");
            assertThat(get("/quotes/" + quote.getString("id")).<Map<String, Object>>get()).isEqualTo(quote.get());
        }

        @Test
        void finds_several_anchors_and_the_worst_decides() {
            JsonPath quote = created("/quotes", with(with(quoteBody(), "kind", "MIXED", "anchors",
                    List.of(Map.of("exact", "fruitless meetings"),
                            Map.of("exact", "delayed under one pretext or another."))),
                    "content",
                    "They would skip 'fruitless meetings', and the release was 'delayed under one pretext or another'"));
            assertThat(quote.getList("anchors.status", String.class)).containsExactly("EXACT", "NORMALISED");
            assertThat(quote.getInt("anchors[0].start")).isEqualTo(FRUITLESS);
            assertThat(quote.getString("verification.status")).isEqualTo("NORMALISED");
            assertThat(quote.getString("verification.passage")).isEqualTo("NORMALISED");
            assertThat(quote.getString("verification.words")).isEqualTo("SAME");
        }

        @Test
        void invented_words_over_a_real_anchor_are_not_verified() {
            JsonPath quote = created("/quotes", with(with(quoteBody(), "content", "We will shoot them all"), "anchors",
                    List.of(Map.of("exact", "fruitless meetings"))));
            assertThat(quote.getString("verification.status")).isEqualTo("ALTERED");
            assertThat(quote.getString("verification.passage")).isEqualTo("EXACT");
            assertThat(quote.getString("verification.words")).isEqualTo("ALTERED");
            assertThat(quote.getString("verification.difference.quote")).isEqualTo("We will shoot them all");
            assertThat(quote.getString("verification.difference.passage")).isEqualTo("fruitless meetings");
        }

        @Test
        void what_an_ellipsis_leaves_out_is_given_back_and_flagged() {
            JsonPath quote = created("/quotes",
                    with(quoteBody(), "content", "We ask the Taliban to ... sabotage the process"));
            assertThat(quote.getString("verification.status")).isEqualTo("NORMALISED");
            assertThat(quote.getString("verification.words")).isEqualTo("SHORTENED");
            assertThat(quote.getString("verification.omitted[0].text")).isEqualTo("not");
            assertThat(quote.getBoolean("verification.omitted[0].changesMeaning")).isTrue();
        }

        @Test
        void keeps_words_that_are_not_in_the_text_and_says_so() {
            JsonPath quote = created("/quotes", with(quoteBody(), "content", "We never said that"));
            assertThat(quote.getString("verification.status")).isEqualTo("ORPHANED");
            assertThat(quote.getString("verification.detail")).isEqualTo("The words are not in the text.");
            assertThat(quote.getString("anchors[0].start")).isNull();
        }

        @Test
        void leaves_quotes_of_documents_without_text_unchecked() {
            String document = created("/documents", with(documentBody(outlet()), "text", null, "textKind", null))
                    .getString("id");
            assertThat(created("/quotes", quoteBody(document, speaker())).getString("verification.status"))
                    .isEqualTo("UNCHECKED");
        }

        @Test
        void takes_the_words_from_the_position_when_only_that_is_given() {
            JsonPath quote = created("/quotes",
                    with(quoteBody(), "anchors", List.of(Map.of("start", FRUITLESS, "end", FRUITLESS + 18))));
            assertThat(quote.getString("anchors[0].exact")).isEqualTo("fruitless meetings");
            assertThat(quote.getString("anchors[0].prefix")).endsWith("participate in \u201C");
        }

        @Test
        void keeps_right_to_left_and_combining_characters() {
            String content = "\u0645\u0627 \u0627\u0632 \u0637\u0627\u0644\u0628\u0627\u0646 \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u06CC\u0645 \u202Eq\u0303\u202C \uD83D\uDD4A\uFE0F";
            JsonPath quote = created("/quotes", with(quoteBody(), "content", content, "language", "fa-AF"));
            assertThat(quote.getString("content")).isEqualTo(content);
        }

        @Test
        void stores_decomposed_letters_composed() {
            JsonPath quote = created("/quotes", with(quoteBody(), "content", "ne\u0301gocier"));
            assertThat(quote.getString("content")).isEqualTo("n\u00E9gocier");
        }

        @Test
        void is_safe_to_repeat_with_a_key() {
            Map<String, Object> body = quoteBody();
            Response first = as("contributor").header("Idempotency-Key", "k-1").contentType(ContentType.JSON).body(body)
                    .post("/api/v1/quotes");
            Response again = as("contributor").header("Idempotency-Key", "k-1").contentType(ContentType.JSON).body(body)
                    .post("/api/v1/quotes");
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
            assertProblem(as("contributor").header("Idempotency-Key", "k-1").contentType(ContentType.JSON)
                    .body(with(body, "cue", "claimed")).post("/api/v1/quotes"), 422, "idempotency-key-reused");
        }
    }

    @Nested
    class BadInput {
        @ParameterizedTest
        @CsvSource(delimiter = '|', nullValues = "-", value = {"content | - | /content | must not be blank",
                "content | '  ' | /content | must not be blank", "kind | - | /kind | must be given",
                "kind | LOUD | /kind | DIRECT, INDIRECT, MIXED", "channel | TELEX | /channel | SOCIAL_POST",
                "saidOn | 2020-02-30 | /saidOn | must be a date that exists",
                "language | english language | /language | BCP 47", "documentId | - | /documentId | must be given",
                "documentId | 42 | /documentId | UUID",
                "speakerId | - | /speakerId | must be given, or speakerCandidates"})
        void in_one_field_is_named(String field, String value, String pointer, String detail) {
            assertInvalidBody(post("/quotes", with(quoteBody(), field, value)), pointer, detail);
        }

        @Test
        void of_another_type_is_named() {
            assertInvalidBody(post("/quotes", with(quoteBody(), "content", 42)), "/content", "must be a string");
            assertInvalidBody(post("/quotes", with(quoteBody(), "reportingChain", "Twitter")), "/reportingChain",
                    "must be an array");
        }

        @Test
        void in_parts_is_named() {
            assertInvalidBody(post("/quotes", with(quoteBody(), "reportingChain", List.of(Map.of("name", "Twitter")))),
                    "/reportingChain/0/kind", "must be given");
            assertInvalidBody(post("/quotes", with(quoteBody(), "about", Map.of("parties", List.of("The Taliban")))),
                    "/about/parties/0", "slug");
            assertInvalidBody(post("/quotes", with(quoteBody(), "original", Map.of("content", "x"))),
                    "/original/language", "must be given");
        }

        @Test
        void with_unknown_fields_names_the_nearest_known_one() {
            assertInvalidBody(post("/quotes", with(quoteBody(), "contents", "x")), "/contents", "content");
        }

        @Test
        void with_unknown_ids_names_them() {
            Map<String, Object> body = quoteBody();
            assertInvalidBody(post("/quotes", with(body, "documentId", UUID.randomUUID())), "/documentId",
                    "is not the id of a document");
            assertInvalidBody(post("/quotes", with(body, "speakerId", UUID.randomUUID())), "/speakerId",
                    "is not the id of a speaker");
        }

        @Test
        void with_anchors_outside_the_text_or_turned_round_is_refused() {
            Map<String, Object> body = quoteBody();
            assertInvalidBody(
                    post("/quotes", with(body, "anchors", List.of(Map.of("exact", "x", "start", 0, "end", 9999)))),
                    "/anchors/0/end", "must be inside the document's text");
            assertInvalidBody(
                    post("/quotes", with(body, "anchors", List.of(Map.of("exact", "x", "start", 9, "end", 3)))),
                    "/anchors/0/end", "must be greater than start");
            assertInvalidBody(post("/quotes", with(body, "anchors", List.of(Map.of("start", 9)))), "/anchors/0/end",
                    "must be given too");
            assertInvalidBody(post("/quotes", with(body, "anchors", List.of(Map.of("prefix", "x")))),
                    "/anchors/0/exact", "must be given");
            assertInvalidBody(post("/quotes", with(body, "anchors", List.of(Map.of("start", -1, "end", 3)))),
                    "/anchors/0/start", "greater than or equal to 0");
        }

        @Test
        void with_nul_or_half_a_character_is_refused() {
            assertInvalidBody(raw("{\"content\": \"a\\u0000b\"}"), "/content", "U+0000");
            assertInvalidBody(raw("{\"content\": \"a\\ud83db\"}"), "/content", "surrogate");
        }

        @Test
        void that_is_no_json_is_malformed() {
            assertProblem(raw("{\"content\": "), 400, "malformed-request");
            assertProblem(raw("{\"cue\": \"a\", \"cue\": \"b\"}"), 400, "malformed-request");
        }

        @Test
        void that_is_nested_too_deep_is_refused() {
            String deep = "{\"about\":".repeat(1000) + "1" + "}".repeat(1000);
            assertProblem(raw(deep), 400, "malformed-request");
            String path = "/quotes/" + created("/quotes", quoteBody()).getString("id");
            assertProblem(as("editor").contentType("application/merge-patch+json").header("If-Match", etag(path))
                    .queryParam("reason", "x").body(deep).patch("/api/v1" + path), 400, "malformed-request");
        }

        @Test
        void that_is_too_large_is_refused() {
            assertProblem(raw("{\"content\": \"" + "x".repeat(10_000_000) + "\"}"), 413, "content-too-large");
        }

        @Test
        void in_another_media_type_is_refused() {
            assertProblem(as("contributor").contentType("text/plain").body("x").post("/api/v1/quotes"), 415,
                    "unsupported-media-type");
        }

        private io.restassured.response.Response raw(String json) {
            return as("contributor").contentType(ContentType.JSON).body(json).post("/api/v1/quotes");
        }
    }

    @Nested
    class Rights {
        @Test
        void reading_is_open_and_writing_needs_the_gateways_word() {
            String id = created("/quotes", quoteBody()).getString("id");
            given().get("/api/v1/quotes/" + id).then().statusCode(200);
            assertProblem(given().contentType(ContentType.JSON).body(quoteBody()).post("/api/v1/quotes"), 401,
                    "unauthenticated");
            assertProblem(as("reader").contentType(ContentType.JSON).body(quoteBody()).post("/api/v1/quotes"), 403,
                    "forbidden");
        }

        @Test
        void contributors_add_and_editors_revise() {
            String path = "/quotes/" + created("/quotes", quoteBody()).getString("id");
            assertProblem(as("contributor").contentType("application/merge-patch+json").header("If-Match", etag(path))
                    .queryParam("reason", "no").body("{}").patch("/api/v1" + path), 403, "forbidden");
            assertProblem(as("contributor").header("If-Match", etag(path)).queryParam("reason", "no")
                    .delete("/api/v1" + path), 403, "forbidden");
            patch(path, Map.of("cue", "asked")).then().statusCode(200);
        }
    }

    @Nested
    class Revising {
        @Test
        void changes_the_named_fields_and_keeps_the_history() {
            String path = "/quotes/" + created("/quotes", quoteBody()).getString("id");
            JsonPath quote = patch(path, Map.of("cue", "asked", "about", Map.of("topics", List.of("Prisoners"))))
                    .jsonPath();

            assertThat(quote.getInt("revision")).isEqualTo(2);
            assertThat(quote.getString("cue")).isEqualTo("asked");
            assertThat(quote.getString("revisionType")).isEqualTo("CORRECTION");
            assertThat(quote.getString("reason")).isEqualTo("because of a test");
            assertThat(quote.getString("content")).isEqualTo(FAISAL);
            JsonPath history = get(path + "/history");
            assertThat(history.getList("items.revision", Integer.class)).containsExactly(1, 2);
            assertThat(history.getList("items[1].changes.pointer", String.class)).containsExactly("/about/topics",
                    "/cue");
            assertThat(history.getString("items[1].changes[1].from")).isEqualTo("said");
            assertThat(history.getString("items[1].changes[1].to")).isEqualTo("asked");
            assertThat(history.getString("items[1].recordedBy")).isEqualTo("test-editor");
        }

        @Test
        void checks_the_words_again() {
            String path = "/quotes/" + created("/quotes", quoteBody()).getString("id");
            assertThat(patch(path, Map.of("content", "No such words")).jsonPath().getString("verification.status"))
                    .isEqualTo("ORPHANED");
            assertThat(get(path + "/history").getList("items[1].changes.pointer", String.class))
                    .containsExactly("/content", "/verification/status", "/verification/words");
        }

        @Test
        void needs_the_current_state_and_a_reason() {
            String path = "/quotes/" + created("/quotes", quoteBody()).getString("id");
            String stale = etag(path);
            assertProblem(as("editor").contentType("application/merge-patch+json").queryParam("reason", "x").body("{}")
                    .patch("/api/v1" + path), 428, "precondition-required");
            patch(path, Map.of("cue", "asked")).then().statusCode(200);
            assertProblem(as("editor").contentType("application/merge-patch+json").header("If-Match", stale)
                    .queryParam("reason", "x").body("{}").patch("/api/v1" + path), 412, "precondition-failed");
            assertInvalidParameter(as("editor").contentType("application/merge-patch+json")
                    .header("If-Match", etag(path)).body("{}").patch("/api/v1" + path), "reason", "must say why");
        }

        @Test
        void cannot_take_a_required_field_away() {
            String path = "/quotes/" + created("/quotes", quoteBody()).getString("id");
            assertInvalidBody(as("editor").contentType("application/merge-patch+json").header("If-Match", etag(path))
                    .queryParam("reason", "x").body("{\"content\": null}").patch("/api/v1" + path), "/content",
                    "must not be blank");
            assertInvalidBody(patch(path, Map.of("verification", Map.of("status", "EXACT"))), "/verification",
                    "unknown");
        }
    }

    @Nested
    class Retracting {
        @Test
        void leaves_a_tombstone_a_history_and_the_past() {
            String path = "/quotes/" + created("/quotes", quoteBody()).getString("id");
            JsonPath before = get(path);
            retract(path).then().statusCode(204);

            assertProblem(given().get("/api/v1" + path), 410, "retracted");
            assertThat(get(path + "/history").getList("items.revisionType", String.class)).containsExactly("CREATION",
                    "RETRACTION");
            assertThat(get(path + "?asOf=" + before.getString("recordedAt")).<Map<String, Object>>get())
                    .isEqualTo(before.get());
            assertProblem(as("editor").header("If-Match", "\"x\"").queryParam("reason", "again")
                    .delete("/api/v1" + path), 410, "retracted");
            assertProblem(as("editor").contentType("application/merge-patch+json").header("If-Match", "\"x\"")
                    .queryParam("reason", "x").body("{}").patch("/api/v1" + path), 410, "retracted");
        }

        @Test
        void unknown_quotes_are_not_found() {
            assertProblem(given().get("/api/v1/quotes/" + UUID.randomUUID()), 404, "not-found");
            assertProblem(given().get("/api/v1/quotes/42"), 404, "not-found");
            assertProblem(given().get("/api/v1/quotes/" + UUID.randomUUID() + "/history"), 404, "not-found");
        }
    }

    @Nested
    class Listing {
        @Test
        void filters_combine() {
            String document = document();
            String shaheen = created("/speakers",
                    Map.of("name", "Suhail Shaheen", "kind", "PERSON", "party", "taliban"))
                    .getString("id");
            String faisal = speaker();
            String one = created("/quotes", quoteBody(document, faisal)).getString("id");
            String two = created("/quotes",
                    with(quoteBody(document, shaheen), "content", "fruitless meetings", "saidOn",
                            "2020-04-06", "channel", "SOCIAL_POST", "kind", "MIXED"))
                    .getString("id");
            String three = created("/quotes", with(quoteBody(document, shaheen), "content", "not in the text", "saidOn",
                    null, "about", null, "language", "ps")).getString("id");

            assertThat(ids("document=" + document)).containsExactly(three, one, two);
            assertThat(ids("document=" + document + "&order=oldest")).containsExactly(two, one, three);
            assertThat(ids("document=" + document + "&order=recorded")).containsExactly(three, two, one);
            assertThat(ids("document=" + document + "&order=recorded&limit=1&cursor=" + get("/quotes?document="
                    + document + "&order=recorded&limit=1").getString("next"))).containsExactly(two);
            assertThat(ids("speaker=" + shaheen)).containsExactly(three, two);
            assertThat(ids("document=" + document + "&party=taliban")).containsExactly(three, two);
            assertThat(ids("document=" + document + "&party=taliban&agreement=us-taliban-2020")).containsExactly(two);
            assertThat(ids("document=" + document + "&aboutParty=taliban")).containsExactly(one, two);
            assertThat(ids("document=" + document + "&kind=DIRECT&speaker=" + faisal)).containsExactly(one);
            assertThat(ids("document=" + document + "&channel=SOCIAL_POST")).containsExactly(two);
            assertThat(ids("document=" + document + "&verification=ORPHANED")).containsExactly(three);
            assertThat(ids("document=" + document + "&language=ps")).containsExactly(three);
            assertThat(ids("document=" + document + "&saidFrom=2020-04-07")).containsExactly(one);
            assertThat(ids("document=" + document + "&saidTo=2020-04-06")).containsExactly(two);
            assertThat(ids("document=" + document + "&saidTo=2020-04")).containsExactly(one, two);
            assertThat(ids("document=" + document + "&on=2020-04-06")).containsExactly(two);
            assertThat(ids("document=" + document + "&publishedBy=2020-04-07")).containsExactly(three, one, two);
            assertThat(ids("document=" + document + "&publishedBy=2020-04-06")).isEmpty();
            assertThat(ids("document=" + document + "&speakerKind=GROUP")).isEmpty();
        }

        @Test
        void pages_follow_each_other_while_quotes_are_added() {
            String document = document();
            String speaker = speaker();
            var ids = new ArrayList<String>();
            for (int day = 1; day <= 5; day++) {
                ids.add(created("/quotes", with(quoteBody(document, speaker), "saidOn", "2020-04-0" + day))
                        .getString("id"));
            }
            JsonPath first = get("/quotes?limit=2&document=" + document);
            assertThat(first.getList("items.id", String.class)).containsExactly(ids.get(4), ids.get(3));
            created("/quotes", with(quoteBody(document, speaker), "saidOn", "2020-04-06"));
            JsonPath second = get("/quotes?limit=2&document=" + document + "&cursor=" + first.getString("next"));
            assertThat(second.getList("items.id", String.class)).containsExactly(ids.get(2), ids.get(1));
            JsonPath third = get("/quotes?limit=2&document=" + document + "&cursor=" + second.getString("next"));
            assertThat(third.getList("items.id", String.class)).containsExactly(ids.get(0));
            assertThat(third.getString("next")).isNull();

            assertInvalidParameter(given().get("/api/v1/quotes?limit=2&cursor=" + first.getString("next")), "cursor",
                    "same filters");
            assertInvalidParameter(given().get("/api/v1/outlets?cursor=" + first.getString("next")), "cursor",
                    "earlier page");
        }

        @Test
        void answers_for_a_record_time_stay_as_they_were() {
            String document = document();
            String speaker = speaker();
            JsonPath first = created("/quotes", quoteBody(document, speaker));
            String path = "/api/v1/quotes?document=" + document + "&asOf=" + first.getString("recordedAt");
            String before = given().get(path).then().statusCode(200).extract().asString();
            created("/quotes", quoteBody(document, speaker));
            patch("/quotes/" + first.getString("id"), Map.of("cue", "asked")).then().statusCode(200);
            patch("/speakers/" + speaker, Map.of("name", "Somebody Else " + document)).then().statusCode(200);
            patch("/documents/" + document, Map.of("title", "Another title")).then().statusCode(200);

            assertThat(given().get(path).asString()).isEqualTo(before);
            assertThat(get("/quotes?document=" + document).getList("items")).hasSize(2);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {"limit=201 | limit | 1 to 200", "limit=0 | limit | 1 to 200",
                "limit=x | limit | must be a whole number", "cursor=abc | cursor | earlier page",
                "kind=LOUD | kind | DIRECT, INDIRECT, MIXED", "speaker=42 | speaker | UUID",
                "saidFrom=2020-13 | saidFrom | date that exists", "asOf=2999-01-01 | asOf | future",
                "party=The%20Taliban | party | slug", "spaeker=x | spaeker | speaker"})
        void bad_parameters_are_named(String query, String name, String detail) {
            assertInvalidParameter(given().urlEncodingEnabled(false).get("/api/v1/quotes?" + query), name, detail);
        }

        private List<String> ids(String query) {
            return get("/quotes?" + query).getList("items.id", String.class);
        }
    }
}
