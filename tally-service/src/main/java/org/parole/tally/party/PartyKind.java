package org.parole.tally.party;

/** What kind of side a party is. */
public enum PartyKind {
    STATE, ARMED_GROUP, COALITION, MEDIATOR, MONITOR
}
