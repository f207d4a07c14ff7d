package org.parole.quote.quote;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.etag;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.patch;
import static org.parole.quote.support.Api.post;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.retract;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.speakerBody;
import static org.parole.quote.support.Api.unique;
import static org.parole.quote.support.Api.with;
import static org.parole.quote.support.Problems.assertInvalidBody;
import static org.parole.quote.support.Problems.assertProblem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SpeakerCandidateTest {

    private static Map<String, Object> unknown(Object candidates) {
        return with(quoteBody(document(), speaker()), "speakerId", null, "speakerCandidates", candidates);
    }

    private static JsonPath mayHaveSaid(String speaker) {
        return created("/quotes", unknown(List.of(Map.of("speaker", speaker, "confidence", 0.7),
                Map.of("name", "A. N. Other", "confidence", 0.2))));
    }

    @Test
    void a_quote_keeps_who_may_have_said_it_and_counts_as_said_by_nobody() {
        String speaker = speaker();
        JsonPath quote = mayHaveSaid(speaker);
        assertThat(quote.getString("speaker")).isNull();
        assertThat(quote.getString("speakerCandidates[0].speaker.id")).isEqualTo(speaker);
        assertThat(quote.getString("speakerCandidates[0].speaker.party")).isEqualTo("afghan-government");
        assertThat(quote.getFloat("speakerCandidates[0].confidence")).isEqualTo(0.7f);
        assertThat(quote.getString("speakerCandidates[1].name")).isEqualTo("A. N. Other");
        assertThat(quote.getString("verification.status")).isEqualTo("EXACT");
        assertThat(get("/quotes?speaker=" + speaker).getList("items")).isEmpty();
        assertThat(get("/quotes?speaker=" + speaker + "&speakerKind=PERSON").getList("items")).isEmpty();
        created("/quotes", quoteBody(document(), speaker));
        JsonPath other = mayHaveSaid(speaker);
        assertThat(other.getInt("occurrences")).isEqualTo(1);
        assertThat(other.getList("near")).isNull();
        assertThat(get("/quotes/" + quote.getString("id") + "/occurrences").getList("items")).hasSize(1);
    }

    @Test
    void nothing_at_all_may_be_known_of_the_speaker() {
        JsonPath quote = created("/quotes", unknown(List.of()));
        assertThat(quote.getList("speakerCandidates")).isEmpty();
        assertThat(given().accept("application/ld+json").get("/api/v1/quotes/" + quote.getString("id")).then()
                .statusCode(200).extract().jsonPath().getString("creator")).isNull();
    }

    @Test
    void candidates_are_found_by_id_also_after_a_merger_and_by_name() {
        String speaker = speaker();
        String into = created("/speakers", with(speakerBody(), "party", null)).getString("id");
        String id = mayHaveSaid(speaker).getString("id");
        as("editor").contentType(ContentType.JSON).header("If-Match", etag("/speakers/" + speaker))
                .body(Map.of("into", into, "reason", "one man")).post("/api/v1/speakers/" + speaker + "/merge").then()
                .statusCode(200);
        assertThat(get("/quotes?speakerCandidate=" + speaker).getList("items.id", String.class)).containsExactly(id);
        assertThat(get("/quotes?speakerCandidate=" + into).getList("items.id", String.class)).containsExactly(id);
        assertThat(get("/quotes?speakerCandidate=" + into).getString("items[0].speakerCandidates[0].speaker.id"))
                .isEqualTo(into);
        String name = "Unheard-of Name " + unique();
        String named = created("/quotes", unknown(List.of(Map.of("name", name, "confidence", 1)))).getString("id");
        assertThat(get("/quotes?speakerCandidate={name}", name.toUpperCase()).getList("items.id", String.class))
                .containsExactly(named);
        String document = get("/quotes/" + id).getString("document.id");
        assertThat(get("/quotes?speakerKnown=false&document=" + document).getList("items.id", String.class))
                .containsExactly(id);
        assertThat(get("/quotes?speakerKnown=true&document=" + document).getList("items")).isEmpty();
        assertThat(get("/quotes/facets?document=" + document).getString("facets.speakerKnown[0].value"))
                .isEqualTo("false");
        assertThat(get("/quotes/facets?document=" + document).getMap("facets")).doesNotContainKeys("s:", "n:",
                "speaker");
    }

    @Test
    void candidates_on_record_are_found_by_their_name_too() {
        String speaker = speaker();
        String id = mayHaveSaid(speaker).getString("id");
        String name = get("/speakers/" + speaker).getString("name");
        assertThat(get("/quotes?speakerCandidate={name}", name.toUpperCase()).getList("items.id", String.class))
                .contains(id);
        assertThat(get("/quotes?speakerCandidate={name}", name + " Xyzzy").getList("items")).isEmpty();
    }

    @Test
    void candidates_that_were_merged_are_shown_once_with_the_higher_confidence() {
        String one = speaker();
        String into = created("/speakers", with(speakerBody(), "party", null)).getString("id");
        String id = created("/quotes", unknown(List.of(Map.of("speaker", one, "confidence", 0.3),
                Map.of("speaker", into, "confidence", 0.6)))).getString("id");
        as("editor").contentType(ContentType.JSON).header("If-Match", etag("/speakers/" + one))
                .body(Map.of("into", into, "reason", "one man")).post("/api/v1/speakers/" + one + "/merge").then()
                .statusCode(200);
        assertThat(get("/quotes/" + id).getList("speakerCandidates.speaker.id", String.class)).containsExactly(into);
        assertThat(get("/quotes/" + id).getFloat("speakerCandidates[0].confidence")).isEqualTo(0.6f);
    }

    @Test
    void an_editor_chooses_and_the_history_keeps_the_candidates() {
        String speaker = speaker();
        JsonPath quote = mayHaveSaid(speaker);
        String path = "/quotes/" + quote.getString("id");
        assertProblem(as("contributor").contentType("application/merge-patch+json").header("If-Match", etag(path))
                .body(Map.of("speakerId", speaker)).queryParam("reason", "heard it").patch("/api/v1" + path), 403,
                "forbidden");
        patch(path, Map.of("speakerId", speaker)).then().statusCode(200);
        assertThat(get(path).getString("speaker.id")).isEqualTo(speaker);
        assertThat(get(path).getList("speakerCandidates")).isNull();
        assertThat(get("/quotes?speaker=" + speaker).getList("items")).hasSize(1);
        assertThat(get("/quotes?speakerCandidate=" + speaker).getList("items")).isEmpty();
        assertThat(get(path + "?asOf=" + quote.getString("recordedAt")).getList("speakerCandidates")).hasSize(2);
        assertThat(get(path + "/history").getList("items[1].changes.pointer", String.class)).contains("/speakerId");
        // and takes it back
        HashMap<String, Object> unsure = new java.util.HashMap<String, Object>();
        unsure.put("speakerId", null);
        unsure.put("speakerCandidates", List.of(Map.of("speaker", speaker, "confidence", 0.5)));
        patch(path, unsure).then().statusCode(200);
        assertThat(get(path).getString("speaker")).isNull();
        assertThat(get("/quotes?speaker=" + speaker).getList("items")).isEmpty();
    }

    @Test
    void a_speaker_who_may_have_said_something_is_not_retracted() {
        String speaker = speaker();
        mayHaveSaid(speaker);
        assertProblem(retract("/speakers/" + speaker), 409, "conflict");
    }

    @Test
    void candidates_stand_in_csv() {
        JsonPath quote = mayHaveSaid(speaker());
        String csv = given().accept("text/csv").get("/api/v1/quotes?document=" + quote.getString("document.id")).then()
                .statusCode(200).extract().asString();
        assertThat(csv.lines().findFirst().orElseThrow()).contains("speakerCandidates");
        assertThat(csv).contains("A. N. Other");
    }

    @Test
    void impossible_candidates_are_refused_field_by_field() {
        assertInvalidBody(post("/quotes", with(quoteBody(document(), speaker()), "speakerId", null)), "/speakerId",
                "speakerCandidates where it is unknown");
        assertInvalidBody(post("/quotes", with(quoteBody(document(), speaker()), "speakerCandidates", List.of())),
                "/speakerCandidates", "must be left out");
        assertInvalidBody(post("/quotes", unknown(List.of(Map.of("confidence", 0.5)))), "/speakerCandidates/0",
                "either speaker or name");
        assertInvalidBody(post("/quotes", unknown(List.of(Map.of("name", "A", "confidence", 1.5)))),
                "/speakerCandidates/0/confidence", "0 to 1");
        assertInvalidBody(post("/quotes", unknown(List.of(Map.of("name", "A")))), "/speakerCandidates/0/confidence",
                "must be given");
        assertInvalidBody(
                post("/quotes", unknown(List.of(Map.of("speaker", UUID.randomUUID(), "confidence", 0.5)))),
                "/speakerCandidates/0/speaker", "is not the id");
        assertInvalidBody(post("/quotes", unknown(List.of(Map.of("name", "Ali", "confidence", 0.5),
                Map.of("name", "ALI", "confidence", 0.1)))), "/speakerCandidates/1", "already");
        var many = new ArrayList<Object>();
        for (int i = 0; i < 21; i++) {
            many.add(Map.of("name", "Name " + i, "confidence", 0));
        }
        assertInvalidBody(post("/quotes", unknown(many)), "/speakerCandidates", "20");
    }
}
