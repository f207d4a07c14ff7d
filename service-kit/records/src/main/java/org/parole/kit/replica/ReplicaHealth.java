package org.parole.kit.replica;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import io.smallrye.health.api.Wellness;

/** Says whether replicas are read. A service without them is as ready as one with them, so this is no matter of readiness. */
@Wellness
@ApplicationScoped
class ReplicaHealth implements HealthCheck {

    private final Replica replica;

    ReplicaHealth(Replica replica) {
        this.replica = replica;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("replica").up().withData("state",
                !replica.isConfigured() ? "not configured" : replica.isAway() ? "away, the primary answers" : "read")
                .build();
    }
}
