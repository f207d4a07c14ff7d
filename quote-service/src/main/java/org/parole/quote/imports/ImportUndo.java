package org.parole.quote.imports;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.parole.kit.record.ChangeKind;
import org.parole.kit.record.Ledger;
import org.parole.quote.imports.Job.Phase;
import org.parole.quote.imports.Job.State;
import org.parole.quote.occurrence.NearQuotes;
import org.parole.quote.occurrence.Occurrences;
import org.parole.quote.quote.Quotes;

/**
 * Takes back what an import wrote, some rows at a time: what it recorded is retracted, unless others use it by now, and what it
 * revised is brought back, unless somebody has changed it since.
 */
@ApplicationScoped
class ImportUndo {

    private static final String HEADER = "'id', 'revision', 'recorded_from', 'recorded_to', 'recorded_by', 'revision_type',"
            + " 'reason', 'retracted'";

    private final Session session;
    private final Ledger ledger;
    private final ImportStore store;
    private final RowStore rows;
    private final Quotes quotes;
    private final Occurrences occurrences;
    private final NearQuotes near;

    ImportUndo(Session session, Ledger ledger, ImportStore store, RowStore rows, Quotes quotes, Occurrences occurrences,
            NearQuotes near) {
        this.session = session;
        this.ledger = ledger;
        this.store = store;
        this.rows = rows;
        this.quotes = quotes;
        this.occurrences = occurrences;
        this.near = near;
    }

    /**
     * Takes some of it back.
     *
     * @return whether anything is left
     */
    @Transactional
    boolean takeBack(UUID id, int most) {
        rows.lock();
        Job job = store.lock(id).orElse(null);
        if (job == null || job.state() != State.RUNNING || job.phase() != Phase.UNDO) {
            return false;
        }
        if (revertSome(job, most) || retractSome(job, most)) {
            return true;
        }
        retractUnused(job, "speaker",
                "select s.id from speaker s where s.import_id = ? and s.is_current and not s.retracted"
                        + " and not exists (select from speaker m where m.canonical_id = s.canonical_id and m.id <> s.id and m.is_current)"
                        + " and not exists (select from speaker o where o.speaks_for = s.id and o.is_current and not o.retracted)"
                        + " and not exists (select from quote q where q.speaker_id = s.id and q.is_current and not q.retracted)"
                        + " and not exists (select from quote q where q.tags @> array['s:' || s.id] and q.is_current and not q.retracted)"
                        + " and not exists (select from intake_hold h where h.record_id = s.id)");
        retractUnused(job, "outlet",
                "select o.id from outlet o where o.import_id = ? and o.is_current and not o.retracted"
                        + " and not exists (select from document d where d.outlet_id = o.id and d.is_current and not d.retracted)"
                        + " and not exists (select from intake_hold h where h.record_id = o.id)");
        store.end(id, State.UNDONE, null);
        return false;
    }

    private boolean revertSome(Job job, int most) {
        record Revised(UUID quote, int revision, String dataset, String key) {
        }
        List<Revised> revised = session.doReturningWork(connection -> {
            try (PreparedStatement select = connection
                    .prepareStatement("delete from import_revision where (import_id, record_type, record_id)"
                            + " in (select import_id, record_type, record_id from import_revision where import_id = ? limit ?)"
                            + " returning record_id, revision, dataset, row_key")) {
                select.setObject(1, job.id());
                select.setInt(2, most);
                List<Revised> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Revised(row.getObject(1, UUID.class), row.getInt(2), row.getString(3),
                                row.getString(4)));
                    }
                }
                return found;
            }
        });
        for (Revised one : revised) {
            quotes.takeBack(one.quote, one.revision, job.undoReason());
            // What the row says now is to be compared anew when it comes again.
            rows.revise(one.dataset, one.key, null, null);
        }
        return !revised.isEmpty();
    }

    private boolean retractSome(Job job, int most) {
        List<UUID> quoteIds = new ArrayList<>();
        List<UUID> documentIds = new ArrayList<>();
        session.doWork(connection -> {
            try (PreparedStatement delete = connection
                    .prepareStatement("delete from import_row where (dataset, row_key) in"
                            + " (select dataset, row_key from import_row where import_id = ? order by line limit ?)"
                            + " returning quote_ids, document_id")) {
                delete.setObject(1, job.id());
                delete.setInt(2, most);
                try (ResultSet row = delete.executeQuery()) {
                    while (row.next()) {
                        quoteIds.addAll(Arrays.asList((UUID[]) row.getArray(1).getArray()));
                        documentIds.add(row.getObject(2, UUID.class));
                    }
                }
            }
        });
        if (documentIds.isEmpty()) {
            return false;
        }
        List<UUID> retracted = retract(job, "quote", quoteIds);
        regroup(retracted);
        List<UUID> unused = session.doReturningWork(connection -> ids(connection,
                "select d.id from document d where d.id = any(?)"
                        + " and d.import_id = ? and d.is_current and not d.retracted"
                        + " and not exists (select from quote q where q.document_id = d.id and q.is_current and not q.retracted)"
                        + " and not exists (select from document m where m.merged_into = d.id and m.is_current and not m.retracted)"
                        + " and not exists (select from intake_hold h where h.record_id = d.id)",
                array(connection, documentIds), job.id()));
        retract(job, "document", unused);
        return true;
    }

    private void retractUnused(Job job, String type, String select) {
        retract(job, type, session.doReturningWork(connection -> ids(connection, select, job.id())));
    }

    /** As records are retracted one by one: the same content once more, marked, and the change in the feed. */
    private List<UUID> retract(Job job, String table, List<UUID> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Instant at = ledger.begin();
        List<UUID> ids = new ArrayList<>();
        List<Integer> revisions = new ArrayList<>();
        session.flush();
        session.doWork(connection -> {
            String columns = columns(connection, table);
            try (PreparedStatement end = connection
                    .prepareStatement("update " + table + " set recorded_to = ? where id = any(?)"
                            + " and is_current and not retracted and recorded_from < ? returning id");
                    PreparedStatement insert = connection
                            .prepareStatement("insert into " + table + " (id, revision, recorded_from,"
                                    + " recorded_by, revision_type, reason, retracted, " + columns
                                    + ") select id, revision + 1, ?, ?,"
                                    + " 'RETRACTION', ?, true, " + columns + " from " + table
                                    + " where id = any(?) and recorded_to = ? returning id, revision")) {
                OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
                end.setObject(1, time);
                end.setArray(2, array(connection, wanted));
                end.setObject(3, time);
                List<UUID> ended = new ArrayList<>();
                try (ResultSet row = end.executeQuery()) {
                    while (row.next()) {
                        ended.add(row.getObject(1, UUID.class));
                    }
                }
                insert.setObject(1, time);
                insert.setString(2, job.undoBy());
                insert.setString(3, job.undoReason());
                insert.setArray(4, array(connection, ended));
                insert.setObject(5, time);
                try (ResultSet row = insert.executeQuery()) {
                    while (row.next()) {
                        ids.add(row.getObject(1, UUID.class));
                        revisions.add(row.getInt(2));
                    }
                }
            }
        });
        session.clear();
        ledger.appendAll(ChangeKind.RETRACTED, table, ids, revisions);
        return ids;
    }

    private void regroup(List<UUID> retracted) {
        Instant at = ledger.begin();
        List<UUID> paired = session.doReturningWork(connection -> ids(connection,
                "select distinct id from near_quote where id = any(?) and is_current", array(connection, retracted)));
        paired.forEach(quote -> near.keep(quote, Map.of(), at));
        List<UUID> groups = session.doReturningWork(connection -> ids(connection,
                "select distinct q.occurrence_of from quote q"
                        + " join occurrence_count c on c.id = q.occurrence_of and c.is_current where q.id = any(?) and q.is_current",
                array(connection, retracted)));
        groups.forEach(group -> occurrences.count(group, at));
    }

    /** What a revision holds beside its header and what the database computes. */
    private static String columns(Connection connection, String table) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("select string_agg(quote_ident(attname), ', ' order by attnum)"
                        + " from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped"
                        + " and attgenerated = '' and attname not in (" + HEADER + ")")) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static List<UUID> ids(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<UUID> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        }
    }

    private static Array array(Connection connection, List<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}
