package org.parole.gateway.imports;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How imports of tables are worked on. */
@ConfigMapping(prefix = "parole.imports")
public interface ImportsConfig {

    /** How often a replica looks for imports that nobody works on. */
    @WithDefault("1s")
    String lookEvery();

    /** How long an import stays with a replica that says nothing more; another one takes it up then. */
    @WithDefault("PT15S")
    Duration lease();

    /** How long a replica waits before it asks a service again that could not answer. */
    @WithDefault("PT2S")
    Duration pause();

    /** The largest table, when it is unpacked. */
    @WithDefault("2G")
    MemorySize largest();
}
