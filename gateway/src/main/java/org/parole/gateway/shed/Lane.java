package org.parole.gateway.shed;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Places for requests of one kind. A burst of reads may wait; that too many keep waiting for the beginning of their answers is no burst
 * but more than can be done, and then only as many may wait as are answered in a short time. Told apart as controlled delay does
 * (RFC 8289): by the fewest that waited at any moment of a short window. After a crowd, the places of a burst come back little by
 * little, or all of them would be taken at once, and whoever took them would wait as long as before. Safe for many threads; which of
 * two that meet gets the last place is open.
 */
final class Lane {

    private static final long WINDOW = 25_000_000;
    /** In so many calm windows, as many places come back as may stand. */
    private static final int COMING_BACK = 4;

    private final int most;
    private final int burst;
    private final int standing;
    private final long wait;
    private final LongSupplier clock;
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicLong windowEnds;
    private volatile int fewest;
    private volatile int limit;

    /**
     * A lane with nobody in it.
     *
     * @param most requests that may be inside at once
     * @param burst reads that may wait for the beginning of their answers for a moment
     * @param standing reads that may go on waiting for the beginning of their answers, however slowly these come
     * @param wait more may go on waiting where answers come so fast that nobody waits longer than this
     * @param clock nanoseconds from any moment, never less than before
     */
    Lane(int most, int burst, int standing, Duration wait, LongSupplier clock) {
        this.most = most;
        this.burst = burst;
        this.standing = standing;
        this.wait = wait.toNanos();
        this.clock = clock;
        this.limit = burst;
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
        if (others >= limit) {
            return false;
        }
        waiting.incrementAndGet();
        return true;
    }

    /** The answer has begun, or never will. */
    void answered() {
        answered.incrementAndGet();
        look(waiting.decrementAndGet());
    }

    private void look(int now) {
        if (now < fewest) {
            fewest = now;
        }
        long end = windowEnds.get();
        long time = clock.getAsLong();
        if (time - end >= 0 && windowEnds.compareAndSet(end, time + WINDOW)) {
            long lasted = time - end + WINDOW;
            // By Little's law, as many as wait so long at the pace of this window.
            int worth = (int) Math.min(burst, Math.max(standing, answered.getAndSet(0) * wait / lasted));
            if (fewest >= worth) {
                limit = worth;
            } else if (limit < burst && fewest < worth / 2) {
                limit = (int) Math.min(burst, limit + Math.max(1, worth / COMING_BACK) * (lasted / WINDOW));
            }
            fewest = now;
        }
    }

    /** Requests inside now. */
    int inside() {
        return inside.get();
    }

    /** Whether too many have been waiting for too long, and not all places of a burst have come back since. */
    boolean isCrowded() {
        return limit < burst;
    }
}
