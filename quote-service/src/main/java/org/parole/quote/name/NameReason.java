package org.parole.quote.name;

/** What tells two names apart that may be one, the smallest difference first. */
public enum NameReason {
    /** Nothing but case, accents and punctuation. */
    SAME_NAME,
    /** A title, or a particle such as an article. */
    TITLE_OR_PARTICLE,
    /** The script: one is a transliteration of the other. */
    OTHER_SCRIPT,
    /** The order of the words. */
    WORD_ORDER,
    /** The spelling: Yusuf and Yousef. */
    OTHER_SPELLING,
    /** One has words that the other lacks. */
    SHORTER_NAME,
    /** Only the letters are similar; for searches, never a reason to think them one. */
    SIMILAR_LETTERS
}
