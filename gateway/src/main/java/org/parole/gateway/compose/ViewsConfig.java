package org.parole.gateway.compose;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The cache of composed views. */
@ConfigMapping(prefix = "parole.views")
public interface ViewsConfig {

    /** How much memory the cache may take. */
    @WithDefault("8M")
    MemorySize cacheSize();

    /** How long a view is kept at most. */
    @WithDefault("PT1M")
    Duration cacheTtl();

    /** How long the services may take to say whether anything has changed. After that, the view is composed again. */
    @WithDefault("PT1S")
    Duration versionTimeout();
}
