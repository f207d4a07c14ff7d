package org.parole.gateway.support;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.inflight.InFlight;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.problem.ProblemWriter;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Answers problems on routes that no resource serves. */
@ApplicationScoped
public class Problems {

    private final ProblemWriter writer;

    Problems(ProblemWriter writer) {
        this.writer = writer;
    }

    /** Ends the exchange with this problem; an answer that has begun cannot be taken back, so it is cut off. */
    public void answer(RoutingContext context, ProblemException problem) {
        HttpServerResponse response = context.response();
        if (response.headWritten() && !response.ended() && !response.closed()) {
            InFlight.of(context).cut();
        } else {
            writer.answer(context, problem);
        }
    }
}
