package org.parole.quote.quote;

/** How a list of quotes is ordered. */
public enum QuoteOrder {
    RELEVANCE, NEWEST, OLDEST,
    /** What was recorded last first: ids grow with time. */
    RECORDED
}
