package org.parole.kit.export;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parole.kit.problem.ProblemException;

/**
 * What is known of the files that were exported: the length and the hash of a file are known when it has been written, so that the
 * manifest of a file that was downloaded from here costs nothing. One that was not is written once more for nobody, as few of them at
 * a time as are allowed, and for no longer than is allowed.
 */
@ApplicationScoped
class Measurements {

    private static final int KEPT = 1_000;
    private static final Duration LATER = Duration.ofSeconds(30);

    private final Semaphore slots;
    private final Duration longest;
    private final Map<String, Measured> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Measured> eldest) {
            return size() > KEPT;
        }
    };

    Measurements(@ConfigProperty(name = "parole.exports.measured-at-once", defaultValue = "2") int atOnce,
            @ConfigProperty(name = "parole.exports.longest-measurement", defaultValue = "PT5M") Duration longest) {
        this.slots = new Semaphore(atOnce);
        this.longest = longest;
    }

    Optional<Measured> of(String tag) {
        synchronized (known) {
            return Optional.ofNullable(known.get(tag));
        }
    }

    void keep(String tag, Measured measured) {
        synchronized (known) {
            known.put(tag, measured);
        }
    }

    /**
     * What is known of a file, or what measuring it says.
     *
     * @param tag     of the file; null where no two are the same
     * @param measure takes what is to be run from time to time
     * @throws ProblemException 503 where too many are measured already, or it takes too long
     */
    Measured of(String tag, Function<Runnable, Measured> measure) {
        Optional<Measured> found = tag == null ? Optional.empty() : of(tag);
        if (found.isPresent()) {
            return found.get();
        }
        if (!slots.tryAcquire()) {
            throw ProblemException.unavailable("The lengths of other exports are being found out. Ask again later.",
                    LATER);
        }
        try {
            long begun = System.nanoTime();
            Measured measured = measure.apply(() -> {
                if (System.nanoTime() - begun > longest.toNanos()) {
                    throw ProblemException.unavailable("Finding out the length of this export takes longer than "
                            + longest.toSeconds() + " seconds. Download the whole export first, or ask for less.",
                            LATER);
                }
            });
            if (tag != null) {
                keep(tag, measured);
            }
            return measured;
        } finally {
            slots.release();
        }
    }
}
