package org.parole.tally.report;

/** Reliability of a source in the Admiralty code: A reliable to E unreliable, F cannot be judged. */
public enum Reliability {
    A, B, C, D, E, F
}
