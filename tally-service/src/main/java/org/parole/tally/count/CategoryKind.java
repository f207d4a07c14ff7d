package org.parole.tally.count;

/** What kind of people are counted. The living and the dead are never added up. */
public enum CategoryKind {
    /** Living people, where the source says no more. */
    LIVING,
    /** Remains of the dead. */
    REMAINS,
    /** Civilians. */
    CIVILIANS,
    /** Nationals of a country that is no party to the exchange. */
    THIRD_COUNTRY_NATIONALS
}
