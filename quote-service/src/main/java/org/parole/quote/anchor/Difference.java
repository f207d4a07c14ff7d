package org.parole.quote.anchor;

/**
 * Where the words of a quote part from those of the passage.
 *
 * @param passage what stands in the passage there; "" where the quote adds something
 * @param quote   what the quote has in its place; "" where it leaves something out without saying so
 * @param start   first code point of that place in the document's text
 * @param end     the code point after it
 */
public record Difference(String passage, String quote, int start, int end) {

    /** The longest words of either side that are given, in UTF-16 units. */
    static final int LONGEST = 300;
}
