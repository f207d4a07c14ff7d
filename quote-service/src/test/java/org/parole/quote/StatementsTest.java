package org.parole.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.unique;
import static org.parole.quote.support.Api.with;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.StatementCounter;
import org.parole.kit.dev.StatementCounter.Sent;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** How many statements a write is. A figure that rises is a read of what is known already. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class StatementsTest {

    @Test
    void a_quote_is_one_commit_of_few_statements() throws SQLException {
        String document = document();
        String speaker = speaker();
        addQuote(document, speaker);
        Sent sent = StatementCounter.during("test", () -> addQuote(document, speaker));
        assertThat(sent.transactions()).as(sent.text()).isEqualTo(1);
        // Keys, document, its text, speaker, candidates, lock, time, quote, change, the view.
        assertThat(sent.statements()).as(sent.text()).isLessThanOrEqualTo(10);
    }

    @Test
    void an_intake_that_no_other_service_takes_part_in_is_one_commit() throws SQLException {
        takeInAtOnce(1);
        Sent sent = StatementCounter.during("test", () -> takeInAtOnce(2));
        assertThat(sent.transactions()).as(sent.text()).isEqualTo(1);
        // With those of the gateway that makes twenty.
        assertThat(sent.statements()).as(sent.text()).isLessThanOrEqualTo(17);
    }

    @Test
    void both_steps_of_an_intake_are_few_statements_however_many_quotes_it_has() throws SQLException {
        takeIn(1);
        Sent sent = StatementCounter.during("test", () -> takeIn(2));
        assertThat(sent.transactions()).as(sent.text()).isEqualTo(2);
        assertThat(sent.statements()).as(sent.text()).isLessThanOrEqualTo(25);
        // A look for what each is alike; the driver sends rows of one table in powers of two.
        Sent many = StatementCounter.during("test", () -> takeIn(22));
        assertThat(many.statements() - sent.statements()).isLessThanOrEqualTo(24);
    }

    private static void addQuote(String document, String speaker) {
        as("contributor").contentType(ContentType.JSON)
                .body(with(quoteBody(document, speaker), "content", "Words that nobody else has said " + unique()))
                .post("/api/v1/quotes").then().statusCode(201);
    }

    private static void takeIn(int quotes) {
        UUID id = UUID.randomUUID();
        put(id, "", quotes);
        as("contributor").post("/internal/intakes/" + id + "/commit").then().statusCode(200);
    }

    private static void takeInAtOnce(int quotes) {
        put(UUID.randomUUID(), "?commit=true", quotes);
    }

    private static void put(UUID id, String how, int quotes) {
        as("contributor").contentType(ContentType.JSON)
                .body(Map.of("document", Map.of("url", "https://example.org/statements/" + unique(), "title", "Talks",
                        "outlet", Map.of("name", "Outlet " + unique(), "kind", "OTHER"), "publishedAt", "2020-04-07",
                        "language", "en", "text", "A text of some words."),
                        "speakers", List.of(Map.of("label", "a", "name", "Person " + unique(), "kind", "PERSON")),
                        "quotes", IntStream.range(0, quotes).mapToObj(n -> Map.of("label", "q" + n, "speaker", "a",
                                "content", "Words that nobody else has said " + unique(), "kind", "DIRECT", "channel",
                                "STATEMENT", "language", "en")).toList()))
                .put("/internal/intakes/" + id + how).then().statusCode(200);
    }
}
