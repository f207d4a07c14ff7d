package org.parole.kit.replica;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.logging.Logger;
import org.parole.kit.database.ReplicaBehindException;
import org.parole.kit.http.RecordedThrough;
import org.parole.kit.problem.DatabaseFailures;
import org.parole.kit.record.Ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;

/**
 * Has a replica answer a read, or the primary where that would not do: because the replica is away, has not replayed what the
 * client has seen, or does not give a good answer. What a replica refuses is never the last word, because it may not know yet what
 * was recorded since. Each answer says in {@link RecordedThrough} of which place in the feed of changes it is.
 */
@ApplicationScoped
public class ReplicaReads {

    private static final Logger LOG = Logger.getLogger(ReplicaReads.class);

    private final Replica replica;
    private final ReplicaFloor floor;
    private final ReplicaConfig config;
    private final Ledger ledger;
    private final RoutingContext request;
    private final MeterRegistry metrics;

    ReplicaReads(Replica replica, ReplicaFloor floor, ReplicaConfig config, Ledger ledger, RoutingContext request,
            MeterRegistry metrics) {
        this.replica = replica;
        this.floor = floor;
        this.config = config;
        this.ledger = ledger;
        this.request = request;
        this.metrics = metrics;
    }

    /** The answer to the current request. */
    Object answer(Callable<Object> read) throws Exception {
        if (!replica.isConfigured()) {
            return read.call();
        }
        OptionalLong seen = RecordedThrough.in(headers(RecordedThrough.HEADER), config.feed());
        // A state that is known by its ETag alone may be newer than the replica's, and no place says which.
        if (seen.isEmpty() && !headers(HttpHeaders.IF_NONE_MATCH).isEmpty()) {
            count("conditional");
        } else if (seen.orElse(0) == RecordedThrough.EVERYTHING) {
            count("all");
        } else if (!replica.isWorthATry()) {
            count("away");
        } else {
            try {
                Object answer = replica.answer(Math.max(floor.place(), seen.orElse(0)), read, this::tell);
                count("replica");
                return answer;
            } catch (Exception failure) {
                count(outcome(failure));
            }
        }
        // Asked for before: what comes in meanwhile may be in the answer, and is not promised.
        long head = ledger.head();
        Object answer = read.call();
        tell(head);
        return answer;
    }

    /** Why the replica did not answer; thrown where the primary would do no better. */
    private String outcome(Exception failure) throws Exception {
        if (failure instanceof ReplicaBehindException) {
            return "behind";
        }
        if (DatabaseFailures.isCausedByTimeout(failure)) {
            throw failure;
        }
        if (DatabaseFailures.isCausedByUnavailable(failure)) {
            replica.away(failure);
            return "away";
        }
        LOG.debugf(failure, "The replica gave no answer");
        return "refused";
    }

    private void tell(long place) {
        // The later pages of a list that comes whole have no headers of their own.
        if (!request.response().headWritten()) {
            request.response().putHeader(RecordedThrough.HEADER, replica.tokenOf(place));
        }
    }

    private List<String> headers(String name) {
        return request.request().headers().getAll(name);
    }

    private void count(String outcome) {
        metrics.counter("parole.replica.reads", "outcome", outcome).increment();
    }
}
