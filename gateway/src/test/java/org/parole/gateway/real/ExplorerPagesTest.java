package org.parole.gateway.real;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parole.gateway.explorer.text.Code;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the pages say in words, what they leave out where there is too much, and what they offer. */
@QuarkusTest
@TestProfile(RealServicesTest.WithRealServices.class)
class ExplorerPagesTest extends RelayedTest {

    private static final String SOLDIERS = "afghanistan-november-2019-soldiers";
    private static final String EXCHANGE = "exchanges/afghanistan-november-2019";
    private static final String TITLE = "Agreement for Bringing Peace to Afghanistan";
    private static final String PRISONERS = "us-taliban-2020-taliban-prisoners";
    private static final int MANY = 230;

    @BeforeEach
    void begin() {
        Sample.loadOnce();
        Sample.awaitWhole();
    }

    private static String page(String path) {
        Response page = given().accept("text/html").get("/" + path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.asString();
    }

    /** What a reader sees: no address, no value of a form. */
    private static String text(String html) {
        return html.replaceAll("(?s)<(script|style|pre|head)\\b.*?</\\1>", "").replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    @Test
    void readers_see_titles_and_names_and_no_slugs() {
        String quote = given().get("/api/v1/quotes?agreement=us-taliban-2020&limit=1").jsonPath()
                .getString("items[0].id");
        String swapped = given().get("/api/v1/quotes?exchange=afghanistan-november-2019&limit=1").jsonPath()
                .getString("items[0].id");
        String report = given().get("/api/v1/release-reports?agreement=us-taliban-2020&limit=1").jsonPath()
                .getString("items[0].id");
        assertThat(text(page("quotes/" + quote))).contains(TITLE);
        assertThat(text(page("quotes/" + swapped))).contains("Three Taliban leaders for two professors");
        assertThat(text(page("release-reports/" + report))).contains(TITLE);
        assertThat(text(page("compare"))).contains("Taliban prisoners – " + TITLE);
        assertThat(text(page("search?q=prisoners"))).contains("Government of the Islamic Republic of Afghanistan");
        for (String path : List.of("?", "agreements/us-taliban-2020", EXCHANGE, "quotes/" + quote, "quotes/" + swapped,
                "release-reports/" + report, "compare", "search?q=prisoners", "compare?lang=de",
                "search?q=prisoners&lang=de")) {
            assertThat(text(page(path.equals("?") ? "" : path))).as(path)
                    .doesNotContain("us-taliban-2020", "afghanistan-november-2019", "afghan-government");
        }
    }

    @Test
    void the_sum_of_the_directions_names_each_by_whom_it_is_about() {
        String reason = given().get("/api/v1/exchanges/afghanistan-november-2019/dossier").jsonPath()
                .getString("joint.sum.reason");
        assertThat(reason).contains("Afghan soldiers: ").doesNotContain(SOLDIERS);
        assertThat(text(page(EXCHANGE))).contains(reason);
    }

    @Test
    void values_are_said_in_the_language_of_the_page() {
        JsonPath reports = given().get("/api/v1/release-reports?commitment=" + PRISONERS + "&basis=CUMULATIVE&limit=1")
                .jsonPath();
        String id = reports.getString("items[0].id");
        assertThat(reports.getString("items[0].stage")).isEqualTo("REPORTED");
        assertThat(text(page("release-reports/" + id))).contains("Reported · Running total");
        assertThat(text(page("release-reports/" + id + "?lang=de"))).contains("Berichtet · Bisherige Gesamtzahl");
    }

    @Test
    void every_value_that_pages_show_has_words() throws IOException {
        JsonNode schemas = new ObjectMapper()
                .readTree(Files.readString(Path.of("..", "docs", "openapi", "parole.json")))
                .at("/components/schemas");
        for (String schema : List.of("AnchorStatus", "Basis", "Channel", "LinkKind", "OutletKind", "QuantityComparator",
                "QuoteKind", "RelationType", "ReportDifference", "RevisionType", "SourceKind", "SpeakerKind", "Stage",
                "TextKind")) {
            assertThat(schemas.path(schema).path("enum")).as(schema).isNotEmpty();
            schemas.path(schema).path("enum").forEach(value -> assertThat(Code.valueOf(value.asText())).isNotNull());
        }
    }

    @Test
    void a_commitment_leads_to_its_section_with_the_parameters_of_the_address() {
        assertThat(location("commitments/" + SOLDIERS + "?on=2019-12-01&lang=de"))
                .endsWith("/" + EXCHANGE + "?on=2019-12-01&lang=de#" + SOLDIERS);
        assertThat(location("commitments/" + PRISONERS)).endsWith("/agreements/us-taliban-2020#" + PRISONERS);
        assertThat(given().accept("text/html").get("/commitments/nothing-like-it").statusCode()).isEqualTo(404);
        assertThat(page("tallies/" + SOLDIERS + "/embed")).contains("/commitments/" + SOLDIERS + "?")
                .doesNotContain("/agreements/null");
    }

    private static String location(String path) {
        Response answer = given().accept("text/html").redirects().follow(false).get("/" + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(307);
        return answer.header("Location");
    }

    @Test
    void a_page_offers_a_chart_as_png_only_where_it_can_be_had() {
        String link = "/tallies/" + PRISONERS + "/chart.png";
        assertThat(page("agreements/us-taliban-2020").contains(link)).isEqualTo(makesPngs());
        Response png = given().get(link);
        if (makesPngs()) {
            assertThat(png.statusCode()).isEqualTo(200);
            assertThat(png.contentType()).isEqualTo("image/png");
            assertThat(png.asByteArray()).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(10_000);
        } else {
            assertThat(png.statusCode()).isEqualTo(406);
            assertThat(png.contentType()).isEqualTo("application/problem+json");
            assertThat(png.jsonPath().getString("detail")).contains("chart.svg");
        }
    }

    /** An executable has nothing to draw letters with. */
    boolean makesPngs() {
        return true;
    }

    @Test
    void of_many_running_totals_a_chart_draws_some_from_all_over_the_time_and_says_so() {
        recordMany();
        JsonPath tally = given().get("/api/v1/tallies/many-totals-people?include=FINDINGS").jsonPath();
        String html = page("agreements/many-totals");
        assertThat(text(html))
                .contains(String.format("%,d", tally.getInt("released.best")) + " freed of 1,000 promised")
                .contains("Of more than 200 running totals on record, 200 are drawn");
        String chart = html.substring(html.indexOf("wide-only"), html.indexOf("narrow-only"));
        List<String> days = new ArrayList<>();
        Matcher point = Pattern.compile("class=\"point\" aria-label=\"[0-9,]+ · ([^·]+2021) ·").matcher(chart);
        while (point.find()) {
            days.add(point.group(1));
        }
        assertThat(days).hasSizeBetween(200, 204).contains("1 January 2021")
                .anyMatch(day -> day.endsWith("August 2021"));
        assertThat(text(given().get("/tallies/many-totals-people/chart.svg").asString()))
                .contains("running totals on record");
        List<Object> conflicts = tally.getList("conflicts");
        assertThat(conflicts).hasSizeGreaterThan(8);
        assertThat(html.split("id=\"many-totals-people-conflict-", -1)).hasSize(1 + 8);
        assertThat(text(html)).contains(conflicts.size() - 8 + " more, as JSON");
    }

    /** A total by each of two claimants each other day, who disagree in each eighth. */
    private static void recordMany() {
        send("parties", "{\"slug\":\"many-a\",\"name\":\"Side A\",\"kind\":\"STATE\"}");
        send("parties", "{\"slug\":\"many-b\",\"name\":\"Side B\",\"kind\":\"ARMED_GROUP\"}");
        send("agreements", "{\"slug\":\"many-totals\",\"title\":\"Many totals\",\"signedOn\":\"2021-01-01\","
                + "\"signatories\":[\"many-a\",\"many-b\"],\"boundParties\":[\"many-a\",\"many-b\"]}");
        send("commitments", "{\"slug\":\"many-totals-people\",\"agreement\":\"many-totals\","
                + "\"releasingParty\":\"many-a\",\"receivingParty\":\"many-b\",\"category\":\"people\","
                + "\"quantity\":{\"comparator\":\"EXACTLY\",\"min\":1000,\"max\":1000}}");
        for (int i = 0; i < MANY; i++) {
            boolean own = i % 2 == 0;
            LocalDate day = LocalDate.of(2021, 1, 1).plusDays(i / 2 * 2L);
            int total = 4 * (i / 2 + 1) + (!own && i % 16 == 1 ? 2 : 0);
            send("release-reports", "{\"commitment\":\"many-totals-people\",\"claimant\":{\"name\":\""
                    + (own ? "Ministry of A" : "Committee of B") + "\"},\"sourceKind\":\""
                    + (own ? "RELEASING_PARTY" : "RECEIVING_PARTY")
                    + "\",\"stage\":\"REPORTED\",\"basis\":\"CUMULATIVE\","
                    + "\"eventOn\":\"" + day + "\",\"publishedAt\":\"" + day + "\",\"outlet\":\"Herald\","
                    + "\"quantity\":{\"comparator\":\"EXACTLY\",\"min\":" + total + ",\"max\":" + total + "},"
                    + "\"evidence\":{\"quotation\":\"" + total + " are free\"}}");
        }
    }

    private static void send(String path, String body) {
        Response answer = Sample.post("/api/v1/" + path, "many-" + body.hashCode(), body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }
}
