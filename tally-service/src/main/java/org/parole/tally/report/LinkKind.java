package org.parole.tally.report;

/** What a link of a reporting chain is; the same as at the quote-service. */
public enum LinkKind {
    POST, STATEMENT, BROADCAST, OUTLET, PERSON, OTHER
}
