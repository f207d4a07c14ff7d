package org.parole.kit.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.parole.kit.database.Database;
import org.parole.kit.database.ReplicaBehindException;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.time.AsOf;

/**
 * Record time and the feed of changes, and who may write beside whom.
 *
 * <p>
 * A writer either is {@link #alone} from its first read to its commit, or writes {@link #beside} others: then only writers that
 * name one of its keys wait for it. Both draw their record time at the end, under a lock that they keep until they have
 * committed ({@link #recordedAt}): so record times and the feed's numbers rise in the order of the commits, a reader of the feed
 * never misses a change that becomes visible late, and an answer for a past record time can never change. Everything slow comes
 * before that lock: see docs/adr/0103-writers-beside-each-other.md.
 */
@ApplicationScoped
public class Ledger {

    // "parole" in ASCII: the key of the advisory lock, the same in every service and of meaning only within one database.
    private static final long STAMP = 0x7061726F6C65L;

    // "parole+": writers beside each other share it, and one that is alone does not.
    private static final long GATE = STAMP << 8 | '+';

    /** More keys than this make a writer {@link #alone}: the server keeps every lock in shared memory, and one on the gate does for all. */
    public static final int MOST_KEYS = 256;

    private static final String STATE = "org.parole.writing";
    private static final String SLOT = "org.parole.slot";

    private final Database database;
    private final Session session;
    private final TransactionSynchronizationRegistry transaction;
    private final Recorder recorder;
    private final WriteSlots slots;

    Ledger(Database database, Session session, TransactionSynchronizationRegistry transaction, Recorder recorder,
            WriteSlots slots) {
        this.database = database;
        this.session = session;
        this.transaction = transaction;
        this.recorder = recorder;
        this.slots = slots;
    }

    /** What a transaction has locked, drawn and not yet put into the feed. */
    private static final class Writing {

        private final boolean isAlone;
        private Instant recordedAt;
        private final Set<Long> locks = new HashSet<>();
        private final List<FeedEntry> entries = new ArrayList<>();

        private Writing(boolean isAlone) {
            this.isAlone = isAlone;
        }
    }

    /**
     * Waits until nobody else writes, and keeps all other writers away until the transaction ends: for a write that depends on
     * more than keys can name, as a merger does. Call it before anything is read that the write depends on.
     *
     * @throws IllegalStateException after {@link #beside}: two writers that both wanted to be alone then would wait for each
     *         other
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void alone() {
        Writing known = writing();
        if (known == null) {
            start(true);
            session.doWork(connection -> lock(connection, "select pg_advisory_xact_lock(?)", GATE));
        } else if (!known.isAlone) {
            throw new IllegalStateException("A writer beside others cannot become the only one");
        }
    }

    /**
     * Writes beside others, but for those that name one of these keys: they wait until the transaction ends. Two writers of
     * which one has to see what the other writes must have a key in common. Call it before anything is read that the write
     * depends on; once more for keys that only a read could tell, which is to be repeated then. Too many keys are one writer
     * {@link #alone}, and so is one that is alone already.
     *
     * @param keys what they stand for is the caller's affair, as in "article:example.org/1"
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void beside(Collection<String> keys) {
        Writing known = writing();
        if (known != null && known.isAlone) {
            return;
        }
        if (known == null && keys.size() > MOST_KEYS) {
            alone();
            return;
        }
        if (known == null) {
            start(false);
        }
        Writing writing = writing();
        Long[] locks = keys.stream().map(Ledger::lockOf).filter(writing.locks::add).sorted().toArray(Long[]::new);
        if (known == null || locks.length > 0) {
            session.doWork(connection -> share(connection, locks));
        }
    }

    /**
     * Makes sure that nobody else writes beside the current transaction who names this key, where it turns out only now that this
     * matters.
     *
     * @return whether it has waited for that, so that what was read before is to be read again; false where the transaction named the
     *         key before, is {@link #alone}, or does not write
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean besideLate(String key) {
        Writing known = writing();
        if (known == null || known.isAlone || known.locks.contains(lockOf(key))) {
            return false;
        }
        beside(List.of(key));
        return true;
    }

    private static void share(Connection connection, Long[] locks) throws SQLException {
        // In one order everywhere, so that no two writers wait for each other.
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock_shared(?)"
                + " union all select pg_advisory_xact_lock(key) from unnest(?) key")) {
            lock.setLong(1, GATE);
            lock.setArray(2, connection.createArrayOf("int8", locks));
            lock.execute();
        }
    }

    private static Long lockOf(String key) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Whether the current transaction has all other writers kept away. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isAlone() {
        Writing known = writing();
        return known != null && known.isAlone;
    }

    private Writing writing() {
        return (Writing) transaction.getResource(STATE);
    }

    /**
     * Waits until there are few enough writers in this service, before the transaction takes a connection. The methods above do it
     * as well; call it first where something else is written before.
     *
     * @throws org.parole.kit.problem.ProblemException 503 when there were too many for too long
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void awaitSlot() {
        if (transaction.getResource(SLOT) != null) {
            return;
        }
        slots.take();
        transaction.putResource(SLOT, true);
        transaction.registerInterposedSynchronization(new Synchronization() {

            @Override
            public void beforeCompletion() {
                // It is kept until the end.
            }

            @Override
            public void afterCompletion(int status) {
                slots.giveBack();
            }
        });
    }

    private void start(boolean isAlone) {
        awaitSlot();
        Writing writing = new Writing(isAlone);
        transaction.putResource(STATE, writing);
        transaction.registerInterposedSynchronization(new Synchronization() {

            @Override
            public void beforeCompletion() {
                if (!writing.entries.isEmpty()) {
                    throw new IllegalStateException("Changes that were not published: " + writing.entries);
                }
            }

            @Override
            public void afterCompletion(int status) {
                // What is left of a transaction that was rolled back is gone with it.
            }
        });
    }

    /** Becomes {@link #alone} and draws the record time at once. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Instant begin() {
        alone();
        return recordedAt();
    }

    /**
     * The record time of the current transaction; the same at every call in it. The first call waits for the writer that has
     * drawn one before, if there is one, and keeps others waiting until the transaction ends: call it when all is checked and
     * made, and only the rows are left to be written. Without {@link #beside} before, the writer is {@link #alone}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Instant recordedAt() {
        if (writing() == null) {
            alone();
        }
        Writing writing = writing();
        if (writing.recordedAt == null) {
            writing.recordedAt = session.doReturningWork(connection -> {
                lock(connection, "select pg_advisory_xact_lock(?)", STAMP);
                // A separate statement, because it must see the commit of the previous writer.
                return instant(connection, "select greatest(clock_timestamp(),"
                        + " (select recorded_at + interval '1 microsecond' from change order by seq desc limit 1))");
            });
        }
        return writing.recordedAt;
    }

    /** Notes a change for the feed; {@link #publish} has to follow. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(ChangeKind kind, String recordType, Object recordId, int revision) {
        recordedAt();
        writing().entries.add(new FeedEntry(kind, recordType, recordId.toString(), revision));
    }

    /** Puts the changes that were noted into the feed, in their order and in one statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish() {
        Writing writing = writing();
        if (writing == null || writing.entries.isEmpty()) {
            return;
        }
        session.doWork(
                connection -> FeedEntry.insertAll(connection, writing.entries, writing.recordedAt, recorder.name()));
        writing.entries.clear();
    }

    /** Puts a change into the feed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(ChangeKind kind, String recordType, Object recordId, int revision) {
        note(kind, recordType, recordId, revision);
        publish();
    }

    /** Puts the same change of many records into the feed, in their order: the revision of each beside its id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(ChangeKind kind, String recordType, List<? extends Object> recordIds,
            List<Integer> revisions) {
        for (int i = 0; i < recordIds.size(); i++) {
            note(kind, recordType, recordIds.get(i), revisions.get(i));
        }
        publish();
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
                lock(connection, "select pg_advisory_lock_shared(?)", STAMP);
                lock(connection, "select pg_advisory_unlock_shared(?)", STAMP);
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

    private static void lock(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setLong(1, key);
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
