package org.parole.quote.document;

/** How much of what was published a document's text holds. */
public enum TextKind {
    FULL, EXCERPT
}
