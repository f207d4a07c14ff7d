package org.parole.gateway.real;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.gateway.testing.StubbedServices;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The pages as an attacker meets them, and what they answer to wrong addresses, parameters and keys. */
@QuarkusTest
@TestProfile(RealServicesTest.WithRealServices.class)
class ExplorerSafetyTest extends RelayedTest {

    private static final String SESSION = "parole-session";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @TestHTTPResource("/")
    URL root;

    @BeforeEach
    void begin() {
        Sample.loadOnce();
        Sample.awaitWhole();
    }

    private static RequestSpecification browser() {
        return given().redirects().follow(false).header("Accept", "text/html,*/*;q=0.8");
    }

    private String origin() {
        return root.toString().replaceAll("/$", "");
    }

    private RequestSpecification own() {
        return browser().header("Origin", origin()).contentType("application/x-www-form-urlencoded");
    }

    private Cookie signIn(String key) {
        Response response = own().formParam("key", key).post("/sign-in");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(303);
        return response.getDetailedCookie(SESSION);
    }

    private static String token(Cookie session) {
        Matcher token = TOKEN.matcher(browser().cookie(session).get("/edit/document").asString());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static String key(String role) {
        return made(role).get("secret");
    }

    private static Map<String, String> made(String role) {
        Response response = given().header("Authorization", "Bearer " + StubbedServices.BOOTSTRAP_KEY)
                .contentType("application/json")
                .body("{\"name\":\"explorer-" + role + '-' + UUID.randomUUID() + "\",\"role\":\"" + role + "\"}")
                .post("/api/v1/keys");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return Map.of("secret", response.jsonPath().getString("secret"), "id",
                response.jsonPath().getString("key.id"));
    }

    private static String someReport() {
        return given().get("/api/v1/release-reports?agreement=us-taliban-2020&limit=1").jsonPath()
                .getString("items[0].id");
    }

    @Test
    void a_session_is_a_cookie_that_scripts_cannot_read_and_other_sites_do_not_send() {
        Response response = own().formParam("key", key("editor")).post("/sign-in");
        assertThat(response.header("Location")).endsWith("/edit/document?lang=en");
        assertThat(response.header("Set-Cookie")).containsIgnoringCase("HttpOnly").contains("SameSite=Strict")
                .contains("Path=/")
                .doesNotContain("Domain");
        Cookie session = response.getDetailedCookie(SESSION);
        Response page = browser().cookie(session).get("/edit/document");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void the_key_is_in_no_page_no_address_and_no_cookie_as_it_is() {
        String key = key("editor");
        Response signedIn = own().formParam("key", key).post("/sign-in");
        assertThat(signedIn.headers().toString()).doesNotContain(key);
        Cookie session = signedIn.getDetailedCookie(SESSION);
        for (String page : List.of("/", "/edit/document", "/agreements/us-taliban-2020", "/sign-in")) {
            assertThat(browser().cookie(session).get(page).asString()).as(page).doesNotContain(key);
        }
        String wrong = key.substring(0, key.length() - 6) + "abcdef";
        Response refused = own().formParam("key", wrong).post("/sign-in");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.asString()).contains("key-error").doesNotContain(wrong);
        assertThat(refused.header("Cache-Control")).contains("no-store");
        // In an address it is not even looked at.
        Response inAddress = own().post("/sign-in?key=" + key);
        assertThat(inAddress.statusCode()).isEqualTo(400);
        assertThat(inAddress.asString()).doesNotContain(key);
    }

    @Test
    void each_sign_in_begins_another_session_whatever_cookie_came_with_it() {
        String key = key("editor");
        Cookie planted = signIn(key);
        Response again = own().cookie(planted).formParam("key", key).post("/sign-in");
        Cookie session = again.getDetailedCookie(SESSION);
        assertThat(session.getValue()).isNotEqualTo(planted.getValue());
        assertThat(token(session)).isNotEqualTo(token(planted));
        // A token of the one is none for the other.
        assertThat(own().cookie(session).formParam("token", token(planted)).post("/edit/document").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_cookie_that_was_changed_or_made_up_is_nobodys() {
        String value = signIn(key("editor")).getValue();
        char other = value.charAt(20) == 'A' ? 'B' : 'A';
        for (String made : List.of("", "x", "parole_0123", value.substring(0, 40),
                value.substring(0, 20) + other + value.substring(21), "A".repeat(5_000))) {
            Response page = browser().header("Cookie", SESSION + '=' + made).get("/edit/document");
            assertThat(page.statusCode()).as(made).isEqualTo(401);
            assertThat(browser().header("Cookie", SESSION + '=' + made).get("/").asString()).contains("/sign-in");
        }
    }

    @Test
    void the_api_takes_no_session() {
        Cookie session = signIn(key("admin"));
        given().cookie(session).contentType("application/json").body("{}").post("/api/v1/outlets").then()
                .statusCode(401);
        given().cookie(session).get("/api/v1/keys").then().statusCode(401);
    }

    @Test
    void a_form_without_the_token_of_its_session_changes_nothing() {
        String report = someReport();
        Cookie session = signIn(key("editor"));
        for (String path : List.of("/edit/document", "/edit/release-reports/" + report,
                "/edit/release-reports/" + report + "/retract")) {
            for (String token : List.of("", "wrong", token(signIn(key("editor"))))) {
                Response answer = own().cookie(session).formParam("token", token).formParam("reason", "x").post(path);
                assertThat(answer.statusCode()).as(path + ' ' + token).isEqualTo(403);
            }
        }
        given().get("/api/v1/release-reports/" + report).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"Origin,https://evil.example", "Origin,null", "Origin,http://localhost.evil.example",
            "Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site", "Sec-Fetch-Site,none"})
    void a_form_from_another_site_is_refused_even_with_everything_right(String header, String value) {
        String report = someReport();
        String key = key("editor");
        Cookie session = signIn(key);
        String token = token(session);
        RequestSpecification foreign = browser().header(header, value).contentType("application/x-www-form-urlencoded");
        assertThat(foreign.cookie(session).formParam("token", token).formParam("reason", "x")
                .post("/edit/release-reports/" + report + "/retract").statusCode()).isEqualTo(403);
        // Nor may another site sign somebody in with a key of its own, or out.
        assertThat(browser().header(header, value).contentType("application/x-www-form-urlencoded")
                .formParam("key", key).post("/sign-in").statusCode()).isEqualTo(403);
        assertThat(browser().header(header, value).contentType("application/x-www-form-urlencoded").cookie(session)
                .post("/sign-out").statusCode()).isEqualTo(403);
        given().get("/api/v1/release-reports/" + report).then().statusCode(200);
    }

    @Test
    void no_address_in_a_form_or_a_parameter_leads_to_another_site() {
        String key = key("editor");
        for (String to : List.of("?to=https://evil.example", "?next=//evil.example")) {
            Response refused = own().formParam("key", key).post("/sign-in" + to);
            assertThat(refused.statusCode()).as(to).isEqualTo(400);
            assertThat(refused.header("Set-Cookie")).as(to).isNull();
        }
        assertThat(own().formParam("key", key).post("/sign-in?lang=//evil.example").header("Location"))
                .isEqualTo(origin() + "/edit/document?lang=en");
        assertThat(browser().get("/tallies/..%2F..%2Fevil/embed").statusCode()).isIn(400, 404);
        assertThat(browser().queryParam("url", "https://evil.example/tallies/x/embed").get("/oembed").statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_may_read_or_add_may_not_correct_and_is_told_so() {
        String report = someReport();
        Cookie reader = signIn(key("reader"));
        assertThat(browser().cookie(reader).get("/edit/document").statusCode()).isEqualTo(403);
        assertThat(browser().cookie(reader).get("/").asString()).doesNotContain("/edit/");
        Cookie contributor = signIn(key("contributor"));
        String token = token(contributor);
        assertThat(browser().cookie(contributor).get("/release-reports/" + report).asString())
                .doesNotContain("/edit/release");
        Response refused = own().cookie(contributor).formParam("token", token).formParam("reason", "x")
                .post("/edit/release-reports/" + report + "/retract");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.contentType()).startsWith("text/html");
        assertThat(refused.asString()).contains("editor");
        assertThat(browser().get("/edit/document").statusCode()).isEqualTo(401);
        given().get("/api/v1/release-reports/" + report).then().statusCode(200);
    }

    @Test
    void a_key_that_is_revoked_ends_its_sessions_and_its_holder_can_still_leave() {
        Map<String, String> made = made("editor");
        Cookie session = signIn(made.get("secret"));
        String token = token(session);
        given().header("Authorization", "Bearer " + StubbedServices.BOOTSTRAP_KEY)
                .delete("/api/v1/keys/" + made.get("id")).then().statusCode(204);
        assertThat(browser().cookie(session).get("/edit/document").statusCode()).isEqualTo(401);
        assertThat(own().cookie(session).formParam("token", token).post("/edit/document").statusCode()).isEqualTo(401);
        assertThat(browser().cookie(session).get("/").asString()).contains("/sign-in").doesNotContain("/sign-out");
        assertThat(own().formParam("key", made.get("secret")).post("/sign-in").statusCode()).isEqualTo(403);
        Response out = own().cookie(session).post("/sign-out");
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(own().cookie(session).formParam("key", key("editor")).post("/sign-in").statusCode()).isEqualTo(303);
    }

    @Test
    void a_broken_form_is_told_at_the_form_and_breaks_nothing() {
        String report = someReport();
        Cookie session = signIn(key("editor"));
        String token = token(session);
        for (String etag : List.of("", "\"old\"", "x", "\"a\"\r\nX-Injected: yes", "\u00e9")) {
            Response answer = own().cookie(session).formParam("token", token).formParam("etag", etag)
                    .formParam("reason", "x").formParam("note", "changed").post("/edit/release-reports/" + report);
            assertThat(answer.statusCode()).as(etag).isIn(412, 422, 428);
            assertThat(answer.asString()).contains("role=\"alert\"");
        }
        assertThat(own().cookie(session).formParam("token", token).formParam("etag", "x").formParam("reason", "x")
                .post("/edit/outlets/" + report).statusCode()).isEqualTo(404);
        assertThat(own().cookie(session).body("%zz=%").post("/edit/document").statusCode()).isBetween(400, 499);
    }

    @Test
    void what_stands_in_a_field_of_a_form_comes_back_as_text() {
        Cookie session = signIn(key("editor"));
        RequestSpecification form = own().cookie(session).formParam("token", token(session));
        for (String field : List.of("url", "title", "outlet", "publishedAt", "language", "kind", "textKind")) {
            form.formParam(field, ExplorerStory.HOSTILE);
        }
        String pasted = form.post("/edit/document").asString();
        assertThat(pasted).doesNotContain("<img src=x").doesNotContain("<script>document").contains("&lt;img src=x");
        RequestSpecification marking = own().cookie(session).formParam("token", token(session));
        for (String field : List.of("url", "title", "outlet", "publishedAt", "language", "kind", "textKind", "text",
                "content", "speaker", "role", "saidOn", "agreement", "figure", "wording", "eventOn", "start", "end",
                "request", "comparator", "speakerKind")) {
            marking.formParam(field, ExplorerStory.HOSTILE);
        }
        Response marked = marking.formParam("step", "record").post("/edit/document");
        assertThat(marked.statusCode()).isBetween(400, 499);
        assertThat(marked.asString()).doesNotContain("<img src=x").doesNotContain("<script>document")
                .contains("&lt;img src=x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/agreements/not-there", "/exchanges/not-there",
            "/quotes/00000000-0000-7000-8000-000000000000", "/release-reports/00000000-0000-7000-8000-000000000000",
            "/documents/00000000-0000-7000-8000-000000000000", "/speakers/00000000-0000-7000-8000-000000000000",
            "/quotes/no-uuid", "/tallies/not-there/embed", "/compare/x"})
    void what_is_not_there_gets_a_page_that_says_so_and_programs_get_a_problem(String path) {
        Response page = browser().redirects().follow(true).get(path);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).contains("There is no such page or record").contains("href=\"/?lang=en\"");
        Response problem = given().header("Accept", "application/json").get(path);
        assertThat(problem.statusCode()).isIn(404, 406);
        assertThat(problem.contentType()).startsWith("application/problem+json");
    }

    @Test
    void what_was_retracted_says_so_and_can_be_read_as_it_was() {
        String speaker = Sample.post("/api/v1/speakers", UUID.randomUUID().toString(),
                "{\"name\":\"Retracted " + UUID.randomUUID() + "\",\"kind\":\"PERSON\"}").jsonPath().getString("id");
        String recorded = given().get("/api/v1/speakers/" + speaker).jsonPath().getString("recordedAt");
        String etag = given().get("/api/v1/speakers/" + speaker).header("ETag");
        given().header("Authorization", "Bearer " + StubbedServices.BOOTSTRAP_KEY).header("If-Match", etag)
                .delete("/api/v1/speakers/" + speaker + "?reason=test").then().statusCode(204);
        Response page = browser().get("/speakers/" + speaker);
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.asString()).contains("This was retracted");
        assertThat(browser().get("/speakers/" + speaker + "?asOf=" + recorded).statusCode()).isEqualTo(200);
    }

    @Test
    void fields_that_a_form_sends_empty_count_as_not_given() {
        for (String page : List.of("/search?q=Taliban&kind=&speaker=&cursor=",
                "/agreements/us-taliban-2020?policy=&on=&publishedBy=&asOf=&direction=",
                "/compare?commitment=us-taliban-2020-taliban-prisoners&aOn=2020-05-31&bOn=&aPolicy=")) {
            Response shown = browser().get(page);
            assertThat(shown.statusCode()).as(page + ": " + shown.asString()).isEqualTo(200);
        }
        Response refused = given().get("/api/v1/search?q=");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].detail")).isEqualTo("must not be empty");
    }

    @Test
    void a_merged_speakers_page_and_feed_lead_to_the_one_it_is_now() {
        String one = person("Merged Example");
        String two = person("Kept Example");
        given().header("Authorization", "Bearer " + StubbedServices.BOOTSTRAP_KEY)
                .header("If-Match", given().get("/api/v1/speakers/" + one).header("ETag"))
                .contentType("application/json").body("{\"into\":\"" + two + "\",\"reason\":\"the same\"}")
                .post("/api/v1/speakers/" + one + "/merge").then().statusCode(org.hamcrest.Matchers.lessThan(300));
        Response page = browser().get("/speakers/" + one);
        assertThat(page.statusCode()).isEqualTo(308);
        assertThat(page.header("Location")).endsWith("/speakers/" + two);
        assertThat(browser().get("/speakers/" + one + "/feed.atom").header("Location"))
                .endsWith("/speakers/" + two + "/feed.atom");
    }

    private static String person(String name) {
        return Sample.post("/api/v1/speakers", UUID.randomUUID().toString(),
                "{\"name\":\"" + name + ' ' + UUID.randomUUID() + "\",\"kind\":\"PERSON\"}").jsonPath().getString("id");
    }

    @ParameterizedTest
    @CsvSource({"policy,best", "on,2020-13-01", "publishedBy,yesterday", "asOf,1"})
    void a_wrong_parameter_is_named_at_its_control(String name, String value) {
        for (String path : List.of("/agreements/us-taliban-2020", "/exchanges/afghanistan-november-2019")) {
            Response page = browser().queryParam(name, value).get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(400);
            assertThat(page.asString()).contains("id=\"" + name + "-error\"").containsPattern(
                    "id=\"" + name + "\"[^>]*aria-invalid=\"true\"|aria-invalid=\"true\"[^>]*id=\"" + name + "\"");
        }
        assertThat(browser().queryParam(name, value).get("/tallies/us-taliban-2020-taliban-prisoners/chart.svg")
                .statusCode()).isEqualTo(400);
        Response compared = browser().queryParam("commitment", "us-taliban-2020-taliban-prisoners")
                .queryParam("aOn", "2020-05-31")
                .queryParam("b" + Character.toUpperCase(name.charAt(0)) + name.substring(1), value).get("/compare");
        assertThat(compared.asString()).contains("class=\"error\"");
    }

    @Test
    void a_page_that_has_not_changed_is_not_sent_again() {
        for (String path : List.of("/", "/agreements/us-taliban-2020", "/search?q=prisoners",
                "/tallies/us-taliban-2020-taliban-prisoners/chart.svg", "/agreements/us-taliban-2020/feed.atom")) {
            Response first = browser().get(path);
            assertThat(first.statusCode()).as(path).isEqualTo(200);
            Response again = browser().header("If-None-Match", first.header("ETag")).get(path);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
        }
        Response german = browser().header("Accept-Language", "de").get("/");
        assertThat(german.header("ETag")).isNotEqualTo(browser().get("/").header("ETag"));
        assertThat(german.asString()).contains("lang=\"de\"");
    }

    @Test
    void a_feed_has_what_was_recorded_last_first_also_where_there_is_more_than_a_list_shows() {
        String slug = "feed-" + UUID.randomUUID();
        created("/api/v1/agreements", "{\"slug\":\"" + slug + "\",\"title\":\"Feed\",\"boundParties\":[\"taliban\","
                + "\"afghan-government\"],\"signatories\":[\"taliban\"],\"signedOn\":\"2020-02-29\"}");
        created("/api/v1/commitments", "{\"slug\":\"" + slug + "\",\"agreement\":\"" + slug + "\",\"releasingParty\":"
                + "\"taliban\",\"receivingParty\":\"afghan-government\",\"category\":\"captives\"}");
        StringBuilder reports = new StringBuilder();
        for (int i = 1; i <= 210; i++) {
            reports.append(i == 1 ? "" : ",").append(report(slug, 1_000 + i, "2021-01-01"));
        }
        created("/api/v1/intake", "{\"document\":{\"url\":\"https://www.example.org/" + slug + "\",\"title\":\"Feed\","
                + "\"outlet\":{\"name\":\"Example Herald\",\"kind\":\"NEWSPAPER\"},\"publishedAt\":\"2021-01-02\","
                + "\"language\":\"en\"},\"releaseReports\":[" + reports + "]}");
        // Happened first, recorded last.
        created("/api/v1/release-reports", report(slug, 7, "2020-03-01").replace("\"label\":\"r7\",", "")
                .replace("\"stage\"", "\"publishedAt\":\"2021-01-03\",\"outlet\":\"Example Herald\",\"stage\""));
        Response feed = given().get("/agreements/" + slug + "/feed.atom");
        assertThat(feed.contentType()).startsWith("application/atom+xml");
        List<String> titles = feed.xmlPath().getList("feed.entry.title", String.class);
        assertThat(titles).hasSize(50);
        assertThat(titles.get(0)).startsWith("7, says Somebody 7");
        assertThat(feed.xmlPath().getString("feed.updated"))
                .isEqualTo(feed.xmlPath().getString("feed.entry[0].updated"));
    }

    private static String report(String slug, int figure, String day) {
        return "{\"label\":\"r" + figure + "\",\"commitment\":\"" + slug + "\",\"claimant\":{\"name\":\"Somebody "
                + figure
                + "\"},\"sourceKind\":\"MONITOR\",\"stage\":\"REPORTED\",\"basis\":\"CUMULATIVE\",\"eventOn\":\"" + day
                + "\",\"quantity\":{\"comparator\":\"EXACTLY\",\"min\":" + figure + ",\"max\":" + figure
                + ",\"wording\":\"" + figure + "\"}}";
    }

    private static void created(String path, String body) {
        Response response = Sample.post(path, UUID.randomUUID().toString(), body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    }
}
