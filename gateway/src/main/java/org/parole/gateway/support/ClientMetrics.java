package org.parole.gateway.support;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;

/** Keeps ids out of the metrics of the calls to the services: each would be a time series of its own. */
@Singleton
public class ClientMetrics {

    @Produces
    @Singleton
    MeterFilter withoutIds() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                String uri = id.getName().startsWith("http.client") ? id.getTag("uri") : null;
                return uri == null ? id : id.withTag(Tag.of("uri", shape(uri)));
            }
        };
    }

    /** The path without its query, and with a placeholder for the id that follows the collection. */
    static String shape(String uri) {
        return uri.replaceFirst("[?].*", "").replaceAll("/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "/{id}")
                .replaceFirst("^(/api/v1/[a-z-]+|/internal/intakes)/[^/]+", "$1/{id}");
    }
}
