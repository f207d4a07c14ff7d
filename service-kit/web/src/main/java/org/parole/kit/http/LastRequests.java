package org.parole.kit.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Between the signal to end and the end ({@code quarkus.shutdown.delay}) a service still answers everything, but asks each client to
 * take another connection next time: otherwise those that keep theirs would be cut off in the middle of their work.
 */
@ApplicationScoped
public class LastRequests {

    private static final int BEFORE_ANYTHING = 2_000;

    private volatile boolean ending;

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        ending = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::sayGoodbye, BEFORE_ANYTHING);
    }

    private void sayGoodbye(RoutingContext context) {
        if (ending) {
            if (context.request().version() == HttpVersion.HTTP_2) {
                HttpConnection connection = context.request().connection();
                connection.goAway(0);
            } else {
                context.response().putHeader("Connection", "close");
            }
        }
        context.next();
    }
}
