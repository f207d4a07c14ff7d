package org.parole.tally.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.support.Api.commitmentBody;
import static org.parole.tally.support.Api.created;
import static org.parole.tally.support.Api.exactly;
import static org.parole.tally.support.Api.get;
import static org.parole.tally.support.Api.patch;
import static org.parole.tally.support.Api.report;
import static org.parole.tally.support.Api.reportBody;
import static org.parole.tally.support.Api.unique;
import static org.parole.tally.support.Api.with;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Commitments that change: superseded, split, conditional, due, and worded otherwise. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ChangingCommitmentTest {

    @Test
    void a_commitment_that_is_split_names_all_that_take_its_place() {
        Map<String, Object> body = commitmentBody();
        String whole = created("/commitments", body).getString("slug");
        String recorded = get("/commitments/" + whole).getString("recordedAt");
        String men = created("/commitments", with(body, "slug", unique("commitment"), "category", "men", "quantity",
                exactly(90), "supersedes", whole)).getString("slug");
        String women = created("/commitments", with(body, "slug", unique("commitment"), "category", "women", "quantity",
                exactly(10), "supersedes", whole)).getString("slug");
        assertThat(get("/tallies/" + whole).getList("supersededBy", String.class))
                .containsExactlyInAnyOrder(men, women);
        assertThat(get("/tallies/" + men).getList("supersededBy")).isEmpty();
        assertThat(get("/tallies/" + whole + "?asOf=" + recorded).getList("supersededBy")).isEmpty();
        assertThat(get("/tallies?agreement=" + body.get("agreement") + "&category=women")
                .getList("items.promised.max")).isEqualTo(List.of(10));
    }

    @Test
    void what_is_still_to_go_after_the_due_date_is_overdue() {
        String commitment = created("/commitments",
                with(commitmentBody(), "dueOn", "2020-03-10", "condition", "Once the lists have been handed over"))
                .getString("slug");
        String tally = "/tallies/" + commitment + "?on=";
        assertThat(get(tally + "2020-03-10").getBoolean("overdue")).isFalse();
        assertThat(get(tally + "2020-03-10").getString("condition"))
                .isEqualTo("Once the lists have been handed over");
        // Nobody has said how many: whether any are still to go is unknown.
        assertThat(get(tally + "2020-04-30").getString("overdue")).isNull();
        report(with(reportBody(commitment), "basis", "CUMULATIVE", "quantity", exactly(40)));
        assertThat(get(tally + "2020-04-30").getBoolean("overdue")).isTrue();
        assertThat(get(tally + "2020-04-30").getString("dueOn")).isEqualTo("2020-03-10");
        report(with(reportBody(commitment), "basis", "CUMULATIVE", "quantity", exactly(100), "eventOn", "2020-05-01",
                "publishedAt", "2020-05-01"));
        assertThat(get(tally + "2020-05-31").getBoolean("overdue")).isFalse();
    }

    @Test
    void another_total_is_a_second_wording_or_a_new_commitment_as_the_editor_says() {
        Map<String, Object> body = with(commitmentBody(), "quantity", exactly(5000));
        String commitment = created("/commitments", body).getString("slug");
        String worded = report(with(reportBody(commitment), "stage", "ANNOUNCED", "basis", "TOTAL", "quantity",
                exactly(5100), "claimant", Map.of("name", "A council")));
        JsonPath tally = get("/tallies/" + commitment + "?on=2020-04-30");
        assertThat(tally.getInt("promised.max")).isEqualTo(5000);
        assertThat(tally.getList("promised.wordings.max")).isEqualTo(List.of(5100));
        assertThat(tally.getList("promised.wordings[0].claimants")).isEqualTo(List.of("A council"));
        assertThat(tally.getList("promised.wordings[0].reports")).isEqualTo(List.of(worded));
        String next = created("/commitments", with(body, "slug", unique("commitment"), "quantity", exactly(5100),
                "supersedes", commitment)).getString("slug");
        patch("/release-reports/" + worded, Map.of("commitment", next)).then().statusCode(200);
        assertThat(get("/tallies/" + commitment + "?on=2020-04-30").getList("promised.wordings")).isEmpty();
        assertThat(get("/tallies/" + next + "?on=2020-04-30").getInt("promised.max")).isEqualTo(5100);
        assertThat(get("/tallies/" + next + "?on=2020-04-30").getList("promised.wordings.max"))
                .isEqualTo(List.of(5100));
    }

    @Test
    void a_promise_that_is_corrected_stays_as_it_was_for_earlier_record_times() {
        String commitment = created("/commitments", commitmentBody()).getString("slug");
        String recorded = get("/commitments/" + commitment).getString("recordedAt");
        patch("/commitments/" + commitment, Map.of("quantity", Map.of("min", 120, "max", 120))).then().statusCode(200);
        assertThat(get("/tallies/" + commitment).getInt("promised.max")).isEqualTo(120);
        assertThat(get("/tallies/" + commitment + "?asOf=" + recorded).getInt("promised.max")).isEqualTo(100);
    }
}
