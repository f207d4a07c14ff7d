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

/** Commitments that change: superseded, split, conditional, due, and worded otherwise. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ChangingCommitmentTest {

    @Test
    void aCommitmentThatIsSplitNamesAllThatTakeItsPlace() {
        var body = commitmentBody();
        var whole = created("/commitments", body).getString("slug");
        var recorded = get("/commitments/" + whole).getString("recordedAt");
        var men = created("/commitments", with(body, "slug", unique("commitment"), "category", "men", "quantity",
                exactly(90), "supersedes", whole)).getString("slug");
        var women = created("/commitments", with(body, "slug", unique("commitment"), "category", "women", "quantity",
                exactly(10), "supersedes", whole)).getString("slug");
        assertThat(get("/tallies/" + whole).getList("supersededBy", String.class))
                .containsExactlyInAnyOrder(men, women);
        assertThat(get("/tallies/" + men).getList("supersededBy")).isEmpty();
        assertThat(get("/tallies/" + whole + "?asOf=" + recorded).getList("supersededBy")).isEmpty();
        assertThat(get("/tallies?agreement=" + body.get("agreement") + "&category=women")
                .getList("items.promised.max")).isEqualTo(List.of(10));
    }

    @Test
    void whatIsStillToGoAfterTheDueDateIsOverdue() {
        var commitment = created("/commitments",
                with(commitmentBody(), "dueOn", "2020-03-10", "condition", "Once the lists have been handed over"))
                .getString("slug");
        var tally = "/tallies/" + commitment + "?on=";
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
    void anotherTotalIsASecondWordingOrANewCommitmentAsTheEditorSays() {
        var body = with(commitmentBody(), "quantity", exactly(5000));
        var commitment = created("/commitments", body).getString("slug");
        var worded = report(with(reportBody(commitment), "stage", "ANNOUNCED", "basis", "TOTAL", "quantity",
                exactly(5100), "claimant", Map.of("name", "A council")));
        var tally = get("/tallies/" + commitment + "?on=2020-04-30");
        assertThat(tally.getInt("promised.max")).isEqualTo(5000);
        assertThat(tally.getList("promised.wordings.max")).isEqualTo(List.of(5100));
        assertThat(tally.getList("promised.wordings[0].claimants")).isEqualTo(List.of("A council"));
        assertThat(tally.getList("promised.wordings[0].reports")).isEqualTo(List.of(worded));
        var next = created("/commitments", with(body, "slug", unique("commitment"), "quantity", exactly(5100),
                "supersedes", commitment)).getString("slug");
        patch("/release-reports/" + worded, Map.of("commitment", next)).then().statusCode(200);
        assertThat(get("/tallies/" + commitment + "?on=2020-04-30").getList("promised.wordings")).isEmpty();
        assertThat(get("/tallies/" + next + "?on=2020-04-30").getInt("promised.max")).isEqualTo(5100);
        assertThat(get("/tallies/" + next + "?on=2020-04-30").getList("promised.wordings.max"))
                .isEqualTo(List.of(5100));
    }

    @Test
    void aPromiseThatIsCorrectedStaysAsItWasForEarlierRecordTimes() {
        var commitment = created("/commitments", commitmentBody()).getString("slug");
        var recorded = get("/commitments/" + commitment).getString("recordedAt");
        patch("/commitments/" + commitment, Map.of("quantity", Map.of("min", 120, "max", 120))).then().statusCode(200);
        assertThat(get("/tallies/" + commitment).getInt("promised.max")).isEqualTo(120);
        assertThat(get("/tallies/" + commitment + "?asOf=" + recorded).getInt("promised.max")).isEqualTo(100);
    }
}
