package org.parole.quote.anchor;

/**
 * Words that the quote leaves out: of its passage, or of the sentence around it where they turn it round.
 *
 * @param text           the words
 * @param start          their first code point in the document's text
 * @param end            the code point after them
 * @param changesMeaning whether they hold a negation, a number or a condition, or stand where square brackets say something else
 */
public record Omission(String text, int start, int end, boolean changesMeaning) {

    /** The same, changing the meaning. */
    Omission turning() {
        return new Omission(text, start, end, true);
    }
}
