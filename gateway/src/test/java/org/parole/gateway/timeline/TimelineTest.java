package org.parole.gateway.timeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubService.Received;
import org.parole.gateway.testing.StubbedServices;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class TimelineTest extends StubbedTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 2, 27);
    private static final int MORE_THAN_ENOUGH = 500;

    private final PagedStub said = new PagedStub();
    private final PagedStub reported = new PagedStub();

    @BeforeEach
    void servicesHaveLists() {
        quotes.when("GET", "/api/v1/quotes", said.answer(null));
        tallies.when("GET", "/api/v1/release-reports", reported.answer(null));
    }

    private void quote(String id, String said, String published, String sortedAt) {
        this.said.add(sortedAt + ' ' + id, "{\"id\":\"" + id + "\",\"saidOn\":"
                + (said == null ? "null" : '"' + said + '"') + ",\"document\":{\"publishedAt\":\"" + published
                + "\"}}");
    }

    private void report(String id, String eventOn, String sortedAt) {
        reported.add(sortedAt + ' ' + id, "{\"id\":\"" + id + "\",\"eventOn\":\"" + eventOn + "\"}");
    }

    /** Ids that tell in which order they were made, as UUIDs of version 7 do. */
    private static String id(Random random, int number) {
        return String.format("%08x-", number) + new UUID(random.nextLong(), random.nextLong()).toString().substring(9);
    }

    private void addAtRandom(Random random, int number) {
        LocalDate day = FIRST.plusDays(random.nextInt(8));
        String id = id(random, number);
        if (random.nextBoolean()) {
            report(id, day.toString(), day + "T00:00:00");
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> quote(id, null, day + "T10:30:00Z", day + "T10:30:00");
            case 1 -> quote(id, null, day.toString(), day + "T00:00:00");
            case 2 -> quote(id, day.toString().substring(0, 7), "2020-06-01", day.withDayOfMonth(1) + "T00:00:00");
            default -> quote(id, day.toString(), "2020-06-01", day + "T00:00:00");
        }
    }

    private List<String> all() {
        TreeSet<String> all = new TreeSet<>(said.keys());
        all.addAll(reported.keys());
        return all.stream().map(key -> key.substring(key.indexOf(' ') + 1)).toList();
    }

    private static List<String> idsOf(JsonPath page) {
        return page.getList("items.collect { (it.quote ?: it.releaseReport).id }");
    }

    private static ValidatableResponse ask(int limit, String cursor) {
        RequestSpecification request = given().queryParam("limit", limit);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get("/api/v1/timeline").then();
    }

    private static JsonPath page(int limit, String cursor) {
        return ask(limit, cursor).statusCode(200).extract().jsonPath();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatever_the_page_sizes_every_item_comes_once_and_in_order(long seed) {
        Random random = new Random(seed);
        int count = random.nextInt(60);
        for (int number = 0; number < count; number++) {
            addAtRandom(random, number);
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            int limit = 1 + random.nextInt(random.nextBoolean() ? 3 : 40);
            JsonPath page = page(limit, cursor);
            assertThat(idsOf(page)).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(idsOf(page));
            cursor = page.getString("next");
        } while (cursor != null && seen.size() < MORE_THAN_ENOUGH);
        assertThat(seen).containsExactlyElementsOf(all());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void while_rows_are_added_and_services_fail_nothing_is_lost_and_nothing_comes_twice(long seed) {
        Random random = new Random(seed);
        int count = 10 + random.nextInt(30);
        for (int number = 0; number < count; number++) {
            addAtRandom(random, number);
        }
        List<String> before = all();
        quotes.when("GET", "/api/v1/quotes", said.answer(random));
        tallies.when("GET", "/api/v1/release-reports", reported.answer(random));
        List<String> seen = new ArrayList<>();
        String cursor = null;
        int added = count;
        do {
            ExtractableResponse<Response> answer = ask(1 + random.nextInt(6), cursor).extract();
            if (answer.statusCode() == 503) {
                // Neither could be had: the same page again.
                continue;
            }
            assertThat(answer.statusCode()).isEqualTo(200);
            seen.addAll(idsOf(answer.jsonPath()));
            cursor = answer.jsonPath().getString("next");
            if (added < count + 10) {
                addAtRandom(random, added++);
            }
        } while ((cursor != null || seen.isEmpty()) && seen.size() < MORE_THAN_ENOUGH);
        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
        assertThat(all()).containsAll(seen);
    }

    @Test
    void an_entry_says_what_it_is_and_by_which_time_it_stands_there() {
        quote("a", null, "2020-04-07T10:30:00Z", "2020-04-07T10:30:00");
        quote("b", "2020-04", "2020-04-09", "2020-04-01T00:00:00");
        report("c", "2020-04-07", "2020-04-07T00:00:00");
        ask(50, null).statusCode(200).body("items.type", contains("QUOTE", "RELEASE_REPORT", "QUOTE"))
                .body("items.at", contains("2020-04", "2020-04-07", "2020-04-07T10:30:00Z"))
                .body("items.atIs", contains("EVENT", "EVENT", "PUBLICATION"))
                .body("items[0].quote.id", equalTo("b")).body("items[1].releaseReport.id", equalTo("c"))
                .body("next", nullValue()).body("incomplete", empty());
    }

    @Test
    void the_filters_go_to_both_services_in_their_own_words_and_each_is_asked_once() {
        given().get("/api/v1/timeline?agreement=us-taliban-2020&party=taliban&from=2020-03&to=2020-05-31&on=2020-06"
                + "&publishedBy=2020-07-01&asOf=2020-08-01T00:00:00Z&limit=7").then().statusCode(200);
        assertThat(quotes.received()).extracting(Received::target).containsExactly("/api/v1/quotes?order=OLDEST"
                + "&agreement=us-taliban-2020&party=taliban&saidFrom=2020-03&saidTo=2020-05-31&on=2020-06"
                + "&publishedBy=2020-07-01&asOf=2020-08-01T00%3A00%3A00Z&limit=7");
        assertThat(tallies.received()).extracting(Received::target).containsExactly("/api/v1/release-reports"
                + "?agreement=us-taliban-2020&party=taliban&from=2020-03&on=2020-05-31"
                + "&publishedBy=2020-07-01&asOf=2020-08-01T00%3A00%3A00Z&limit=7");
    }

    @Test
    void while_one_list_is_away_the_other_goes_on_and_what_was_missing_comes_later_or_with_the_same_cursor() {
        quote("a", "2020-04-01", "2020-04-01", "2020-04-01T00:00:00");
        quote("c", "2020-04-03", "2020-04-03", "2020-04-03T00:00:00");
        report("b", "2020-04-02", "2020-04-02T00:00:00");
        report("d", "2020-04-04", "2020-04-04T00:00:00");
        String cursor = page(1, null).getString("next");
        tallies.close();
        JsonPath without = page(50, cursor);
        assertThat(idsOf(without)).containsExactly("c");
        assertThat(without.getList("incomplete.part")).isEqualTo(List.of("releaseReports"));
        assertThat(without.getString("next")).isNotNull();

        tallies = StubbedServices.tallies();
        tallies.when("GET", "/api/v1/release-reports", reported.answer(null));
        assertThat(idsOf(page(50, without.getString("next")))).containsExactly("b", "d");
        assertThat(idsOf(page(50, cursor))).containsExactly("b", "c", "d");
    }

    @Test
    void with_neither_list_it_is_unavailable() {
        quotes.close();
        tallies.when("GET", "/api/v1/release-reports", StubService.json(429, "{}", "Retry-After: 9"));
        ask(50, null).statusCode(503).body("type", equalTo("urn:parole:problem:unavailable"))
                .header("Retry-After", "9");
    }

    @ParameterizedTest
    @CsvSource({"limit=0,limit", "limit=201,limit", "from=soon,from", "to=2020-13,to", "party=A B,party",
            "agreement=A,agreement", "cursor=abc,cursor", "claimant=x,claimant", "on=yesterday,on", "asOf=x,asOf"})
    void parameters_that_are_wrong_are_refused_before_anyone_is_asked(String query, String parameter) {
        given().get("/api/v1/timeline?" + query).then().statusCode(400)
                .body("type", equalTo("urn:parole:problem:invalid-parameter"))
                .body("errors.pointer", contains(parameter));
        assertThat(quotes.received()).isEmpty();
        assertThat(tallies.received()).isEmpty();
    }

    @Test
    void a_cursor_is_good_for_its_own_filters_only() {
        quote("a", "2020-04-01", "2020-04-01", "2020-04-01T00:00:00");
        quote("b", "2020-04-02", "2020-04-02", "2020-04-02T00:00:00");
        String cursor = page(1, null).getString("next");
        given().queryParam("cursor", cursor).queryParam("party", "taliban").get("/api/v1/timeline").then()
                .statusCode(400).body("errors.pointer", contains("cursor"));
    }

    @Test
    void as_a_table_it_comes_whole_with_a_column_for_each_value() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            addAtRandom(random, i);
        }
        report("r-1", "2020-03-31", "2020-03-31T00:00:00");
        List<String> lines = given().accept("text/csv").get("/api/v1/timeline").asString().lines().toList();
        assertThat(lines).hasSize(302);
        assertThat(lines.get(0)).startsWith("type,at,atIs,id,who,speakerId,role,words,");
        assertThat(lines).anyMatch(line -> line.startsWith("RELEASE_REPORT,2020-03-31,EVENT,r-1,"));
        List<String> entries = given().accept("application/x-ndjson").get("/api/v1/timeline").asString().lines()
                .toList();
        assertThat(entries).hasSize(301).allMatch(entry -> entry.startsWith("{\"type\":"));
    }

    @Test
    void a_table_of_which_a_part_is_missing_is_a_problem() {
        quote("q-1", "2020-03-01", "2020-03-02", "2020-03-01T00:00:00");
        tallies.close();
        given().accept("text/csv").get("/api/v1/timeline").then().statusCode(503)
                .contentType("application/problem+json");
    }
}
