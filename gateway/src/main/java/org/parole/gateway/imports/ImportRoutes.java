package org.parole.gateway.imports;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.parole.gateway.imports.table.TableFormat;
import org.parole.gateway.passthrough.Destinations;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Tells which requests about imports the gateway answers itself: those of tables, of mappings, and the list of all imports. The others are
 * passed on to the quote-service.
 */
@ApplicationScoped
class ImportRoutes {

    // Before requests are passed on.
    private static final int FIRST = -1;
    private static final String ROOT = "/api/v1/imports";

    private final Vertx vertx;
    private final JobStore jobs;

    ImportRoutes(Vertx vertx, JobStore jobs) {
        this.vertx = vertx;
        this.jobs = jobs;
    }

    void route(@Observes Router router) {
        router.route(ROOT).order(FIRST).handler(this::ofAll);
        router.route(ROOT + "/*").order(FIRST).handler(this::ofOne);
    }

    private void ofAll(RoutingContext context) {
        if (context.request().method() != HttpMethod.POST
                || TableFormat.of(context.request().getParam("format")).isPresent()) {
            Destinations.keepHere(context);
        }
        context.next();
    }

    private void ofOne(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.length() <= ROOT.length() + 1) {
            // The router takes the list itself for one of its members, too.
            context.next();
            return;
        }
        String rest = path.substring(ROOT.length() + 1);
        String first = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
        if (first.equals("mappings")) {
            Destinations.keepHere(context);
            context.next();
            return;
        }
        UUID id;
        try {
            id = UUID.fromString(first);
        } catch (IllegalArgumentException e) {
            context.next();
            return;
        }
        // The body must not arrive before somebody listens.
        context.request().pause();
        vertx.executeBlocking(() -> jobs.has(id), false).onComplete(found -> {
            context.request().resume();
            if (found.succeeded() && found.result()) {
                Destinations.keepHere(context);
            }
            if (found.succeeded()) {
                context.next();
            } else {
                context.fail(found.cause());
            }
        });
    }
}
