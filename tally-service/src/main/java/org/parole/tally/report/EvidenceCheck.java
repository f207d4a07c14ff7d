package org.parole.tally.report;

/** What the quote-service says about the quote behind a report. */
public enum EvidenceCheck {
    /** It has not been asked yet, or there is no quote to ask for. */
    UNKNOWN,
    /** The quote stands in the text of its document. */
    VERIFIED,
    /** There is such a quote, but not in the text, more than once in it, or without a text. */
    UNVERIFIED,
    /** There is no such quote, or it has been retracted. */
    MISSING
}
