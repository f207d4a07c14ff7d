package org.parole.tally.count;

/** The rule that chooses the best figure among those in force. */
public enum Policy {
    /** The median of independent running totals, verified before reported, ties to the lower. */
    CONSENSUS,
    /** The newest running total. */
    LATEST,
    /** The lower of the two sides' running totals. */
    CAUTIOUS,
    /** The consensus of verified running totals only. */
    VERIFIED
}
