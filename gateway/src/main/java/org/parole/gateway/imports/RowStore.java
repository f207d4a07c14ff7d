package org.parole.gateway.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.imports.mapping.Defect;
import org.parole.gateway.imports.mapping.Draft;
import org.parole.gateway.imports.table.TableRow;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The staged rows of imports, and what each has become. */
@ApplicationScoped
@RegisterForReflection(targets = Draft.class)
class RowStore {

    private static final int LONGEST_CONTENT = 10_000;
    private static final int LONGEST_REASON = 2_000;

    private final Sql sql;
    private final ObjectMapper mapper;

    RowStore(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    /** How many rows a piece of work has accounted for, by what became of them. */
    record Counts(long read, long written, long alreadyThere, long revised, long refused) {

        static Counts ofRead(long read) {
            return new Counts(read, 0, 0, 0, 0);
        }
    }

    // --- Staging ---

    static void stage(Connection connection, UUID id, List<StagedRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                """
                        INSERT INTO import_row (import_id, line, cells, row_key, has_id, document_key, state) VALUES (?, ?, ?, ?, ?, ?, 'PENDING')
                        """)) {
            for (StagedRow row : rows) {
                Sql.bind(connection, insert, id, row.row().line(), row.row().cells(), row.key(), row.hasId(),
                        row.documentKey());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * Tells rows with the same key apart: where it is their own id, only the first of them is taken; else they are numbered, since a
     * source may say one thing twice.
     */
    static void settleKeys(Connection connection, UUID id) throws SQLException {
        Sql.update(connection,
                """
                        INSERT INTO import_refusal (import_id, line, n, pointer, reason, content)
                        SELECT import_id, line, 1, '', 'has the same id as line ' || first || ': ' || row_key, left(array_to_string(cells, ','), 10000)
                        FROM (SELECT *, min(line) OVER (PARTITION BY row_key) AS first FROM import_row WHERE import_id = ? AND has_id) rows
                        WHERE line > first
                        """,
                id);
        Sql.update(connection,
                """
                        UPDATE import_row SET state = 'REFUSED' FROM import_refusal r
                        WHERE import_row.import_id = ? AND r.import_id = import_row.import_id AND r.line = import_row.line AND import_row.state = 'PENDING'
                        """,
                id);
        Sql.update(connection, """
                UPDATE import_row SET row_key = import_row.row_key || '-' || nth
                FROM (SELECT line, row_number() OVER (PARTITION BY row_key ORDER BY line) AS nth FROM import_row
                      WHERE import_id = ? AND NOT has_id) numbered
                WHERE import_row.import_id = ? AND import_row.line = numbered.line AND nth > 1
                """, id, id);
        Sql.update(connection,
                """
                        UPDATE import_job SET refused = (SELECT count(DISTINCT line) FROM import_refusal WHERE import_id = ?) WHERE id = ?
                        """,
                id, id);
    }

    static void refuse(Connection connection, UUID id, TableRow row, List<Defect> defects) throws SQLException {
        for (int i = 0; i < defects.size(); i++) {
            Sql.update(connection,
                    "INSERT INTO import_refusal (import_id, line, n, pointer, reason, content) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    id, row.line(), i + 1, cut(defects.get(i).pointer(), 1000),
                    cut(defects.get(i).reason(), LONGEST_REASON),
                    cut(csv(row.cells()), LONGEST_CONTENT));
        }
    }

    private static String csv(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.matches("(?s).*[\",\n\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                .collect(Collectors.joining(","));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    // --- Working ---

    /** The rows of the document whose row comes first among those left, at most so many; empty when all are accounted for. */
    List<StagedRow> next(UUID id, int most) {
        return sql.query(
                row -> new StagedRow(new TableRow(row.getLong(1), List.of((String[]) row.getArray(2).getArray())),
                        row.getString(3),
                        row.getBoolean(4), row.getString(5)),
                """
                        SELECT line, cells, row_key, has_id, document_key FROM import_row
                        WHERE import_id = ? AND state = 'PENDING' AND document_key = (
                            SELECT document_key FROM import_row WHERE import_id = ? AND state = 'PENDING' ORDER BY line LIMIT 1)
                        ORDER BY line LIMIT ?
                        """,
                id, id, most);
    }

    static void done(Connection connection, UUID id, List<StagedRow> rows, String state) throws SQLException {
        for (StagedRow row : rows) {
            Sql.update(connection, "UPDATE import_row SET state = ? WHERE import_id = ? AND line = ?", state, id,
                    row.row().line());
        }
    }

    static void count(Connection connection, UUID id, Counts counts) throws SQLException {
        Sql.update(connection,
                """
                        UPDATE import_job SET rows_read = rows_read + ?, written = written + ?, already_there = already_there + ?, revised = revised + ?,
                               refused = refused + ? WHERE id = ?
                        """,
                counts.read(), counts.written(), counts.alreadyThere(), counts.revised(), counts.refused(), id);
    }

    <T> T transaction(Sql.Work<T> work) {
        return sql.transaction(work);
    }

    // --- What rows have become ---

    Map<String, RecordedRow> records(String dataset, List<String> labels) {
        return sql
                .query(this::recorded, "SELECT * FROM import_record WHERE dataset = ? AND label = ANY (?)", dataset,
                        labels)
                .stream()
                .collect(Collectors.toMap(RecordedRow::label, row -> row));
    }

    /** Some of what a job took in, while there is any. */
    List<RecordedRow> recordsOf(UUID id, int most) {
        return sql.query(this::recorded, "SELECT * FROM import_record WHERE import_id = ? ORDER BY label LIMIT ?", id,
                most);
    }

    private RecordedRow recorded(java.sql.ResultSet row) throws SQLException {
        return new RecordedRow(row.getString("label"), row.getObject("document_id", UUID.class),
                row.getObject("quote_id", UUID.class),
                row.getObject("report_id", UUID.class), draft(row.getString("draft")),
                row.getObject("import_id", UUID.class));
    }

    void keep(Connection connection, String dataset, RecordedRow record) throws SQLException {
        Sql.update(connection,
                """
                        INSERT INTO import_record (dataset, label, document_id, quote_id, report_id, draft, import_id) VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (dataset, label) DO UPDATE SET document_id = excluded.document_id, quote_id = excluded.quote_id,
                            report_id = excluded.report_id, draft = excluded.draft, import_id = excluded.import_id
                        """,
                dataset, record.label(), record.documentId(), record.quoteId(), record.reportId(), text(record.draft()),
                record.importId());
    }

    /** Remembers what a job is about to revise. */
    void keepBefore(Connection connection, UUID id, String dataset, RecordedRow record) throws SQLException {
        Sql.update(connection,
                "INSERT INTO import_change (import_id, dataset, label, before) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                id,
                dataset, record.label(), text(record.draft()));
    }

    /** Some of what a job revised, as it was before, by label. */
    Map<String, Draft> changesOf(UUID id, int most) {
        return sql.query(row -> Map.entry(row.getString(1), draft(row.getString(2))),
                "SELECT label, before FROM import_change WHERE import_id = ? ORDER BY label LIMIT ?", id, most).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void forgetChange(Connection connection, UUID id, String label) throws SQLException {
        Sql.update(connection, "DELETE FROM import_change WHERE import_id = ? AND label = ?", id, label);
    }

    void forget(String dataset, String label) {
        sql.update("DELETE FROM import_record WHERE dataset = ? AND label = ?", dataset, label);
    }

    UUID document(String dataset, String documentKey) {
        return sql.query(row -> row.getObject(1, UUID.class),
                "SELECT document_id FROM import_document WHERE dataset = ? AND document_key = ?", dataset, documentKey)
                .stream().findFirst()
                .orElse(null);
    }

    static void keepDocument(Connection connection, String dataset, String documentKey, UUID documentId, UUID importId,
            boolean isNew)
            throws SQLException {
        Sql.update(connection,
                """
                        INSERT INTO import_document (dataset, document_key, document_id, import_id, is_new) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (dataset, document_key) DO UPDATE SET document_id = excluded.document_id
                        """,
                dataset, documentKey, documentId, importId, isNew);
    }

    /** Whether a document was not recorded when a job last set out to take it in; empty where it has not. */
    Optional<Boolean> foundNew(UUID importId, String documentKey) {
        return sql.query(row -> row.getBoolean(1),
                "SELECT is_new FROM import_setting_out WHERE import_id = ? AND document_key = ?", importId, documentKey)
                .stream().findFirst();
    }

    void keepFoundNew(UUID importId, String documentKey, boolean isNew) {
        sql.update("""
                INSERT INTO import_setting_out (import_id, document_key, is_new) VALUES (?, ?, ?)
                ON CONFLICT (import_id, document_key) DO UPDATE SET is_new = excluded.is_new
                """, importId, documentKey, isNew);
    }

    /** The documents that were not there before a job. */
    List<UUID> documentsOf(UUID id) {
        return sql.query(row -> row.getObject(1, UUID.class),
                "SELECT document_id FROM import_document WHERE import_id = ? AND is_new", id);
    }

    void forgetDocument(UUID documentId) {
        sql.update("DELETE FROM import_document WHERE document_id = ?", documentId);
    }

    // --- What was refused ---

    /** A refusal and its place among those of its row. */
    record Refusal(RefusedLine line, int n) {
    }

    List<Refusal> refused(UUID id, long afterLine, int afterN, int limit) {
        return sql.query(row -> new Refusal(
                new RefusedLine(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)), row.getInt(5)),
                "SELECT line, pointer, reason, content, n FROM import_refusal WHERE import_id = ? AND (line, n) > (?, ?) ORDER BY line, n LIMIT ?",
                id,
                afterLine, afterN, limit);
    }

    private String text(Draft draft) {
        try {
            return mapper.writeValueAsString(draft);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft can always be written", e);
        }
    }

    private Draft draft(String text) {
        try {
            return mapper.readValue(text, Draft.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored draft cannot be read", e);
        }
    }
}
