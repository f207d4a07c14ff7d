package org.parole.tally.report;

/** What the quote-service says about the words behind a report, and whether its figure stands in them. */
public enum EvidenceCheck {
    /** It has not been asked yet, or there is nothing to ask for: no quote, and no quotation from a recorded document. */
    UNKNOWN,
    /** The words stand in the text of their document, and the figure stands in the words. */
    VERIFIED,
    /** The words stand in the text, and the figure is a sum of figures in the words; it does not stand there itself. */
    DERIVED,
    /** The words stand in the text, but the figure does not stand in the words. */
    FIGURE_ABSENT,
    /**
     * The words stand in the text, and the number in the words, but they say something else of it than the report: 'nearly
     * 100' is not exactly 100, and 'at least 100' is not up to 100.
     */
    FIGURE_QUALIFIED,
    /** The words do not stand in the text, or they are not the words of the passage that they are said to be. */
    WORDS_ABSENT,
    /** It cannot be told: no text, more than one place, or words left out that change the meaning. */
    UNVERIFIED,
    /** There is no such quote, or it has been retracted. */
    MISSING
}
