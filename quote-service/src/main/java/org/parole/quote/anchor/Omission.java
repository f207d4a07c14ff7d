package org.parole.quote.anchor;

/**
 * Words of the passage that the quote leaves out.
 *
 * @param text           the words
 * @param start          their first code point in the document's text
 * @param end            the code point after them
 * @param changesMeaning whether they hold a negation, a number or a condition
 */
public record Omission(String text, int start, int end, boolean changesMeaning) {
}
