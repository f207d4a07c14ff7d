package org.parole.gateway.shed;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Places for requests of one kind. A burst may take them all; that too many keep waiting for the beginning of their answers is no
 * burst but more than can be done, and then only as many may wait as are worth it. Told apart as controlled delay does (RFC 8289): by
 * the fewest that waited at any moment of a short window. Safe for many threads; which of two that meet gets the last place is open.
 */
final class Lane {

    private static final long WINDOW = 25_000_000;

    private final int most;
    private final int standing;
    private final LongSupplier clock;
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong windowEnds;
    private volatile int fewest;
    private volatile boolean crowded;

    /**
     * A lane with nobody in it.
     *
     * @param most requests that may be inside at once
     * @param standing of these, reads that may go on waiting for the beginning of their answers
     * @param clock nanoseconds from any moment, never less than before
     */
    Lane(int most, int standing, LongSupplier clock) {
        this.most = most;
        this.standing = standing;
        this.clock = clock;
        this.windowEnds = new AtomicLong(clock.getAsLong() + WINDOW);
    }

    /** Takes a place, which {@link #leave} gives back; false when there is none. */
    boolean enter() {
        if (inside.incrementAndGet() <= most) {
            return true;
        }
        inside.decrementAndGet();
        return false;
    }

    /** Gives a place back. */
    void leave() {
        inside.decrementAndGet();
    }

    /** Begins to wait for the beginning of an answer, until {@link #answered}; false when too many have been waiting for too long. */
    boolean await() {
        int others = waiting.get();
        look(others);
        if (crowded && others >= standing) {
            return false;
        }
        waiting.incrementAndGet();
        return true;
    }

    /** The answer has begun, or never will. */
    void answered() {
        look(waiting.decrementAndGet());
    }

    private void look(int now) {
        if (now < fewest) {
            fewest = now;
        }
        long end = windowEnds.get();
        long time = clock.getAsLong();
        if (time - end >= 0 && windowEnds.compareAndSet(end, time + WINDOW)) {
            // Not open again at the first place that is free: it would be taken at once, and all others with it.
            crowded = fewest >= (crowded ? standing / 2 : standing);
            fewest = now;
        }
    }

    /** Requests inside now. */
    int inside() {
        return inside.get();
    }

    /** Whether too many have been waiting for too long. */
    boolean isCrowded() {
        return crowded;
    }
}
