package org.parole.gateway.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubService.Received;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SearchTest extends StubbedTest {

    @BeforeEach
    void servicesFindSomething() {
        quotes.when("GET", "/api/v1/quotes", StubService.json(200, "{\"items\":[{\"id\":\"q\"}],\"next\":\"more\"}"));
        quotes.when("GET", "/api/v1/speakers",
                StubService.json(200, "{\"items\":[{\"id\":\"s\"},{\"id\":\"t\"}],\"next\":null}"));
        tallies.when("GET", "/api/v1/agreements", StubService.json(200, "{\"items\":[],\"next\":null}"));
        tallies.when("GET", "/api/v1/release-reports",
                StubService.json(200, "{\"items\":[{\"id\":\"r\"}],\"next\":null}"));
    }

    @Test
    void one_box_finds_quotes_speakers_agreements_and_reports_and_says_where_there_are_more() {
        given().urlEncodingEnabled(false).get("/api/v1/search?q=Bagram%20%26%20more&limit=2").then().statusCode(200)
                .body("quotes.items.id", contains("q"))
                .body("quotes.more", equalTo("/api/v1/quotes?q=Bagram%20%26%20more"))
                .body("speakers.items.id", contains("s", "t"))
                .body("speakers.more", equalTo("/api/v1/speakers?name=Bagram%20%26%20more"))
                .body("agreements.items", empty()).body("agreements.more", nullValue())
                .body("releaseReports.items.id", contains("r")).body("releaseReports.more", nullValue())
                .body("incomplete", empty());
    }

    @Test
    void the_words_and_the_times_are_passed_on_and_each_list_is_asked_once() {
        given().get("/api/v1/search?q=a&on=2020-05&publishedBy=2020-06-01&asOf=2020-07-01T00:00:00Z").then()
                .statusCode(200);
        String times = "&on=2020-05&publishedBy=2020-06-01&asOf=2020-07-01T00%3A00%3A00Z&limit=5";
        assertThat(quotes.received()).extracting(Received::target).containsExactlyInAnyOrder(
                "/api/v1/quotes?q=a" + times, "/api/v1/speakers?name=a&asOf=2020-07-01T00%3A00%3A00Z&limit=5");
        assertThat(tallies.received()).extracting(Received::target).containsExactlyInAnyOrder(
                "/api/v1/agreements?q=a&asOf=2020-07-01T00%3A00%3A00Z&limit=5", "/api/v1/release-reports?q=a" + times);
    }

    @Test
    void what_cannot_be_had_is_null_and_named_and_what_found_nothing_is_empty() {
        quotes.close();
        given().get("/api/v1/search?q=a").then().statusCode(200).body("quotes", nullValue())
                .body("speakers", nullValue()).body("agreements.items", empty())
                .body("releaseReports.items.id", contains("r"))
                .body("incomplete.part", contains("quotes", "speakers"))
                .body("incomplete[0].reason", equalTo("The quote-service cannot be reached."))
                .body("incomplete[0].retryAfter", equalTo(2));
    }

    @Test
    void with_nothing_to_be_had_it_is_unavailable() {
        quotes.close();
        tallies.close();
        given().get("/api/v1/search?q=a").then().statusCode(503)
                .body("type", equalTo("urn:parole:problem:unavailable"));
    }

    @Test
    void words_that_only_a_service_can_refuse_are_refused_in_its_words() {
        quotes.when("GET", "/api/v1/quotes", StubService.json(400, """
                {"type":"urn:parole:problem:invalid-parameter","title":"t","status":400,"detail":"q is no search",
                 "errors":[{"pointer":"q","detail":"is no search"}]}"""));
        given().get("/api/v1/search?q=-").then().statusCode(400).body("errors.pointer", contains("q"));
    }

    @ParameterizedTest
    @CsvSource({"limit=5,q", "q=,q", "q=%20,q", "q=a&limit=0,limit", "q=a&limit=21,limit", "q=a&querry=b,querry",
            "q=a&asOf=x,asOf"})
    void parameters_that_are_wrong_are_refused_before_anyone_is_asked(String query, String parameter) {
        given().urlEncodingEnabled(false).get("/api/v1/search?" + query).then().statusCode(400)
                .body("type", equalTo("urn:parole:problem:invalid-parameter"))
                .body("errors.pointer", hasItem(parameter));
        assertThat(quotes.received()).isEmpty();
    }
}
