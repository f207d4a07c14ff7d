package org.parole.kit.inflight;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How slow a client may be, and how many unread bytes the service keeps for it. */
@ConfigMapping(prefix = "parole.bounds")
public interface BoundsConfig {

    /** Time from the first byte of a request's head to its end; then the service closes the connection. */
    @WithDefault("PT10S")
    Duration head();

    /** Time from the end of a request's head to the end of its body; then 408. */
    @WithDefault("PT60S")
    Duration body();

    /** Time for which a body may arrive more slowly than {@link #bodyRate}; then 408. */
    @WithDefault("PT5S")
    Duration bodyGrace();

    /** Bytes a second at which a body must arrive on average. */
    @WithDefault("500")
    long bodyRate();

    /** Time for which a client may read nothing of its answer; then the service resets the stream or closes the connection. */
    @WithDefault("PT20S")
    Duration unread();

    /** Bytes a second that a client must read on average, after the time {@link #unread} has passed. */
    @WithDefault("1000")
    long readRate();

    /** Concurrent requests of one HTTP/2 connection; the protocol refuses more. */
    @WithDefault("32")
    int streams();

    /** Unread bytes of one connection; the service resets its further requests. */
    @WithDefault("4M")
    MemorySize unsentPerConnection();

    /** Unread bytes of all clients; by default a fifth of the heap. The clients that have read nothing for longest are reset first. */
    Optional<MemorySize> unsent();

    /** Requests in flight; by default one for each 32 KB of heap, at least 1,024. More get 503. */
    Optional<Integer> inFlight();

    /** Bytes of unfinished heads of all connections; by default a sixteenth of the heap. The oldest are closed first. */
    Optional<MemorySize> heads();

    /** The unread bytes of all clients. */
    default long unsentInAll() {
        return unsent().map(MemorySize::asLongValue).orElse(Runtime.getRuntime().maxMemory() / 5);
    }

    /** The requests in flight. */
    default int inFlightInAll() {
        return inFlight()
                .orElse((int) Math.min(Integer.MAX_VALUE, Math.max(1_024, Runtime.getRuntime().maxMemory() / 32_768)));
    }

    /** The bytes of unfinished heads. */
    default long headsInAll() {
        return heads().map(MemorySize::asLongValue).orElse(Runtime.getRuntime().maxMemory() / 16);
    }
}
