package org.parole.quote.relation;

/** What a quote does to another, earlier one. */
public enum RelationType {
    DENIES, REPEATS, CORRECTS, RETRACTS, RESPONDS_TO
}
