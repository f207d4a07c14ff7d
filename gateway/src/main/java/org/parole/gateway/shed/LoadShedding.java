package org.parole.gateway.shed;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.parole.gateway.access.Caller;
import org.parole.gateway.access.Gate;
import org.parole.gateway.limit.Addresses;
import org.parole.gateway.passthrough.Destinations;
import org.parole.gateway.service.ComposingMemory;
import org.parole.gateway.service.ServiceName;
import org.parole.gateway.support.Problems;
import org.parole.kit.inflight.InFlight;
import org.parole.kit.inflight.RequestsInFlight;
import org.parole.kit.problem.ProblemException;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets only as many requests be under way as {@link ConcurrencyConfig} says, a few wait, and refuses the others at once. Each service has a
 * limit of its own, so that one that is slow cannot take the slots of the other's requests. A slot is held until the answer has been handed
 * over to the client's connection; while others wait, nobody keeps one by being slow to send or to read.
 */
@ApplicationScoped
public class LoadShedding {

    // Before Quarkus's authentication (200) and the gate (50): refusing must cost next to nothing, no key is looked up for it. After
    // CORS (300), so that a page that may ask can read the answer.
    private static final int PRIORITY = 250;
    // After the gate, which knows who calls.
    private static final int KNOWN = 40;
    private static final String SLOT = LoadShedding.class.getName() + ".slot";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final long EVERY_MS = 100;
    /** What a client may keep others waiting for. */
    private static final long PATIENCE = Duration.ofMillis(500).toNanos();
    private static final long LONGEST_WAIT = Duration.ofSeconds(1).toNanos();
    private static final Logger LOG = Logger.getLogger(LoadShedding.class);

    private final Problems problems;
    private final RequestsInFlight inFlight;
    private final Vertx vertx;
    private final Map<ServiceName, Lane> passedOn;
    private final Lane own;
    private long timer;

    /** The limit of a kind of requests, and how many it refused. */
    record Lane(String name, ConcurrencyLimit limit, Counter shed) {
    }

    /** A slot and the limit that it is of. */
    private record Held(Lane lane, ConcurrencyLimit.Slot slot) {
    }

    LoadShedding(ConcurrencyConfig config, Problems problems, RequestsInFlight inFlight, Vertx vertx,
            MeterRegistry metrics) {
        this.problems = problems;
        this.inFlight = inFlight;
        this.vertx = vertx;
        this.passedOn = Stream.of(ServiceName.values())
                .collect(Collectors.toMap(service -> service, service -> lane(service.toString(), config, metrics)));
        this.own = lane("gateway", config, metrics);
    }

    private static Lane lane(String name, ConcurrencyConfig config, MeterRegistry metrics) {
        ConcurrencyLimit limit = new ConcurrencyLimit(config.limit(), config.queue(), System::nanoTime);
        Tags tags = Tags.of("lane", name);
        metrics.gauge("parole.under.way", tags, limit, ConcurrencyLimit::active);
        metrics.gauge("parole.queued", tags, limit, ConcurrencyLimit::waiting);
        return new Lane(name, limit, Counter.builder("parole.shed").tags(tags)
                .description("Requests that were refused because of too much work").register(metrics));
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, PRIORITY);
        filters.register(this::charge, KNOWN);
        timer = vertx.setPeriodic(EVERY_MS, id -> lanes().forEach(this::watch));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** All limits. */
    Stream<Lane> lanes() {
        return Stream.concat(passedOn.values().stream(), Stream.of(own));
    }

    private void admit(RoutingContext context) {
        Lane lane = Destinations.of(context.normalizedPath()).map(passedOn::get).orElse(own);
        String holder = Addresses.holder(context.request().remoteAddress());
        ConcurrencyLimit.Slot slot = lane.limit().tryAcquire(holder);
        if (slot != null) {
            proceed(context, lane, slot);
            return;
        }
        io.vertx.core.Context loop = vertx.getOrCreateContext();
        context.request().pause();
        ConcurrencyLimit.Ticket ticket = lane.limit().enqueue(holder, new ConcurrencyLimit.Waiter() {
            @Override
            public void granted(ConcurrencyLimit.Slot granted) {
                // Never synchronously: the code that releases a slot may be in the middle of ending another request.
                loop.runOnContext(ignored -> {
                    resume(context);
                    proceed(context, lane, granted);
                });
            }

            @Override
            public void refused() {
                loop.runOnContext(ignored -> {
                    resume(context);
                    refuse(context, lane);
                });
            }
        });
        if (ticket == null) {
            resume(context);
            refuse(context, lane);
        } else {
            InFlight.of(context).whenAnswered(ticket::cancel);
        }
    }

    /** A request of HTTP/2 that has ended may say that it has not, and throws when it is resumed. */
    private static void resume(RoutingContext context) {
        try {
            context.request().resume();
        } catch (IllegalStateException e) {
            LOG.trace("The request has been read", e);
        }
    }

    private static void proceed(RoutingContext context, Lane lane, ConcurrencyLimit.Slot slot) {
        context.put(SLOT, new Held(lane, slot));
        InFlight.of(context).whenAnswered(slot::release);
        ComposingMemory.isFor(InFlight.of(context));
        if (!context.response().ended() && !InFlight.isAbandoned(context)) {
            context.next();
        }
    }

    /** Behind one address there may be many callers, and a caller may have many addresses. */
    private void charge(RoutingContext context) {
        Caller caller = Gate.callerOf(context);
        Held held = context.get(SLOT);
        if (caller == null || held == null || held.slot().chargeTo("key " + caller.name())) {
            context.next();
        } else {
            refuse(context, held.lane());
        }
    }

    private void refuse(RoutingContext context, Lane lane) {
        lane.shed().increment();
        problems.answer(context, ProblemException
                .unavailable("The gateway has too many requests in progress. This request was not started.",
                        RETRY_AFTER));
    }

    private void watch(Lane lane) {
        int kept = lane.limit().waitingFor(PATIENCE);
        if (kept > 0) {
            inFlight.endSlowest(kept, PATIENCE,
                    context -> context.get(SLOT) instanceof Held held && held.lane() == lane && held.slot().isHeld());
            lane.limit().expire(LONGEST_WAIT);
        }
    }
}
