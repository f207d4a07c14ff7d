package org.parole.tally;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.MigrationRun;

/** Rows that an older version wrote are still there, and complete, after the migrations of this one. */
class MigrationsTest {

    private static final String ID = "0190163d-8694-739b-aea5-966c26f8ad91";
    private static final String HEAD = "'" + ID + "', 1, '2026-01-01T00:00:00Z', 'tester', 'CREATION'";
    private static final String HEADER = "id, revision, recorded_from, recorded_by, revision_type";

    @Test
    void records_of_the_first_release_survive_the_later_migrations() {
        var run = new MigrationRun().migrateTo("3")
                .execute("insert into agreement (" + HEADER + ", slug, title, signed_on, signed_precision, signatories,"
                        + " bound_parties, place) values (" + HEAD + ", 'us-taliban-2020', 'Agreement for peace',"
                        + " '2020-02-29', 'DAY', '{}', '{}', 'Doha')")
                .execute("insert into release_report (" + HEADER + ", commitment, agreement, claimant, claimant_key,"
                        + " source_kind, stage, basis, comparator, quantity_min, quantity_max, event_on, event_precision,"
                        + " published_at, published_whole_day, reporting_chain, root, own_words, decrease_flagged, evidence)"
                        + " values (" + HEAD
                        + ", 'taliban-prisoners', 'us-taliban-2020', 'Javid Faisal', 'javid faisal',"
                        + " 'RELEASING_PARTY', 'REPORTED', 'CUMULATIVE', 'EXACTLY', 3000, 3000, '2020-06-10', 'DAY',"
                        + " '2020-06-10T00:00:00Z', true, '[]', 'reuters', true, false, '{\"quoteId\": \"" + ID
                        + "\"}')")
                .migrateTo("latest");
        assertThat(run.value("select slug from agreement where words @@ to_tsquery('english', 'doha')"))
                .isEqualTo("us-taliban-2020");
        assertThat(run.value("select signed_on || ' ' || signed_precision from agreement")).isEqualTo("2020-02-29 DAY");
        assertThat(run.value("select quantity_min || ' ' || evidence_check from release_report where is_current"))
                .isEqualTo("3000 UNKNOWN");
        // Its quote has never been asked for, so it is the first to be asked for now.
        assertThat(run.value("select report_id || ' ' || checked_at from evidence_queue")).isEqualTo(ID + " -infinity");
    }
}
