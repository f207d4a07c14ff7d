package org.parole.gateway.service;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the services are, and how long and how much the gateway lets them take. */
@ConfigMapping(prefix = "parole.services")
public interface ServicesConfig {

    /** Base URL of the quote-service. */
    URI quoteUrl();

    /** Base URL of the tally-service. */
    URI tallyUrl();

    /** How long a composed view may take in all. */
    @WithDefault("PT3S")
    Duration viewDeadline();

    /** How long a service may take until its answer to a passed-on request begins. */
    @WithDefault("PT20S")
    Duration passThroughDeadline();

    /** The same for exports, of which manifests and parts may have to be written once to nobody before. */
    @WithDefault("PT6M")
    Duration exportDeadline();

    /** How long a passed-on exchange may stand still. */
    @WithDefault("PT60S")
    Duration idle();

    /** How long a connection may take to be made. */
    @WithDefault("PT1S")
    Duration connect();

    /** Connections to each service, on each event loop; {@code parole.concurrency} limits how many are in use together. */
    @WithDefault("64")
    int connections();

    /** Requests that may wait for one of them; any more are refused at once. */
    @WithDefault("256")
    int waiting();

    /** Requests of composed views that may be under way at one service; any more fail at once. */
    @WithDefault("128")
    int atOnce();

    /** Of how many requests half must fail for a service to be left alone for a moment. */
    @WithDefault("20")
    int breakerVolume();

    /** How long it is left alone. */
    @WithDefault("PT2S")
    Duration breakerDelay();

    /** The largest answer that a composed view takes in. */
    @WithDefault("16M")
    MemorySize largestPart();

    /** Bytes of all parts of all views that are being put together; a sixteenth of the heap unless set. What else comes is missing. */
    Optional<MemorySize> composing();

    /** The largest body that is passed on. */
    @WithDefault("2M")
    MemorySize largestBody();

    /** The largest archive that is passed on. */
    @WithDefault("2G")
    MemorySize largestUpload();

    /** How long an archive may take to come and be kept. */
    @WithDefault("PT6H")
    Duration uploadDeadline();

    /** The base URL of one service. */
    default URI url(ServiceName service) {
        return service == ServiceName.QUOTES ? quoteUrl() : tallyUrl();
    }
}
