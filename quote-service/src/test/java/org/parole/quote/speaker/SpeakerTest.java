package org.parole.quote.speaker;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.patch;
import static org.parole.quote.support.Api.post;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.retract;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.speakerBody;
import static org.parole.quote.support.Api.unique;
import static org.parole.quote.support.Api.with;
import static org.parole.quote.support.Problems.assertInvalidBody;
import static org.parole.quote.support.Problems.assertProblem;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SpeakerTest {

    @Test
    void keepsOtherNamesAndRolesOverTime() {
        var council = created("/speakers", Map.of("name", "National Security Council " + unique(), "kind",
                "ORGANISATION")).getString("id");
        var speaker = created("/speakers", with(speakerBody(), "aliases", List.of("Javed Faisal", "جاوید فیصل"),
                "wikidataId", "Q42", "speaksFor", council, "roles",
                List.of(Map.of("title", "spokesman", "party", "afghan-government", "from", "2019", "to", "2021-08"))));
        assertThat(speaker.getList("aliases", String.class)).containsExactly("Javed Faisal", "جاوید فیصل");
        assertThat(speaker.getString("speaksFor")).isEqualTo(council);
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
    void badFieldsAreNamed(String field, String value, String pointer, String detail) {
        assertInvalidBody(post("/speakers", with(speakerBody(), field, value)), pointer, detail);
    }

    @Test
    void badPartsAreNamed() {
        assertInvalidBody(post("/speakers", with(speakerBody(), "aliases", List.of("a", " "))), "/aliases/1",
                "must not be blank");
        assertInvalidBody(post("/speakers", with(speakerBody(), "roles", List.of(Map.of("from", "2019")))),
                "/roles/0/title", "must not be blank");
        assertInvalidBody(post("/speakers",
                with(speakerBody(), "roles", List.of(Map.of("title", "x", "from", "2021", "to", "2019")))),
                "/roles/0/to", "must not be before from");
        var id = speaker();
        assertInvalidBody(patch("/speakers/" + id, Map.of("speaksFor", id)), "/speaksFor", "must be another");
    }

    @Test
    void filtersCombine() {
        var party = "party-" + unique();
        var person = created("/speakers", with(speakerBody(), "party", party)).getString("id");
        var group = created("/speakers", with(speakerBody(), "party", party, "kind", "GROUP")).getString("id");
        assertThat(get("/speakers?party=" + party).getList("items.id", String.class)).containsExactly(person, group);
        assertThat(get("/speakers?kind=GROUP&party=" + party).getList("items.id", String.class)).containsExactly(group);
    }

    @Test
    void theRoleAsGivenThenStaysWhateverHappensToTheSpeaker() {
        var speaker = speaker();
        var quote = "/quotes/" + created("/quotes", quoteBody(document(), speaker)).getString("id");
        patch("/speakers/" + speaker, Map.of("name", "Another Name")).then().statusCode(200);
        assertThat(get(quote).getString("speaker.name")).isEqualTo("Another Name");
        assertThat(get(quote).getString("role")).isEqualTo("a spokesman for the National Security Council in Kabul");
        assertProblem(retract("/speakers/" + speaker), 409, "conflict");
    }

    @Test
    void unknownSpeakersAreNotFound() {
        assertProblem(given().get("/api/v1/speakers/" + UUID.randomUUID()), 404, "not-found");
    }
}
