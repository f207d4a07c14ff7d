package org.parole.quote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.MigrationRun;

/** Rows that an older version wrote are still there, and complete, after the migrations of this one. */
class MigrationsTest {

    private static final String ID = "0190163d-8694-739b-aea5-966c26f8ad91";
    private static final String HEAD = "'" + ID + "', 1, '2026-01-01T00:00:00Z', 'tester', 'CREATION'";
    private static final String HEADER = "id, revision, recorded_from, recorded_by, revision_type";

    @Test
    void recordsOfTheFirstReleaseSurviveTheLaterMigrations() {
        var run = new MigrationRun().migrateTo("5")
                .execute("insert into outlet (" + HEADER + ", name, name_key, kind) values (" + HEAD
                        + ", 'Reuters', 'reuters', 'WIRE')")
                .execute("insert into document (" + HEADER
                        + ", url, title, outlet_id, published_at, published_whole_day,"
                        + " language) values (" + HEAD + ", 'https://example.org/1', 'A title', '" + ID
                        + "', '2020-04-07T18:30:00Z', false, 'en')")
                .execute("insert into speaker (" + HEADER
                        + ", name, kind, aliases, name_key, name_keys, name_search, roles,"
                        + " canonical_id) values (" + HEAD + ", 'Javid Faisal', 'PERSON', '{}', 'javid faisal',"
                        + " '{javid faisal}', 'javid faisal', '[]', '" + ID + "')")
                .migrateTo("latest");
        assertThat(run.value("select title || ' ' || published_offset from document where is_current"))
                .isEqualTo("A title 0");
        assertThat(run.value("select (published_at at time zone 'UTC')::text from document"))
                .isEqualTo("2020-04-07 18:30:00");
        assertThat(run.value("select name from outlet where is_current and kind = 'WIRE'")).isEqualTo("Reuters");
        // A migration in Java has computed how the name sounds.
        assertThat(run.value("select name from speaker where name_search % 'javid faysal'")).isEqualTo("Javid Faisal");
        assertThat(run.value("select name_words from speaker")).isEqualTo("{JFT,AFT,FSL,JFTFSL,AFTFSL}");
    }

    @Test
    void anOlderVersionCanStillWriteAfterTheMigration() {
        var run = new MigrationRun().migrateTo("latest").execute("insert into document (" + HEADER
                + ", url, title, outlet_id, published_at, published_whole_day, language) values (" + HEAD
                + ", 'https://example.org/1', 'A title', '" + ID + "', '2020-04-07T00:00:00Z', true, 'en')");
        assertThat(run.value("select published_offset from document")).isEqualTo("0");
    }
}
