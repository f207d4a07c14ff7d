package org.parole.quote.quote;

/** Which relation quotes must have; the names of the types, or any of them. */
public enum RelationFilter {
    ANY, DENIES, REPEATS, CORRECTS, RETRACTS, RESPONDS_TO
}
