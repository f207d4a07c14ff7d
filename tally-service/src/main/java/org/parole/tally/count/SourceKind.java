package org.parole.tally.count;

/** The side a claimant is on. */
public enum SourceKind {
    RELEASING_PARTY, RECEIVING_PARTY, MEDIATOR, MONITOR, MEDIA;

    /** Whether it is a party to the commitment; all others are neutral. */
    public boolean isParty() {
        return this == RELEASING_PARTY || this == RECEIVING_PARTY;
    }

    /** The side across from a party. */
    public SourceKind other() {
        return this == RELEASING_PARTY ? RECEIVING_PARTY : RELEASING_PARTY;
    }
}
