package org.parole.quote.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.documentBody;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.outlet;
import static org.parole.quote.support.Api.post;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.with;
import static org.parole.quote.support.Problems.assertInvalidBody;
import static org.parole.quote.support.Problems.assertProblem;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Excerpts that grow by a passage at a time. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PassageTest {

    private static final String FIRST = "The council said that 98 prisoners were freed on Saturday.";
    private static final String SECOND = "We expect the talks to begin soon, the spokesman added.";

    private static String excerpt() {
        return created("/documents", with(documentBody(outlet()), "text", FIRST, "textKind", "EXCERPT"))
                .getString("id");
    }

    private static String quote(String document, String content) {
        return created("/quotes", with(quoteBody(document, speaker()), "content", content, "kind", "INDIRECT"))
                .getString("id");
    }

    private static String status(String quote) {
        return get("/quotes/" + quote).getString("verification.status");
    }

    @Test
    void what_stood_in_the_excerpt_stands_where_it_did_and_other_quotes_are_found_now() {
        String document = excerpt();
        String known = quote(document, "98 prisoners were freed on Saturday");
        String waiting = quote(document, "the talks to begin soon");
        assertThat(status(known)).isEqualTo("EXACT");
        assertThat(status(waiting)).isEqualTo("ORPHANED");
        int position = get("/quotes/" + known).getInt("anchors[0].start");

        post("/documents/" + document + "/passages", Map.of("text", SECOND)).then().statusCode(200);

        assertThat(status(waiting)).isEqualTo("EXACT");
        assertThat(status(known)).isEqualTo("EXACT");
        assertThat(get("/quotes/" + known).getInt("anchors[0].start")).isEqualTo(position);
        JsonPath after = get("/documents/" + document);
        assertThat(after.getInt("textRevision")).isEqualTo(2);
        assertThat(after.getString("revisionType")).isEqualTo("EXTENSION");
        assertThat(after.getString("textKind")).isEqualTo("EXCERPT");
        assertThat(get("/documents/" + document + "/history").getList("items")).hasSize(2);
    }

    @Test
    void words_of_two_passages_are_never_read_as_one_sentence() {
        String document = excerpt();
        post("/documents/" + document + "/passages", Map.of("text", SECOND)).then().statusCode(200);
        assertThat(status(quote(document, "freed on Saturday. We expect the talks"))).isEqualTo("ORPHANED");
    }

    @Test
    void a_passage_that_stands_there_already_changes_nothing() {
        String document = excerpt();
        post("/documents/" + document + "/passages", Map.of("text", "98 prisoners were freed")).then().statusCode(200);
        assertThat(get("/documents/" + document).getInt("revision")).isEqualTo(1);
    }

    @Test
    void a_document_without_a_text_gets_one() {
        String document = created("/documents", with(documentBody(outlet()), "text", null, "textKind", null))
                .getString("id");
        post("/documents/" + document + "/passages", Map.of("text", FIRST)).then().statusCode(200);
        assertThat(get("/documents/" + document).getInt("textLength")).isEqualTo(FIRST.length());
        assertThat(get("/documents/" + document).getString("textKind")).isEqualTo("EXCERPT");
    }

    @Test
    void what_cannot_be_a_passage_is_refused() {
        String full = created("/documents", documentBody(outlet())).getString("id");
        assertProblem(post("/documents/" + full + "/passages", Map.of("text", SECOND)), 409, "conflict");
        String document = excerpt();
        assertInvalidBody(post("/documents/" + document + "/passages", Map.of("text", " ")), "/text",
                "must not be blank");
        assertInvalidBody(post("/documents/" + document + "/passages", Map.of("text", "x".repeat(1_000_000))), "/text",
                "longer than 1,000,000 characters");
        assertProblem(given().contentType("application/json").body(Map.of("text", SECOND))
                .post("/api/v1/documents/" + document + "/passages"), 401, "unauthenticated");
        assertProblem(as("reader").contentType("application/json").body(Map.of("text", SECOND))
                .post("/api/v1/documents/" + document + "/passages"), 403, "forbidden");
        assertThat(get("/documents/" + document).getInt("revision")).isEqualTo(1);
    }
}
