package org.parole.kit.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.parole.kit.database.Database;
import org.parole.kit.database.ReplicaBehindException;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.time.AsOf;

/**
 * Record time and the feed of changes. Writers of one database are let through one at a time, from {@link #begin} to their
 * commit: so record times and the feed's numbers rise in the order of the commits, a reader of the feed never misses a change
 * that becomes visible late, and an answer for a past record time can never change. The price is that writes do not overlap;
 * they take milliseconds.
 */
@ApplicationScoped
public class Ledger {

    // "parole" in ASCII: the key of the advisory lock, the same in every service and of meaning only within one database.
    private static final long WRITERS = 0x7061726F6C65L;

    private static final String RECORDED_AT = "org.parole.recordedAt";

    private final Database database;
    private final Session session;
    private final TransactionSynchronizationRegistry transaction;
    private final Recorder recorder;

    Ledger(Database database, Session session, TransactionSynchronizationRegistry transaction, Recorder recorder) {
        this.database = database;
        this.session = session;
        this.transaction = transaction;
        this.recorder = recorder;
    }

    /**
     * The record time of the current transaction; the same at every call in it. Waits for the writer before, if there is one.
     * Call it before anything is read that the write depends on.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Instant begin() {
        Instant known = (Instant) transaction.getResource(RECORDED_AT);
        if (known != null) {
            return known;
        }
        Instant recordedAt = session.doReturningWork(connection -> {
            lock(connection, "select pg_advisory_xact_lock(?)");
            // A separate statement, because it must see the commit of the previous writer.
            return instant(connection, "select greatest(clock_timestamp(),"
                    + " (select recorded_at + interval '1 microsecond' from change order by seq desc limit 1))");
        });
        transaction.putResource(RECORDED_AT, recordedAt);
        return recordedAt;
    }

    /** Puts a change into the feed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(ChangeKind kind, String recordType, Object recordId, int revision) {
        Instant recordedAt = begin();
        session.doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into change"
                    + " (kind, record_type, record_id, revision, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, kind.name());
                insert.setString(2, recordType);
                insert.setString(3, recordId.toString());
                insert.setInt(4, revision);
                insert.setObject(5, recordedAt.atOffset(ZoneOffset.UTC));
                insert.setString(6, recorder.name());
                insert.executeUpdate();
            }
        });
    }

    /** Puts the same change of many records into the feed, in their order: the revision of each beside its id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(ChangeKind kind, String recordType, List<? extends Object> recordIds,
            List<Integer> revisions) {
        if (recordIds.isEmpty()) {
            return;
        }
        Instant recordedAt = begin();
        session.doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into change"
                    + " (kind, record_type, record_id, revision, recorded_at, recorded_by)"
                    + " select ?, ?, id, revision, ?, ? from unnest(?::text[], ?::int[]) with ordinality r (id, revision, place)"
                    + " order by place")) {
                insert.setString(1, kind.name());
                insert.setString(2, recordType);
                insert.setObject(3, recordedAt.atOffset(ZoneOffset.UTC));
                insert.setString(4, recorder.name());
                insert.setArray(5,
                        connection.createArrayOf("text", recordIds.stream().map(Object::toString).toArray()));
                insert.setArray(6, connection.createArrayOf("int4", revisions.toArray()));
                insert.executeUpdate();
            }
        });
    }

    /**
     * The changes after a place in the feed, in the order of their commits.
     *
     * @param after the last place already seen; 0 for the beginning
     * @param limit the maximum number
     */
    @Transactional
    public List<Change> changesAfter(long after, int limit) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement select = connection
                    .prepareStatement("select seq, kind, record_type, record_id, revision,"
                            + " recorded_at, recorded_by from change where seq > ? order by seq limit ?")) {
                select.setLong(1, after);
                select.setInt(2, limit);
                List<Change> changes = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        changes.add(new Change(row.getLong(1), ChangeKind.valueOf(row.getString(2)), row.getString(3),
                                row.getString(4), row.getInt(5), row.getObject(6, OffsetDateTime.class).toInstant(),
                                row.getString(7)));
                    }
                }
                return changes;
            }
        });
    }

    /**
     * The place of the last change in the feed; 0 before the first. While it stays, no read of now answers anything else. One
     * statement without a transaction, because it is asked before every view that is remembered elsewhere.
     */
    public long head() {
        return last("seq", row -> row.getLong(1), 0L);
    }

    /** The record time of the last change; the beginning of 1970 before the first. What is committed later has a later one. */
    public Instant lastRecordedAt() {
        return last("recorded_at", row -> row.getObject(1, OffsetDateTime.class).toInstant(), Instant.EPOCH);
    }

    private <T> T last(String column, ColumnReader<T> reader, T none) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("select " + column + " from change order by seq desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? reader.read(row) : none;
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

    private interface ColumnReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * The record time that a read is to be answered for, or null for now. Waits for writers that may yet commit something
     * recorded before a very recent time.
     *
     * @throws ProblemException 400 when it lies in the future
     * @throws ReplicaBehindException where a replica is read that may not have all that was recorded by then
     */
    @Transactional
    public Instant readAt(AsOf asOf) {
        if (asOf == null) {
            return null;
        }
        if (database.isReplica()) {
            return replayed(asOf.instant());
        }
        return session.doReturningWork(connection -> {
            Instant now = instant(connection, "select clock_timestamp()");
            // The current day's end is in the future; it means what is recorded up to now.
            Instant wanted = asOf.wholeDay() && asOf.instant().minus(Duration.ofDays(1)).isBefore(now)
                    && asOf.instant().isAfter(now) ? now : asOf.instant();
            if (wanted.isAfter(now)) {
                throw ProblemException.invalidParameter("asOf", "must not be in the future: it is " + now + " now");
            }
            if (!AsOf.isSettled(wanted, now)) {
                lock(connection, "select pg_advisory_lock_shared(?)");
                lock(connection, "select pg_advisory_unlock_shared(?)");
            }
            return wanted;
        });
    }

    /** A replica has no writers to wait for. What it has replayed from after the time tells that it has all from before it. */
    private Instant replayed(Instant wanted) {
        if (!wanted.isBefore(lastRecordedAt()) || !AsOf.isSettled(wanted, Instant.now())) {
            throw new ReplicaBehindException();
        }
        return wanted;
    }

    private static void lock(Connection connection, String sql) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setLong(1, WRITERS);
            lock.execute();
        }
    }

    private static Instant instant(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
