package org.parole.kit.inflight;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.parole.kit.inflight.InFlight.Lateness;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.problem.ProblemWriter;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * All requests in flight, and the bounds of {@link BoundsConfig} on them. A watch looks at each twice a second, and ends what its client
 * leaves lying; it also detects ended requests itself, even if their events were lost.
 */
@ApplicationScoped
public class RequestsInFlight {

    private static final Logger LOG = Logger.getLogger(RequestsInFlight.class);
    // Before everything else that looks at a request.
    private static final int FIRST = 5_000;
    private static final long EVERY_MS = 500;
    private static final long STILL = Duration.ofSeconds(1).toNanos();
    private static final long BETWEEN_LINES = Duration.ofSeconds(10).toNanos();
    private static final Duration SOON = Duration.ofSeconds(1);

    private final BoundsConfig config;
    private final ProblemWriter problems;
    private final Vertx vertx;
    private final long mostUnsent;
    private final int mostInFlight;
    private final long mostHeads;
    private final Set<InFlight> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong unsent = new AtomicLong();
    private final AtomicBoolean relieving = new AtomicBoolean();
    private final Map<Lateness, AtomicLong> ended = new EnumMap<>(Lateness.class);
    private final Report report = new Report();
    private long timer;

    RequestsInFlight(BoundsConfig config, ProblemWriter problems, Vertx vertx, MeterRegistry metrics) {
        this.config = config;
        this.problems = problems;
        this.vertx = vertx;
        this.mostUnsent = config.unsentInAll();
        this.mostInFlight = config.inFlightInAll();
        this.mostHeads = config.headsInAll();
        metrics.gauge("parole.in.flight", count);
        metrics.gauge("parole.unsent.bytes", unsent);
        for (Lateness lateness : Lateness.values()) {
            AtomicLong total = metrics.gauge("parole.ended.slow", io.micrometer.core.instrument.Tags.of("with",
                    lateness.name().toLowerCase(java.util.Locale.ROOT)), new AtomicLong());
            ended.put(lateness, total == null ? new AtomicLong() : total);
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, FIRST);
        timer = vertx.setPeriodic(EVERY_MS, id -> watch());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void begin(RoutingContext context) {
        ClientConnection connection = ClientConnection.of(context.request().connection());
        InFlight request = new InFlight(this, context, connection);
        if (count.incrementAndGet() > mostInFlight) {
            relieve(false);
        }
        open.add(request);
        InFlight before = connection.begin(request);
        // Over HTTP/2 the connection is locked here, and no other response of it may be.
        if (before != null && context.request().version() != HttpVersion.HTTP_2) {
            before.endIfRead();
        }
        context.addEndHandler(done -> {
            if (done.failed()) {
                request.leave();
            } else {
                request.answered();
            }
        });
        HttpServerResponse response = context.response();
        if (count.get() > mostInFlight) {
            problems.answer(context,
                    ProblemException.unavailable(
                            "The service has too many requests in progress. This request was not started.", SOON));
        } else if (connection.addUnsent(0) > config.unsentPerConnection().asLongValue()) {
            request.cut();
        } else if (context.request().version() != HttpVersion.HTTP_2 && response.writeQueueFull()) {
            // A client that pipelines requests must read their answers, or all of them would wait in memory.
            context.request().pause();
            response.drainHandler(drained -> {
                response.drainHandler(null);
                context.request().resume();
                context.next();
            });
        } else {
            context.next();
        }
    }

    void remove(InFlight request) {
        if (open.remove(request)) {
            count.decrementAndGet();
        }
    }

    void owe(long bytes, ClientConnection connection) {
        connection.addUnsent(bytes);
        if (unsent.addAndGet(bytes) > mostUnsent) {
            relieve(true);
        }
    }

    void paid(long bytes, ClientConnection connection) {
        connection.addUnsent(-bytes);
        unsent.addAndGet(-bytes);
    }

    /** How much of what may wait to be read does so, from 0 to 1 and a little more. */
    public double pressure() {
        return (double) unsent.get() / mostUnsent;
    }

    /** Ends those who have read nothing for longest, until there is room again. */
    private void relieve(boolean bytes) {
        if (!relieving.compareAndSet(false, true)) {
            return;
        }
        try {
            long now = System.nanoTime();
            List<InFlight> still = open.stream()
                    .filter(request -> bytes ? request.unsent() > 0 : request.waitsForClient(STILL))
                    .sorted(Comparator.comparingLong(request -> request.stillSince(now))).toList();
            long before = unsent.get();
            long freed = 0;
            int requests = 0;
            for (InFlight request : still) {
                if (bytes ? before - freed <= mostUnsent - mostUnsent / 8 : requests > mostInFlight / 8) {
                    break;
                }
                freed += request.unsent();
                requests++;
                report.add(request, Lateness.ANSWER);
                request.cut();
            }
        } finally {
            relieving.set(false);
        }
    }

    /**
     * Ends requests whose clients have kept them for this long, so that others can have what they hold.
     *
     * @param most how many at most, the slowest first
     * @param nanos for how long it must have been the client's turn
     * @param which of which requests
     */
    public void endSlowest(int most, long nanos, Predicate<RoutingContext> which) {
        long now = System.nanoTime();
        open.stream().filter(request -> which.test(request.context()) && request.waitsForClient(nanos))
                .sorted(Comparator.comparingLong(request -> request.stillSince(now))).limit(most).forEach(request -> {
                    if (request.context().response().headWritten()) {
                        report.add(request, Lateness.ANSWER);
                        request.cut();
                    } else {
                        report.add(request, Lateness.BODY);
                        refuseBody(request);
                    }
                });
    }

    private void watch() {
        long now = System.nanoTime();
        for (InFlight request : open) {
            Lateness lateness = request.lateness(now, config);
            if (lateness != null) {
                report.add(request, lateness);
                if (lateness == Lateness.BODY) {
                    refuseBody(request);
                } else {
                    request.cut();
                }
            }
        }
        watchHeads(now);
        report.tell(now);
    }

    private void refuseBody(InFlight request) {
        RoutingContext context = request.context();
        if (context.request().version() != HttpVersion.HTTP_2) {
            context.response().putHeader("Connection", "close");
        }
        problems.answer(context, ProblemException.requestTimeout());
        context.response().exceptionHandler(failure -> LOG.trace("Nobody reads that it was too slow", failure));
        vertx.setTimer(EVERY_MS, id -> request.cut());
    }

    private void watchHeads(long now) {
        long sum = 0;
        int slow = 0;
        for (ClientConnection connection : AcceptedConnections.open()) {
            long bytes = connection.headBytes();
            sum += bytes;
            if (bytes > 0 && now - connection.headSince() > config.head().toNanos() && !connection.isHttp2()) {
                connection.close();
                slow++;
            }
        }
        if (sum > mostHeads) {
            List<ClientConnection> oldest = AcceptedConnections.open().stream()
                    .filter(connection -> connection.headBytes() > 0)
                    .sorted(Comparator.comparingLong(ClientConnection::headSince)).toList();
            for (ClientConnection connection : oldest) {
                if (sum <= mostHeads / 2) {
                    break;
                }
                sum -= connection.headBytes();
                connection.close();
                slow++;
            }
        }
        report.addHeads(slow);
    }

    /** Who was ended since it was last told: one line of the log now and then, however many they are. */
    private final class Report {

        private final Map<Lateness, Integer> counts = new EnumMap<>(Lateness.class);
        private final Set<String> addresses = new TreeSet<>();
        private int heads;
        private long toldAt = System.nanoTime() - BETWEEN_LINES;

        synchronized void add(InFlight request, Lateness lateness) {
            counts.merge(lateness, 1, Integer::sum);
            ended.get(lateness).incrementAndGet();
            if (addresses.size() < 3 && request.context().request().remoteAddress() != null) {
                addresses.add(String.valueOf(request.context().request().remoteAddress().hostAddress()));
            }
        }

        synchronized void addHeads(int connections) {
            heads += connections;
        }

        synchronized void tell(long now) {
            if ((!counts.isEmpty() || heads > 0) && now - toldAt > BETWEEN_LINES) {
                LOG.infof(
                        "Slow clients (%s): ended %d answers that were not read, %d requests whose bodies did not come, "
                                + "%d connections whose heads did not",
                        addresses.isEmpty() ? "no request" : String.join(", ", addresses),
                        counts.getOrDefault(Lateness.ANSWER, 0), counts.getOrDefault(Lateness.BODY, 0), heads);
                counts.clear();
                addresses.clear();
                heads = 0;
                toldAt = now;
            }
        }
    }
}
