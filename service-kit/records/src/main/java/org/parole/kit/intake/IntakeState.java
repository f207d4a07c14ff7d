package org.parole.kit.intake;

/** How far an intake is. */
public enum IntakeState {
    PREPARED, COMMITTED, ABORTED
}
