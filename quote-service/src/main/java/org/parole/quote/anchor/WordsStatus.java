package org.parole.quote.anchor;

/** How the words of a quote relate to those of the passage that it points at. */
public enum WordsStatus {
    /** They are the words of the passage. */
    SAME,
    /** They are, with words left out, which are given back. */
    SHORTENED,
    /** They are not; the difference is given. */
    ALTERED,
    /** Indirect speech: the words are a reporter's, and nothing is claimed about them. */
    PARAPHRASE,
    /** There was nothing to compare: no passage, or a translation without its original wording. */
    UNCHECKED
}
