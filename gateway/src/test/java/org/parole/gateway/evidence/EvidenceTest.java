package org.parole.gateway.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubService.Received;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EvidenceTest extends StubbedTest {

    private static final String REPORT = "0190163d-8694-739b-aea5-966c26f8ad91";
    private static final String QUOTE = "0190163d-8694-739b-aea5-966c26f8ad92";
    private static final String EVIDENCE = "/api/v1/release-reports/" + REPORT + "/evidence";

    private void reportSays(String evidence) {
        tallies.when("GET", "/api/v1/release-reports/" + REPORT,
                StubService.json(200, "{\"id\":\"" + REPORT + "\",\"evidence\":" + evidence + "}"));
    }

    @BeforeEach
    void servicesHaveIt() {
        reportSays("{\"quoteId\":\"" + QUOTE + "\",\"documentUrl\":\"https://example.org/a?b=c\"}");
        quotes.when("GET", "/api/v1/quotes/" + QUOTE, StubService.json(200,
                "{\"content\":\"words\",\"document\":{\"title\":\"in short\"},\"verification\":{\"status\":\"EXACT\"}}"));
        quotes.when("GET", "/api/v1/documents", StubService.json(200, "{\"items\":[{\"title\":\"whole\"}]}"));
    }

    @Test
    void a_number_leads_to_its_words_their_document_and_whether_they_stand_there() {
        given().get(EVIDENCE + "?asOf=2026-01-01T00:00:00Z").then().statusCode(200).body("report.id", equalTo(REPORT))
                .body("quote.content", equalTo("words")).body("document.title", equalTo("whole"))
                .body("verification.status", equalTo("EXACT")).body("incomplete", empty())
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"));
        assertThat(quotes.received()).extracting(Received::target).containsExactlyInAnyOrder(
                "/api/v1/quotes/" + QUOTE + "?asOf=2026-01-01T00%3A00%3A00Z",
                "/api/v1/documents?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc&asOf=2026-01-01T00%3A00%3A00Z");
    }

    @Test
    void without_a_quote_nothing_is_missing_and_nothing_made_up() {
        reportSays("{}");
        given().get(EVIDENCE).then().statusCode(200).body("quote", nullValue()).body("document", nullValue())
                .body("verification", nullValue()).body("incomplete", empty());
        assertThat(quotes.received()).isEmpty();
    }

    @Test
    void a_document_that_is_not_recorded_by_its_address_is_the_one_of_the_quote() {
        quotes.when("GET", "/api/v1/documents", StubService.json(200, "{\"items\":[]}"));
        given().get(EVIDENCE).then().statusCode(200).body("document.title", equalTo("in short"));
    }

    @Test
    void a_report_that_is_not_there_or_was_retracted_is_said_to_be() {
        tallies.when("GET", "/api/v1/release-reports/" + REPORT, StubService.json(410, "{\"status\":410}"));
        given().get(EVIDENCE).then().statusCode(410).body("type", equalTo("urn:parole:problem:retracted"));
        tallies.when("GET", "/api/v1/release-reports/" + REPORT, StubService.json(404, "{\"status\":404}"));
        given().get(EVIDENCE).then().statusCode(404).body("type", equalTo("urn:parole:problem:not-found"));
    }

    @Test
    void what_is_no_id_is_no_report() {
        given().get("/api/v1/release-reports/abc/evidence").then().statusCode(404);
    }
}
