package org.parole.kit.replica;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.parole.kit.database.Database;
import org.parole.kit.database.ReplicaBehindException;
import org.parole.kit.http.RecordedThrough;
import org.parole.kit.record.Ledger;

import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * A replica, or several behind one address. An answer is made in one transaction: that is one connection, so one replica, and one
 * snapshot, which the place in the feed is read from as well.
 */
@ApplicationScoped
public class Replica {

    private static final Logger LOG = Logger.getLogger(Replica.class);
    private static final long PRESENT = Long.MIN_VALUE;

    private final Database database;
    private final Ledger ledger;
    private final ReplicaConfig config;
    private final long began = System.nanoTime();
    // When it is worth a try again, since we began; PRESENT while it is not known to be away.
    private final AtomicLong awayUntil = new AtomicLong(PRESENT);

    Replica(Database database, Ledger ledger, ReplicaConfig config) {
        this.database = database;
        this.ledger = ledger;
        this.config = config;
    }

    /** Whether there is one to be read. */
    public boolean isConfigured() {
        return database.replica().isPresent();
    }

    /** Whether it was away when it was last asked. */
    public boolean isAway() {
        return awayUntil.get() != PRESENT;
    }

    /** A position in the change feed, in the form for clients. */
    String tokenOf(long place) {
        return RecordedThrough.of(config.feed(), place);
    }

    /** Whether to ask it: not while it is away, but for one request now and then that finds out. */
    boolean isWorthATry() {
        long until = awayUntil.get();
        return until == PRESENT || until <= now() && awayUntil.compareAndSet(until, nextTry());
    }

    /**
     * What the replica answers.
     *
     * @param least the place in the feed that it must have replayed
     * @param read asks for it
     * @param place receives the position in the change feed to which the answer belongs
     * @throws ReplicaBehindException where it has not
     */
    <T> T answer(long least, Callable<T> read, LongConsumer place) throws Exception {
        AtomicReference<Exception> failure = new AtomicReference<>();
        try {
            return database.callOnReplica(() -> QuarkusTransaction.requiringNew().call(() -> {
                try {
                    long head = head();
                    found();
                    if (head < least) {
                        throw new ReplicaBehindException();
                    }
                    T answer = read.call();
                    place.accept(head);
                    return answer;
                } catch (Exception e) {
                    failure.set(e);
                    throw e;
                }
            }));
        } catch (Exception e) {
            // A connection that is lost cannot be rolled back either, and of the two failures that is not the one to know.
            throw failure.get() == null ? e : failure.get();
        }
    }

    private void found() {
        if (awayUntil.getAndSet(PRESENT) != PRESENT) {
            LOG.info("The replica answers again.");
        }
    }

    private long head() throws SQLException {
        // The handle is given back and the connection stays: it is the transaction's.
        try (Connection connection = database.getConnection()) {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (int) config.answersWithin().toMillis());
            long head = ledger.head();
            connection.setNetworkTimeout(Runnable::run, usual);
            return head;
        }
    }

    /** It was found to be away: the primary is read alone for a while. */
    void away(Throwable failure) {
        if (awayUntil.getAndSet(nextTry()) == PRESENT) {
            LOG.warnf("The replica is away, the primary answers: %s", failure.getMessage());
        }
        // Those that were open lead nowhere now, and each would have to be found out by a request.
        database.replica().ifPresent(connections -> connections.flush(FlushMode.IDLE));
    }

    private long nextTry() {
        return now() + config.triedAgainAfter().toNanos();
    }

    private long now() {
        return System.nanoTime() - began;
    }
}
