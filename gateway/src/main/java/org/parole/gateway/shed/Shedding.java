package org.parole.gateway.shed;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.parole.gateway.passthrough.Destinations;
import org.parole.gateway.service.ServiceName;
import org.parole.gateway.support.PagePaths;
import org.parole.gateway.support.Problems;
import org.parole.kit.problem.ProblemException;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets in only as many requests as can be under way at once, and turns the others away at once instead of letting them wait: a
 * queue would use memory and make everybody late. More may wait in a burst than in a lasting crowd ({@link Lane}). Each service has a lane
 * of its own, so that one that is slow cannot take the places of the other's requests.
 */
@ApplicationScoped
public class Shedding {

    // Before Quarkus's authentication (200) and the gate (50): turning away must cost next to nothing, no key is looked up for it. After
    // CORS (300), so that a page that may ask can read the answer.
    private static final int PRIORITY = 250;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Problems problems;
    private final Map<ServiceName, Counted> passedOn;
    private final Counted own;

    /** A lane and how many it turned away. */
    private record Counted(Lane lane, Counter shed) {
    }

    Shedding(ShedConfig config, Problems problems, MeterRegistry metrics) {
        this.problems = problems;
        this.passedOn = Stream.of(ServiceName.values()).collect(
                Collectors.toMap(service -> service,
                        service -> lane(service.toString(), config.passedOn(), config, metrics)));
        this.own = lane("gateway", config.own(), config, metrics);
    }

    private static Counted lane(String name, int most, ShedConfig config, MeterRegistry metrics) {
        Lane lane = new Lane(most, config.burst(), config.standing(), config.standingWait(), System::nanoTime);
        Tags tags = Tags.of("lane", name);
        metrics.gauge("parole.under.way", tags, lane, Lane::inside);
        metrics.gauge("parole.crowded", tags, lane, crowded -> crowded.isCrowded() ? 1 : 0);
        return new Counted(lane, Counter.builder("parole.shed").tags(tags)
                .description("Requests that were turned away because of too much work").register(metrics));
    }

    void stand(@Observes Filters filters) {
        filters.register(this::admit, PRIORITY);
    }

    private void admit(RoutingContext context) {
        String path = context.normalizedPath();
        if (!PagePaths.isWork(path)) {
            context.next();
            return;
        }
        Counted counted = Destinations.of(path).map(passedOn::get).orElse(own);
        Lane lane = counted.lane();
        if (!lane.enter()) {
            turnAway(context, counted);
            return;
        }
        // What a client sends slowly is not waiting for us.
        boolean read = context.request().method() == HttpMethod.GET || context.request().method() == HttpMethod.HEAD;
        if (read && !lane.await()) {
            lane.leave();
            turnAway(context, counted);
            return;
        }
        AtomicBoolean waits = new AtomicBoolean(read);
        if (read) {
            context.addHeadersEndHandler(begun -> answered(lane, waits));
        }
        context.addEndHandler(ended -> {
            answered(lane, waits);
            lane.leave();
        });
        context.next();
    }

    /** A client that goes away leaves without an answer. */
    private static void answered(Lane lane, AtomicBoolean waits) {
        if (waits.getAndSet(false)) {
            lane.answered();
        }
    }

    private void turnAway(RoutingContext context, Counted counted) {
        counted.shed().increment();
        problems.answer(context, ProblemException
                .unavailable("The gateway has too much to do. Nothing of this was begun.", RETRY_AFTER));
    }
}
