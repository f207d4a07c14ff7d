package org.parole.quote.anchor;

/**
 * What a scraper has left in a text that is not part of what was published.
 *
 * @param kind    what it is
 * @param example the first of its kind, as it stands there
 * @param start   its first code point in the text
 * @param count   how many there are, at most 10,000
 */
public record TextDefect(Kind kind, String example, int start, int count) {

    /** What scrapers leave. */
    public enum Kind {
        /** A character reference of HTML, such as {@code &ldquo;}. */
        HTML_ENTITY,
        /** A tag of HTML, such as {@code <p>}. */
        MARKUP,
        /** Characters whose bytes were read in another charset, such as {@code weâ€™ll}. */
        MOJIBAKE,
        /** The sign U+FFFD, which stands where a character was lost. */
        REPLACEMENT_CHARACTER,
        /** The escape of a character as programs write it, such as a backslash, a u and 2019. */
        ESCAPE
    }
}
