package org.parole.gateway.compose;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.access.Caller;
import org.parole.gateway.access.Role;
import org.parole.gateway.service.Deadline;
import org.parole.gateway.service.ServiceClient;
import org.parole.gateway.service.ServiceFailure;
import org.parole.gateway.service.ServiceName;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Reads the ends of the two feeds of changes, which is cheap for the services. Requests that arrive while a read is running share
 * the next one, so an answer is never older than the request that it serves.
 */
// At start, because during a request the available context would be that request's, with its trace.
@Startup
@ApplicationScoped
public class Versions {

    private static final String HEAD = "/internal/changes/head";
    /** Services tell this to the gateway alone; it belongs to no caller. */
    private static final Caller GATEWAY = new Caller("gateway", Role.READER);
    private static final Duration UNASKED = Duration.ofSeconds(1);

    /**
     * What all that can be read depends on.
     *
     * @param quotes the last change in the quote-service
     * @param tallies the last change in the tally-service
     * @param day today in UTC, up to which a tally counts when it is not told otherwise
     */
    public record Version(long quotes, long tallies, LocalDate day) {
    }

    private final ServiceClient client;
    private final Duration patience;
    // Of its own, so that a question that many wait for is no part of one's trace.
    private final Context context;

    private CompletableFuture<Version> running;
    private CompletableFuture<Version> waiting;
    private Version last;
    private long lastAsked = System.nanoTime() - UNASKED.toNanos();

    Versions(ServiceClient client, ViewsConfig config, Vertx vertx) {
        this.client = client;
        this.patience = config.versionTimeout();
        this.context = vertx.getOrCreateContext();
    }

    /** The version at some moment from now on; a {@link ServiceFailure} when a service does not say. */
    public Uni<Version> now() {
        CompletableFuture<Version> flight = join();
        Context caller = Vertx.currentContext();
        // A copy, because a request that is cancelled cancels what it waits for.
        Uni<Version> version = Uni.createFrom().completionStage(flight::copy);
        return caller == null
                ? version
                : version.emitOn(command -> caller.runOnContext(ignored -> command.run()));
    }

    /** The last known version; null when none is, and then it is asked for, though not by everyone all the time. */
    synchronized Version lastKnown() {
        if (last == null && System.nanoTime() - lastAsked > UNASKED.toNanos()) {
            join();
        }
        return last;
    }

    private synchronized CompletableFuture<Version> join() {
        if (running == null) {
            running = new CompletableFuture<>();
            start(running);
            return running;
        }
        if (waiting == null) {
            waiting = new CompletableFuture<>();
        }
        return waiting;
    }

    private void start(CompletableFuture<Version> flight) {
        lastAsked = System.nanoTime();
        context.runOnContext(ignored -> Uni.combine().all().unis(head(ServiceName.QUOTES), head(ServiceName.TALLIES))
                .with((quotes, tallies) -> new Version(quotes, tallies, LocalDate.now(ZoneOffset.UTC))).subscribe()
                .with(version -> end(flight, version, null), failure -> end(flight, null, failure)));
    }

    private Uni<Long> head(ServiceName service) {
        return client.get(service, HEAD, Deadline.in(patience), GATEWAY).map(answer -> {
            if (answer.status() != 200 || !answer.body().path("seq").isIntegralNumber()) {
                throw new ServiceFailure(service, ServiceFailure.Kind.BROKEN);
            }
            return answer.body().path("seq").longValue();
        });
    }

    private void end(CompletableFuture<Version> flight, Version version, Throwable failure) {
        synchronized (this) {
            last = version;
            running = waiting;
            waiting = null;
            if (running != null) {
                start(running);
            }
        }
        if (version == null) {
            flight.completeExceptionally(failure);
        } else {
            flight.complete(version);
        }
    }
}
