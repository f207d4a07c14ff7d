package org.parole.gateway.shed;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready where all slots of a limit are taken and none becomes free: nothing would be served. */
@Readiness
@ApplicationScoped
class SlotsReadiness implements HealthCheck {

    // Longer than any deadline lets a request be under way that waits for a service.
    private static final long STUCK = Duration.ofSeconds(30).toNanos();

    private final LoadShedding shedding;

    SlotsReadiness(LoadShedding shedding) {
        this.shedding = shedding;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("slots").up();
        shedding.lanes().forEach(lane -> {
            boolean stuck = lane.limit().isStuck(STUCK);
            response.withData(lane.name(), stuck ? "all taken, and none becomes free" : "free");
            if (stuck) {
                response.down();
            }
        });
        return response.build();
    }
}
