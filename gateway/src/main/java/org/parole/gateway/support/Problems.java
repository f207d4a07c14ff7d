package org.parole.gateway.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.parole.kit.inflight.InFlight;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.problem.ProblemWriter;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Answers problems on routes that no resource serves, as pages where people look at them. */
@ApplicationScoped
public class Problems {

    private static final String PAGE = "text/html;charset=UTF-8";

    private final ProblemWriter writer;
    private final Instance<ProblemPages> pages;

    Problems(ProblemWriter writer, @Any Instance<ProblemPages> pages) {
        this.writer = writer;
        this.pages = pages;
    }

    /** Ends the exchange with this problem; an answer that has begun cannot be taken back, so it is cut off. */
    public void answer(RoutingContext context, ProblemException problem) {
        HttpServerResponse response = context.response();
        if (response.headWritten() && !response.ended() && !InFlight.isAbandoned(context)) {
            InFlight.of(context).cut();
            return;
        }
        String page = pages.isResolvable() ? pages.get().page(context, problem.problem()) : null;
        if (page == null) {
            writer.answer(context, problem);
        } else {
            writer.answer(context, problem.problem().status(), problem.headers(), PAGE, page);
        }
    }
}
