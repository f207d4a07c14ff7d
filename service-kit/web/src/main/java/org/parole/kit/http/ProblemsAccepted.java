package org.parole.kit.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.parole.kit.problem.Problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes a write whose {@code Accept} names only the media type of problems: where the answer has no body, a client that follows the
 * API document, as Swagger UI does, knows no other. An answer in another format is better than a refusal (RFC 9110, 12.5.1).
 */
@ApplicationScoped
class ProblemsAccepted {

    // Before the framework chooses a resource by the header.
    private static final int EARLY = 900;

    void register(@Observes Filters filters) {
        filters.register(this::acceptTheRest, EARLY);
    }

    private void acceptTheRest(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        HttpMethod method = context.request().method();
        if (accept != null && accept.contains(Problem.MEDIA_TYPE) && !method.equals(HttpMethod.GET)
                && !method.equals(HttpMethod.HEAD)) {
            context.request().headers().set(HttpHeaders.ACCEPT, accept + ", */*;q=0.1");
        }
        context.next();
    }
}
