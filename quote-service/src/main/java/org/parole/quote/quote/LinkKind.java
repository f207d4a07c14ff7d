package org.parole.quote.quote;

/** What a link of a reporting chain is. */
public enum LinkKind {
    POST, STATEMENT, BROADCAST, OUTLET, PERSON, OTHER
}
