package org.parole.tally.tally;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.support.Api.agreementBody;
import static org.parole.tally.support.Api.commitmentBody;
import static org.parole.tally.support.Api.created;
import static org.parole.tally.support.Api.exactly;
import static org.parole.tally.support.Api.get;
import static org.parole.tally.support.Api.party;
import static org.parole.tally.support.Api.report;
import static org.parole.tally.support.Api.reportBody;
import static org.parole.tally.support.Api.unique;
import static org.parole.tally.support.Api.with;
import static org.parole.tally.support.Problems.assertInvalidParameter;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Tallies by agreement, party, category, place and period, and the table of estimates. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class TallyListTest {

    @Test
    void a_party_has_tallies_across_agreements_and_an_agreement_its_own() {
        String party = party();
        Map<Object, Object> first = created("/agreements", agreementBody(party, party())).getMap("");
        Map<Object, Object> second = created("/agreements", agreementBody(party, party())).getMap("");
        String one = commitmentOf(first, "prisoners");
        String other = commitmentOf(second, "women and children");
        List<String> inOrder = List.of(one, other).stream().sorted().toList();
        assertThat(get("/tallies?party=" + party).getList("items.commitment")).isEqualTo(inOrder);
        assertThat(get("/tallies?agreement=" + first.get("slug")).getList("items.commitment")).isEqualTo(List.of(one));
        assertThat(get("/tallies?party=" + party + "&category=Women and Children").getList("items.commitment"))
                .isEqualTo(List.of(other));
        assertThat(get("/tallies?party=" + party + "&commitment=" + one + "&agreement=" + second.get("slug"))
                .getList("items")).isEmpty();
        JsonPath page = get("/tallies?party=" + party + "&limit=1");
        assertThat(get("/tallies?party=" + party + "&limit=1&cursor=" + page.getString("next"))
                .getList("items.commitment")).isEqualTo(List.of(inOrder.get(1)));
    }

    private static String commitmentOf(Map<Object, Object> agreement, String category) {
        var bound = (List<?>) agreement.get("boundParties");
        return created("/commitments",
                with(commitmentBody(), "agreement", agreement.get("slug"), "releasingParty", bound.get(0),
                        "receivingParty", bound.get(1), "category", category))
                .getString("slug");
    }

    @Test
    void place_and_category_detail_leave_only_the_reports_that_name_them() {
        String commitment = created("/commitments", commitmentBody()).getString("slug");
        report(with(reportBody(commitment), "place", "Bagram", "quantity", exactly(20)));
        report(with(reportBody(commitment), "place", "Kabul", "categoryDetail", "sick or over 50", "quantity",
                exactly(30), "eventOn", "2020-04-10", "publishedAt", "2020-04-10"));
        String tally = "/tallies/" + commitment + "?on=2020-04-30";
        assertThat(get(tally).getLong("released.low")).isEqualTo(50);
        assertThat(get(tally + "&place=bagram").getLong("released.low")).isEqualTo(20);
        assertThat(get(tally + "&categoryDetail=Sick or over 50").getLong("released.low")).isEqualTo(30);
        assertThat(get(tally + "&place=Herat").getString("released.reason"))
                .isEqualTo("No report matches the filters.");
        assertInvalidParameter(given().get("/api/v1" + tally + "&place=" + "x".repeat(201)), "place", "1 to 200");
    }

    @Test
    void a_period_is_the_difference_to_the_day_before_and_no_less_than_its_batches_prove() {
        String commitment = created("/commitments", commitmentBody()).getString("slug");
        Map<String, Object> total = with(reportBody(commitment), "basis", "CUMULATIVE");
        report(with(total, "quantity", exactly(20), "eventOn", "2020-04-08"));
        report(with(total, "quantity", exactly(70), "eventOn", "2020-05-20", "publishedAt", "2020-05-20"));
        JsonPath period = get("/tallies/" + commitment + "?on=2020-05-31&from=2020-05-01");
        assertThat(period.getLong("released.best")).isEqualTo(70);
        assertThat(period.getString("period.from")).isEqualTo("2020-05-01");
        assertThat(period.getLong("period.low")).isEqualTo(50);
        assertThat(period.getLong("period.best")).isEqualTo(50);
        assertThat(period.getLong("period.high")).isEqualTo(50);
        // Before the first report nothing is known, so what was released since is known by its ends only.
        JsonPath first = get("/tallies/" + commitment + "?on=2020-05-31&from=2020-03-01");
        assertThat(first.getString("period.best")).isNull();
        assertThat(first.getLong("period.high")).isEqualTo(70);
        assertThat(first.getString("period.reason")).contains("No release had been reported by then");
        report(with(reportBody(commitment), "quantity", exactly(15), "eventOn", "2020-05-10", "publishedAt",
                "2020-05-10"));
        assertThat(get("/tallies/" + commitment + "?on=2020-05-15&from=2020-05-01").getLong("period.low"))
                .isEqualTo(15);
        assertThat(get("/tallies/" + commitment + "?on=2020-05-31").getMap("period")).isNull();
        assertInvalidParameter(given().get("/api/v1/tallies/" + commitment + "?from=soon"), "from", "a date");
        assertInvalidParameter(given().get("/api/v1/tallies/" + commitment + "?on=2020-05-31&from=2020-06-01"), "from",
                "must not be after on, 2020-05-31; it is 2020-06-01");
        for (String empty : List.of("carry", "place", "categoryDetail", "scope")) {
            assertInvalidParameter(given().get("/api/v1/tallies/" + commitment + "?" + empty + "="), empty,
                    "must not be empty");
        }
    }

    @Test
    void a_list_that_no_report_counts_in_is_named() {
        String commitment = created("/commitments", commitmentBody()).getString("slug");
        report(with(reportBody(commitment), "scope", "pardon"));
        report(with(reportBody(commitment), "scopes", List.of("own", "decree")));
        String path = "/api/v1/tallies/" + commitment + "?on=2020-05-31&scope=";
        for (String known : List.of("pardon", "decree", "own")) {
            given().get(path + known).then().statusCode(200);
        }
        assertInvalidParameter(given().get(path + "pardn"), "scope",
                "names no list on record: 'pardn'. On record: decree, own, pardon");
    }

    @Test
    void figures_of_another_list_are_added_only_when_asked_for() {
        String commitment = created("/commitments", commitmentBody()).getString("slug");
        Map<String, Object> total = with(reportBody(commitment), "basis", "CUMULATIVE");
        report(with(total, "quantity", exactly(60)));
        report(with(total, "quantity", exactly(25), "scope", "eid-decree"));
        String tally = "/tallies/" + commitment + "?on=2020-04-30";
        assertThat(get(tally).getLong("released.best")).isEqualTo(60);
        assertThat(get(tally).getLong("scopes[0].released.best")).isEqualTo(25);
        assertThat(get(tally).getBoolean("scopes[0].included")).isFalse();
        assertThat(get(tally).getList("conflicts")).isEmpty();
        JsonPath with = get(tally + "&scope=eid-decree");
        assertThat(with.getLong("released.best")).isEqualTo(85);
        assertThat(with.getLong("remaining.best")).isEqualTo(40);
        assertThat(with.getBoolean("scopes[0].included")).isTrue();
    }

    @Test
    void estimates_have_a_row_for_each_commitment_and_date_in_pages_and_formats() {
        Map<String, Object> body = commitmentBody();
        String one = created("/commitments", body).getString("slug");
        String other = created("/commitments", with(body, "slug", unique("commitment"))).getString("slug");
        Map<String, Object> total = with(reportBody(one), "basis", "CUMULATIVE");
        report(with(total, "quantity", exactly(20)));
        report(with(total, "quantity", exactly(30), "eventOn", "2020-04-20", "publishedAt", "2020-04-20"));
        report(with(total, "commitment", other, "quantity", exactly(7)));
        String query = "/tallies/estimates?agreement=" + body.get("agreement") + "&on=2020-04-30";
        JsonPath all = get(query);
        assertThat(all.getList("items.on")).isEqualTo(List.of("2020-04-08", "2020-04-20", "2020-04-08"));
        assertThat(all.getList("items.best")).isEqualTo(List.of(20, 30, 7));
        assertThat(all.getList("items.commitment")).isEqualTo(List.of(one, one, other));
        JsonPath page = get(query + "&limit=1");
        JsonPath next = get(query + "&limit=1&cursor=" + page.getString("next"));
        assertThat(next.getList("items.low")).isEqualTo(List.of(30));
        assertThat(get(query + "&limit=1&cursor=" + next.getString("next")).getList("items.high"))
                .isEqualTo(List.of(7));
        List<String> csv = given().accept("text/csv").get("/api/v1" + query).asString().lines().toList();
        assertThat(csv).hasSize(4);
        assertThat(csv.get(0)).isEqualTo("commitment,agreement,releasingParty,receivingParty,category,on,low,best,high,"
                + "open,approximate,oneSided,lowClaimant,lowOn,lowCarried,highClaimant,highOn,reason,rule,conflicts,policy,publishedBy,"
                + "asOf,rules");
        assertThat(csv.get(2)).contains(",2020-04-20,30,30,30,false,false,").endsWith(",CONSENSUS,,,2");
        assertThat(given().accept("application/x-ndjson").get("/api/v1" + query).asString().lines()).hasSize(3);
        assertThat(get(query + "&step=DAY&from=2020-04-19").getList("items.on", String.class)).hasSize(24)
                .startsWith("2020-04-19");
        assertInvalidParameter(given().get("/api/v1/tallies/estimates"), "agreement", "must be given");
        assertInvalidParameter(given().get("/api/v1" + query + "&step=HOUR"), "step", "CHANGE");
    }

    @Test
    void a_series_has_its_steps_and_its_gaps() {
        String commitment = created("/commitments", commitmentBody()).getString("slug");
        report(with(reportBody(commitment), "eventOn", "2020-04-01", "publishedAt", "2020-04-02"));
        String path = "/tallies/series?commitment=" + commitment + "&on=2020-05-31&step=";
        assertThat(get(path + "DAY").getList("on")).hasSize(61);
        assertThat(get(path + "WEEK").getList("on")).hasSize(9);
        assertThat(get(path + "MONTH").getList("on")).isEqualTo(List.of("2020-04-01", "2020-05-01"));
        JsonPath change = get(path + "CHANGE");
        assertThat(change.getList("best")).containsExactly((Object) null);
        assertThat(change.getList("low")).isEqualTo(List.of(20));
        assertThat(change.getString("reasons[0]")).contains("nobody has given a total");
        assertThat(get("/tallies/series?step=MONTH&commitment=" + commitment).getList("on"))
                .as("ends at the last change").isEqualTo(List.of("2020-04-01"));
        List<String> rows = given().accept("text/csv").get("/api/v1" + path + "MONTH").asString().lines().toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).startsWith("commitment,on,low,best,high,open,oneSided,lowClaimant");
        assertThat(rows.get(2)).startsWith(commitment + ",2020-05-01,20,,");
        report(with(reportBody(commitment), "eventOn", "2000-01-01", "stage", "DEMANDED", "publishedAt", "2020-04-02"));
        assertInvalidParameter(given().get("/api/v1/tallies/series?commitment=" + commitment
                + "&on=2020-05-31&step=DAY"), "step", "twenty years");
    }
}
