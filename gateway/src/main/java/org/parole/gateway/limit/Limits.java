package org.parole.gateway.limit;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.inflight.InFlight;
import org.parole.kit.problem.ProblemException;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Limits what one caller may ask for: a key by its name, anybody else by the address. Each replica counts for itself, so that
 * reading touches no database. What is left stands in the headers of draft-ietf-httpapi-ratelimit-headers-10.
 */
@ApplicationScoped
public class Limits {

    private static final CharSequence POLICY = io.vertx.core.http.HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence STATE = io.vertx.core.http.HttpHeaders.createOptimized("RateLimit");

    private final boolean enabled;
    private final Allowance byAddress;
    private final Allowance byKey;
    private final Allowance wrongKeys;
    private final Slots writes;
    private final int writesAtOnce;

    Limits(LimitsConfig config, MeterRegistry metrics) {
        enabled = config.enabled();
        byAddress = new Allowance("address", config.addressBurst(), config.addressPerSecond(), Duration.ofSeconds(1),
                config.remembered(), metrics);
        byKey = new Allowance("key", config.keyBurst(), config.keyPerSecond(), Duration.ofSeconds(1),
                config.remembered(), metrics);
        wrongKeys = new Allowance("wrong-keys", config.wrongKeysBurst(), config.wrongKeysPerMinute(),
                Duration.ofMinutes(1), config.remembered(), metrics);
        writesAtOnce = config.keyWritesAtOnce();
        writes = new Slots(writesAtOnce);
        metrics.gauge("parole.limit.writes", writes, Slots::taken);
    }

    /**
     * Takes what the request costs. A write by a known caller costs a slot, until it is answered: how fast such writes follow each
     * other is for the database to say.
     *
     * @param name the caller's name; null for one who is not known, whose address counts
     * @return null when it may go on
     */
    public Refusal take(RoutingContext context, String name) {
        if (!enabled) {
            return null;
        }
        HttpServerRequest request = context.request();
        if (name != null && Cost.isWrite(request.method())) {
            return takeSlot(context, name);
        }
        Allowance allowance = name == null ? byAddress : byKey;
        String holder = name == null ? Addresses.holder(request.remoteAddress()) : name;
        int cost = Cost.of(request.method(), context.normalizedPath(), request.getHeader("Accept"),
                request.getParam("limit"));
        Allowance.Outcome outcome = allowance.take(holder, cost);
        context.response().putHeader(POLICY, allowance.policy()).putHeader(STATE, allowance.state(outcome));
        if (outcome.allowed()) {
            chargeIfAbandoned(context, allowance, holder);
            return null;
        }
        return refusal("This costs " + cost + " units, and " + outcome.left() + " are left for "
                + (name == null ? "your address; a key has a limit of its own." : "this key."), outcome);
    }

    // The services do the work of a request also when its client resets it at once; resets by the thousand are an attack (CVE-2023-44487).
    private static void chargeIfAbandoned(RoutingContext context, Allowance allowance, String holder) {
        InFlight request = InFlight.of(context);
        request.whenAnswered(() -> {
            if (request.hasLeft()) {
                allowance.charge(holder, Cost.ABANDONED);
            }
        });
    }

    private Refusal takeSlot(RoutingContext context, String name) {
        Allowance.Outcome left = byKey.left(name);
        context.response().putHeader(POLICY, byKey.policy()).putHeader(STATE, byKey.state(left));
        if (writes.take(name)) {
            context.addEndHandler(ended -> writes.giveBack(name));
            return null;
        }
        return refusal("This key has " + writesAtOnce + " writes in progress, which is the limit."
                + " Send the next one when one of them is answered.",
                byKey.refuse(name));
    }

    /** Whether an address has sent too many invalid keys, so that the next one is not checked. */
    public Refusal beforeKeyIsChecked(RoutingContext context) {
        String holder = Addresses.holder(context.request().remoteAddress());
        return enabled && wrongKeys.isUsedUp(holder) ? wrong(holder, 1) : null;
    }

    /** Counts a key or token that is not valid. */
    public Refusal wrongKey(RoutingContext context) {
        return enabled ? wrong(Addresses.holder(context.request().remoteAddress()), 1) : null;
    }

    private Refusal wrong(String holder, int units) {
        Allowance.Outcome outcome = wrongKeys.take(holder, units);
        return outcome.allowed()
                ? null
                : refusal("Too many keys or tokens that are not valid came from your address.", outcome);
    }

    private static Refusal refusal(String why, Allowance.Outcome outcome) {
        return new Refusal(ProblemException.tooManyRequests(why, Duration.ofSeconds(outcome.retry())), outcome.first());
    }

    /**
     * A request that is too much.
     *
     * @param problem the answer
     * @param first whether it is the first of this caller for a minute: the others need not be noted
     */
    public record Refusal(ProblemException problem, boolean first) {
    }
}
