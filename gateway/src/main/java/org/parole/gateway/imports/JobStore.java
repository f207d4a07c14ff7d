package org.parole.gateway.imports;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.access.Caller;
import org.parole.gateway.access.Role;
import org.parole.kit.imports.ImportJob;
import org.parole.kit.imports.ImportState;

/** The imports of tables, and which replica works on which. All times are the database's: replicas' clocks differ. */
@ApplicationScoped
class JobStore {

    private static final String COLUMNS = "id, format, dataset, licence, state, dry_run, strict, caller, role, mapping, headings, rows_read,"
            + " written, already_there, revised, refused, created_at, started_at, ended_at, problem, cancel_asked, undo_reason, now() AS now";

    private final Sql sql;

    JobStore(Sql sql) {
        this.sql = sql;
    }

    /** Adds a job whose rows are staged by the same transaction. */
    static void add(Connection connection, UUID id, Upload upload, Caller caller, String mapping, List<String> headings)
            throws SQLException {
        Sql.update(connection,
                """
                        INSERT INTO import_job (id, format, dataset, licence, state, dry_run, strict, caller, role, mapping, headings, created_at)
                        VALUES (?, ?, ?, ?, 'QUEUED', ?, ?, ?, ?, ?, ?, now())
                        """,
                id, upload.format().word(), upload.dataset(), upload.licence(), upload.dryRun(), upload.strict(),
                caller.name(),
                caller.role().name(), mapping, headings);
    }

    Optional<Job> find(UUID id) {
        return sql.query(JobStore::read, "SELECT " + COLUMNS + " FROM import_job WHERE id = ?", id).stream()
                .findFirst();
    }

    boolean has(UUID id) {
        return !sql.query(row -> true, "SELECT 1 FROM import_job WHERE id = ?", id).isEmpty();
    }

    /** The newest first, from behind a moment and an id on. */
    List<ImportJob> newest(Instant before, UUID beforeId, int limit) {
        return sql.query(row -> read(row).view(), "SELECT " + COLUMNS
                + " FROM import_job WHERE (created_at, id) < (?, ?) ORDER BY created_at DESC, id DESC LIMIT ?",
                Timestamp.from(before), beforeId, limit);
    }

    /** Takes the oldest job that nobody works on; it is this replica's for so long. */
    Optional<Job> claim(Duration lease) {
        return sql.query(JobStore::read,
                """
                        UPDATE import_job SET lease_until = now() + ? * interval '1 millisecond', state = CASE WHEN state = 'QUEUED' THEN 'RUNNING' ELSE state END,
                               started_at = coalesce(started_at, now())
                        WHERE id = (SELECT id FROM import_job
                                    WHERE (state IN ('QUEUED', 'RUNNING') OR undo_reason IS NOT NULL AND state <> 'UNDONE')
                                          AND (lease_until IS NULL OR lease_until < now())
                                    ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING\s"""
                        + COLUMNS,
                lease.toMillis()).stream().findFirst();
    }

    /** Keeps a job, and says how it stands now; empty when another replica has it. */
    Optional<Job> renew(UUID id, Duration lease) {
        return sql.query(JobStore::read,
                "UPDATE import_job SET lease_until = now() + ? * interval '1 millisecond' WHERE id = ? RETURNING "
                        + COLUMNS,
                lease.toMillis(), id).stream().findFirst();
    }

    void release(UUID id) {
        sql.update("UPDATE import_job SET lease_until = NULL WHERE id = ?", id);
    }

    /** What keeps it from going on for the moment; null for nothing. */
    void problem(UUID id, String problem) {
        sql.update("UPDATE import_job SET problem = ? WHERE id = ? AND problem IS DISTINCT FROM ?", problem, id,
                problem);
    }

    void end(UUID id, ImportState state, String problem) {
        sql.update("UPDATE import_job SET state = ?, problem = ?, ended_at = now(), lease_until = NULL WHERE id = ?",
                state.name(),
                problem, id);
    }

    void askToCancel(UUID id) {
        sql.update("UPDATE import_job SET cancel_asked = true WHERE id = ? AND state IN ('QUEUED', 'RUNNING')", id);
    }

    /** Whether it was not asked for already. */
    boolean askToUndo(UUID id, String reason) {
        return sql.update("UPDATE import_job SET undo_reason = ? WHERE id = ? AND undo_reason IS NULL AND NOT dry_run"
                + " AND state IN ('DONE', 'FAILED', 'CANCELLED')", reason, id) == 1;
    }

    static Job read(ResultSet row) throws SQLException {
        long read = row.getLong("rows_read");
        long done = row.getLong("written") + row.getLong("already_there") + row.getLong("revised")
                + row.getLong("refused");
        Instant started = instant(row, "started_at");
        Instant ended = instant(row, "ended_at");
        double seconds = started == null
                ? 0
                : Math.max(0.001,
                        Duration.between(started, ended == null ? instant(row, "now") : ended).toMillis() / 1000.0);
        Double rate = seconds == 0 ? null : Math.round(done / seconds * 10) / 10.0;
        Long left = ended != null || rate == null || rate == 0 ? null : (long) Math.ceil((read - done) / rate);
        ImportJob view = new ImportJob(row.getObject("id", UUID.class), row.getString("format"),
                row.getString("dataset"),
                row.getString("licence"), ImportState.valueOf(row.getString("state")), row.getBoolean("dry_run"),
                row.getBoolean("strict"), read, row.getLong("written"), row.getLong("already_there"),
                row.getLong("revised"),
                row.getLong("refused"), rate, left, instant(row, "created_at"), started, ended,
                row.getString("problem"), null);
        return new Job(view, new Caller(row.getString("caller"), Role.valueOf(row.getString("role"))),
                row.getString("mapping"),
                List.of((String[]) row.getArray("headings").getArray()), row.getBoolean("cancel_asked"),
                row.getString("undo_reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
