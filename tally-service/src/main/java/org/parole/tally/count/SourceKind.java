package org.parole.tally.count;

/** The side a claimant is on. */
public enum SourceKind {
    RELEASING_PARTY, RECEIVING_PARTY, MEDIATOR, MONITOR, MEDIA
}
