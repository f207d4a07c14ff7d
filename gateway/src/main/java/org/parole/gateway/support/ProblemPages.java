package org.parole.gateway.support;

import org.parole.kit.problem.Problem;

import io.vertx.ext.web.RoutingContext;

/** Tells people of problems where a browser asks for a page. */
public interface ProblemPages {

    /**
     * The problem as a page.
     *
     * @return null where the client wants the problem itself
     */
    String page(RoutingContext context, Problem problem);
}
