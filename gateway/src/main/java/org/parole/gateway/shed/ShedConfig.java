package org.parole.gateway.shed;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much this replica takes on at once. */
@ConfigMapping(prefix = "parole.at-once")
public interface ShedConfig {

    /** Requests that are passed on to one service. */
    @WithDefault("128")
    int passedOn();

    /** Requests that the gateway answers itself: composed views, intakes, keys. */
    @WithDefault("128")
    int own();

    /** Of each kind, reads that may wait for their answers to begin, for a moment. */
    @WithDefault("64")
    int burst();

    /** Of each kind, reads that may go on waiting. */
    @WithDefault("32")
    int standing();

    /** More may go on waiting where the answers begin so fast that nobody waits longer than this. */
    @WithDefault("10ms")
    Duration standingWait();
}
