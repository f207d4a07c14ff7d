package org.parole.gateway.support;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/** Keeps ids, and whatever else clients make up, out of the metrics: each would be a time series of its own. */
@Singleton
public class MetricsByRoute {

    // Before everything that may refuse a request.
    private static final int FIRST = 3_000;
    /** Where the extension for metrics looks for the route of a request. */
    private static final String ROUTE = "UrlPathTemplate";

    void nameRoutes(@Observes Filters filters) {
        filters.register(MetricsByRoute::nameRoute, FIRST);
    }

    private static void nameRoute(RoutingContext context) {
        // The gateway's own resources put their more exact path in its place.
        Vertx.currentContext().putLocal(ROUTE, PathShape.of(context.request().path()));
        context.next();
    }

    @Produces
    @Singleton
    MeterFilter withoutIds() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                String uri = id.getTag("uri");
                if (uri == null || !isWrittenByClient(id.getName(), uri)) {
                    return id;
                }
                return id.withTag(Tag.of("uri", PathShape.of(uri)));
            }
        };
    }

    /** A path that is refused before its route is known, such as one with a bad escape, is counted as the client wrote it. */
    private static boolean isWrittenByClient(String meter, String uri) {
        return meter.startsWith("http.client")
                || meter.startsWith("http.server") && uri.startsWith("/") && uri.indexOf('{') < 0;
    }
}
