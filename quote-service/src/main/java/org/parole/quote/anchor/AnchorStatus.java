package org.parole.quote.anchor;

/**
 * What a check of words against a text has found, from the best to the worst. Of a single anchor it says where the passage
 * stands; of a whole quote it is the verdict on passage and words together.
 */
public enum AnchorStatus {
    /** The words stand in the text, letter by letter. */
    EXACT,
    /** They do once it is set aside what keyboards, typography, scrapers and line breaks do to the same words. */
    NORMALISED,
    /** They stand there more than once and nothing says which place is meant. */
    AMBIGUOUS,
    /** Of a quote: the passage stands in the text, but the quote's words are not the words of the passage. */
    ALTERED,
    /** They are not in the text. */
    ORPHANED,
    /** There is no text to look in, or nothing that the quote's words can be compared with. */
    UNCHECKED;

    /** The worse of two. */
    public AnchorStatus orWorse(AnchorStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
