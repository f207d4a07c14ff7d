package org.parole.gateway.intake;

import java.util.List;
import java.util.UUID;

import org.parole.gateway.access.Caller;
import org.parole.gateway.service.ServiceName;

/**
 * A row of {@code intake}.
 *
 * @param withTallies whether the tally-service takes part
 * @param result what the client is told; null until it is decided
 */
record Intake(UUID id, IntakeState state, boolean withTallies, Caller caller, byte[] requestHash, IntakeResult result) {

    List<ServiceName> participants() {
        return withTallies ? List.of(ServiceName.QUOTES, ServiceName.TALLIES) : List.of(ServiceName.QUOTES);
    }
}
