package org.parole.kit.dev;

import java.time.Duration;
import java.time.Instant;

/** How long to wait before something that ends by itself is started again: longer each time, for ever, and short again once it has run well. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** What runs for this long runs well. */
    private static final Duration STEADY = Duration.ofMinutes(1);

    private Duration next = Duration.ZERO;
    private Instant startedAt;

    /** It was started. */
    void started(Instant now) {
        startedAt = now;
    }

    /** It has ended, and may be started again after the time that this returns. */
    Duration ended(Instant now) {
        if (startedAt == null || startedAt.plus(STEADY).isBefore(now)) {
            next = Duration.ZERO;
        }
        Duration wait = next;
        next = next.isZero() ? FIRST : next.multipliedBy(2);
        if (next.compareTo(LONGEST) > 0) {
            next = LONGEST;
        }
        return wait;
    }
}
