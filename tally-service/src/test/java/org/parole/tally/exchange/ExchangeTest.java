package org.parole.tally.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.support.Api.agreementBody;
import static org.parole.tally.support.Api.as;
import static org.parole.tally.support.Api.created;
import static org.parole.tally.support.Api.directionBody;
import static org.parole.tally.support.Api.exactly;
import static org.parole.tally.support.Api.exchangeBody;
import static org.parole.tally.support.Api.get;
import static org.parole.tally.support.Api.party;
import static org.parole.tally.support.Api.patch;
import static org.parole.tally.support.Api.post;
import static org.parole.tally.support.Api.report;
import static org.parole.tally.support.Api.reportBody;
import static org.parole.tally.support.Api.retract;
import static org.parole.tally.support.Api.unique;
import static org.parole.tally.support.Api.with;
import static org.parole.tally.support.Problems.assertInvalidBody;
import static org.parole.tally.support.Problems.assertInvalidParameter;
import static org.parole.tally.support.Problems.assertProblem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Exchanges and their directions over HTTP. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ExchangeTest {

    @Test
    void an_exchange_is_recorded_revised_and_retracted_as_every_record() {
        Map<String, Object> body = with(exchangeBody(), "place", "The border", "ordinal", 50, "mediators",
                List.of(party()));
        String path = "/exchanges/" + body.get("slug");
        JsonPath first = created("/exchanges", body);
        assertThat(first.getList("parties")).isEqualTo(body.get("parties"));
        assertThat(first.getList("mediators")).isEqualTo(body.get("mediators"));
        assertThat(first.getString("startedOn")).isEqualTo("2020-04-07");
        assertThat(first.getString("endedOnPrecision")).isEqualTo("DAY");
        assertThat(first.getInt("ordinal")).isEqualTo(50);

        patch(path, Map.of("endedOn", "2020-04", "place", "At the border")).then().statusCode(200);
        assertThat(get(path).getString("endedOn")).isEqualTo("2020-04");
        assertThat(get(path + "?asOf=" + first.getString("recordedAt")).getString("place")).isEqualTo("The border");
        assertThat(get(path + "/history").getList("items[1].changes.pointer"))
                .isEqualTo(List.of("/endedOn", "/place"));

        assertProblem(post("/exchanges", body), 409, "conflict", "/slug", "There is an exchange");
        retract(path).then().statusCode(204);
        assertProblem(given().get("/api/v1" + path), 410, "retracted");
        assertThat(get("/tally-changes?limit=200").getList("items.findAll{it.recordId=='" + body.get("slug")
                + "'}.kind")).isEqualTo(List.of("CREATED", "REVISED", "RETRACTED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"slug | Not A Slug | /slug | lower-case",
            "title | - | /title | must not be blank", "parties | - | /parties | must be given",
            "startedOn | 1399-01-19 | /startedOn | Solar Hijri", "endedOn | 2020-04-06 | /endedOn | before startedOn",
            "agreement | nowhere | /agreement | is not the slug of an agreement",
            "ordinal | fifty | /ordinal | whole number",
            "url | nowhere | /url | http", "partys | x | /partys | parties"})
    void bad_fields_are_named(String field, String value, String pointer, String detail) {
        Map<String, Object> body = with(exchangeBody(), field, value);
        assertInvalidBody(post("/exchanges", body), pointer, detail);
        assertThat(given().get("/api/v1/exchanges/" + body.get("slug")).statusCode()).isIn(404, 422, 400);
    }

    @Test
    void an_exchange_has_two_sides() {
        Map<String, Object> body = exchangeBody();
        Object one = ((List<?>) body.get("parties")).get(0);
        assertInvalidBody(post("/exchanges", with(body, "ordinal", 0)), "/ordinal", "1 to 100,000");
        assertInvalidBody(post("/exchanges", with(body, "parties", List.of(one))), "/parties",
                "an exchange has two sides");
        assertInvalidBody(post("/exchanges", with(body, "parties", List.of(one, one))), "/parties/1",
                "must not be in the list twice");
        assertInvalidBody(post("/exchanges", with(body, "parties", List.of(one, "nobody"))), "/parties/1",
                "is not the slug of a party");
        assertInvalidBody(post("/exchanges", with(body, "mediators", List.of(one))), "/mediators/0",
                "must not be one of the parties");
        assertThat(given().get("/api/v1/exchanges/" + body.get("slug")).statusCode()).isEqualTo(404);
    }

    @Test
    void only_those_may_write_who_may() {
        Map<String, Object> body = exchangeBody();
        assertProblem(given().contentType("application/json").body(body).post("/api/v1/exchanges"), 401,
                "unauthenticated");
        assertProblem(as("reader").contentType("application/json").body(body).post("/api/v1/exchanges"), 403,
                "forbidden");
        created("/exchanges", body);
        assertProblem(as("contributor").header("If-Match", "*").delete("/api/v1/exchanges/" + body.get("slug")
                + "?reason=x"), 403, "forbidden");
    }

    @Test
    void the_list_is_filtered_by_party_agreement_and_dates() {
        Map<String, Object> body = exchangeBody();
        var parties = (List<?>) body.get("parties");
        String agreement = created("/agreements", agreementBody((String) parties.get(0), (String) parties.get(1)))
                .getString("slug");
        created("/exchanges", with(body, "agreement", agreement));
        String undated = created("/exchanges",
                with(body, "slug", unique("exchange"), "startedOn", null, "endedOn", null)).getString("slug");
        String list = "/exchanges?party=" + parties.get(0);
        assertThat(get(list).getList("items.slug")).containsExactlyInAnyOrder(body.get("slug"), undated);
        assertThat(get(list + "&agreement=" + agreement).getList("items.slug")).isEqualTo(List.of(body.get("slug")));
        assertThat(get(list + "&from=2020-04-08").getList("items.slug")).isEqualTo(List.of(body.get("slug")));
        assertThat(get(list + "&from=2020-04-09").getList("items")).isEmpty();
        assertThat(get(list + "&on=2020-04-07").getList("items.slug")).isEqualTo(List.of(body.get("slug")));
        assertThat(get(list + "&on=2020-04-06").getList("items")).isEmpty();
        JsonPath page = get(list + "&limit=1");
        assertThat(page.getList("items")).hasSize(1);
        assertThat(get(list + "&limit=1&cursor=" + page.getString("next")).getList("items")).hasSize(1);
        assertInvalidParameter(given().get("/api/v1/exchanges?partys=x"), "partys", "party");
        assertThat(given().accept("text/csv").get("/api/v1" + list).asString()).startsWith("slug,");
    }

    @Test
    void a_swap_of_twelve_for_ten_has_a_commitment_for_each_direction() {
        Map<String, Object> exchange = exchangeBody();
        created("/exchanges", exchange);
        Map<String, Object> there = with(directionBody(exchange, 0), "quantity", exactly(12), "singleRelease", true);
        Map<String, Object> back = with(directionBody(exchange, 1), "quantity", exactly(10), "singleRelease", true);
        assertThat(created("/commitments", there).getBoolean("singleRelease")).isTrue();
        created("/commitments", back);
        JsonPath tallies = get("/tallies?exchange=" + exchange.get("slug") + "&on=2020-05-01");
        assertThat(tallies.getList("items.commitment")).containsExactlyInAnyOrder(there.get("slug"), back.get("slug"));
        assertThat(tallies.getList("items.promised.max")).containsExactlyInAnyOrder(12, 10);
        assertThat(tallies.getList("items.agreement").stream().filter(agreement -> agreement != null)).isEmpty();

        assertInvalidBody(post("/commitments", with(there, "slug", unique("direction"))), "/exchange",
                "has this direction already");
        Map<String, Object> corrected = with(there, "slug", unique("direction"), "supersedes", there.get("slug"),
                "quantity",
                exactly(13));
        created("/commitments", corrected);
        patch("/commitments/" + there.get("slug"), Map.of("category", "soldiers")).then().statusCode(200);
        created("/commitments", with(there, "slug", unique("direction"), "categoryKind", "REMAINS"));

        assertProblem(retract("/exchanges/" + exchange.get("slug")), 409, "conflict");
        var parties = (List<?>) exchange.get("parties");
        assertProblem(retract("/parties/" + parties.get(0)), 409, "conflict");
        assertInvalidBody(patch("/exchanges/" + exchange.get("slug"), Map.of("parties", List.of(parties.get(0),
                party()))), "/parties", "must go on naming '" + parties.get(1) + "'");
    }

    @Test
    void a_direction_is_between_two_parties_of_the_exchange() {
        Map<String, Object> exchange = exchangeBody();
        created("/exchanges", exchange);
        Map<String, Object> body = directionBody(exchange, 0);
        assertInvalidBody(post("/commitments", with(body, "receivingParty", body.get("releasingParty"))),
                "/receivingParty", "must be another party than releasingParty");
        assertInvalidBody(post("/commitments", with(body, "receivingParty", party())), "/receivingParty",
                "must be a party of the exchange");
        assertInvalidBody(post("/commitments", with(body, "exchange", "nowhere")), "/exchange",
                "is not the slug of an exchange");
        assertInvalidBody(post("/commitments", with(body, "exchange", null, "releasingParty", "nobody")),
                "/releasingParty", "is not the slug of a party");
        assertThat(given().get("/api/v1/commitments/" + body.get("slug")).statusCode()).isEqualTo(404);
    }

    @Test
    void an_agreement_comes_later_only_where_no_report_would_miss_it() {
        Map<String, Object> body = exchangeBody();
        var parties = (List<?>) body.get("parties");
        created("/exchanges", body);
        String agreement = created("/agreements", agreementBody((String) parties.get(0), (String) parties.get(1)))
                .getString("slug");
        String path = "/exchanges/" + body.get("slug");
        String joint = report(with(reportBody(null), "exchange", body.get("slug")));
        assertInvalidBody(patch(path, Map.of("agreement", agreement)), "/agreement", "must stay absent");
        retract("/release-reports/" + joint).then().statusCode(204);
        patch(path, Map.of("agreement", agreement)).then().statusCode(200);
        var gone = new HashMap<String, Object>();
        gone.put("agreement", null);
        assertInvalidBody(patch(path, gone), "/agreement", "must stay '" + agreement + "'");
        assertProblem(retract("/agreements/" + agreement), 409, "conflict");
        String counted = report(with(reportBody(null), "exchange", body.get("slug")));
        assertThat(get("/release-reports?agreement=" + agreement).getList("items.id")).isEqualTo(List.of(counted));
    }

    /** One count for both directions: '869 prisoners exchanged', beside promises of 706 and 181. */
    @Test
    void a_report_may_count_both_directions_together() {
        Map<String, Object> exchange = exchangeBody();
        created("/exchanges", exchange);
        String there = created("/commitments", with(directionBody(exchange, 0), "quantity", exactly(706)))
                .getString("slug");
        created("/commitments", with(directionBody(exchange, 1), "quantity", exactly(181)));
        Map<String, Object> body = with(reportBody(null), "exchange", exchange.get("slug"), "claimant",
                Map.of("name", "A mediator"),
                "sourceKind", "MEDIATOR", "stage", "VERIFIED", "quantity", exactly(869), "eventSince", "2020-04-06");
        String joint = report(body);
        String one = report(reportBody(there));
        String all = "/release-reports?exchange=" + exchange.get("slug");
        assertThat(get(all).getList("items.id")).containsExactlyInAnyOrder(joint, one);
        assertThat(get(all + "&joint=true").getList("items.id")).isEqualTo(List.of(joint));
        assertThat(get(all + "&joint=false").getList("items.id")).isEqualTo(List.of(one));
        assertThat(get(all + "&joint=true").getList("items.commitment")).containsOnlyNulls();
        assertThat(get("/release-reports?party=" + ((List<?>) exchange.get("parties")).get(1)).getList("items.id"))
                .containsExactlyInAnyOrder(joint, one);
        assertThat(get("/tallies/" + there + "?on=2020-05-01").getList("restsOn")).isEqualTo(List.of(one));

        assertInvalidBody(post("/release-reports", with(body, "basis", "REMAINING")), "/basis",
                "must be BATCH or CUMULATIVE with exchange");
        assertInvalidBody(post("/release-reports", with(body, "exchange", null)), "/commitment",
                "or exchange (a count of both directions");
        assertInvalidBody(post("/release-reports", with(body, "commitment", there)), "/exchange",
                "must be the only one of");
        assertInvalidBody(post("/release-reports", with(body, "exchange", "nowhere")), "/exchange",
                "is not the slug of an exchange");
        assertProblem(retract("/exchanges/" + exchange.get("slug")), 409, "conflict");
    }

    /** 706 and 181 let go by the two sides, and 869 exchanged according to the mediator. */
    @Test
    void the_sum_of_both_directions_is_held_against_what_is_said_of_them_together() {
        Map<String, Object> exchange = exchangeBody();
        created("/exchanges", exchange);
        String there = created("/commitments", directionBody(exchange, 0)).getString("slug");
        String back = created("/commitments", directionBody(exchange, 1)).getString("slug");
        Map<String, Object> total = with(reportBody(there), "basis", "CUMULATIVE", "quantity", exactly(706));
        report(total);
        report(with(total, "commitment", back, "quantity", exactly(181)));
        String mediator = report(with(total, "commitment", null, "exchange", exchange.get("slug"), "claimant",
                Map.of("name", "A mediator"), "sourceKind", "MEDIATOR", "stage", "VERIFIED", "quantity", exactly(869)));
        JsonPath joint = get("/tallies/joint?on=2020-05-01&exchange=" + exchange.get("slug"));
        assertThat(joint.getList("commitments")).containsExactlyInAnyOrder(there, back);
        assertThat(joint.getInt("joint.best")).isEqualTo(869);
        assertThat(joint.getInt("sum.best")).isEqualTo(887);
        assertThat(joint.getList("claimants.claimant")).isEqualTo(List.of("A mediator"));
        assertThat(joint.getList("conflicts.type")).isEqualTo(List.of("CONTRADICTION"));
        assertThat(joint.getList("conflicts[0].reports", String.class)).contains(mediator);
        assertThat(joint.getString("conflicts[0].text")).contains("869").contains("887");
        Response german = given().header("Accept-Language", "de").get("/api/v1/tallies/joint?on=2020-05-01&exchange="
                + exchange.get("slug"));
        assertThat(german.jsonPath().getString("conflicts[0].text")).contains("von allen Seiten zusammen");
        assertThat(german.header("Content-Language")).isEqualTo("de");

        assertProblem(given().get("/api/v1/tallies/joint?exchange=nowhere"), 404, "not-found");
        assertInvalidParameter(given().get("/api/v1/tallies/joint"), "exchange", "slug of an exchange");
        for (String wrong : List.of("-P1D", "P1Y", "soon")) {
            assertInvalidParameter(given().get("/api/v1/tallies/joint?carry=" + wrong + "&exchange="
                    + exchange.get("slug")), "carry", "from P0D (none) to P364D");
        }
    }

    @Test
    void sources_that_number_one_exchange_differently_contradict_each_other() {
        Map<String, Object> exchange = exchangeBody();
        created("/exchanges", exchange);
        String there = created("/commitments", directionBody(exchange, 0)).getString("slug");
        Map<String, Object> body = with(reportBody(there), "claimant", Map.of("name", "Headquarters"), "sourceKind",
                "RECEIVING_PARTY", "ordinal", 50);
        String fiftieth = report(body);
        String other = report(with(body, "claimant", Map.of("name", "Wire"), "sourceKind", "MEDIA", "quantity", null,
                "ordinal", 49));
        JsonPath tally = get("/tallies/" + there + "?on=2020-05-01");
        assertThat(tally.getList("conflicts.type")).isEqualTo(List.of("CONTRADICTION"));
        assertThat(tally.getList("conflicts[0].reports")).containsExactlyInAnyOrder(fiftieth, other);
        assertThat(tally.getString("conflicts[0].text")).isEqualTo(
                "The exchange is numbered differently: the 49th according to Wire; the 50th according to Headquarters.");
    }

    @Test
    void a_number_that_two_exchanges_bear_is_a_finding_and_one_that_none_bears_a_gap() {
        Map<String, Object> first = exchangeBody();
        created("/exchanges", first);
        Map<String, Object> earlier = with(
                reportBody(created("/commitments", directionBody(first, 0)).getString("slug")), "ordinal",
                48);
        report(earlier);
        Map<String, Object> second = with(first, "slug", unique("exchange"), "title", "A later exchange");
        created("/exchanges", second);
        String there = created("/commitments", directionBody(second, 0)).getString("slug");
        Map<String, Object> later = with(reportBody(there), "claimant", Map.of("name", "Wire"), "sourceKind", "MEDIA",
                "eventOn",
                "2020-04-09", "ordinal", 50);
        String fiftieth = report(later);
        String joint = "/tallies/joint?on=2020-05-01&exchange=";
        assertThat(get(joint + second.get("slug")).getList("gaps.text"))
                .isEqualTo(List.of("According to Wire this is the"
                        + " 50th exchange; the last one on record before it, \u2018" + first.get("title")
                        + "\u2019, is the 48th."
                        + " 1 exchange in between is not on record."));
        assertThat(get(joint + second.get("slug")).getList("conflicts")).isEmpty();

        String doubled = report(with(earlier, "ordinal", 50, "claimant", Map.of("name", "Another wire"), "sourceKind",
                "MEDIA"));
        JsonPath found = get(joint + second.get("slug"));
        assertThat(found.getList("conflicts.type")).isEqualTo(List.of("CONTRADICTION"));
        assertThat(found.getList("conflicts[0].reports")).containsExactlyInAnyOrder(fiftieth, doubled);
        assertThat(found.getString("conflicts[0].text")).isEqualTo("Two exchanges bear one number: according to Wire"
                + " this one is the 50th; according to Another wire it is \u2018" + first.get("title") + "\u2019.");
        assertThat(get(joint + second.get("slug") + "&publishedBy=2020-04-08").getList("conflicts")).isEmpty();
    }

    /** A 50th exchange of 207 without an agreement or a promise; its parts add up to 206. */
    @Test
    void a_swap_without_an_agreement_or_a_promise_takes_a_whole_its_parts_and_its_ordinal() {
        Map<String, Object> exchange = exchangeBody();
        created("/exchanges", exchange);
        JsonPath there = created("/commitments", directionBody(exchange, 0));
        assertThat(there.getString("agreement")).isNull();
        assertThat(there.getString("quantity")).isNull();
        Map<String, Object> body = with(reportBody(there.getString("slug")), "claimant", Map.of("name", "Headquarters"),
                "sourceKind",
                "RECEIVING_PARTY", "quantity", exactly(207), "ordinal", 50);
        String whole = report(body);
        assertThat(get("/release-reports/" + whole).getInt("ordinal")).isEqualTo(50);
        JsonPath tally = get("/tallies/" + there.getString("slug") + "?on=2020-05-01");
        assertThat(tally.getString("share.best")).isNull();
        assertThat(tally.getString("remaining.best")).isNull();
        Map.of("soldiers", 95, "guards", 56, "border guards", 26, "territorial defence", 29)
                .forEach((detail, number) -> report(with(body, "ordinal", null, "quantity", exactly(number),
                        "categoryDetail", detail, "outOf", 207, "partsComplete", true)));
        assertThat(get("/release-reports?commitment=" + there.getString("slug")).getList("items.outOf")
                .stream().filter(outOf -> outOf != null)).hasSize(4);
        assertInvalidBody(post("/release-reports", with(reportBody(null), "releasingParty",
                ((List<?>) exchange.get("parties")).get(0), "ordinal", 50)), "/ordinal", "without an exchange");
    }
}
