package org.parole.gateway.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedServices;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class ChangeTest extends StubbedTest {

    private static final String PATH = "/api/v1/[a-z]+-changes";

    /** A feed as the services have it: the cursor is the number of the last change seen, and always there. */
    private static StubService.Answer feed(String... times) {
        return (request, out) -> {
            int after = number(request.target(), "cursor", 0);
            int limit = number(request.target(), "limit", 50);
            List<String> page = List.of(times).subList(Math.min(after, times.length),
                    Math.min(times.length, after + limit));
            String items = IntStream.range(0, page.size())
                    .mapToObj(i -> "{\"seq\":" + (after + i + 1) + ",\"recordedAt\":\"" + page.get(i) + "\"}")
                    .collect(Collectors.joining(","));
            return StubService.json(200, "{\"items\":[" + items + "],\"next\":\"" + (after + page.size()) + "\"}")
                    .write(request, out);
        };
    }

    private static int number(String target, String parameter, int otherwise) {
        return target.matches(".*[?&]" + parameter + "=\\d+.*")
                ? Integer.parseInt(target.replaceAll(".*[?&]" + parameter + "=(\\d+).*", "$1"))
                : otherwise;
    }

    private static String at(int second) {
        return String.format("2020-01-01T00:00:%02dZ", second);
    }

    private static JsonPath page(int limit, String cursor) {
        RequestSpecification request = given().queryParam("limit", limit);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get("/api/v1/changes").then().statusCode(200).extract().jsonPath();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 50})
    void both_feeds_come_in_one_order_each_change_once_however_differently_they_page(int limit) {
        quotes.when("GET", PATH, feed(at(1), at(2), at(3), at(4), at(20), at(21)));
        tallies.when("GET", PATH, feed(at(10), "2020-01-01T00:00:10.5Z", at(22)));
        List<String> seen = new ArrayList<>();
        String cursor = null;
        for (List<String> items = null; items == null || !items.isEmpty();) {
            JsonPath page = page(limit, cursor);
            items = page.getList("items.recordedAt");
            assertThat(items).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(items);
            cursor = page.getString("next");
        }
        assertThat(seen).containsExactly(at(1), at(2), at(3), at(4), at(10), "2020-01-01T00:00:10.5Z", at(20), at(21),
                at(22));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 50})
    void changes_of_one_moment_come_once_each_though_a_page_ends_among_them(int limit) {
        quotes.when("GET", PATH, feed(at(1), at(1), at(1), at(1)));
        tallies.when("GET", PATH, feed(at(1), at(1), at(2)));
        List<Integer> seen = new ArrayList<>();
        String cursor = null;
        for (List<Integer> items = null; items == null || !items.isEmpty();) {
            JsonPath page = page(limit, cursor);
            items = page.getList("items.seq");
            seen.addAll(items);
            cursor = page.getString("next");
        }
        assertThat(seen).containsExactlyInAnyOrder(1, 2, 3, 4, 1, 2, 3);
    }

    @Test
    void what_comes_later_is_found_with_the_same_cursor() {
        quotes.when("GET", PATH, feed(at(1)));
        tallies.when("GET", PATH, feed());
        String cursor = page(50, page(50, null).getString("next")).getString("next");
        tallies.when("GET", PATH, feed(at(2)));
        assertThat(page(50, cursor).getList("items.recordedAt")).isEqualTo(List.of(at(2)));
    }

    @Test
    void changes_of_a_service_that_is_away_come_when_it_is_back() {
        quotes.when("GET", PATH, feed(at(1)));
        tallies.close();
        JsonPath without = page(50, null);
        assertThat(without.getList("items.recordedAt")).isEqualTo(List.of(at(1)));
        assertThat(without.getList("incomplete.part")).isEqualTo(List.of("tallyChanges"));
        tallies = StubbedServices.tallies();
        tallies.when("GET", PATH, feed(at(0)));
        JsonPath later = page(50, without.getString("next"));
        assertThat(later.getList("items.recordedAt")).isEqualTo(List.of(at(0)));
        assertThat(later.getList("incomplete")).isEmpty();
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        given().queryParam("cursor", "abc").get("/api/v1/changes").then().statusCode(400)
                .body("type", equalTo("urn:parole:problem:invalid-parameter"))
                .body("errors.pointer", contains("cursor"));
    }

    @Test
    void as_a_table_both_feeds_come_whole() {
        String[] many = IntStream.range(0, 450)
                .mapToObj(i -> String.format("2020-01-01T00:%02d:%02dZ", i / 60, i % 60)).toArray(String[]::new);
        quotes.when("GET", PATH, feed(many));
        tallies.when("GET", PATH, feed("2020-01-01T00:00:00.5Z"));
        List<String> lines = given().accept("text/csv").get("/api/v1/changes").asString().lines().toList();
        assertThat(lines).hasSize(452);
        assertThat(lines.get(0)).isEqualTo("seq,kind,recordType,recordId,revision,recordedAt,recordedBy");
        assertThat(lines.get(2)).isEqualTo("1,,,,,2020-01-01T00:00:00.5Z,");
        assertThat(given().accept("application/x-ndjson").get("/api/v1/changes").asString().lines()).hasSize(451);
        assertThat(given().accept("text/csv").get("/api/v1/changes?limit=2").asString().lines()).hasSize(3);
    }

    @Test
    void a_table_of_which_a_part_is_missing_is_a_problem() {
        quotes.when("GET", PATH, feed(at(1)));
        tallies.close();
        given().accept("text/csv").get("/api/v1/changes").then().statusCode(503)
                .contentType("application/problem+json").body("detail", startsWith("A table is whole or not given"));
    }
}
