package org.parole.gateway.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** What every answer tells browsers: to take nothing for something else, to frame nothing, to say nothing to others. */
@ApplicationScoped
public class SecurityHeaders {

    // Before everything, so that refusals carry them too.
    private static final int FIRST = 2_000;

    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence FRAMES = HttpHeaders.createOptimized("X-Frame-Options");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence RESOURCES = HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
    private static final CharSequence CONTENT = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence TRANSPORT = HttpHeaders.createOptimized("Strict-Transport-Security");

    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    private final String page;
    private final String pagePath;
    private final String transport;

    SecurityHeaders(@ConfigProperty(name = "parole.headers.page-script") String pageScript,
            @ConfigProperty(name = "parole.headers.page") String pagePath,
            @ConfigProperty(name = "parole.headers.transport", defaultValue = "max-age=31536000") String transport) {
        this.pagePath = pagePath;
        this.transport = transport;
        // Swagger UI sets styles of its own on elements; its one script in the page is known by its hash.
        this.page = "default-src 'none'; script-src 'self' '" + pageScript
                + "'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, FIRST);
    }

    private void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set(NOSNIFF, "nosniff").set(FRAMES, "DENY").set(REFERRER, "no-referrer").set(RESOURCES, "same-origin")
                .set(CONTENT, context.request().path().startsWith(pagePath) ? page : DATA);
        // Over plain HTTP browsers must ignore it; the scheme is that of the client where a trusted proxy says so.
        if ("https".equals(context.request().scheme())) {
            headers.set(TRANSPORT, transport);
        }
        context.next();
    }
}
