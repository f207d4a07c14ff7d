package org.parole.gateway.dossier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubService.Received;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class DossierTest extends StubbedTest {

    private static final String AGREEMENT = "us-taliban-2020";

    @BeforeEach
    void servicesHaveIt() {
        tallies.when("GET", "/api/v1/agreements/" + AGREEMENT, StubService.json(200, "{\"slug\":\"us-taliban-2020\"}"));
        tallies.when("GET", "/api/v1/commitments",
                StubService.json(200, "{\"items\":[{\"slug\":\"a\"},{\"slug\":\"b\"}],\"next\":null}"));
        tallies.when("GET", "/api/v1/tallies",
                StubService.json(200, "{\"items\":[{\"commitment\":\"a\",\"released\":{\"low\":0}}]}"));
        quotes.when("GET", "/api/v1/quotes", StubService.json(200, "{\"items\":[{\"id\":\"q\"}],\"next\":\"more\"}"));
    }

    private static ValidatableResponse dossier(String query) {
        return given().get("/api/v1/dossiers/" + AGREEMENT + query).then();
    }

    @Test
    void a_dossier_has_the_agreement_its_commitments_their_tallies_and_the_quotes_about_it() {
        dossier("").statusCode(200).body("agreement.slug", equalTo(AGREEMENT))
                .body("commitments.slug", contains("a", "b"))
                .body("tallies", hasSize(1)).body("quotes.items.id", contains("q")).body("quotes.next", equalTo("more"))
                .body("incomplete", empty());
    }

    @Test
    void the_three_times_and_the_policy_are_passed_to_the_services_that_use_them() {
        dossier("?on=2020-05-31&publishedBy=2020-06-02&asOf=2020-06-03T00:00:00Z&policy=latest&limit=7")
                .statusCode(200);
        assertThat(tallies.received()).extracting(Received::target).containsExactlyInAnyOrder(
                "/api/v1/agreements/us-taliban-2020?asOf=2020-06-03T00%3A00%3A00Z",
                "/api/v1/commitments?agreement=us-taliban-2020&limit=200&asOf=2020-06-03T00%3A00%3A00Z",
                "/api/v1/tallies?agreement=us-taliban-2020&on=2020-05-31&publishedBy=2020-06-02"
                        + "&asOf=2020-06-03T00%3A00%3A00Z&policy=latest");
        assertThat(quotes.received()).extracting(Received::target).containsExactly(
                "/api/v1/quotes?agreement=us-taliban-2020&limit=7&on=2020-05-31&publishedBy=2020-06-02"
                        + "&asOf=2020-06-03T00%3A00%3A00Z");
    }

    @Test
    void its_parts_are_of_all_that_is_recorded_and_not_of_a_replica_that_lags() {
        dossier("").statusCode(200);
        assertThat(quotes.received()).extracting(one -> one.header("Recorded-Through")).containsOnly("*");
        assertThat(tallies.received()).extracting(one -> one.header("Recorded-Through")).containsOnly("*");
    }

    @ParameterizedTest
    @CsvSource({"?policy=guess,policy", "?limit=0,limit", "?limit=201,limit", "?on=2020-02-30,on",
            "?asOf=yesterday,asOf",
            "?polcy=latest,polcy"})
    void parameters_that_are_wrong_are_refused_before_anyone_is_asked(String query, String parameter) {
        dossier(query).statusCode(400).body("type", equalTo("urn:parole:problem:invalid-parameter")).body(
                "errors.pointer",
                contains(parameter));
        assertThat(quotes.received()).isEmpty();
    }

    @Test
    void a_parameter_that_only_a_service_can_refuse_is_refused_in_its_words() {
        quotes.when("GET", "/api/v1/quotes", StubService.json(400,
                """
                        {"type":"urn:parole:problem:invalid-parameter","title":"t","status":400,"detail":"asOf is in the future",
                         "errors":[{"pointer":"asOf","detail":"is in the future"}]}"""));
        dossier("?asOf=2999-01-01T00:00:00Z").statusCode(400).body("detail", equalTo("asOf is in the future"))
                .body("errors.pointer", contains("asOf"));
    }

    @Test
    void an_agreement_that_is_not_there_is_404() {
        tallies.when("GET", "/api/v1/agreements/" + AGREEMENT, StubService.json(404, "{\"status\":404}"));
        dossier("").statusCode(404).body("type", equalTo("urn:parole:problem:not-found")).body("detail",
                equalTo("There is no agreement 'us-taliban-2020'."));
    }

    @Test
    void without_the_quote_service_the_numbers_are_there_and_the_quotes_are_named() {
        quotes.close();
        dossier("").statusCode(200).body("tallies", hasSize(1)).body("$", hasKey("quotes")).body("quotes", nullValue())
                .body("incomplete", hasSize(1)).body("incomplete[0].part", equalTo("quotes"))
                .body("incomplete[0].reason", equalTo("The quote-service cannot be reached."));
    }

    @Test
    void without_the_tally_service_the_quotes_are_there_and_the_numbers_are_named() {
        tallies.close();
        dossier("").statusCode(200).body("agreement", nullValue()).body("commitments", nullValue())
                .body("tallies", nullValue()).body("quotes.items", hasSize(1))
                .body("incomplete.part", contains("agreement", "commitments", "tallies"));
    }

    @Test
    void with_nothing_to_show_it_is_unavailable() {
        tallies.close();
        quotes.close();
        dossier("").statusCode(503).body("type", equalTo("urn:parole:problem:unavailable"))
                .body("detail", equalTo("The quote-service cannot be reached. The tally-service cannot be reached."))
                .header("Retry-After", "2");
    }

    @Test
    void without_the_tally_service_an_agreement_that_no_quote_is_about_may_not_exist() {
        tallies.close();
        quotes.when("GET", "/api/v1/quotes", StubService.json(200, "{\"items\":[]}"));
        dossier("").statusCode(503);
    }

    @Test
    void a_list_that_goes_on_is_said_to_go_on() {
        tallies.when("GET", "/api/v1/commitments",
                StubService.json(200, "{\"items\":[{\"slug\":\"a\"}],\"next\":\"x\"}"));
        dossier("").statusCode(200).body("incomplete.part", contains("commitments")).body("incomplete[0].reason",
                containsString("has only the first items"));
    }

    @Test
    void a_read_that_found_a_closed_connection_is_tried_once_more() {
        for (int i = 0; i < 10; i++) {
            // Other tests may have used the budget up; ten requests earn one retry.
            dossier("").statusCode(200);
        }
        int before = quotes.received().size();
        boolean[] first = {true};
        quotes.when("GET", "/api/v1/quotes", (request, out) -> {
            boolean hangUp = first[0];
            first[0] = false;
            return hangUp ? false : StubService.json(200, "{\"items\":[]}").write(request, out);
        });
        dossier("").statusCode(200).body("incomplete", empty());
        assertThat(quotes.received()).hasSize(before + 2);
    }
}
