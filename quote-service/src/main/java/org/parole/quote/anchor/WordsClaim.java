package org.parole.quote.anchor;

/** Which of a quote's words are claimed to have been said as they stand. */
public enum WordsClaim {
    /** All: direct speech. */
    ALL,
    /** Those in quotation marks. */
    MARKED,
    /** None: indirect speech. */
    NONE
}
