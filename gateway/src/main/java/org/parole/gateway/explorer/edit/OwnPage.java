package org.parole.gateway.explorer.edit;

import org.parole.gateway.explorer.Frame;
import org.parole.kit.problem.ProblemException;

import io.vertx.ext.web.RoutingContext;

/** Takes forms only from pages of this gateway, as browsers tell where a form comes from. */
final class OwnPage {

    private OwnPage() {
    }

    /** Refuses a form of another site with 403. What tells nothing of it is no browser, and so nobody's victim. */
    static void require(RoutingContext context) {
        String site = context.request().getHeader("Sec-Fetch-Site");
        String origin = context.request().getHeader("Origin");
        // The first cannot be forged by a page and knows nothing of proxies; browsers leave it out over plain HTTP.
        boolean own = site != null
                ? site.equals("same-origin")
                : origin == null || origin.equals(Frame.origin(context));
        if (!own) {
            throw ProblemException.forbidden("The form did not come from a page of this gateway.");
        }
    }
}
