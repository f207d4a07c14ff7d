package org.parole.gateway.shed;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.parole.gateway.passthrough.Destinations;
import org.parole.gateway.service.ServiceName;
import org.parole.gateway.support.Problems;
import org.parole.kit.problem.ProblemException;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets in only as many requests as can be under way at once, and turns the others away at once instead of letting them wait: a
 * queue would use memory and make everybody late. Each service has a lane of its own, so that one that is slow cannot take the
 * places of the other's requests.
 */
@ApplicationScoped
public class Shedding {

    // Before the gate (50): turning away must cost next to nothing, no key is looked up for it.
    private static final int PRIORITY = 60;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Problems problems;
    private final Map<ServiceName, Lane> passedOn;
    private final Lane own;

    Shedding(ShedConfig config, Problems problems, MeterRegistry metrics) {
        this.problems = problems;
        this.passedOn = Stream.of(ServiceName.values()).collect(
                Collectors.toMap(service -> service,
                        service -> new Lane(service.toString(), config.passedOn(), metrics)));
        this.own = new Lane("gateway", config.own(), metrics);
    }

    void stand(@Observes Filters filters) {
        filters.register(this::admit, PRIORITY);
    }

    private void admit(RoutingContext context) {
        String path = context.normalizedPath();
        if (!path.startsWith("/api/")) {
            context.next();
            return;
        }
        Lane lane = Destinations.of(path).map(passedOn::get).orElse(own);
        if (lane.enter()) {
            context.addEndHandler(ended -> lane.leave());
            context.next();
        } else {
            problems.answer(context, ProblemException
                    .unavailable("The gateway has too much to do. Nothing of this was begun.", RETRY_AFTER));
        }
    }

    /** Places for requests of one kind. */
    private static final class Lane {

        private final int most;
        private final AtomicInteger inside = new AtomicInteger();
        private final Counter shed;

        Lane(String name, int most, MeterRegistry metrics) {
            this.most = most;
            this.shed = Counter.builder("parole.shed").tag("lane", name)
                    .description("Requests that were turned away because of too much work").register(metrics);
            metrics.gauge("parole.under.way", io.micrometer.core.instrument.Tags.of("lane", name), inside);
        }

        boolean enter() {
            if (inside.incrementAndGet() <= most) {
                return true;
            }
            inside.decrementAndGet();
            shed.increment();
            return false;
        }

        void leave() {
            inside.decrementAndGet();
        }
    }
}
