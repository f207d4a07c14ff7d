package org.parole.gateway.shed;

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

    /** Of each kind, reads that may go on waiting for their answers to begin, once it is more than a burst. */
    @WithDefault("32")
    int standing();
}
