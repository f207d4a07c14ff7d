package org.parole.kit.replica;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.parole.kit.record.Ledger;
import org.parole.kit.record.QueryFailedException;

/**
 * The place in the feed that every answer has reached, so that a replica that has stopped following is not read for ever. The
 * primary is asked now and then where its feed ends; what it said that long ago, a replica must have replayed by now.
 */
@ApplicationScoped
class ReplicaFloor {

    private static final Logger LOG = Logger.getLogger(ReplicaFloor.class);

    private final Ledger ledger;
    private final long lag;
    private final Lock asking = new ReentrantLock();
    private volatile Said said;

    ReplicaFloor(Ledger ledger, ReplicaConfig config) {
        this.ledger = ledger;
        this.lag = config.lag().toNanos();
    }

    /**
     * What the primary has said.
     *
     * @param at when, by the clock of this process
     * @param head where its feed ended
     * @param floor what was asked of replicas since
     */
    private record Said(long at, long head, long floor) {
    }

    /** The least that an answer may be of. */
    long place() {
        Said last = said;
        if (last != null && ageOf(last) < lag) {
            return last.floor();
        }
        if (last == null) {
            asking.lock();
        } else if (!asking.tryLock()) {
            // Somebody asks already, and a primary that is slow to say it must not hold up what the replica answers.
            return last.floor();
        }
        try {
            if (said == last) {
                said = ask(last);
            }
            return said.floor();
        } finally {
            asking.unlock();
        }
    }

    private Said ask(Said last) {
        try {
            long head = ledger.head();
            // After a time without reads, what was said before it is too long ago to be of use.
            long floor = last != null && ageOf(last) < 2 * lag ? last.head() : head;
            return new Said(System.nanoTime(), head, floor);
        } catch (QueryFailedException e) {
            // The replica is the only one left that can answer.
            LOG.debugf(e, "The primary does not say where its feed ends");
            return last == null
                    ? new Said(System.nanoTime(), 0, 0)
                    : new Said(System.nanoTime(), last.head(), last.floor());
        }
    }

    private static long ageOf(Said said) {
        return System.nanoTime() - said.at();
    }
}
