package org.parole.quote.anchor;

/** What a check of words against a text has found, from the best to the worst. */
public enum AnchorStatus {
    /** The words stand in the text, letter by letter. */
    EXACT,
    /**
     * They do once differences of writing are set aside: quotation marks, white space, dashes, ellipses, square
     * brackets, vowel marks.
     */
    NORMALISED,
    /** They stand there more than once and nothing says which place is meant. */
    AMBIGUOUS,
    /** They are not in the text. */
    ORPHANED,
    /** There is no text to look in. */
    UNCHECKED;

    /** The worse of two. */
    public AnchorStatus orWorse(AnchorStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
