package org.parole.quote.speaker;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.documentBody;
import static org.parole.quote.support.Api.etag;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.outlet;
import static org.parole.quote.support.Api.patch;
import static org.parole.quote.support.Api.post;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.retract;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.speakerBody;
import static org.parole.quote.support.Api.unique;
import static org.parole.quote.support.Api.with;
import static org.parole.quote.support.Problems.assertInvalidBody;
import static org.parole.quote.support.Problems.assertInvalidParameter;
import static org.parole.quote.support.Problems.assertProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SpeakerTest {

    @Test
    void keeps_other_names_and_roles_over_time() {
        String council = created("/speakers", Map.of("name", "National Security Council " + unique(), "kind",
                "ORGANISATION")).getString("id");
        JsonPath speaker = created("/speakers", with(speakerBody(), "aliases", List.of("Javed Faisal", "جاوید فیصل"),
                "wikidataId", "Q42", "speaksFor", council, "roles",
                List.of(Map.of("title", "spokesman", "party", "afghan-government", "from", "2019", "to", "2021-08"))));
        assertThat(speaker.getList("aliases", String.class)).containsExactly("Javed Faisal", "جاوید فیصل");
        assertThat(speaker.getString("speaksFor")).isEqualTo(council);
        assertThat(speaker.getString("roles[0].title")).isEqualTo("spokesman");
        assertThat(speaker.getString("roles[0].party")).isEqualTo("afghan-government");
        assertThat(speaker.getString("roles[0].from")).isEqualTo("2019");
        assertThat(speaker.getString("roles[0].to")).isEqualTo("2021-08");
        assertProblem(retract("/speakers/" + council), 409, "conflict");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"name | - | /name | must not be blank",
            "kind | PEOPLE | /kind | PERSON, ORGANISATION, GROUP, ANONYMOUS",
            "wikidataId | 42 | /wikidataId | Wikidata",
            "party | The Party | /party | slug",
            "speaksFor | 0190163d-8694-739b-aea5-966c26f8ad91 | /speaksFor | is not the id"})
    void bad_fields_are_named(String field, String value, String pointer, String detail) {
        assertInvalidBody(post("/speakers", with(speakerBody(), field, value)), pointer, detail);
    }

    @Test
    void bad_parts_are_named() {
        assertInvalidBody(post("/speakers", with(speakerBody(), "aliases", List.of("a", " "))), "/aliases/1",
                "must not be blank");
        assertInvalidBody(post("/speakers", with(speakerBody(), "roles", List.of(Map.of("from", "2019")))),
                "/roles/0/title", "must not be blank");
        assertInvalidBody(post("/speakers",
                with(speakerBody(), "roles", List.of(Map.of("title", "x", "from", "2021", "to", "2019")))),
                "/roles/0/to", "must not be before from");
        String id = speaker();
        assertInvalidBody(patch("/speakers/" + id, Map.of("speaksFor", id)), "/speaksFor", "must be another");
    }

    @Test
    void filters_combine() {
        String party = "party-" + unique();
        String person = created("/speakers", with(speakerBody(), "party", party)).getString("id");
        String group = created("/speakers", with(speakerBody(), "party", party, "kind", "GROUP")).getString("id");
        assertThat(get("/speakers?party=" + party).getList("items.id", String.class)).containsExactly(person, group);
        assertThat(get("/speakers?kind=GROUP&party=" + party).getList("items.id", String.class)).containsExactly(group);
    }

    @Test
    void the_party_of_a_quote_is_the_one_spoken_for_then() {
        String before = "party-" + unique();
        String after = "party-" + unique();
        String own = "party-" + unique();
        String speaker = created("/speakers", with(speakerBody(), "party", own, "roles",
                List.of(Map.of("title", "minister", "party", before, "to", "2020-03"),
                        Map.of("title", "adviser", "from", "2020-04-01"),
                        Map.of("title", "negotiator", "party", after, "from", "2020-04-08", "to", "2020"))))
                .getString("id");
        Map<String, String> said = new TreeMap<>();
        for (String day : List.of("2020-03-31", "2020-04-07", "2020-04-08", "2020-12-31", "2021-01-01")) {
            String document = created("/documents", with(documentBody(outlet()), "publishedAt", "2021-02-01"))
                    .getString("id");
            said.put(day, created("/quotes", with(quoteBody(document, speaker), "saidOn", day, "content",
                    "On " + day + " we said something else")).getString("id"));
        }
        assertThat(quotesOf(before)).containsExactly(said.get("2020-03-31"));
        assertThat(quotesOf(own)).containsExactly(said.get("2021-01-01"), said.get("2020-04-07"));
        assertThat(quotesOf(after)).containsExactly(said.get("2020-12-31"), said.get("2020-04-08"));
        assertThat(get("/quotes/" + said.get("2020-04-08")).getString("speaker.party")).isEqualTo(after);
        assertThat(get("/quotes/" + said.get("2021-01-01")).getString("speaker.party")).isEqualTo(own);
        assertThat(get("/quotes/facets?speaker=" + speaker).getList("facets.party.value", String.class))
                .containsExactlyInAnyOrder(before, after, own);
        assertThat(get("/quotes/facets?speaker=" + speaker).getList("facets.party.count", Integer.class))
                .containsExactly(2, 2, 1);
        assertThat(get("/quotes/facets?party=" + own + "&speaker=" + speaker).getInt("total")).isEqualTo(2);
    }

    private static List<String> quotesOf(String party) {
        return get("/quotes?party=" + party).getList("items.id", String.class);
    }

    @Test
    void the_role_as_given_then_stays_whatever_happens_to_the_speaker() {
        String speaker = speaker();
        String quote = "/quotes/" + created("/quotes", quoteBody(document(), speaker)).getString("id");
        patch("/speakers/" + speaker, Map.of("name", "Another Name")).then().statusCode(200);
        assertThat(get(quote).getString("speaker.name")).isEqualTo("Another Name");
        assertThat(get(quote).getString("role")).isEqualTo("a spokesman for the National Security Council in Kabul");
        assertProblem(retract("/speakers/" + speaker), 409, "conflict");
    }

    @Test
    void unknown_speakers_are_not_found() {
        assertProblem(given().get("/api/v1/speakers/" + UUID.randomUUID()), 404, "not-found");
    }

    private static Response merge(String loser, String winner) {
        return as("editor").header("If-Match", etag("/speakers/" + loser)).contentType(ContentType.JSON)
                .body(Map.of("into", winner, "reason", "one person")).post("/api/v1/speakers/" + loser + "/merge");
    }

    private static String named(String name, String kind) {
        return created("/speakers", Map.of("name", name, "kind", kind)).getString("id");
    }

    @Test
    void similar_names_are_found() {
        String id = created("/speakers", Map.of("name", "Zhavid Zarghun", "kind", "PERSON", "aliases",
                List.of("زاوید زرغون", "Zabihullah Qarghi", "Жавид Заргун"))).getString("id");
        for (String name : List.of("Zhaved Zarghun", "zhavid zarghun", "Zhavíd Zarghun", "Zabiullah Qarghi",
                "زاويد زرغون",
                "زاوید ضرغون", "زوید زرغون", "Жавед Заргун", "Заргун Жавид", "Zarghun, Zhavid")) {
            assertThat(given().queryParam("name", name).get("/api/v1/speakers").jsonPath().getList("items.id",
                    String.class)).as(name).startsWith(id);
        }
        assertThat(get("/speakers?name=Xyzzy Plugh").getList("items")).isEmpty();
        assertThat(get("/speakers?name=Zhaved Zarghun&kind=GROUP").getList("items")).isEmpty();
    }

    /** All that a list has, page by page. */
    private static List<Object> allPages(String path, String field) {
        var all = new ArrayList<Object>();
        JsonPath page = get(path);
        while (true) {
            all.addAll(page.getList(field));
            if (page.getString("next") == null) {
                return all;
            }
            page = get(path + "&cursor=" + page.getString("next"));
        }
    }

    /** A case for each kind of difference, with names that nobody else here has. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Qari Yusuf Zarmani | Qari Yousuf Zarmany | OTHER_SPELLING",
            "Golboddin Kharotar | Gulbuddin Kharotar | OTHER_SPELLING",
            "Volodymyr Tymchuk | Vladimir Timchuk | OTHER_SPELLING",
            "Dmytro Hrynevych | Дмитро Гриневич | OTHER_SCRIPT", "Mahmoud Zaqout | محمود زقوت | OTHER_SCRIPT",
            "Ronit Shalev | רונית שלו | OTHER_SCRIPT", "Yang Wenzhao | 杨文昭 | OTHER_SCRIPT",
            "Horváth Bálint | Bálint Horváth | WORD_ORDER", "Dr. Nilufar Ravshan | Nilufar Ravshan | TITLE_OR_PARTICLE",
            "van der Stroom | Willemijn van der Stroom | SHORTER_NAME"})
    void names_are_one_across_spellings_and_scripts(String one, String other, String reason) {
        String first = named(one, "PERSON");
        String second = named(other, "PERSON");
        JsonPath pair = get("/speakers/possible-duplicates?speaker=" + first);
        assertThat(pair.getList("items.second.id", String.class)).contains(second);
        assertThat(pair.getString("items.find{it.second.id=='" + second + "'}.reason")).isEqualTo(reason);
        assertThat(pair.getFloat("items.find{it.second.id=='" + second + "'}.score")).isBetween(0.6f, 0.995f);
        for (String name : List.of(one, other)) {
            JsonPath found = given().queryParam("name", name).get("/api/v1/speakers").jsonPath();
            assertThat(found.getList("items.id", String.class)).as(name).contains(first, second);
            assertThat(found.getString("items[0].match.reason")).isEqualTo("SAME_NAME");
            assertThat(found.getString("items.find{it.id=='" + (name.equals(one) ? second : first)
                    + "'}.match.reason")).isEqualTo(reason);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Hamza Delawari | Hamida Delawari", "Farooq bin Zayani | Zayani bin Farooq",
            "Hassan Tarabulsi | Hussein Tarabulsi", "Zabolski | Igor Zabolski", "Ivan Petlyakov | Ivana Petlyakova"})
    void two_people_with_similar_names_stay_two(String one, String other) {
        String first = named(one, "PERSON");
        named(other, "PERSON");
        assertThat(get("/speakers/possible-duplicates?speaker=" + first).getList("items")).isEmpty();
    }

    @Test
    void a_part_of_a_name_finds_it() {
        String id = named("Gulbarga Tsintsadze", "PERSON");
        for (String part : List.of("Tsintsadze", "Цинцадзе", "gulbarga")) {
            assertThat(given().queryParam("name", part).get("/api/v1/speakers").jsonPath().getList("items.id",
                    String.class)).as(part).contains(id);
        }
    }

    @Test
    void similar_names_are_paged_the_most_similar_first() {
        List<String> given = List.of(named("Murtabaqallah Weshki", "PERSON"), named("Murtabaqalah Weshki", "PERSON"),
                named("Murtabaqalla Veshki", "GROUP"), named("Murtabaqallah Weshki", "PERSON"));
        String path = "/speakers?name=Murtabaqallah Weshki&limit=1";
        assertThat(allPages(path, "items.id")).containsExactly(given.get(0), given.get(3), given.get(1), given.get(2));
        assertInvalidParameter(given().get("/api/v1/speakers?name=Another&cursor=" + get(path).getString("next")),
                "cursor", "same filters");
        String then = get("/speakers/" + given.get(0)).getString("recordedAt");
        assertThat(allPages(path + "&asOf=" + then, "items.id")).containsExactly(given.get(0));
    }

    @Test
    void possible_duplicates_come_with_the_reason() {
        List<String> similar = List.of(named("Quaramuddin Beshlik", "PERSON"), named("Quaramudin Beshlik", "PERSON"));
        List<String> groups = List.of(named("Beshlik officials", "GROUP"), named("Beshlik officials", "GROUP"));
        List<String> wikidata = List.of(
                created("/speakers", Map.of("name", "Aurelio Besnik", "kind", "PERSON", "wikidataId", "Q4711"))
                        .getString("id"),
                created("/speakers", Map.of("name", "Casimir Dragov", "kind", "PERSON", "wikidataId", "Q4711"))
                        .getString("id"));
        String path = "/speakers/possible-duplicates?limit=1&speaker=";
        assertThat(allPages(path + similar.get(0), "items.second.id")).containsExactly(similar.get(1));
        assertThat(allPages(path + similar.get(1), "items.second.id")).containsExactly(similar.get(0));
        assertThat(allPages(path + similar.get(0), "items.reason")).containsExactly("OTHER_SPELLING");
        assertThat(allPages(path + wikidata.get(0), "items.second.id"))
                .containsExactly(wikidata.get(1));
        assertThat(allPages(path + wikidata.get(0), "items.reason")).containsExactly("SAME_WIKIDATA_ITEM");
        assertThat(allPages(path + groups.get(0), "items")).isEmpty();

        JsonPath first = get("/speakers/possible-duplicates?limit=2");
        while (first.getList("items").isEmpty()) {
            // A page of a thousand speakers without a pair.
            first = get("/speakers/possible-duplicates?limit=2&cursor=" + first.getString("next"));
        }
        assertThat(first.getList("items")).hasSizeBetween(1, 2);
        JsonPath second = get("/speakers/possible-duplicates?limit=2&cursor=" + first.getString("next"));
        assertThat(second.getList("items")).doesNotContainAnyElementsOf(first.getList("items"));
        assertInvalidParameter(given().get("/api/v1" + path + similar.get(0) + "&cursor=" + first.getString("next")),
                "cursor", "same filters");
    }

    @Test
    void a_merged_speaker_moves_and_can_come_back() {
        String winner = named("Winner " + unique(), "PERSON");
        String loser = named("Loser " + unique(), "PERSON");
        JsonPath quote = created("/quotes", quoteBody(document(), loser));
        String path = "/quotes/" + quote.getString("id");
        merge(loser, winner).then().statusCode(200);

        given().redirects().follow(false).get("/api/v1/speakers/" + loser).then().statusCode(308)
                .header("Location", endsWith("/api/v1/speakers/" + winner));
        assertThat(get(path).getString("speaker.id")).isEqualTo(winner);
        assertThat(get(path).getString("role")).isEqualTo("a spokesman for the National Security Council in Kabul");
        assertThat(get("/quotes?speaker=" + winner).getList("items.id", String.class))
                .containsExactly(quote.getString("id"));
        assertThat(get("/quotes?speaker=" + loser).getList("items")).hasSize(1);
        assertThat(get(path + "?asOf=" + quote.getString("recordedAt")).getString("speaker.id")).isEqualTo(loser);
        assertThat(get("/speakers/" + loser + "/history").getList("items.revisionType", String.class))
                .containsExactly("CREATION", "MERGE");
        assertProblem(retract("/speakers/" + winner), 409, "conflict");

        as("editor").queryParam("reason", "two people").delete("/api/v1/speakers/" + loser + "/merge").then()
                .statusCode(200);
        assertThat(get(path).getString("speaker.id")).isEqualTo(loser);
        assertThat(get("/quotes?speaker=" + winner).getList("items")).isEmpty();
        assertProblem(as("editor").queryParam("reason", "again").delete("/api/v1/speakers/" + loser + "/merge"), 409,
                "conflict");
    }

    @Test
    void mergers_follow_each_other_and_are_undone_one_by_one() {
        String a = named("A " + unique(), "PERSON");
        String b = named("B " + unique(), "PERSON");
        String c = named("C " + unique(), "PERSON");
        merge(a, b).then().statusCode(200);
        merge(b, c).then().statusCode(200);
        given().redirects().follow(false).get("/api/v1/speakers/" + a).then().statusCode(308)
                .header("Location", endsWith(c));
        as("editor").queryParam("reason", "no").delete("/api/v1/speakers/" + b + "/merge").then().statusCode(200);
        given().redirects().follow(false).get("/api/v1/speakers/" + a).then().statusCode(308)
                .header("Location", endsWith(b));
    }

    @Test
    void impossible_mergers_are_refused() {
        String a = named("Impossible A " + unique(), "PERSON");
        String b = named("Impossible B " + unique(), "PERSON");
        assertProblem(merge(a, a), 409, "conflict", "/into", "itself");
        assertProblem(merge(a, named("Officials", "GROUP")), 409, "conflict", "/into", "not the same");
        assertInvalidBody(merge(a, UUID.randomUUID().toString()), "/into", "is not the id");
        String stale = etag("/speakers/" + a);
        patch("/speakers/" + a, Map.of("party", "taliban")).then().statusCode(200);
        assertProblem(as("editor").header("If-Match", stale).contentType(ContentType.JSON)
                .body(Map.of("into", b, "reason", "x")).post("/api/v1/speakers/" + a + "/merge"), 412,
                "precondition-failed");
        merge(a, b).then().statusCode(200);
        assertProblem(merge(b, a), 409, "conflict", "/into", "was merged into this one");
        assertProblem(as("contributor").contentType(ContentType.JSON).body(Map.of("into", b, "reason", "x"))
                .post("/api/v1/speakers/" + a + "/merge"), 403, "forbidden");
    }
}
