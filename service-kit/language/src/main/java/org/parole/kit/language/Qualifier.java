package org.parole.kit.language;

/** What words make of a number beside them: 'nearly 100' is not 100. */
public enum Qualifier {
    /** 'About 100', '100 or so'. */
    ABOUT,
    /** 'Nearly 100', 'almost 100': a little less. */
    ALMOST,
    /** 'At least 100', '100 or more'. */
    AT_LEAST,
    /** 'More than 100'. */
    OVER,
    /** 'Up to 100', 'no more than 100'. */
    UP_TO,
    /** 'Fewer than 100'. */
    UNDER
}
