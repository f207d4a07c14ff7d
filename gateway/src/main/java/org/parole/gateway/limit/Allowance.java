package org.parole.gateway.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** One policy: a token bucket for each holder; it remembers a limited number of holders. */
// The library finds its class for a cache like this one by name, and the framework does not register it.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.PSAMS")
final class Allowance {

    private static final long NANOS = 1_000_000_000L;

    private final String name;
    private final long burst;
    private final long refill;
    private final Duration period;
    private final String policy;
    private final Cache<String, Holder> holders;
    private final Counter refused;

    /** A bucket and when its being empty was last noted. */
    private record Holder(Bucket bucket, AtomicLong notedAt) {
    }

    /**
     * What came of it.
     *
     * @param allowed whether it may go on
     * @param left units that are left
     * @param retry seconds until there is enough again; 0 when it may go on
     * @param full seconds until the bucket is full again
     * @param first whether this is the first refusal of this holder for a minute
     */
    record Outcome(boolean allowed, long left, long retry, long full, boolean first) {
    }

    Allowance(String name, long burst, long refill, Duration period, int remembered, MeterRegistry metrics) {
        this.name = name;
        this.burst = burst;
        this.refill = refill;
        this.period = period;
        this.policy = '"' + name + "\";q=" + burst + ";w=" + Math.max(1, burst * period.toSeconds() / refill);
        this.holders = Caffeine.newBuilder().maximumSize(remembered).expireAfterAccess(Duration.ofMinutes(30)).build();
        this.refused = Counter.builder("parole.limit.refused").tag("by", name)
                .description("Requests that were refused because of a limit").register(metrics);
        metrics.gauge("parole.limit.holders", io.micrometer.core.instrument.Tags.of("by", name), holders,
                Cache::estimatedSize);
    }

    Outcome take(String holder, int units) {
        Holder known = known(holder);
        // What costs more than there can ever be would be refused for ever.
        ConsumptionProbe probe = known.bucket().tryConsumeAndReturnRemaining(Math.min(units, burst));
        boolean first = false;
        if (!probe.isConsumed()) {
            first = noteRefusal(known);
        }
        return new Outcome(probe.isConsumed(), probe.getRemainingTokens(), seconds(probe.getNanosToWaitForRefill()),
                seconds(probe.getNanosToWaitForReset()), first);
    }

    /** Takes units for what has been done already, or as many as are left: a debt would also keep those waiting who share the address. */
    void charge(String holder, int units) {
        known(holder).bucket().tryConsumeAsMuchAsPossible(units);
    }

    private Holder known(String holder) {
        return holders.get(holder, unknown -> new Holder(newBucket(), new AtomicLong(Long.MIN_VALUE)));
    }

    /** Counts a refusal; whether it is the first of this holder for a minute. */
    private boolean noteRefusal(Holder known) {
        refused.increment();
        long now = System.nanoTime();
        long before = known.notedAt().get();
        return (before == Long.MIN_VALUE || now - before > 60 * NANOS) && known.notedAt().compareAndSet(before, now);
    }

    /** Notes that this holder is refused for another reason than its units, and is to try again in a second. */
    Outcome refuse(String holder) {
        Outcome left = left(holder);
        return new Outcome(false, left.left(), 1, left.full(), noteRefusal(known(holder)));
    }

    /** What this holder has; takes nothing. */
    Outcome left(String holder) {
        long left = known(holder).bucket().getAvailableTokens();
        return new Outcome(true, left, 0, seconds((burst - left) * period.toNanos() / refill), false);
    }

    /** Whether this holder has used it up; takes nothing. */
    boolean isUsedUp(String holder) {
        Holder known = holders.getIfPresent(holder);
        return known != null && known.bucket().getAvailableTokens() <= 0;
    }

    private Bucket newBucket() {
        return Bucket.builder().addLimit(limit -> limit.capacity(burst).refillGreedy(refill, period)).build();
    }

    private static long seconds(long nanos) {
        return (nanos + NANOS - 1) / NANOS;
    }

    /** The value of RateLimit-Policy. */
    String policy() {
        return policy;
    }

    /** The value of RateLimit. */
    String state(Outcome outcome) {
        return '"' + name + "\";r=" + outcome.left() + ";t=" + outcome.full();
    }
}
