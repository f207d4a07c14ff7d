package org.parole.gateway.explorer.picture;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The API's lists as CSV under an address of their own: a link in a page cannot say what it accepts. */
@ApplicationScoped
public class TableRoutes {

    private static final Set<String> LISTS = Set.of("agreements", "commitments", "release-reports", "quotes",
            "speakers", "documents", "parties", "tallies", "exchanges");
    private static final String ENDING = ".csv";

    void route(@Observes Router router) {
        router.get("/data/:file").order(0).handler(TableRoutes::pass);
    }

    private static void pass(RoutingContext context) {
        String file = context.pathParam("file");
        String list = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : "";
        if (!LISTS.contains(list)) {
            context.next();
            return;
        }
        context.request().headers().set("Accept", "text/csv");
        context.response().putHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        String query = context.request().query();
        context.reroute("/api/v1/" + list + (query == null ? "" : "?" + query));
    }
}
