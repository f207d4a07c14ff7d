package org.parole.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Lists as CSV and NDJSON: whole unless a limit is given, in the format of the header or of the parameter. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class WholeListTest {

    private static final String LIST = "/api/v1/numbers";

    @TestHTTPResource(LIST)
    URL list;

    @Test
    void a_list_as_csv_has_all_rows_and_one_header() {
        Response csv = given().accept("text/csv").get(LIST);
        List<String> lines = csv.asString().lines().toList();
        assertThat(lines).hasSize(451).startsWith("number,words", "0,\"this is number 0\"")
                .endsWith("449,\"this is number 449\"");
        assertThat(csv.header("Link")).isNull();
        assertThat(csv.contentType()).isEqualTo("text/csv;charset=UTF-8");
    }

    @Test
    void a_list_as_lines_has_all_of_them() {
        List<String> lines = given().accept("application/x-ndjson").get(LIST).asString().lines().toList();
        assertThat(lines).hasSize(450).endsWith("{\"number\":449,\"words\":\"this is number 449\"}");
    }

    @Test
    void a_list_of_one_page_has_a_tag_and_a_longer_one_has_none() {
        Response shortList = given().accept("text/csv").get(LIST + "?until=3");
        assertThat(shortList.asString().lines()).hasSize(4);
        assertThat(given().accept("text/csv").header("If-None-Match", shortList.header("ETag")).get(LIST + "?until=3")
                .statusCode()).isEqualTo(304);
        assertThat(given().accept("text/csv").get(LIST).header("ETag")).isNull();
    }

    @Test
    void with_a_limit_comes_a_page_and_where_the_next_one_is() {
        Response csv = given().accept("text/csv").get(LIST + "?limit=2");
        assertThat(csv.asString()).isEqualTo("number,words\r\n0,\"this is number 0\"\r\n1,\"this is number 1\"\r\n");
        assertThat(csv.header("Link")).isEqualTo("<" + LIST + "?limit=2&cursor=2>; rel=\"next\"");
        Response next = given().accept("text/csv").get(LIST + "?cursor=448");
        assertThat(next.asString().lines()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"csv,text/csv,451", "ndjson,application/x-ndjson,450"})
    void a_browser_can_ask_for_a_format_and_save_the_answer(String format, String type, int lines) {
        Response saved = given().accept("text/html,application/xhtml+xml,*/*;q=0.8").get(LIST + "?format=" + format);
        assertThat(saved.contentType()).startsWith(type);
        assertThat(saved.header("Content-Disposition")).isEqualTo("attachment; filename=\"numbers." + format + "\"");
        assertThat(saved.asString().lines()).hasSize(lines);
    }

    @Test
    void json_that_is_asked_for_by_the_parameter_is_a_page() {
        Response saved = given().get(LIST + "?format=json");
        assertThat(saved.header("Content-Disposition")).isEqualTo("attachment; filename=\"numbers.json\"");
        assertThat(saved.jsonPath().getList("items")).hasSize(50);
        assertThat(given().get(LIST).header("Content-Disposition")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "CSV", "", "csv&format=json"})
    void an_unknown_format_is_refused_by_name(String format) {
        Response refused = given().get(LIST + "?format=" + format);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("format");
        assertThat(refused.jsonPath().getString("errors[0].detail")).isEqualTo("must be csv, ndjson, json or md");
    }

    @Test
    void a_format_that_contradicts_the_header_is_refused_by_name() {
        Response refused = given().accept("application/json").get(LIST + "?format=csv");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("format");
        assertThat(refused.jsonPath().getString("errors[0].detail"))
                .isEqualTo("must not contradict the header Accept, which does not name text/csv");
    }

    @Test
    void a_format_that_an_answer_does_not_come_in_is_not_acceptable() {
        assertThat(given().get(LIST + "?format=md").statusCode()).isEqualTo(406);
        assertThat(given().get("/api/v1/notes?format=csv").statusCode()).isEqualTo(406);
    }

    @Test
    void a_list_of_which_a_page_cannot_be_had_is_broken_off_so_that_nobody_takes_it_for_whole() {
        HttpClient client = HttpClient.newHttpClient();
        assertThatThrownBy(() -> client.send(request("?failAt=200"), HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        // The very first page has room for a problem.
        assertThat(given().accept("text/csv").get(LIST + "?failAt=0").statusCode()).isEqualTo(500);
    }

    @Test
    void a_client_that_stops_reading_stops_the_list() throws Exception {
        NumberResource.PAGES.set(0);
        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request("?until=10000000"),
                HttpResponse.BodyHandlers.ofInputStream());
        answer.body().read();
        answer.body().close();
        AtomicInteger before = new AtomicInteger(-1);
        Awaitility.await("no more pages are asked for").atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> before.getAndSet(NumberResource.PAGES.get()) == NumberResource.PAGES.get());
        assertThat(NumberResource.PAGES.get()).isLessThan(50_000);
    }

    private HttpRequest request(String query) {
        return HttpRequest.newBuilder(URI.create(list + query)).version(HttpClient.Version.HTTP_1_1)
                .header("Accept", "text/csv").build();
    }
}
