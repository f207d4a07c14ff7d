package org.parole.gateway.service;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;

/**
 * A circuit breaker and a bulkhead for each service: one that fails most of the time is left alone for a moment instead of being
 * waited for, and one that is slow cannot hold all of the gateway. Its state is in the metrics.
 */
@ApplicationScoped
public class Breakers {

    private final Map<ServiceName, TypedGuard<Uni<ServiceAnswer>>> guards = new EnumMap<>(ServiceName.class);
    private final Map<ServiceName, AtomicReference<CircuitBreakerState>> states = new EnumMap<>(ServiceName.class);
    private final Duration delay;

    Breakers(ServicesConfig config, MeterRegistry metrics) {
        delay = config.breakerDelay();
        for (ServiceName service : ServiceName.values()) {
            AtomicReference<CircuitBreakerState> state = new AtomicReference<>(CircuitBreakerState.CLOSED);
            states.put(service, state);
            metrics.gauge("parole.breaker.open", io.micrometer.core.instrument.Tags.of("service", service.toString()),
                    state,
                    now -> now.get() == CircuitBreakerState.CLOSED ? 0 : 1);
            guards.put(service, TypedGuard.create(new TypeLiteral<Uni<ServiceAnswer>>() {
            }).withBulkhead().limit(config.atOnce()).queueSize(config.waiting()).done().withCircuitBreaker()
                    .requestVolumeThreshold(config.breakerVolume()).failureRatio(0.5)
                    .delay(delay.toMillis(), ChronoUnit.MILLIS)
                    .successThreshold(2).when(Breakers::countsAsFailure).onStateChange(state::set).done().build());
        }
    }

    /** Makes a call, unless the service is left alone or has too much to do already. */
    Uni<ServiceAnswer> guard(ServiceName service, Supplier<Uni<ServiceAnswer>> call) {
        return guards.get(service).get(call).onFailure(CircuitBreakerOpenException.class)
                .transform(open -> new ServiceFailure(service, ServiceFailure.Kind.RESTING, delay, null))
                .onFailure(BulkheadException.class).transform(full -> new ServiceFailure(service,
                        ServiceFailure.Kind.OVERLOADED, Duration.ofSeconds(1), null));
    }

    /** How the breaker of a service stands. */
    public CircuitBreakerState state(ServiceName service) {
        return states.get(service).get();
    }

    // A service that says that it has too much to do works; asking it less is the limit's business. One whose disk is full reads on.
    private static boolean countsAsFailure(Throwable failure) {
        return failure instanceof ServiceFailure known && known.kind() != ServiceFailure.Kind.OVERLOADED
                && known.kind() != ServiceFailure.Kind.FULL && known.kind() != ServiceFailure.Kind.REFUSED;
    }
}
