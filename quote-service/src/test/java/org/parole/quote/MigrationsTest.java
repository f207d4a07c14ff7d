package org.parole.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.parole.kit.dev.MigrationRun;
import org.parole.quote.occurrence.Wording;

/** Rows that an older version wrote are still there, and complete, after the migrations of this one. */
class MigrationsTest {

    private static final String ID = "0190163d-8694-739b-aea5-966c26f8ad91";
    private static final String HEAD = "'" + ID + "', 1, '2026-01-01T00:00:00Z', 'tester', 'CREATION'";
    private static final String HEADER = "id, revision, recorded_from, recorded_by, revision_type";

    @Test
    void records_of_the_first_release_survive_the_later_migrations() {
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

    private static final String SHA256 = "0".repeat(64);

    /** A quote as versions before passage and words were told apart wrote it. */
    private static String oldQuote(int revision, String recorded, String content, String status) {
        return "insert into quote (id, revision, recorded_from, recorded_to, recorded_by, revision_type, document_id, outlet_id,"
                + " published_at, speaker_id, content, kind, said_precision, channel, reporting_chain, language, about_parties,"
                + " about_agreements, about_topics, anchors, anchor_checks, verification, verified_at, verified_sha256,"
                + " verified_text_kind, sort_at, tags, root_key, content_hash, sketch, occurrence_of) values ('" + ID
                + "', "
                + revision + ", " + recorded + ", 'tester', 'CREATION', '" + ID + "', '" + ID
                + "', '2020-04-07T18:30:00Z', '" + ID + "', '" + content
                + "', 'DIRECT', 'UNKNOWN', 'STATEMENT', '[]', 'fa', '{}', '{}', '{}', '[]',"
                + " '[{\"status\": \"" + status + "\", \"exact\": \"x\"}]', '" + status + "', '2026-01-01T00:00:00Z', '"
                + SHA256 + "', 'FULL', '2020-04-07T18:30:00Z', '{k:DIRECT}', 'reuters', 42, '{1,2}', '" + ID + "')";
    }

    private static MigrationRun ofVersion(String version) {
        return new MigrationRun().migrateTo(version)
                .execute("insert into document (" + HEADER
                        + ", url, title, outlet_id, published_at, published_whole_day,"
                        + " language, text_revision) values (" + HEAD
                        + ", 'https://WWW.example.org/1/?utm_source=x#top',"
                        + " 'A title', '" + ID + "', '2020-04-07T18:30:00Z', false, 'fa', 1)")
                .execute("insert into document_text values ('" + ID + "', 1, 'FULL', 'text &amp; more', 15, '" + SHA256
                        + "')")
                .execute(
                        oldQuote(1, "'2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'",
                                "\u06F3\u06F4\u06F0 \u0646\u0641\u0631",
                                "EXACT"))
                .execute(oldQuote(2, "'2026-02-01T00:00:00Z', 'infinity'", "\u06F3\u06F5\u06F0 \u0646\u0641\u0631",
                        "NORMALISED"));
    }

    @Test
    void quotes_keep_what_was_found_before_and_the_current_ones_wait_to_be_checked_again() {
        MigrationRun run = ofVersion("61").migrateTo("latest");
        assertThat(run.value("select string_agg(verification || ' ' || coalesce(words, '-') || ' ' || verified_at, ', '"
                + " order by revision) from quote"))
                .isEqualTo("EXACT - 2026-01-01 00:00:00+00, NORMALISED - 2026-01-01 00:00:00+00");
        assertThat(run.value("select count(*) from quote where words is null and is_current and not retracted"))
                .isEqualTo("1");
        assertThat(run.value("select count(*) from quote where words_found is null and speaker_candidates is null"))
                .isEqualTo("2");
        assertThat(run.value("select coalesce(defects::text, 'unknown') from document_text")).isEqualTo("unknown");
        run.execute(
                "update quote set verification = 'ALTERED', words = 'ALTERED', words_found = '{}' where revision = 2");
        assertThat(run.value("select verification from quote where is_current")).isEqualTo("ALTERED");
    }

    @Test
    void quotes_of_an_older_version_are_found_as_people_type_and_compared_as_they_are_folded() {
        MigrationRun run = ofVersion("61").migrateTo("latest");
        assertThat(run.value("select string_agg(revision::text, ',' order by revision) from quote"
                + " where content_vector @@ to_tsquery('parole_simple', '340')")).isEqualTo("1");
        assertThat(run.value("select content_search from quote where revision = 2")).contains("350");
        assertThat(run.value("select count(*) from search_word where word = '350'")).isEqualTo("1");
        var hash = String.valueOf(Wording.of("350 \u0646\u0641\u0631").hash());
        // Only what is current is compared; the revision before stays as it was.
        assertThat(run.value("select string_agg(content_hash::text, ',' order by revision) from quote"))
                .isEqualTo("42," + hash);
    }

    @Test
    void quotes_in_partitions_come_into_one_table_with_all_their_revisions() {
        MigrationRun run = ofVersion("245");
        run.execute("update quote set tags = '{k:DIRECT,a:us-taliban-2020,t:prisoners,l:fa}'");
        String all = "select string_agg(to_jsonb(q)::text, ' ' order by revision) from quote q";
        String before = run.value(all);
        run.migrateTo("250");
        assertThat(run.value(all)).isEqualTo(before).contains("us-taliban-2020");
        assertThat(run.value("select relkind::text from pg_class where oid = 'quote'::regclass")).isEqualTo("r");
        assertThat(run.value("select count(*) from pg_class where relname ~ '^quote_p[0-9]'")).isEqualTo("0");
        // Of the two revisions the current one alone is listed, and by the tags alone that lists are read by.
        assertThat(run.value("select string_agg(tag || ' ' || revision, ', ' order by tag) from quote_tag"))
                .isEqualTo("a:us-taliban-2020 2, t:prisoners 2");
        assertThatThrownBy(() -> run.execute(oldQuote(3, "'2026-03-01T00:00:00Z', 'infinity'", "x", "EXACT")))
                .hasStackTraceContaining("quote_current");
    }

    @Test
    void lists_by_tag_follow_what_any_version_writes() {
        MigrationRun run = ofVersion("245").migrateTo("latest");
        String listed = "select coalesce(string_agg(tag || ' ' || revision || ' ' || sort_at, ', ' order by tag), 'none') from quote_tag";
        assertThat(run.value(listed)).isEqualTo("none");
        run.execute("update quote set tags = '{a:x,p:taliban,c:LETTER}' where revision = 2");
        assertThat(run.value(listed)).isEqualTo("a:x 2 2020-04-07 18:30:00+00, p:taliban 2 2020-04-07 18:30:00+00");
        run.execute("update quote set recorded_to = '2026-03-01T00:00:00Z' where revision = 2");
        assertThat(run.value(listed)).isEqualTo("none");
        run.execute(oldQuote(3, "'2026-03-01T00:00:00Z', 'infinity'", "x", "EXACT").replace("{k:DIRECT}",
                "{a:x,o:" + ID + "}"));
        assertThat(run.value(listed))
                .isEqualTo("a:x 3 2020-04-07 18:30:00+00, o:" + ID + " 3 2020-04-07 18:30:00+00");
        run.execute("update quote set retracted = true where revision = 3");
        assertThat(run.value(listed)).isEqualTo("none");
    }

    /** A writer who began before the migration, one who begins while it runs, and one who breaks it off. */
    @Test
    void quotes_in_flight_are_in_the_table_that_the_next_try_makes() throws Exception {
        MigrationRun run = ofVersion("245");
        ExecutorService others = Executors.newFixedThreadPool(2);
        try (Connection writer = run.open(); Statement writing = writer.createStatement()) {
            writer.setAutoCommit(false);
            String inFlight = "01901640-0000-7000-8000-000000000001";
            writing.execute(oldQuote(1, "'2026-03-01T00:00:00Z', 'infinity'", "in flight", "EXACT")
                    .replace("('" + ID, "('" + inFlight));
            Future<?> brokenOff = others.submit(() -> run.migrateTo("250"));
            awaitWaiting(run, "ShareLock");
            run.executeAsOwner("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where usename = current_user and datname = current_database() and pid <> pg_backend_pid()");
            assertThatThrownBy(() -> brokenOff.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
            assertThat(run.value("select relkind::text from pg_class where oid = 'quote'::regclass")).isEqualTo("p");

            Future<?> again = others.submit(() -> run.migrateTo("latest"));
            awaitWaiting(run, "ShareLock");
            String late = "01901640-0000-7000-8000-000000000002";
            Future<?> waiting = others
                    .submit(() -> run.execute(oldQuote(1, "'2026-03-01T00:00:00Z', 'infinity'", "late", "EXACT")
                            .replace("('" + ID, "('" + late)));
            awaitWaiting(run, "RowExclusiveLock");
            // Readers go on meanwhile.
            assertThat(run.value("select count(*) from quote")).isEqualTo("2");
            writer.commit();
            again.get(30, TimeUnit.SECONDS);
            waiting.get(30, TimeUnit.SECONDS);
            assertThat(run.value("select string_agg(content, ', ' order by id) from quote where is_current"))
                    .isEqualTo("\u06F3\u06F5\u06F0 \u0646\u0641\u0631, in flight, late");
            assertThat(run.value("select relkind::text from pg_class where oid = 'quote'::regclass")).isEqualTo("r");
        } finally {
            others.shutdownNow();
        }
    }

    /** What docs/adr/0101 says for the day when one table is too large. */
    @Test
    void quotes_can_be_partitioned_later_without_being_copied() throws IOException {
        MigrationRun run = ofVersion("245").migrateTo("latest");
        String file = "select pg_relation_filenode(c.oid) from pg_class c where relname = '%s'";
        String before = run.value(file.formatted("quote"));
        run.executeAsOwner(Files.readString(Path.of("../docs/adr/partition-quotes.sql")).replace(":'bound'",
                "'01a50000-0000-7000-8000-000000000000'"));
        assertThat(run.value(file.formatted("quote_1"))).isEqualTo(before);
        assertThat(run.value("select count(*) from quote")).isEqualTo("2");
        String later = "01a60000-0000-7000-8000-000000000001";
        run.execute(oldQuote(1, "'2026-03-01T00:00:00Z', 'infinity'", "later", "EXACT")
                .replace("('" + ID, "('" + later).replace("{k:DIRECT}", "{a:x}"));
        assertThat(run.value("select tableoid::regclass::text from quote where id = '" + later + "'"))
                .isEqualTo("quote_2");
        assertThat(run.value("select id from quote_tag where tag = 'a:x'")).isEqualTo(later);
        run.execute("update quote set recorded_to = '2026-04-01T00:00:00Z' where id = '" + ID + "' and revision = 2");
        run.execute(oldQuote(3, "'2026-04-01T00:00:00Z', 'infinity'", "revised", "EXACT"));
        assertThat(run.value("select string_agg(content, ', ' order by id) from quote where is_current"))
                .isEqualTo("revised, later");
        // All indexes are those of before, and the new partition has as many.
        assertThat(run.value("select count(*) from pg_indexes where tablename = 'quote_1'")).isEqualTo("11");
        assertThat(run.value("select count(*) from pg_indexes where tablename = 'quote_2'")).isEqualTo("11");
    }

    /** Until somebody waits for such a lock on a table. */
    private static void awaitWaiting(MigrationRun run, String mode) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !run.value("select count(*) from pg_locks l"
                + " join pg_database d on d.oid = l.database and d.datname = current_database()"
                + " where not l.granted and l.locktype = 'relation' and l.mode = '" + mode + "'").equals("0"));
    }

    @Test
    void documents_of_an_older_version_are_known_by_all_their_addresses() {
        MigrationRun run = ofVersion("61").migrateTo("latest");
        assertThat(run.value("select url_key from document")).isEqualTo("example.org/1");
        assertThat(run.value("select url from document")).isEqualTo("https://WWW.example.org/1/?utm_source=x#top");
        assertThat(run.value("select published_offset || ' ' || coalesce(merged_into::text, 'stands') from document"))
                .isEqualTo("0 stands");
    }

    @Test
    void a_quote_has_a_speaker_or_candidates() {
        MigrationRun run = ofVersion("latest");
        assertThatThrownBy(() -> run.execute("update quote set speaker_id = null"))
                .hasStackTraceContaining("quote_speaker_or_candidates");
        run.execute("update quote set speaker_id = null, speaker_candidates = '[]'");
        // What a version wrote that does not know of it is found by its content.
        assertThat(run.value("select count(*) from quote where content_search is null and content_vector @@"
                + " to_tsquery('parole_simple', '\u0646\u0641\u0631')")).isEqualTo("2");
    }

    @Test
    void an_older_version_can_still_write_after_the_migration() {
        var run = new MigrationRun().migrateTo("latest").execute("insert into document (" + HEADER
                + ", url, title, outlet_id, published_at, published_whole_day, language) values (" + HEAD
                + ", 'https://example.org/1', 'A title', '" + ID + "', '2020-04-07T00:00:00Z', true, 'en')");
        assertThat(run.value("select published_offset from document")).isEqualTo("0");
    }
}
