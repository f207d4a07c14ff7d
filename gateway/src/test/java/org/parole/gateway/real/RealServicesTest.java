package org.parole.gateway.real;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parole.gateway.testing.Browser;
import org.parole.gateway.testing.StubbedServices;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.StatementCounter;
import org.parole.kit.dev.StatementCounter.Sent;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The gateway over the two services as they are packaged, with the sample, and with a service killed at the worst moments. */
@QuarkusTest
@TestProfile(RealServicesTest.BehindRelays.class)
class RealServicesTest {

    /** No stubs here. */
    public static class WithRealServices implements QuarkusTestProfile {
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PostgresTestResource.class, Map.of("database", "real")),
                    new TestResourceEntry(RealServices.class));
        }
    }

    /** With a relay before each of the two. */
    public static class BehindRelays extends WithRealServices {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PostgresTestResource.class, Map.of("database", "real")),
                    new TestResourceEntry(RealServices.class, Map.of("relays", "both")));
        }
    }

    private static final Path SAMPLE = Sample.FOLDER;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REPORTS = "/api/v1/release-reports?commitment=us-taliban-2020-taliban-prisoners&limit=200";

    @TestHTTPResource("swagger-ui")
    URL page;

    private static final Map<String, Relay> RELAYS = new HashMap<>();

    @BeforeAll
    static void open() {
        for (String service : List.of("quote-service", "tally-service")) {
            RELAYS.put(service, RealServices.relay(service));
        }
    }

    @AfterAll
    static void close() {
        RELAYS.values().forEach(Relay::close);
    }

    @BeforeEach
    void loadTheSample() {
        Sample.loadOnce();
    }

    private static String read(Path file) {
        return Sample.read(file);
    }

    private static Response post(String path, String key, String body) {
        return Sample.post(path, key, body);
    }

    @Test
    void the_dossier_shows_commitments_tallies_and_quotes_of_the_day_of_the_article() {
        String path = "/api/v1/dossiers/us-taliban-2020?on=2020-04-07&publishedBy=2020-04-07";
        Sample.awaitWhole();
        JsonPath dossier = given().get(path).jsonPath();
        assertThat(dossier.getString("agreement.slug")).isEqualTo("us-taliban-2020");
        assertThat(dossier.getList("agreement.boundParties")).contains("afghan-government");
        assertThat(dossier.getList("agreement.signatories")).doesNotContain("afghan-government");
        assertThat(dossier.getList("tallies.commitment")).containsExactlyInAnyOrder("us-taliban-2020-taliban-prisoners",
                "us-taliban-2020-government-captives");
        assertThat(dossier.getList("tallies.released.best", Integer.class)).containsOnly(0);
        List<Map<String, Object>> quotes = dossier.getList("quotes.items");
        assertThat(quotes).hasSizeGreaterThanOrEqualTo(6).allSatisfy(quote -> {
            assertThat(quote).containsKeys("speaker", "channel", "reportingChain", "verification", "document");
        });
        Map<String, Object> shaheen = quotes.stream()
                .filter(quote -> ((Map<?, ?>) quote.get("speaker")).get("name").equals("Suhail Shaheen")).findFirst()
                .orElseThrow();
        assertThat(shaheen.get("channel")).isEqualTo("SOCIAL_POST");
        assertThat((List<?>) shaheen.get("anchors")).hasSize(2);
        assertThat(((Map<?, ?>) shaheen.get("verification")).get("status")).isIn("EXACT", "NORMALISED");
    }

    @Test
    void the_exchange_of_november_2019_shows_all_its_directions() {
        String path = "/api/v1/exchanges/afghanistan-november-2019/dossier?on=2019-11-30";
        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> assertThat(given().get(path).jsonPath().getList("incomplete")).isNotNull().isEmpty());
        JsonPath dossier = given().get(path).jsonPath();
        assertThat(dossier.getList("exchange.parties")).containsExactly("afghan-government", "taliban",
                "united-states");
        assertThat(dossier.getList("directions.commitment.slug")).containsExactly(
                "afghanistan-november-2019-professors", "afghanistan-november-2019-soldiers",
                "afghanistan-november-2019-taliban-leaders");
        assertThat(dossier.getList("directions.tally.released.low", Integer.class)).containsExactly(2, 10, 3);
        assertThat(dossier.getList("quotes.items")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(dossier.getList("quotes.items.verification.status")).doesNotContain("ORPHANED");
    }

    @Test
    void the_third_act_leaves_a_standing_dispute_about_the_captives() {
        JsonPath tally = given().get("/api/v1/tallies/us-taliban-2020-government-captives?on=2020-07-31").jsonPath();
        assertThat(tally.getList("claimants.total.high", Integer.class)).contains(1005);
        assertThat(given().get("/api/v1/quotes?publishedFrom=2020-07-01&limit=200").jsonPath()
                .getList("items.findAll { !it.content.startsWith('Something that was said') }.verification.status"))
                .isNotEmpty().doesNotContain("ORPHANED", "UNCHECKED");
        assertThat(given().get("/api/v1/documents?incomplete=true").jsonPath().getList("items.url")).isNotEmpty();
    }

    @Test
    void the_tally_of_the_end_of_may_is_what_the_sources_say() {
        JsonPath all = given().get("/api/v1/tallies/us-taliban-2020-taliban-prisoners?on=2020-05-31").jsonPath();
        assertThat(all.getInt("released.low")).isEqualTo(2284);
        assertThat(all.getInt("released.high")).isEqualTo(3000);
        JsonPath then = given()
                .get("/api/v1/tallies/us-taliban-2020-taliban-prisoners?on=2020-05-31&publishedBy=2020-06-02")
                .jsonPath();
        assertThat(then.getInt("released.low")).isEqualTo(2710);
        assertThat(then.getInt("released.high")).isEqualTo(3000);
    }

    @Test
    void the_timeline_has_every_quote_and_report_of_the_sample_once_and_in_order() {
        Sample.awaitWhole();
        String filters = "agreement=us-taliban-2020&from=2020-03&to=2020-09-30";
        Set<String> expected = new TreeSet<>(given().get("/api/v1/quotes?agreement=us-taliban-2020&saidFrom=2020-03"
                + "&saidTo=2020-09-30&limit=200").jsonPath().getList("items.id"));
        int quotes = expected.size();
        expected.addAll(given().get("/api/v1/release-reports?agreement=us-taliban-2020&from=2020-03&on=2020-09-30"
                + "&limit=200").jsonPath().getList("items.id"));
        assertThat(quotes).isGreaterThan(5);
        assertThat(expected).hasSizeGreaterThan(quotes + 20);

        List<String> seen = new ArrayList<>();
        List<String> times = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = given().queryParam("limit", 7);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            JsonPath page = request.get("/api/v1/timeline?" + filters).then().statusCode(200).extract().jsonPath();
            assertThat(page.getList("incomplete")).isEmpty();
            seen.addAll(page.getList("items.collect { (it.quote ?: it.releaseReport).id }"));
            times.addAll(page.getList("items.collect { it.at.length() == 10 ? it.at : (it.at + '-01-01').take(10) }"));
            cursor = page.getString("next");
        } while (cursor != null && seen.size() <= expected.size());
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
        assertThat(times).isSorted();
    }

    @Test
    void the_timeline_of_a_party_has_what_it_said_and_what_was_reported_of_its_exchange() {
        Sample.awaitWhole();
        JsonPath page = given().get("/api/v1/timeline?party=taliban&limit=200").then().statusCode(200).extract()
                .jsonPath();
        assertThat(page.getList("incomplete")).isEmpty();
        assertThat(page.getList("items.findAll { it.type == 'QUOTE' }.quote.speaker.party")).isNotEmpty()
                .containsOnly("taliban");
        assertThat(page.getList("items.findAll { it.type == 'RELEASE_REPORT' }")).hasSizeGreaterThan(20);
    }

    @Test
    void a_search_finds_the_words_in_every_section_and_its_links_lead_on() {
        Sample.awaitWhole();
        JsonPath found = given().get("/api/v1/search?q=Taliban&limit=2").then().statusCode(200).extract().jsonPath();
        assertThat(found.getList("incomplete")).isEmpty();
        assertThat(found.getList("quotes.items")).hasSize(2);
        assertThat(found.getList("releaseReports.items")).hasSize(2);
        assertThat(found.getList("agreements.items.slug")).contains("us-taliban-2020");
        for (String section : List.of("quotes", "releaseReports")) {
            assertThat(given().urlEncodingEnabled(false).get(found.getString(section + ".more")).then().statusCode(200)
                    .extract().jsonPath().getList("items")).hasSizeGreaterThan(2);
        }
        JsonPath byName = given().get("/api/v1/search?q=Suhail Shahin").then().statusCode(200).extract().jsonPath();
        assertThat(byName.getList("speakers.items.name")).contains("Suhail Shaheen");
    }

    @Test
    void an_export_of_linked_data_names_the_gateway_and_no_service() {
        Sample.awaitWhole();
        String lines = given().header("Host", "parole.example.org").queryParam("format", "jsonld")
                .get("/api/v1/exports/quotes").then().statusCode(200).extract().asString();
        assertThat(lines.lines().limit(5)).isNotEmpty()
                .allMatch(line -> line.contains("\"@id\":\"http://parole.example.org/api/v1/quotes/"));
        assertThat(lines).doesNotContain("127.0.0.1", "localhost");
        given().header("Accept", "text/csv; bom=yes").queryParam("format", "csv").get("/api/v1/exports/quotes").then()
                .statusCode(200).body(startsWith("\uFEFFid,"));
    }

    @Test
    void a_dossier_is_given_from_memory_until_something_is_recorded() {
        Sample.awaitWhole();
        String path = "/api/v1/dossiers/us-taliban-2020?limit=3";
        String tag = given().get(path).header("ETag");
        await().untilAsserted(() -> assertThat(
                given().header("If-None-Match", given().get(path).header("ETag")).get(path).statusCode())
                .isEqualTo(304));
        addQuote("Something that was said at the end of the year");
        Response after = given().header("If-None-Match", tag).get(path);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.jsonPath().getList("quotes.items.content").get(0))
                .isEqualTo("Something that was said at the end of the year");
    }

    @Test
    void in_the_browser_a_quote_is_added_and_then_stands_in_the_dossier() {
        assumeTrue(Browser.program().isPresent(), "Skipped: no Chromium is installed here");
        Sample.awaitWhole();
        String content = "entered in the browser " + UUID.randomUUID();
        String add = "#operations-Quotes-createQuote";
        String dossier = "#operations-Dossiers-getDossier";
        String status = " .live-responses-table .response .response-col_status";
        try (Browser browser = Browser.start()) {
            browser.open(page.toString());
            browser.click(".btn.authorize");
            browser.type(".auth-container input[type=text], .auth-container input[type=password]",
                    StubbedServices.BOOTSTRAP_KEY);
            browser.click(".auth-btn-wrapper .authorize");
            browser.click(".auth-btn-wrapper .btn-done");

            browser.click(add + " .opblock-summary-control");
            browser.type(add + " textarea.body-param__text", quote(content, "2020-05-31"));
            browser.click(add + " .execute");
            assertThat(browser.text(add + status)).as(browser.text(add + " .live-responses-table")).startsWith("201");
            browser.picture(add + " .responses-wrapper", Path.of("target", "swagger-ui-quote.png"));

            browser.click(dossier + " .opblock-summary-control");
            browser.click(dossier + " .execute");
            assertThat(browser.text(dossier + status)).as(browser.text(dossier + " .live-responses-table"))
                    .startsWith("200");
            assertThat(browser.text(dossier + " .live-responses-table .response .response-col_description"))
                    .contains(content);
            browser.picture(dossier, Path.of("target", "swagger-ui-dossier.png"));
        }
    }

    /** Said on the day of the newest document up to a day, so that it comes before all else. */
    private static String quote(String content, String until) {
        Map<String, Object> newest = given().get("/api/v1/documents?limit=200").jsonPath()
                .<Map<String, Object>>getList("items").stream()
                .filter(document -> day(document).compareTo(until) <= 0)
                .max(Comparator.comparing(document -> day(document))).orElseThrow();
        JsonPath speakers = given().get("/api/v1/speakers?name=Suhail Shaheen").jsonPath();
        return JSON.createObjectNode().put("documentId", (String) newest.get("id"))
                .put("speakerId", speakers.getString("items[0].id")).put("content", content).put("kind", "INDIRECT")
                .put("channel", "STATEMENT").put("language", "en").put("saidOn", day(newest))
                .set("about", JSON.createObjectNode().set("agreements",
                        JSON.createArrayNode().add("us-taliban-2020")))
                .toString();
    }

    private static String day(Map<String, Object> document) {
        return ((String) document.get("publishedAt")).substring(0, 10);
    }

    private static void addQuote(String content) {
        post("/api/v1/quotes", UUID.randomUUID().toString(), quote(content, "9999-12-31")).then().statusCode(201);
    }

    @Test
    void an_intake_with_a_report_is_five_commits_of_few_statements() throws SQLException {
        Runnable intake = () -> assertThat(post("/api/v1/intake", UUID.randomUUID().toString(), small()).statusCode())
                .isEqualTo(201);
        intake.run();
        Sent quotes = StatementCounter.during("quotes", intake);
        Sent tallies = StatementCounter.during("tallies", intake);
        Sent gateway = StatementCounter.during("real", intake);
        // Each of the gateway's commits by itself: whether the key is known, the beginning, what came of it.
        assertThat(gateway.transactions()).as(gateway.text()).isZero();
        assertThat(gateway.statements()).as(gateway.text()).isEqualTo(3);
        assertThat(quotes.transactions()).as(quotes.text()).isEqualTo(2);
        assertThat(quotes.statements()).as(quotes.text()).isLessThanOrEqualTo(24);
        assertThat(tallies.transactions()).as(tallies.text()).isEqualTo(1);
        assertThat(tallies.statements()).as(tallies.text()).isLessThanOrEqualTo(14);
    }

    /** A document with two quotes and a report. */
    private static String small() {
        ObjectNode intake = JSON.createObjectNode();
        intake.putObject("document").put("url", "https://www.example.org/" + UUID.randomUUID()).put("title", "Talks")
                .put("publishedAt", "2020-04-09").put("language", "en").putObject("outlet")
                .put("name", "Example Wire").put("kind", "WIRE");
        intake.putArray("speakers").addObject().put("label", "a").put("name", "Person " + UUID.randomUUID())
                .put("kind", "PERSON");
        ArrayNode quotes = intake.putArray("quotes");
        for (String label : List.of("q1", "q2")) {
            quotes.addObject().put("label", label).put("speaker", "a").put("content",
                    "Words that nobody else has said " + UUID.randomUUID()).put("kind", "DIRECT")
                    .put("channel", "STATEMENT").put("language", "en");
        }
        ObjectNode report = intake.putArray("releaseReports").addObject().put("label", "r")
                .put("commitment", "us-taliban-2020-taliban-prisoners").put("sourceKind", "MEDIA")
                .put("stage", "REPORTED").put("basis", "BATCH").put("eventOn", "2020-04-08");
        report.putObject("claimant").put("speaker", "a");
        report.putObject("evidence").put("quote", "q1");
        report.putObject("quantity").put("comparator", "EXACTLY").put("min", 2);
        return intake.toString();
    }

    private static final String PREPARE = "PUT /internal/intakes/.*";
    private static final String COMMIT = "POST /internal/intakes/.*/commit.*";

    /** A moment of an intake, and whether the intake is decided then. */
    private static Stream<Arguments> moments() {
        return Stream.of(Arguments.of("quote-service", PREPARE, false, false),
                Arguments.of("quote-service", PREPARE, true, false),
                Arguments.of("tally-service", PREPARE, false, false),
                Arguments.of("tally-service", PREPARE, true, true),
                Arguments.of("quote-service", COMMIT, false, true),
                Arguments.of("quote-service", COMMIT, true, true));
    }

    @ParameterizedTest(name = "{0}, {1}, after it: {2}")
    @MethodSource("moments")
    void an_intake_is_written_whole_or_not_at_all_when_a_service_dies(String service, String request, boolean isAfter,
            boolean isDecided) throws IOException {
        String url = "https://www.example.org/" + UUID.randomUUID();
        ObjectNode story = (ObjectNode) JSON.readTree(read(SAMPLE.resolve("4-intake/2020-04-08-aopnews.json")));
        ((ObjectNode) story.get("document")).put("url", url);
        String key = UUID.randomUUID().toString();
        // After a test that killed the service, the breaker leaves it alone for a moment.
        await().atMost(Duration.ofSeconds(60)).until(() -> given().get("/api/v1/documents?limit=1").statusCode() == 200
                && given().get(REPORTS).statusCode() == 200);

        Runnable kill = () -> RealServices.kill(service);
        if (isAfter) {
            RELAYS.get(service).atAnswerTo(request, kill);
        } else {
            RELAYS.get(service).at(request, kill);
        }
        Response first = post("/api/v1/intake", key, story.toString());
        assertThat(first.statusCode()).as(first.asString()).isIn(request.equals(COMMIT) ? List.of(202) : List.of(503));

        RealServices.start(service);
        RealServices.awaitReady(service);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(written(url)).isIn(List.of(0, 0), List.of(1, 1)));
        if (isDecided) {
            // It is carried out without anybody asking again.
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(written(url)).isEqualTo(List.of(1, 1)));
        }

        // The breaker may leave the service alone for a moment yet.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> post("/api/v1/intake", key, story.toString()).statusCode() == 201);
        assertThat(written(url)).isEqualTo(List.of(1, 1));
    }

    /** How many documents with this address there are, and how many release reports that rest on it. */
    private static List<Integer> written(String url) {
        JsonPath documents = given().get("/api/v1/documents?limit=200").jsonPath();
        JsonPath reports = given().get(REPORTS).jsonPath();
        assertThat(documents.getString("next")).isNull();
        assertThat(reports.getString("next")).isNull();
        return List.of(documents.getList("items.findAll { it.url == '" + url + "' }").size(),
                reports.getList("items.findAll { it.evidence?.documentUrl == '" + url + "' }").size());
    }
}
