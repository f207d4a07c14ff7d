package org.parole.kit.inflight;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How slow a client may be, and how much of what it does not read is kept for it. */
@ConfigMapping(prefix = "parole.bounds")
public interface BoundsConfig {

    /** From the first byte of a request's head to its end; then the connection is closed. */
    @WithDefault("PT10S")
    Duration head();

    /** From the head of a request to the end of its body; then 408. */
    @WithDefault("PT60S")
    Duration body();

    /** For how long a body may come more slowly than {@link #bodyRate}; then 408. */
    @WithDefault("PT5S")
    Duration bodyGrace();

    /** Bytes a second that a body must bring on average. */
    @WithDefault("500")
    long bodyRate();

    /** For how long a client may read nothing of an answer that waits for it; then the stream is reset or the connection closed. */
    @WithDefault("PT20S")
    Duration unread();

    /** Bytes a second that a client must read on average, once it has taken longer than {@link #unread}. */
    @WithDefault("1000")
    long readRate();

    /** Requests that one HTTP/2 connection may have open; the others are refused by the protocol. */
    @WithDefault("32")
    int streams();

    /** Bytes that may wait for one connection to read them; what else it asks for is reset. */
    @WithDefault("4M")
    MemorySize unsentPerConnection();

    /** Bytes that may wait for all clients; a fifth of the heap unless set. Those who have read nothing for longest are reset first. */
    Optional<MemorySize> unsent();

    /** Requests that may be in flight; one for 32 KB of heap unless set, and 1,024 at least. Beyond, 503. */
    Optional<Integer> inFlight();

    /** Bytes of unfinished heads of all connections; a sixteenth of the heap unless set. The oldest are closed first. */
    Optional<MemorySize> heads();

    /** The bytes that may wait for all clients. */
    default long unsentInAll() {
        return unsent().map(MemorySize::asLongValue).orElse(Runtime.getRuntime().maxMemory() / 5);
    }

    /** The requests that may be in flight. */
    default int inFlightInAll() {
        return inFlight()
                .orElse((int) Math.min(Integer.MAX_VALUE, Math.max(1_024, Runtime.getRuntime().maxMemory() / 32_768)));
    }

    /** The bytes of unfinished heads. */
    default long headsInAll() {
        return heads().map(MemorySize::asLongValue).orElse(Runtime.getRuntime().maxMemory() / 16);
    }
}
