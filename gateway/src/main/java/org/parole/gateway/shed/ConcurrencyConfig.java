package org.parole.gateway.shed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The concurrency limits of this replica: one for each service, and one for the views that the gateway composes. */
@ConfigMapping(prefix = "parole.concurrency")
public interface ConcurrencyConfig {

    /** Requests in progress under one limit. */
    @WithDefault("32")
    int limit();

    /** Requests in the queue of one limit; more get 503. */
    @WithDefault("32")
    int queue();
}
