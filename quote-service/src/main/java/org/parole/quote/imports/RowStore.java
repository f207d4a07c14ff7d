package org.parole.quote.imports;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.parole.kit.database.CopyRows;

/** Which records stand for the rows of data sets. */
@ApplicationScoped
class RowStore {

    // "parole#": only one chunk is written at a time, whatever import it is of.
    private static final long IMPORTS = 0x7061726F6C65L << 8 | '#';

    private final Session session;

    RowStore(Session session) {
        this.session = session;
    }

    /**
     * What is known of a row.
     *
     * @param hash      of what it said last; null where it must be compared anew
     * @param importId  that recorded it
     * @param revisedBy the import that last brought other content, or null
     * @param line      where it stood in the file of the import that recorded it
     */
    record Link(String key, byte[] hash, UUID importId, UUID revisedBy, long line, UUID documentId,
            List<UUID> quoteIds) {
    }

    /** A row as a look at the whole file has met it. */
    record Seen(byte[] hash, long line) {
    }

    /** Waits until nobody else writes rows of an import, until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock() {
        session.doWork(connection -> {
            try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
                lock.setLong(1, IMPORTS);
                lock.execute();
            }
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Map<String, Link> known(String dataset, Collection<String> keys) {
        return session.doReturningWork(connection -> {
            Map<String, Link> known = new HashMap<>();
            try (PreparedStatement select = connection
                    .prepareStatement("select row_key, row_hash, import_id, revised_by, line, document_id,"
                            + " quote_ids from import_row where dataset = ? and row_key = any(?)")) {
                select.setString(1, dataset);
                select.setArray(2, connection.createArrayOf("text", keys.toArray()));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        known.put(row.getString(1),
                                new Link(row.getString(1), row.getBytes(2), row.getObject(3, UUID.class),
                                        row.getObject(4, UUID.class), row.getLong(5), row.getObject(6, UUID.class),
                                        Arrays.asList((UUID[]) row.getArray(7).getArray())));
                    }
                }
            }
            return known;
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Map<String, Seen> seen(UUID importId, Collection<String> keys) {
        return session.doReturningWork(connection -> {
            Map<String, Seen> seen = new HashMap<>();
            try (PreparedStatement select = connection
                    .prepareStatement("select row_key, row_hash, line from import_seen"
                            + " where import_id = ? and row_key = any(?)")) {
                select.setObject(1, importId);
                select.setArray(2, connection.createArrayOf("text", keys.toArray()));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        seen.put(row.getString(1), new Seen(row.getBytes(2), row.getLong(3)));
                    }
                }
            }
            return seen;
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void see(UUID importId, Collection<LineReader.Read> reads) {
        write("import_seen", "import_id, row_key, row_hash, line", rows -> reads.forEach(read -> {
            rows.add(importId).add(read.row().key()).add(hex(read.hash())).add(read.line().number());
            rows.end();
        }));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(String dataset, Collection<Link> links) {
        write("import_row", "dataset, row_key, row_hash, import_id, line, document_id, quote_ids",
                rows -> links.forEach(link -> {
                    rows.add(dataset).add(link.key()).add(hex(link.hash())).add(link.importId()).add(link.line())
                            .add(link.documentId()).array(link.quoteIds());
                    rows.end();
                }));
    }

    /** The row has come with other content. */
    @Transactional(Transactional.TxType.MANDATORY)
    void revise(String dataset, String key, byte[] hash, UUID by) {
        update("update import_row set row_hash = ?, revised_by = ? where dataset = ? and row_key = ?", hash, by,
                dataset,
                key);
    }

    /** An import has made this revision of a quote. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keepRevision(UUID importId, UUID quoteId, String dataset, String key) {
        update("insert into import_revision (import_id, record_type, record_id, revision, dataset, row_key)"
                + " select ?, 'quote', id, revision, ?, ? from quote where id = ? and is_current", importId, dataset,
                key,
                quoteId);
    }

    /** An import has recorded this record, which is there already. */
    @Transactional(Transactional.TxType.MANDATORY)
    void mark(String table, Collection<UUID> ids, UUID importId) {
        if (ids.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (PreparedStatement update = connection
                    .prepareStatement("update " + table + " set import_id = ? where id = any(?)")) {
                update.setObject(1, importId);
                update.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
                update.executeUpdate();
            }
        });
    }

    /** Whether somebody has corrected a quote by hand since it was imported, or since an import corrected it. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean isCorrectedByHand(UUID quoteId) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement select = connection
                    .prepareStatement("select exists (select from quote where id = ? and revision >"
                            + " coalesce((select max(revision) from import_revision where record_type = 'quote' and record_id = ?), 1)"
                            + " and revision_type in ('CORRECTION', 'DEFINITION_CHANGE'))")) {
                select.setObject(1, quoteId);
                select.setObject(2, quoteId);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getBoolean(1);
                }
            }
        });
    }

    private interface Filling {
        void fill(CopyRows rows) throws SQLException;
    }

    private void write(String table, String columns, Filling filling) {
        session.doWork(connection -> {
            var rows = new CopyRows(table, columns);
            filling.fill(rows);
            rows.write(connection);
        });
    }

    private void update(String sql, Object... values) {
        session.doWork(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    update.setObject(i + 1, values[i]);
                }
                update.executeUpdate();
            }
        });
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? null : "\\x" + java.util.HexFormat.of().formatHex(bytes);
    }

}
