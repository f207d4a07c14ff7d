package org.parole.quote.intake;

/** How far an intake is. */
public enum IntakeState {
    PREPARED, COMMITTED, ABORTED
}
