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

    /** The one whose own transaction is the decision. */
    ServiceName decider() {
        return withTallies ? ServiceName.TALLIES : ServiceName.QUOTES;
    }

    /** Those that prepare before the decision and commit after it. */
    List<ServiceName> prepared() {
        return withTallies ? List.of(ServiceName.QUOTES) : List.of();
    }

    Intake decided(IntakeResult ids) {
        return new Intake(id, IntakeState.DECIDED, withTallies, caller, requestHash, ids);
    }
}
