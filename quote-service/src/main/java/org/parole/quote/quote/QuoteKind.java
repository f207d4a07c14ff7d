package org.parole.quote.quote;

/** How the words are given: as they were said, in the reporter's words, or partly so. */
public enum QuoteKind {
    DIRECT, INDIRECT, MIXED
}
