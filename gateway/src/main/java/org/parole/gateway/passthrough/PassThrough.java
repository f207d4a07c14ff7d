package org.parole.gateway.passthrough;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parole.gateway.access.Caller;
import org.parole.gateway.access.Gate;
import org.parole.gateway.service.Deadline;
import org.parole.gateway.service.ServiceHttp;
import org.parole.gateway.service.ServiceName;
import org.parole.gateway.service.ServiceTokens;
import org.parole.gateway.service.ServicesConfig;
import org.parole.gateway.support.Problems;
import org.parole.kit.inflight.RequestsInFlight;
import org.parole.kit.inflight.Uploads;
import org.parole.kit.problem.ProblemException;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Passes requests on to the services as they are, and their answers back, without holding either in memory. */
@ApplicationScoped
public class PassThrough {

    // Before the gateway's own resources, which take everything below their root path.
    private static final int BEFORE_RESOURCES = 0;

    private final Vertx vertx;
    private final ServiceHttp http;
    private final ServiceTokens tokens;
    private final ServicesConfig config;
    private final Problems problems;
    private final RequestsInFlight inFlight;
    private final Optional<String> publicUrl;

    PassThrough(Vertx vertx, ServiceHttp http, ServiceTokens tokens, ServicesConfig config, Problems problems,
            RequestsInFlight inFlight, @ConfigProperty(name = "parole.public-url") Optional<String> publicUrl) {
        this.vertx = vertx;
        this.http = http;
        this.tokens = tokens;
        this.config = config;
        this.problems = problems;
        this.inFlight = inFlight;
        this.publicUrl = publicUrl.filter(url -> !url.isBlank());
    }

    void route(@Observes Router router) {
        router.route("/api/v1/*").order(BEFORE_RESOURCES).handler(this::passOn);
    }

    private void passOn(RoutingContext context) {
        Optional<ServiceName> service = Destinations.of(context);
        if (service.isEmpty()) {
            context.next();
            return;
        }
        HttpServerRequest request = context.request();
        boolean upload = Uploads.isUpload(request);
        long largest = (upload ? config.largestUpload() : config.largestBody()).asLongValue();
        if (declaredLength(request) > largest) {
            problems.answer(context, ProblemException.contentTooLarge(largest));
            return;
        }
        request.pause();
        Caller caller = Gate.callerOf(context);
        new Exchange(vertx, context, service.get(), caller == null ? null : tokens.bearer(caller),
                Deadline.in(deadline(context, upload)), largest, problems, inFlight, publicUrl.orElse(null))
                .begin(http);
    }

    private Duration deadline(RoutingContext context, boolean upload) {
        if (upload) {
            return config.uploadDeadline();
        }
        return Destinations.isExport(context.normalizedPath()) ? config.exportDeadline() : config.passThroughDeadline();
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null ? -1 : Long.parseLong(length);
    }
}
