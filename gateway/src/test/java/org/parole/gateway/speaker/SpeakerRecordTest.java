package org.parole.gateway.speaker;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubService.Received;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SpeakerRecordTest extends StubbedTest {

    private static final String SPEAKER = "0190163d-8694-739b-aea5-966c26f8ad91";
    private static final String OTHER = "0190163d-8694-739b-aea5-966c26f8ad92";
    private static final String RECORD = "/api/v1/speakers/" + SPEAKER + "/record";

    @BeforeEach
    void servicesHaveIt() {
        quotes.when("GET", "/api/v1/speakers/" + SPEAKER,
                StubService.json(200, "{\"name\":\"A\",\"party\":\"taliban\"}"));
        quotes.when("GET", "/api/v1/quotes", StubService.json(200, "{\"items\":[{\"content\":\"words\"}]}"));
        tallies.when("GET", "/api/v1/release-reports", StubService.json(200, "{\"items\":[{\"label\":\"r\"}]}"));
        tallies.when("GET", "/api/v1/tallies", StubService.json(200, "{\"items\":[{\"commitment\":\"c\"}]}"));
    }

    @Test
    void what_was_said_stands_beside_what_was_tallied() {
        given().get(RECORD + "?on=2020-05-31&limit=5").then().statusCode(200).body("speaker.name", equalTo("A"))
                .body("quotes.items.content", contains("words")).body("releaseReports.items.label", contains("r"))
                .body("tallies.commitment", contains("c")).body("incomplete", empty());
        assertThat(tallies.received()).extracting(Received::target).containsExactly(
                "/api/v1/release-reports?claimant=" + SPEAKER + "&limit=5&on=2020-05-31",
                "/api/v1/tallies?party=taliban&on=2020-05-31");
    }

    @Test
    void who_speaks_for_no_party_has_no_tallies_and_none_are_missing() {
        quotes.when("GET", "/api/v1/speakers/" + SPEAKER, StubService.json(200, "{\"name\":\"A\"}"));
        given().get(RECORD).then().statusCode(200).body("tallies", empty()).body("incomplete", empty());
    }

    @Test
    void a_merged_speaker_is_found_under_its_new_id() {
        quotes.when("GET", "/api/v1/speakers/" + SPEAKER,
                StubService
                        .raw("HTTP/1.1 308 Permanent Redirect\r\nLocation: http://127.0.0.1:1/api/v1/speakers/" + OTHER
                                + "\r\nContent-Length: 0\r\n\r\n"));
        given().redirects().follow(false).get(RECORD).then().statusCode(308).header("Location",
                equalTo("/api/v1/speakers/" + OTHER + "/record"));
    }
}
