package org.parole.quote.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.documentBody;
import static org.parole.quote.support.Api.outlet;
import static org.parole.quote.support.Api.post;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.speakerBody;
import static org.parole.quote.support.Api.with;
import static org.parole.quote.support.Problems.assertInvalidBody;
import static org.parole.quote.support.Problems.assertInvalidParameter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Texts, numbers and names that nobody has written: answered in bounded time. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class HostileTextTest {

    private static final int MEGABYTE = 1_000_000;
    /** Far above what it takes, so that a busy machine passes, and far below what anything quadratic would take. */
    private static final Duration BOUND = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"\u0301", "\u200C", "\u201C", "7", "[", "\u2026", "."})
    void a_megabyte_of_one_sign_is_kept_and_quotes_are_looked_for_in_it(String unit) {
        String text = "a" + unit.repeat((MEGABYTE - 1) / unit.getBytes(StandardCharsets.UTF_8).length);
        String document = document(text);
        assertTimeout(BOUND, () -> {
            JsonPath quote = created("/quotes",
                    with(quoteBody(document, speaker()), "content", unit.repeat(9_000) + "b"));
            assertThat(quote.getString("verification.status")).isEqualTo("ORPHANED");
            assertThat(quote.getString("verification.detail")).isEqualTo("The words are not in the text.");
            assertThat(given().queryParam("words", unit.repeat(1_000) + "b")
                    .get("/api/v1/documents/" + document + "/passage").then().statusCode(200).extract().jsonPath()
                    .getString("status")).isEqualTo("ORPHANED");
        });
    }

    @Test
    void a_number_of_ten_thousand_words_is_read_or_refused_in_bounded_time() {
        String number = "one hundred twenty-five thousand ".repeat(2_500);
        String document = document("They freed " + number + "men.");
        assertTimeout(BOUND, () -> {
            assertInvalidBody(post("/quotes", with(quoteBody(document, speaker()), "content", number)), "/content",
                    "at most 10,000 characters");
            JsonPath quote = created("/quotes",
                    with(quoteBody(document, speaker()), "content", "They freed \u2026 men."));
            assertThat(quote.getString("verification.status")).isEqualTo("ORPHANED");
        });
    }

    @Test
    void a_name_of_five_hundred_particles_is_refused_with_the_bound_it_breaks() {
        String name = "van der ".repeat(250) + "Bellen";
        assertTimeout(BOUND, () -> {
            assertInvalidBody(post("/speakers", with(speakerBody(), "name", name)), "/name", "200");
            assertInvalidParameter(given().queryParam("name", name).get("/api/v1/speakers"), "name", "characters");
            String longest = "al ".repeat(60) + "Bellen";
            created("/speakers", with(speakerBody(), "name", longest));
            assertThat(given().queryParam("name", longest).get("/api/v1/speakers").then().statusCode(200).extract()
                    .jsonPath().getList("items.name", String.class)).contains(longest);
        });
    }

    @Test
    void a_document_of_more_than_a_million_signs_is_refused() {
        assertInvalidBody(post("/documents", with(documentBody(outlet()), "text", "\u0301".repeat(MEGABYTE + 1))),
                "/text",
                "1,000,000");
    }
}
