package org.parole.gateway.compose;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How composed views are remembered. */
@ConfigMapping(prefix = "parole.views")
public interface ViewsConfig {

    /** How much memory remembered views may take. */
    @WithDefault("8M")
    MemorySize remembered();

    /** How long one is taken for good at most. */
    @WithDefault("PT1M")
    Duration rememberedFor();

    /** How long the services may take to say whether anything has changed; then the view is put together anew. */
    @WithDefault("PT1S")
    Duration askedWithin();
}
