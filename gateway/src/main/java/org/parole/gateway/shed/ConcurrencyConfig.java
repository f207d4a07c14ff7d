package org.parole.gateway.shed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much this replica does at once. There is one limit for each service, and one for what the gateway composes itself. */
@ConfigMapping(prefix = "parole.concurrency")
public interface ConcurrencyConfig {

    /** Requests of a kind that may be under way. */
    @WithDefault("32")
    int limit();

    /** Requests of a kind that may wait for one of these to end; any more are refused with 503. */
    @WithDefault("32")
    int queue();
}
