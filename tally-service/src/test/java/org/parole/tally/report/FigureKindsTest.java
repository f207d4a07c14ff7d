package org.parole.tally.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.support.Api.commitment;
import static org.parole.tally.support.Api.exactly;
import static org.parole.tally.support.Api.get;
import static org.parole.tally.support.Api.party;
import static org.parole.tally.support.Api.patch;
import static org.parole.tally.support.Api.post;
import static org.parole.tally.support.Api.report;
import static org.parole.tally.support.Api.reportBody;
import static org.parole.tally.support.Api.retract;
import static org.parole.tally.support.Api.with;
import static org.parole.tally.support.Problems.assertInvalidBody;
import static org.parole.tally.support.Problems.assertProblem;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** What a figure can be beside a number of people of one commitment. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class FigureKindsTest {

    @ParameterizedTest
    @CsvSource({"dozens of prisoners,24", "Dozens,24", "scores,40", "hundreds of men,200", "several hundred,300",
            "several,3", "a handful of them,3", "all but a few,3"})
    void vague_words_have_a_floor(String wording, int floor) {
        String id = report(
                with(reportBody(commitment()), "quantity", Map.of("comparator", "SOME", "wording", wording)));
        JsonPath quantity = get("/release-reports/" + id);
        assertThat(quantity.getString("quantity.wording")).isEqualTo(wording);
        assertThat(quantity.getInt("quantity.floor")).isEqualTo(floor);
        assertThat(quantity.getBoolean("quantity.approximate")).isTrue();
        assertThat(quantity.getString("quantity.min")).isNull();
    }

    @Test
    void words_that_the_table_does_not_have_have_no_floor_and_a_floor_is_never_typed_in() {
        String id = report(with(reportBody(commitment()), "quantity",
                Map.of("comparator", "SOME", "wording", "severally released", "floor", 99)));
        assertThat(get("/release-reports/" + id).getString("quantity.floor")).isNull();
        patch("/release-reports/" + id, Map.of("quantity", Map.of("wording", "dozens"))).then().statusCode(200);
        assertThat(get("/release-reports/" + id).getInt("quantity.floor")).isEqualTo(24);
        patch("/release-reports/" + id, Map.of("quantity", Map.of("comparator", "EXACTLY", "min", 30))).then()
                .statusCode(200);
        JsonPath exact = get("/release-reports/" + id);
        assertThat(exact.getString("quantity.floor")).isNull();
        assertThat(exact.getString("quantity.approximate")).isNull();
    }

    @Test
    void the_remaining_but_for_a_few_is_what_is_still_to_go() {
        String id = report(with(reportBody(commitment()), "basis", "REMAINING", "quantity",
                Map.of("comparator", "SOME", "wording", "a few")));
        assertThat(get("/release-reports/" + id).getInt("quantity.floor")).isEqualTo(3);
        String about = report(with(reportBody(commitment()), "quantity",
                Map.of("comparator", "OVER", "min", 300, "approximate", true)));
        assertThat(get("/release-reports/" + about).getBoolean("quantity.approximate")).isTrue();
    }

    @Test
    void only_what_is_denied_or_suspended_does_without_a_number() {
        Map<String, Object> body = with(reportBody(commitment()), "quantity", null);
        String denial = report(with(body, "stage", "DENIED"));
        assertThat(get("/release-reports/" + denial).getString("quantity")).isNull();
        report(with(body, "stage", "SUSPENDED"));
        assertInvalidBody(post("/release-reports", body), "/quantity", "must be given");
        assertThat(get("/tallies/" + body.get("commitment") + "?on=2020-05-01").getString("released.best")).isNull();
    }

    @Test
    void a_release_may_belong_to_no_commitment() {
        String releasing = party();
        Map<String, Object> body = with(reportBody(null), "releasingParty", releasing, "receivingParty", party());
        String id = report(body);
        assertThat(get("/release-reports/" + id).getString("commitment")).isNull();
        assertThat(get("/release-reports?party=" + releasing).getList("items.id")).isEqualTo(List.of(id));
        assertProblem(retract("/parties/" + releasing), 409, "conflict");
        assertInvalidBody(post("/release-reports", with(body, "releasingParty", "nobody")), "/releasingParty",
                "is not the slug of a party");
        assertInvalidBody(post("/release-reports", with(body, "receivingParty", releasing)), "/receivingParty",
                "must be another party");
        assertInvalidBody(post("/release-reports", with(body, "releasingParty", null, "commitment", commitment())),
                "/receivingParty", "must be absent without releasingParty");
        assertInvalidBody(post("/release-reports", with(body, "commitment", commitment())), "/releasingParty",
                "must be the only one of");
    }

    @Test
    void a_figure_may_count_several_lists() {
        Map<String, Object> body = with(reportBody(commitment()), "scopes", List.of("own", "eid-decree"));
        String id = report(body);
        assertThat(get("/release-reports/" + id).getList("scopes")).isEqualTo(List.of("own", "eid-decree"));
        assertThat(get("/release-reports/" + id).getString("scope")).isNull();
        assertInvalidBody(post("/release-reports", with(body, "scope", "eid-decree")), "/scopes",
                "must not be given together with scope");
        assertInvalidBody(post("/release-reports", with(body, "scopes", List.of("own", "own"))), "/scopes",
                "must not name a list twice");
        assertInvalidBody(post("/release-reports", with(body, "scopes", List.of())), "/scopes", "1 to 20 items");
    }

    @Test
    void a_part_names_its_whole_where_it_claims_to_complete_it() {
        Map<String, Object> body = with(reportBody(commitment()), "categoryDetail", "sick or over 50");
        report(body);
        assertInvalidBody(post("/release-reports", with(body, "partsComplete", true)), "/outOf",
                "must be given with partsComplete");
        assertInvalidBody(post("/release-reports", with(body, "outOf", 19)), "/outOf",
                "must not be below the quantity, 20; it is 19");
        assertInvalidBody(post("/release-reports", with(body, "outOf", 19, "quantity",
                Map.of("comparator", "SOME", "wording", "dozens"))), "/outOf", "must not be below the quantity");
        assertInvalidBody(post("/release-reports", with(body, "outOf", 20, "quantity",
                Map.of("comparator", "BETWEEN", "min", 10, "max", 30))), "/outOf", "must not be below the quantity");
        assertInvalidBody(post("/release-reports", with(body, "outOf", 20, "quantity",
                Map.of("comparator", "UP_TO", "max", 30))), "/outOf", "must not be below the quantity");
        assertThat(get("/release-reports?commitment=" + body.get("commitment")).getList("items")).hasSize(1);
        assertInvalidBody(post("/release-reports", with(body, "categoryDetail", null, "outOf", 60, "partsComplete",
                true)), "/partsComplete", "which describe the part");
        String part = report(with(body, "outOf", 60, "partsComplete", true));
        assertThat(get("/release-reports/" + part).getBoolean("partsComplete")).isTrue();
    }

    @Test
    void who_was_taken_again_is_taken_away_and_only_once_it_has_happened() {
        Map<String, Object> body = with(reportBody(commitment()), "basis", "REARRESTED", "quantity", exactly(2));
        assertThat(get("/release-reports/" + report(body)).getString("basis")).isEqualTo("REARRESTED");
        assertInvalidBody(post("/release-reports", with(body, "stage", "ANNOUNCED")), "/basis",
                "must not be REARRESTED with ANNOUNCED");
    }

    @ParameterizedTest
    @CsvSource({"REMAINS", "CIVILIANS", "THIRD_COUNTRY_NATIONALS", "LIVING"})
    void the_kind_of_people_is_kept(String kind) {
        String id = report(with(reportBody(commitment()), "categoryKind", kind));
        assertThat(get("/release-reports/" + id).getString("categoryKind")).isEqualTo(kind);
    }

    @Test
    void the_line_is_that_of_the_organ_which_was_spoken_for_here() {
        String commitment = commitment();
        Map<String, String> council = Map.of("name", "A spokesman", "speaksFor", "Council", "spokeFor", "Palace");
        Map<String, Object> body = with(reportBody(commitment), "basis", "CUMULATIVE", "claimant", council);
        assertThat(get("/release-reports/" + report(body)).getString("claimant.spokeFor")).isEqualTo("Palace");
        report(with(body, "claimant", Map.of("name", "Another", "speaksFor", "Council"), "quantity", exactly(30)));
        assertThat(get("/tallies/" + commitment + "?on=2020-05-01").getList("claimants.claimant", String.class))
                .anySatisfy(line -> assertThat(line).contains("Palace"))
                .anySatisfy(line -> assertThat(line).contains("Council"));
        // Another line's figure is no fall of this one's.
        assertThat(get("/release-reports?commitment=" + commitment).getList("items.decreaseFlagged", Boolean.class))
                .containsOnly(false);
    }

    @Test
    void whose_words_they_are_is_stated_until_the_quote_is_checked() {
        Map<String, Object> body = reportBody(commitment());
        assertThat(get("/release-reports/" + report(body)).getBoolean("ownWords")).isFalse();
        String own = report(with(body, "ownWords", true));
        assertThat(get("/release-reports/" + own).getBoolean("ownWords")).isTrue();
        String denied = report(with(body, "ownWords", false, "evidence", Map.of("quoteKind", "DIRECT", "documentUrl",
                "https://example.org/a")));
        assertThat(get("/release-reports/" + denied).getBoolean("ownWords")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"REPORTED,2020-04-10,2020-04-08,false", "VERIFIED,2020-04-09,2020-04-08T09:59:00Z,false",
            "REPORTED,2020-04-09,2020-04-08T20:00:00Z,true", "REPORTED,2020-04,2020-04-08,true",
            "ANNOUNCED,2020-04-09,2020-04-01,true", "DENIED,2020-04-09,2020-04-01,true"})
    void what_is_reported_has_happened(String stage, String eventOn, String publishedAt, boolean possible) {
        Map<String, Object> body = with(reportBody(commitment()), "stage", stage, "eventOn", eventOn, "publishedAt",
                publishedAt);
        if (possible) {
            report(body);
        } else {
            assertInvalidBody(post("/release-reports", body), "/publishedAt",
                    "a reported release has already happened");
        }
    }

    @Test
    void a_year_of_another_calendar_is_refused_with_the_guess() {
        assertInvalidBody(post("/release-reports", with(reportBody(commitment()), "eventOn", "1399-01-20")), "/eventOn",
                "2020-04-08");
    }
}
