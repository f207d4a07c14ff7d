package org.parole.gateway.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
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
class ExchangeDossierTest extends StubbedTest {

    private static final String RECORD = "/api/v1/exchanges/swap";

    @BeforeEach
    void servicesHaveIt() {
        tallies.when("GET", RECORD, StubService.json(200, "{\"slug\":\"swap\"}"));
        tallies.when("GET", "/api/v1/commitments",
                StubService.json(200, "{\"items\":[{\"slug\":\"back\"},{\"slug\":\"there\"}]}"));
        tallies.when("GET", "/api/v1/tallies", StubService.json(200,
                "{\"items\":[{\"commitment\":\"there\",\"on\":\"2020-05-01\"},{\"commitment\":\"back\"}]}"));
        tallies.when("GET", "/api/v1/tallies/joint",
                StubService.json(200, "{\"exchange\":\"swap\",\"joint\":{\"best\":869},\"sum\":{\"best\":887}}"));
        tallies.when("GET", "/api/v1/release-reports", StubService.json(200, "{\"items\":[{\"id\":\"joint\"}]}"));
        quotes.when("GET", "/api/v1/quotes", StubService.json(200, "{\"items\":[{\"id\":\"q\"}],\"next\":\"more\"}"));
    }

    private static ValidatableResponse dossier(String query) {
        return given().get("/api/v1/exchanges/swap/dossier" + query).then();
    }

    @Test
    void both_directions_stand_side_by_side_each_with_its_tally() {
        dossier("").statusCode(200).body("exchange.slug", equalTo("swap"))
                .body("directions.commitment.slug", contains("back", "there"))
                .body("directions.tally.commitment", contains("back", "there"))
                .body("joint.joint.best", equalTo(869)).body("joint.sum.best", equalTo(887))
                .body("jointCounts.id", contains("joint")).body("quotes.items.id", contains("q"))
                .body("incomplete", empty());
    }

    @Test
    void the_three_times_and_the_policy_are_passed_to_the_services_that_use_them() {
        dossier("?on=2020-05-31&publishedBy=2020-06-02&asOf=2020-06-03T00:00:00Z&policy=latest&limit=7")
                .statusCode(200);
        assertThat(tallies.received()).extracting(Received::target).containsExactlyInAnyOrder(
                "/api/v1/exchanges/swap?asOf=2020-06-03T00%3A00%3A00Z",
                "/api/v1/commitments?exchange=swap&limit=200&asOf=2020-06-03T00%3A00%3A00Z",
                "/api/v1/tallies?exchange=swap&limit=200&on=2020-05-31&publishedBy=2020-06-02"
                        + "&asOf=2020-06-03T00%3A00%3A00Z&policy=latest",
                "/api/v1/tallies/joint?exchange=swap&on=2020-05-31&publishedBy=2020-06-02"
                        + "&asOf=2020-06-03T00%3A00%3A00Z&policy=latest",
                "/api/v1/release-reports?exchange=swap&joint=true&limit=200&on=2020-05-31&publishedBy=2020-06-02"
                        + "&asOf=2020-06-03T00%3A00%3A00Z");
        assertThat(quotes.received()).extracting(Received::target).containsExactly(
                "/api/v1/quotes?exchange=swap&limit=7&on=2020-05-31&publishedBy=2020-06-02"
                        + "&asOf=2020-06-03T00%3A00%3A00Z");
    }

    @ParameterizedTest
    @CsvSource({"?policy=guess,policy", "?limit=0,limit", "?on=2020-02-30,on", "?polcy=latest,polcy"})
    void parameters_that_are_wrong_are_refused_before_anyone_is_asked(String query, String parameter) {
        dossier(query).statusCode(400).body("errors.pointer", contains(parameter));
        assertThat(tallies.received()).isEmpty();
    }

    @Test
    void an_exchange_that_is_not_there_is_404_and_a_retracted_one_410() {
        tallies.when("GET", RECORD, StubService.json(404, "{\"status\":404}"));
        dossier("").statusCode(404).body("detail", equalTo("There is no exchange 'swap'."));
        tallies.when("GET", RECORD, StubService.json(410, "{\"status\":410}"));
        dossier("").statusCode(410);
    }

    @Test
    void what_is_missing_is_named_and_nothing_stands_in_its_place() {
        quotes.close();
        dossier("").statusCode(200).body("directions", hasSize(2)).body("quotes", nullValue())
                .body("incomplete.part", contains("quotes"));
    }

    @Test
    void without_the_tally_service_the_quotes_are_there_and_the_rest_is_named() {
        tallies.close();
        dossier("").statusCode(200).body("exchange", nullValue()).body("directions", nullValue())
                .body("joint", nullValue()).body("jointCounts", nullValue()).body("quotes.items", hasSize(1))
                .body("incomplete.part", contains("exchange", "directions", "tallies", "joint", "jointCounts"));
        quotes.close();
        dossier("").statusCode(503);
    }

    @Test
    void an_exchange_without_directions_has_nothing_to_add_up() {
        tallies.when("GET", "/api/v1/commitments", StubService.json(200, "{\"items\":[]}"));
        tallies.when("GET", "/api/v1/tallies", StubService.json(200, "{\"items\":[]}"));
        tallies.when("GET", "/api/v1/tallies/joint", StubService.json(404, "{\"status\":404}"));
        dossier("").statusCode(200).body("directions", empty()).body("joint", nullValue())
                .body("incomplete", empty());
    }

    @Test
    void the_record_itself_is_passed_through() {
        given().get(RECORD).then().statusCode(200).body("slug", equalTo("swap"));
        given().post("/api/v1/exchanges").then().statusCode(401);
        given().post("/api/v1/documents/x/passages").then().statusCode(401);
    }
}
