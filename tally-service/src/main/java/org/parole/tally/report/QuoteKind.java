package org.parole.tally.report;

/** How the words behind a figure are reported. */
public enum QuoteKind {
    DIRECT, INDIRECT, MIXED
}
