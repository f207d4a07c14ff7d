package org.parole.kit.replica;

import java.time.Duration;

import org.parole.kit.http.RecordedThrough;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How replicas are read, where {@code quarkus.datasource.replica} has an address. */
@ConfigMapping(prefix = "parole.replica")
public interface ReplicaConfig {

    /** What the service's feed of changes is called in {@link RecordedThrough}. */
    @WithDefault("changes")
    String feed();

    /** How far a replica may lag and still be read; an answer is never three times as old. */
    @WithDefault("PT10S")
    Duration lag();

    /** How long a replica may take to say how far it is. */
    @WithDefault("PT1S")
    Duration answersWithin();

    /** How long the primary is read alone after a replica was found to be away. */
    @WithDefault("PT5S")
    Duration triedAgainAfter();
}
