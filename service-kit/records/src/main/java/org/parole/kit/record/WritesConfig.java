package org.parole.kit.record;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests may write at once. */
@ConfigMapping(prefix = "parole.writes")
public interface WritesConfig {

    /** Fewer than the connections to the database, so that readers have some while writers wait. */
    @WithDefault("10")
    @Min(1)
    int atOnce();

    /** How long a request waits before it is refused with 503. */
    @WithDefault("PT10S")
    Duration patience();
}
