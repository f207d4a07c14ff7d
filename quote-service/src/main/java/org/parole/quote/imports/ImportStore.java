package org.parole.quote.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.parole.quote.imports.Job.Counts;
import org.parole.quote.imports.Job.Phase;
import org.parole.quote.imports.Job.State;

/** The imports, their files as they wait to be written, and the lines that were refused. */
@ApplicationScoped
class ImportStore {

    /** An upload that brings nothing for so long is given up: the service that took it has died. */
    private static final Duration SILENT = Duration.ofMinutes(15);

    private static final String COLUMNS = "id, format, dataset, licence, state, phase, dry_run, strict, created_by, created_at,"
            + " started_at, ended_at, lines, next_line, rows_read, written, already_there, revised, refused, problem, undo_reason,"
            + " undo_by, passed_over";

    private final Session session;

    ImportStore(Session session) {
        this.session = session;
    }

    @Transactional
    void create(UUID id, ImportRequest request, String createdBy) {
        update("insert into import_job (id, format, dataset, licence, state, phase, dry_run, strict, created_by)"
                + " values (?, ?, ?, ?, 'RECEIVING', ?, ?, ?, ?)", id, request.format(), request.dataset(),
                request.licence(), request.dryRun() || request.strict() ? "CHECK" : "WRITE", request.dryRun(),
                request.strict(), createdBy);
    }

    /** Keeps some of the file, with what of it is refused unread. */
    @Transactional
    void append(UUID id, Block block, List<Refusal> refusals) {
        if (block.lines() > 0) {
            update("insert into import_block (import_id, first_line, lines, content) values (?, ?, ?, ?)", id,
                    block.firstLine(), block.lines(), block.content());
        }
        refuse(id, refusals);
        update("update import_job set touched_at = clock_timestamp(), lines = lines + ?, rows_read = rows_read + ?,"
                + " refused = refused + ? where id = ?", block.lines(), refusals.size(), refusals.size(), id);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void refuse(UUID id, List<Refusal> refusals) {
        for (Refusal refusal : refusals) {
            update("insert into import_refused (import_id, line, pointer, reason, content) values (?, ?, ?, ?, ?)"
                    + " on conflict do nothing", id, refusal.line(), refusal.pointer(), refusal.reason(),
                    refusal.content());
        }
    }

    /** The file is here as a whole. */
    @Transactional
    void received(UUID id, List<String> passedOver) {
        update("update import_job set state = 'RUNNING', passed_over = ? where id = ? and state = 'RECEIVING'",
                passedOver.toArray(new String[0]), id);
    }

    @Transactional
    Optional<Job> find(UUID id) {
        return jobs("where id = ?", id).stream().findFirst();
    }

    /** The import, which nobody else changes until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Job> lock(UUID id) {
        return jobs("where id = ? for update", id).stream().findFirst();
    }

    /** What is to be worked on: one import after the other. */
    @Transactional
    Optional<Job> nextOpen() {
        return jobs("where state = 'RUNNING' order by created_at, id limit 1").stream().findFirst();
    }

    /** The imports, the newest first: those after one, if one is given. */
    @Transactional
    List<Job> page(Instant afterTime, UUID afterId, int rows) {
        return afterId == null
                ? jobs("order by created_at desc, id desc limit ?", rows)
                : jobs("where (created_at, id) < (?, ?) order by created_at desc, id desc limit ?", afterTime, afterId,
                        rows);
    }

    @Transactional
    List<Refusal> refused(UUID id, long after, int rows) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement select = prepare(connection,
                    "select line, pointer, reason, content from import_refused"
                            + " where import_id = ? and line > ? order by line limit ?",
                    id, after, rows);
                    ResultSet row = select.executeQuery()) {
                List<Refusal> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new Refusal(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
                }
                return found;
            }
        });
    }

    /** The block that has a line, or the first one after it. */
    @Transactional
    Optional<Block> block(UUID id, long line) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement select = prepare(connection, "select first_line, lines, content from import_block"
                    + " where import_id = ? and first_line + lines > ? order by first_line limit 1", id, line);
                    ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Block(row.getLong(1), row.getInt(2), row.getBytes(3)))
                        : Optional.<Block>empty();
            }
        });
    }

    /** Moves on behind a line, with what became of the rows up to it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void advance(UUID id, long nextLine, Counts done) {
        update("update import_job set next_line = ?, rows_read = rows_read + ?, written = written + ?,"
                + " already_there = already_there + ?, revised = revised + ?, refused = refused + ?,"
                + " started_at = coalesce(started_at, clock_timestamp()) where id = ?", nextLine, done.read(),
                done.written(), done.alreadyThere(), done.revised(), done.refused(), id);
    }

    /** After the look at the whole file, begins to write it, with all counts at nothing but for what was refused unread. */
    @Transactional(Transactional.TxType.MANDATORY)
    void beginToWrite(UUID id) {
        update("delete from import_seen where import_id = ?", id);
        update("update import_job set phase = 'WRITE', next_line = 1, rows_read = 0, written = 0, already_there = 0,"
                + " revised = 0, refused = 0 where id = ?", id);
    }

    /** Ends the import; its file goes. */
    @Transactional
    void end(UUID id, State state, String problem) {
        update("delete from import_block where import_id = ?", id);
        update("delete from import_seen where import_id = ?", id);
        update("update import_job set state = ?, problem = coalesce(?, problem), ended_at = clock_timestamp(),"
                // What only was looked at was not written.
                + " written = case when phase = 'CHECK' and not dry_run then 0 else written end,"
                + " revised = case when phase = 'CHECK' and not dry_run then 0 else revised end,"
                + " started_at = coalesce(started_at, clock_timestamp()) where id = ?", state.name(), problem, id);
    }

    /** An upload that came to nothing leaves nothing. */
    @Transactional
    void forget(UUID id) {
        update("delete from import_job where id = ? and state = 'RECEIVING'", id);
    }

    /** Begins to take back what an import wrote. */
    @Transactional(Transactional.TxType.MANDATORY)
    void beginToUndo(UUID id, String reason, String by) {
        update("update import_job set state = 'RUNNING', phase = 'UNDO', ended_at = null, undo_reason = ?, undo_by = ?"
                + " where id = ?", reason, by, id);
    }

    /** Fails the uploads that broke off with the service that took them. */
    @Transactional
    void giveUpSilentUploads() {
        var before = Instant.now().minus(SILENT);
        update("delete from import_block where import_id in (select id from import_job where state = 'RECEIVING'"
                + " and touched_at < ?)", before);
        update("update import_job set state = 'FAILED', ended_at = clock_timestamp(),"
                + " problem = 'The upload broke off. Nothing of it was written.' where state = 'RECEIVING' and touched_at < ?",
                before);
    }

    private List<Job> jobs(String condition, Object... values) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement select = prepare(connection, "select " + COLUMNS + " from import_job " + condition,
                    values);
                    ResultSet row = select.executeQuery()) {
                List<Job> found = new ArrayList<>();
                while (row.next()) {
                    found.add(job(row));
                }
                return found;
            }
        });
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(row.getObject("id", UUID.class), row.getString("format"), row.getString("dataset"),
                row.getString("licence"), State.valueOf(row.getString("state")), Phase.valueOf(row.getString("phase")),
                row.getBoolean("dry_run"), row.getBoolean("strict"), row.getString("created_by"),
                time(row, "created_at"),
                time(row, "started_at"), time(row, "ended_at"), row.getLong("lines"), row.getLong("next_line"),
                new Counts(row.getLong("rows_read"), row.getLong("written"), row.getLong("already_there"),
                        row.getLong("revised"), row.getLong("refused")),
                row.getString("problem"), row.getString("undo_reason"), row.getString("undo_by"),
                List.of((String[]) row.getArray("passed_over").getArray()));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private int update(String sql, Object... values) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement update = prepare(connection, sql, values)) {
                return update.executeUpdate();
            }
        });
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String[] texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts));
            } else {
                statement.setObject(i + 1, values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i]);
            }
        }
        return statement;
    }
}
