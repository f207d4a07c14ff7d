package org.parole.tally.count;

/** How a published number is to be read. */
public enum QuantityComparator {
    /** '5,000'. */
    EXACTLY,
    /** 'about 900'. */
    ABOUT,
    /** 'at least 20'. */
    AT_LEAST,
    /** 'over 3,895': the figure as printed, with no upper end. */
    OVER,
    /** 'up to 5,000': no lower end. */
    UP_TO,
    /** 'between 100 and 120'. */
    BETWEEN,
    /** 'dozens': words only. */
    SOME
}
