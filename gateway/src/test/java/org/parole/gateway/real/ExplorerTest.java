package org.parole.gateway.real;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.Browser;
import org.parole.gateway.testing.StubbedServices;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;

import com.fasterxml.jackson.databind.JsonNode;

/** The pages as people use them, in a browser, over the two services as they are packaged. */
@QuarkusTest
@TestProfile(RealServicesTest.WithRealServices.class)
class ExplorerTest {

    private static final String AGREEMENT = "agreements/us-taliban-2020";
    private static final String PRISONERS = "us-taliban-2020-taliban-prisoners";
    private static final String SECTION = "#" + PRISONERS;
    private static final int WIDE = 1280;
    private static final int NARROW = 320;

    @TestHTTPResource("/")
    URL root;

    private static Relay relay;
    private static Browser browser;

    @BeforeAll
    static void open() {
        assumeTrue(Browser.program().isPresent(), "Skipped: no Chromium is installed here");
        relay = RealServices.relay();
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (relay != null) {
            relay.close();
        }
    }

    @BeforeEach
    void begin() {
        Sample.loadOnce();
        Sample.awaitWhole();
        browser.resize(WIDE, 900);
        browser.prefer("light");
        browser.scripts(true);
        browser.errors();
    }

    @AfterEach
    void nothing_was_wrong_in_the_console() {
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void a_reader_walks_from_the_first_page_to_a_conflict_its_evidence_and_the_words_in_the_document() {
        go("");
        assertThat(browser.text("h1")).isNotBlank();
        assertThat(texts(".cards h3 a")).contains("Agreement for Bringing Peace to Afghanistan");
        assertThat(browser.text(".cards .figure")).containsPattern("[0-9]");
        browser.follow(".cards h3 a[href^='/agreements/us-taliban-2020']");

        assertThat(browser.text("h1")).isEqualTo("Agreement for Bringing Peace to Afghanistan");
        JsonPath tally = tally("");
        assertThat(browser.text(SECTION + " .figure .big")).contains(figure(tally.getInt("released.best")));
        List<String> conflicts = texts(SECTION + "-conflicts > .conflicts > li > p[lang]");
        assertThat(conflicts).containsExactlyElementsOf(tally.getList("conflicts.text"));
        assertThat(count(SECTION + " .wide-only a.point")).isGreaterThan(10);
        String report = tally.getString("conflicts[0].reports[0]");
        browser.follow(SECTION + "-conflict-1 a.ref");

        assertThat(path()).isEqualTo("/release-reports/" + report);
        JsonPath evidence = given().get("/api/v1/release-reports/" + report + "/evidence").jsonPath();
        assertThat(browser.text("blockquote.words")).contains(evidence.getString("quote.content"));
        assertThat(browser.text("main")).contains(evidence.getString("report.claimant.name"));
        browser.follow("a[href^='/documents/']");

        assertThat(path()).isEqualTo("/documents/" + evidence.getString("document.id"));
        assertThat(String.join(" ", texts("mark"))).contains(evidence.getString("quote.anchors[0].exact"));
    }

    @Test
    void figures_change_with_the_day_by_which_they_were_published_and_the_address_keeps_it() {
        List<String> shown = new ArrayList<>();
        for (String publishedBy : List.of("2020-06-02", "2020-07-12")) {
            go(AGREEMENT);
            browser.type("#on", "2020-05-31");
            browser.type("#publishedBy", publishedBy);
            browser.follow("form.switches button");
            assertThat(browser.evaluate("location.search").asText()).contains("on=2020-05-31")
                    .contains("publishedBy=" + publishedBy).doesNotContain("policy=");
            JsonPath tally = tally("?on=2020-05-31&publishedBy=" + publishedBy);
            assertThat(browser.text(SECTION + " .figure .big")).contains(figure(tally.getInt("released.best")));
            assertThat(browser.text(SECTION + " > p")).contains(figure(tally.getInt("released.low")))
                    .contains(figure(tally.getInt("released.high")));
            shown.add(browser.text(SECTION + " > p") + texts(SECTION + "-conflicts > .conflicts p[lang]"));
        }
        assertThat(shown.get(0)).isNotEqualTo(shown.get(1));

        awaitLoadAfter(() -> browser.type("#policy", "latest"));
        assertThat(browser.evaluate("document.querySelector('#policy').value").asText()).isEqualTo("latest");
        assertThat(browser.text(SECTION + " .figure .big"))
                .contains(figure(tally("?on=2020-05-31&publishedBy=2020-07-12&policy=latest").getInt("released.best")));
    }

    @Test
    void a_chart_can_be_taken_away_and_says_what_it_shows_where_from_and_when() {
        go(AGREEMENT + "?on=2020-08-01");
        String link = browser.evaluate("document.querySelector('" + SECTION + " a[download$=\".svg\"]').href").asText();
        String svg = given().get(link).then().statusCode(200).contentType("image/svg+xml").extract().asString();
        assertThat(svg).startsWith("<svg").contains("Taliban prisoners freed by").contains("Sources:")
                .contains("Parole, as recorded")
                .doesNotContain("<script").doesNotContain("style=");
        browser.open(link);
        assertThat(browser.evaluate("document.documentElement.tagName").asText()).isEqualTo("svg");
        String dark = given().get(link + "&theme=dark&width=600&height=400").asString();
        assertThat(dark).contains("width=\"600\"").contains("#11171d");
    }

    @Test
    void on_hover_and_focus_a_point_of_the_chart_says_who_gives_the_figure_and_in_which_words() {
        go(AGREEMENT);
        browser.evaluate("document.querySelector('" + SECTION + " .wide-only a.point').focus()");
        assertThat(browser.text(SECTION + " .tip")).isEqualTo(browser
                .evaluate("document.querySelector('" + SECTION + " .wide-only a.point').getAttribute('aria-label')")
                .asText())
                .contains("2020").contains("·");
        assertThat(browser.evaluate("document.querySelector('" + SECTION + " .tip').hidden").asBoolean()).isFalse();
    }

    @Test
    void an_editor_signs_in_pastes_marks_records_corrects_and_retracts() {
        browser.scripts(true);
        go("sign-in");
        browser.type("#key", StubbedServices.BOOTSTRAP_KEY);
        browser.follow("main form button");
        assertThat(path()).isEqualTo("/edit/document");
        assertThat(browser.cookies()).filteredOn(cookie -> cookie.path("name").asText().equals("parole-session"))
                .singleElement().satisfies(cookie -> {
                    assertThat(cookie.path("httpOnly").asBoolean()).isTrue();
                    assertThat(cookie.path("sameSite").asText()).isEqualTo("Strict");
                    assertThat(cookie.path("value").asText()).doesNotContain(StubbedServices.BOOTSTRAP_KEY);
                });
        String words = "The movement has freed 41 soldiers so far";
        browser.type("#url", "https://www.example.org/explorer/story");
        browser.type("#title", "Forty-one freed");
        browser.type("#outlet", "Example Herald");
        browser.type("#publishedAt", "2020-04-19");
        browser.type("#language", "en");
        browser.type("#text", "Kabul – Nothing new.\n“" + words + "”, said Jane Example 🕊 on Sunday.");
        browser.follow("button[value=mark]");

        browser.mark("[data-markable]", words);
        browser.until("document.querySelector('textarea#content').value !== ''");
        assertThat(browser.evaluate("document.querySelector('textarea#content').value").asText()).isEqualTo(words);
        browser.type("#speaker", "Jane Example");
        browser.type("#saidOn", "2020-04-19");
        browser.type("#figure", "41");
        browser.type("#comparator", "AT_LEAST");
        browser.type("#commitment", "us-taliban-2020-government-captives");
        browser.type("#sourceKind", "MEDIA");
        browser.type("#basis", "CUMULATIVE");
        browser.type("#eventOn", "2020-02-31");
        browser.follow("main form button:not([value])");
        // What the API refuses stands at the field, and nothing that was typed is lost.
        assertThat(browser.text("#eventOn-error")).isNotBlank();
        assertThat(browser.evaluate("document.querySelector('textarea#content').value").asText()).isEqualTo(words);
        browser.errors();
        browser.type("#eventOn", "2020-04-19");
        browser.follow("main form button:not([value])");
        String quote = browser.evaluate("document.querySelector('.note.good a[href^=\"/quotes/\"]').pathname").asText();
        String report = browser.evaluate("document.querySelector('.note.good a[href^=\"/release-reports/\"]').pathname")
                .asText();
        JsonPath recorded = given().get("/api/v1" + quote).jsonPath();
        assertThat(recorded.getString("content")).isEqualTo(words);
        assertThat(recorded.getString("verification.passage")).isEqualTo("EXACT");
        assertThat(recorded.getString("speaker.name")).isEqualTo("Jane Example");
        assertThat(given().get("/api/v1" + report).jsonPath().getInt("quantity.min")).isEqualTo(41);

        go(report.substring(1));
        browser.follow("main a[href^='/edit/']");
        browser.type("#figure", "42");
        browser.follow("main form button");
        assertThat(browser.text("#reason-error")).isNotBlank();
        browser.errors();
        browser.type("#reason", "The page was read again.");
        browser.follow("main form button");
        assertThat(path()).isEqualTo(report);
        assertThat(browser.text("h1")).contains("42");
        assertThat(browser.text("details ol.timeline")).contains("The page was read again.");

        browser.follow("main a[href^='/edit/']");
        browser.type("#retract-reason", "It was a test.");
        browser.follow("button.danger");
        assertThat(browser.text("h1")).isEqualTo("This was retracted");
        assertThat(browser.text("main")).contains("410");
        browser.errors();
        assertThat(given().get("/api/v1" + report).statusCode()).isEqualTo(410);

        // The quote stays, and another figure can rest on it.
        go(quote.substring(1));
        browser.follow("main a[href*='/report']");
        assertThat(browser.evaluate("document.querySelector('#eventOn').value").asText()).isEqualTo("2020-04-19");
        browser.follow("main form button");
        assertThat(browser.text("#figure-error")).contains("must be given");
        browser.errors();
        browser.type("#figure", "41");
        browser.type("#commitment", "us-taliban-2020-government-captives");
        browser.type("#sourceKind", "MEDIA");
        browser.type("#basis", "CUMULATIVE");
        browser.follow("main form button");
        assertThat(path()).startsWith("/release-reports/");
        JsonPath second = given().get("/api/v1" + path()).jsonPath();
        assertThat(second.getString("evidence.quoteId")).isEqualTo(quote.substring("/quotes/".length()));
        assertThat(second.getString("claimant.name")).isEqualTo("Jane Example");
        assertThat(second.getInt("quantity.max")).isEqualTo(41);
        browser.follow("form[action='/sign-out'] button");
        assertThat(browser.text(".masthead nav")).contains("Sign in");
        assertThat(browser.cookies()).noneMatch(cookie -> cookie.path("name").asText().equals("parole-session"));
    }

    @Test
    void whatever_a_name_a_title_or_a_quote_contains_stays_text_on_every_page() {
        ExplorerStory story = ExplorerStory.record();
        for (String page : List.of("?", AGREEMENT, "agreements/hostile-2020", "exchanges/hostile-swap",
                "quotes/" + story.quote, "documents/" + story.document, "speakers/" + story.speaker,
                "release-reports/" + story.report, "search?q=freed+100", "compare?commitment=hostile-captives",
                "tallies/hostile-captives/embed", "agreements/hostile-2020?lang=de")) {
            go(page);
            assertThat(browser.evaluate("document.title").asText()).as(page).isNotEqualTo("hacked");
            assertThat(count("img[onerror], svg[onload], script:not([src]), style, [style], iframe")).as(page).isZero();
            if (page.contains("hostile") || page.contains("/0")) {
                assertThat(browser.evaluate("document.body.textContent.includes('{7*7}{{7*7}}${7*7}</textarea>')")
                        .asBoolean()).as(page).isTrue();
            }
        }
        go("quotes/" + story.quote);
        assertThat(browser.text("blockquote.words"))
                .contains("They freed 100 of us " + ExplorerStory.HOSTILE.substring(0, 30));
        assertThat(browser.text("h1")).contains("Speaker " + ExplorerStory.HOSTILE.substring(0, 30));
        go("agreements/hostile-2020");
        assertThat(browser.text("h1")).contains(ExplorerStory.HOSTILE.substring(0, 30));
        assertThat(count(".wide-only a.point")).isPositive();
        browser.open(root + "tallies/hostile-captives/chart.svg");
        assertThat(count("img, script, [onload]")).isZero();
        assertThat(browser.evaluate("document.title").asText()).doesNotStartWith("hacked");
        given().get("/agreements/hostile-2020/feed.atom").then().statusCode(200)
                .body("feed.entry.size()", org.hamcrest.Matchers.greaterThan(3));
    }

    @Test
    void axe_finds_no_barrier_on_any_page_in_light_and_dark_and_nothing_is_wider_than_320_pixels() {
        List<String> wrong = new ArrayList<>();
        for (String page : pages()) {
            browser.prefer("light");
            go(page);
            browser.barriers().forEach(barrier -> wrong.add(page + ": " + barrier));
            browser.prefer("dark");
            browser.barriersOfColour().forEach(barrier -> wrong.add(page + " in the dark: " + barrier));
            browser.resize(NARROW, 800);
            if (browser.evaluate("document.documentElement.scrollWidth").asInt() > NARROW) {
                wrong.add(page + " is wider than " + NARROW + " pixels");
            }
            browser.resize(WIDE, 900);
        }
        go("nothing/here");
        browser.barriers().forEach(barrier -> wrong.add("404: " + barrier));
        browser.errors();
        assertThat(wrong).isEmpty();
    }

    /** One of each kind, in both languages. */
    private Stream<String> all() {
        JsonPath tally = tally("");
        String report = tally.getString("conflicts[0].reports[0]");
        JsonPath evidence = given().get("/api/v1/release-reports/" + report + "/evidence").jsonPath();
        return Stream.of("?", AGREEMENT, "exchanges/afghanistan-november-2019", "release-reports/" + report,
                "quotes/" + evidence.getString("quote.id"), "documents/" + evidence.getString("document.id"),
                "speakers/" + evidence.getString("quote.speaker.id"), "search?q=prisoners&lang=de",
                "compare?commitment=" + PRISONERS + "&aOn=2020-05-31&bOn=2020-07-31", "sign-in",
                "tallies/" + PRISONERS + "/embed");
    }

    private List<String> pages() {
        return all().toList();
    }

    @Test
    void everything_can_be_read_and_switched_without_scripts() {
        browser.scripts(false);
        for (String page : pages()) {
            go(page);
            assertThat(browser.text("body")).as(page).hasSizeGreaterThan(100);
        }
        go("?");
        browser.type(".hero input[type=search]", "prisoners");
        browser.follow(".hero form button");
        assertThat(texts("#found-quotes")).isNotEmpty();
        assertThat(count("blockquote")).isGreaterThan(3);
        go(AGREEMENT);
        browser.type("#publishedBy", "2020-06-02");
        browser.follow("form.switches button");
        assertThat(browser.text(SECTION + " .figure .big"))
                .contains(figure(tally("?publishedBy=2020-06-02").getInt("released.best")));
        assertThat(count(SECTION + " table tbody tr")).isGreaterThan(5);
    }

    @Test
    void with_a_service_down_pages_show_what_is_there_and_name_what_is_missing() {
        String document = given().get("/api/v1/quotes?agreement=us-taliban-2020&limit=1").jsonPath()
                .getString("items[0].document.id");
        relay.close();
        try {
            go("?");
            assertThat(browser.text("[role=status]")).contains("agreements");
            assertThat(count("[aria-labelledby=newest-quotes] blockquote")).isPositive();
            assertThat(browser.text("main")).doesNotContain("No commitment");
            go("documents/" + document);
            assertThat(count("mark")).isPositive();
            go(AGREEMENT);
            assertThat(browser.text("h1")).isEqualTo("This cannot be had now");
            assertThat(browser.text("main")).contains("503");
            browser.errors();
        } finally {
            relay = RealServices.relay();
        }
    }

    @Test
    void without_the_quote_service_an_agreement_keeps_its_figures_and_names_what_is_missing() {
        String quote = given().get("/api/v1/quotes?agreement=us-taliban-2020&limit=1").jsonPath()
                .getString("items[0].id");
        String best = figure(tally("").getInt("released.best"));
        RealServices.kill("quote-service");
        try {
            go(AGREEMENT);
            assertThat(browser.text(SECTION + " .figure .big")).contains(best);
            assertThat(browser.text("[role=status]")).contains("quotes");
            go("quotes/" + quote);
            assertThat(browser.text("h1")).isEqualTo("This cannot be had now");
            assertThat(browser.text("main")).contains("503").doesNotContain("not on record");
            browser.errors();
        } finally {
            RealServices.start("quote-service");
            RealServices.awaitReady("quote-service");
            // The breaker leaves it alone for a moment, and only a page that needs it tells when that is over.
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> given().accept("text/html").get("/quotes/" + quote).statusCode() == 200);
        }
    }

    private void go(String page) {
        browser.open(root + (page.equals("?") ? "" : page));
    }

    private void awaitLoadAfter(Runnable going) {
        browser.evaluate("document.documentElement.dataset.old = 'yes'");
        going.run();
        browser.until("document.readyState === 'complete' && !document.documentElement.dataset.old");
    }

    private static JsonPath tally(String parameters) {
        return given().get("/api/v1/tallies/" + PRISONERS + parameters).jsonPath();
    }

    private static String figure(int number) {
        return String.format("%,d", number);
    }

    private static String path() {
        return browser.evaluate("location.pathname").asText();
    }

    private static int count(String selector) {
        return browser.evaluate("document.querySelectorAll(" + quoted(selector) + ").length").asInt();
    }

    private static List<String> texts(String selector) {
        JsonNode found = browser.evaluate("[...document.querySelectorAll(" + quoted(selector)
                + ")].map(element => element.textContent)");
        List<String> all = new ArrayList<>();
        found.forEach(text -> all.add(text.asText()));
        return all;
    }

    private static String quoted(String text) {
        return '\'' + text.replace("\\", "\\\\").replace("'", "\\'") + '\'';
    }
}
