package org.parole.tally.commitment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.support.Api.agreementBody;
import static org.parole.tally.support.Api.as;
import static org.parole.tally.support.Api.commitmentBody;
import static org.parole.tally.support.Api.created;
import static org.parole.tally.support.Api.get;
import static org.parole.tally.support.Api.party;
import static org.parole.tally.support.Api.patch;
import static org.parole.tally.support.Api.post;
import static org.parole.tally.support.Api.retract;
import static org.parole.tally.support.Api.unique;
import static org.parole.tally.support.Api.with;
import static org.parole.tally.support.Problems.assertInvalidBody;
import static org.parole.tally.support.Problems.assertProblem;

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

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CommitmentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"slug | Not A Slug | /slug | lower-case",
            "slug | - | /slug | must be given", "category | - | /category | must not be blank",
            "agreement | nowhere | /agreement | is not the slug of an agreement",
            "dueOn | 2020-02-30 | /dueOn | a date that exists", "dueOn | 2020-01-31 | /dueOn | before the agreement",
            "supersedes | nowhere | /supersedes | is not the slug of a commitment",
            "catgory | x | /catgory | category"})
    void bad_fields_are_named(String field, String value, String pointer, String detail) {
        assertInvalidBody(post("/commitments", with(commitmentBody(), field, value)), pointer, detail);
    }

    @Test
    void a_commitment_never_supersedes_itself() {
        Map<String, Object> body = commitmentBody();
        assertInvalidBody(post("/commitments", with(body, "supersedes", body.get("slug"))), "/supersedes",
                "must be another commitment");
        String first = created("/commitments", body).getString("slug");
        String second = created("/commitments", with(body, "slug", unique("commitment"), "supersedes", first))
                .getString("slug");
        assertInvalidBody(patch("/commitments/" + first, Map.of("supersedes", second)), "/supersedes",
                "must not lead back");
        assertProblem(retract("/commitments/" + first), 409, "conflict");
    }

    @Test
    void a_commitment_supersedes_one_of_its_own_direction() {
        Map<String, Object> body = commitmentBody();
        String first = created("/commitments", body).getString("slug");
        assertInvalidBody(post("/commitments", with(body, "slug", unique("commitment"), "supersedes", first,
                "releasingParty", body.get("receivingParty"), "receivingParty", body.get("releasingParty"))),
                "/supersedes", "must be a commitment of the same direction; that of '" + first + "' is from "
                        + body.get("releasingParty") + " to " + body.get("receivingParty"));
    }

    @Test
    void both_parties_are_bound_and_differ() {
        Map<String, Object> body = commitmentBody();
        String stranger = party();
        assertInvalidBody(post("/commitments", with(body, "releasingParty", stranger)), "/releasingParty", "binds");
        assertInvalidBody(post("/commitments", with(body, "receivingParty", stranger)), "/receivingParty", "binds");
        assertInvalidBody(post("/commitments", with(body, "receivingParty", body.get("releasingParty"))),
                "/receivingParty", "another party");
    }

    @Test
    void its_agreement_goes_on_saying_what_it_stands_on() {
        Map<String, Object> body = with(commitmentBody(), "dueOn", "2020-03-10");
        String slug = created("/commitments", body).getString("slug");
        // The one that is due first is what the date of the agreement must not pass.
        String later = created("/commitments", with(body, "slug", slug + "-later", "dueOn", "2020-05"))
                .getString("slug");
        String agreement = "/agreements/" + body.get("agreement");
        Object releasing = body.get("releasingParty");
        assertInvalidBody(patch(agreement, Map.of("boundParties", List.of(releasing))), "/boundParties",
                "must go on naming '" + body.get("receivingParty") + "': the commitment '" + slug + "' does");
        assertInvalidBody(patch(agreement, Map.of("signedOn", "2020-03-11")), "/signedOn",
                "must not be after 2020-03-10, when the commitment '" + slug + "' is due");
        assertThat(get(agreement).getInt("revision")).isEqualTo(1);
        patch(agreement, Map.of("signedOn", "2020-03-10", "note", "signed later")).then().statusCode(200);
        retract("/commitments/" + slug).then().statusCode(204);
        assertInvalidBody(patch(agreement, Map.of("signedOn", "2020-06-01")), "/signedOn",
                "must not be after 2020-05, when the commitment '" + later + "' is due");
        patch(agreement, Map.of("signedOn", "2020-05-31")).then().statusCode(200);
        retract("/commitments/" + later).then().statusCode(204);
        patch(agreement, Map.of("boundParties", List.of(releasing))).then().statusCode(200);
    }

    @Test
    void a_slug_never_changes_and_is_never_used_again() {
        Map<String, Object> body = commitmentBody();
        String path = "/commitments/" + created("/commitments", body).getString("slug");
        assertInvalidBody(patch(path, Map.of("slug", unique("commitment"))), "/slug", "must stay");
        retract(path).then().statusCode(204);
        assertProblem(given().get("/api/v1" + path), 410, "retracted");
        assertProblem(post("/commitments", body), 409, "conflict", "/slug", "never used again");
        assertProblem(given().get("/api/v1/commitments/nowhere"), 404, "not-found");
    }

    @Test
    void an_agreement_names_its_unknown_parties() {
        String known = party();
        assertInvalidBody(post("/agreements", with(agreementBody(known), "boundParties", List.of(known, "nobody"))),
                "/boundParties/1", "is not the slug of a party");
        assertInvalidBody(post("/agreements", with(agreementBody(known), "signatories", List.of())), "/signatories",
                "must not be empty");
    }

    @Test
    void lists_by_agreement_and_party_in_pages() {
        Map<String, Object> body = commitmentBody();
        created("/commitments", body);
        created("/commitments", with(body, "slug", unique("commitment")));
        String query = "/commitments?agreement=" + body.get("agreement") + "&limit=1";
        JsonPath first = get(query);
        JsonPath second = get(query + "&cursor=" + first.getString("next"));
        assertThat(second.getString("next")).isNull();
        assertThat(List.of(first.getString("items[0].slug"), second.getString("items[0].slug"))).doesNotHaveDuplicates()
                .contains((String) body.get("slug"));
        assertThat(get("/commitments?party=" + body.get("receivingParty")).getList("items")).hasSize(2);
        assertProblem(given().get("/api/v1/commitments?party=taliban&cursor=" + first.getString("next")), 400,
                "invalid-parameter", "cursor", "same filters");
        assertThat(get("/agreements?party=" + body.get("receivingParty")).getList("items.slug"))
                .isEqualTo(List.of(body.get("agreement")));
        assertThat(get("/parties?name=party " + body.get("releasingParty")).getList("items.slug"))
                .isEqualTo(List.of(body.get("releasingParty")));
    }

    @Test
    void a_retried_post_is_answered_alike() {
        Map<String, String> body = Map.of("slug", unique("party"), "name", "Retried", "kind", "MONITOR");
        String key = unique("key");
        Response first = as("contributor").header("Idempotency-Key", key).contentType("application/json").body(body)
                .post("/api/v1/parties");
        Response again = as("contributor").header("Idempotency-Key", key).contentType("application/json").body(body)
                .post("/api/v1/parties");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).endsWith("/api/v1/parties/" + body.get("slug"));
        assertProblem(as("contributor").header("Idempotency-Key", key).contentType("application/json")
                .body(with(Map.copyOf(body), "name", "Other")).post("/api/v1/parties"), 422, "idempotency-key-reused");
    }
}
