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
    void whatStoodInTheExcerptStandsWhereItDidAndOtherQuotesAreFoundNow() {
        var document = excerpt();
        var known = quote(document, "98 prisoners were freed on Saturday");
        var waiting = quote(document, "the talks to begin soon");
        assertThat(status(known)).isEqualTo("EXACT");
        assertThat(status(waiting)).isEqualTo("ORPHANED");
        var position = get("/quotes/" + known).getInt("anchors[0].start");

        post("/documents/" + document + "/passages", Map.of("text", SECOND)).then().statusCode(200);

        assertThat(status(waiting)).isEqualTo("EXACT");
        assertThat(status(known)).isEqualTo("EXACT");
        assertThat(get("/quotes/" + known).getInt("anchors[0].start")).isEqualTo(position);
        var after = get("/documents/" + document);
        assertThat(after.getInt("textRevision")).isEqualTo(2);
        assertThat(after.getString("revisionType")).isEqualTo("EXTENSION");
        assertThat(after.getString("textKind")).isEqualTo("EXCERPT");
        assertThat(get("/documents/" + document + "/history").getList("items")).hasSize(2);
    }

    @Test
    void wordsOfTwoPassagesAreNeverReadAsOneSentence() {
        var document = excerpt();
        post("/documents/" + document + "/passages", Map.of("text", SECOND)).then().statusCode(200);
        assertThat(status(quote(document, "freed on Saturday. We expect the talks"))).isEqualTo("ORPHANED");
    }

    @Test
    void aPassageThatStandsThereAlreadyChangesNothing() {
        var document = excerpt();
        post("/documents/" + document + "/passages", Map.of("text", "98 prisoners were freed")).then().statusCode(200);
        assertThat(get("/documents/" + document).getInt("revision")).isEqualTo(1);
    }

    @Test
    void aDocumentWithoutATextGetsOne() {
        var document = created("/documents", with(documentBody(outlet()), "text", null, "textKind", null))
                .getString("id");
        post("/documents/" + document + "/passages", Map.of("text", FIRST)).then().statusCode(200);
        assertThat(get("/documents/" + document).getInt("textLength")).isEqualTo(FIRST.length());
        assertThat(get("/documents/" + document).getString("textKind")).isEqualTo("EXCERPT");
    }

    @Test
    void whatCannotBeAPassageIsRefused() {
        var full = created("/documents", documentBody(outlet())).getString("id");
        assertProblem(post("/documents/" + full + "/passages", Map.of("text", SECOND)), 409, "conflict");
        var document = excerpt();
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
