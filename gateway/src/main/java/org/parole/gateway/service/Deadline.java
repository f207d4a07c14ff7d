package org.parole.gateway.service;

import java.time.Duration;

/** The one moment by which a request must be answered, whatever it takes on the way; kept on the clock that never jumps. */
public final class Deadline {

    /** Tells a service how many milliseconds are left. A duration, since the clocks of two machines differ. */
    public static final String HEADER = "Parole-Deadline-Ms";

    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    /** So much time from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Milliseconds left, never less than 1: timers take no 0. */
    public long millisLeft() {
        return Math.max(1, (at - System.nanoTime()) / 1_000_000);
    }

    /** Whether there is no time left. */
    public boolean isOver() {
        return System.nanoTime() - at >= 0;
    }
}
