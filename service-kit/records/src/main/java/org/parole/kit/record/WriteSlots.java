package org.parole.kit.record;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.problem.ProblemException;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Lets so many requests write at once, fewer than there are connections to the database: writers that wait for one that stalls must
 * not take the connections that readers need. The others wait before their transaction begins, for a while.
 */
@ApplicationScoped
class WriteSlots {

    private final Semaphore slots;
    private final Duration patience;

    WriteSlots(WritesConfig config, MeterRegistry metrics) {
        this.slots = new Semaphore(config.atOnce(), true);
        this.patience = config.patience();
        metrics.gauge("parole.writes.waiting", slots, Semaphore::getQueueLength);
    }

    /**
     * Takes one, or waits for one.
     *
     * @throws ProblemException 503 when none became free in time
     */
    void take() {
        try {
            if (!slots.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.unavailable("Too many writes are in progress. Nothing was written.",
                        Duration.ofSeconds(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("The service ends. Nothing was written.", Duration.ofSeconds(2));
        }
    }

    /** Gives back one that was taken. */
    void giveBack() {
        slots.release();
    }
}
