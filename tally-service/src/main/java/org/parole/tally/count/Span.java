package org.parole.tally.count;

/**
 * Two ends and the figure chosen between them; what is unknown is null.
 */
public record Span(Long low, Long best, Long high) {

    /** Nothing is known. */
    public static final Span UNKNOWN = new Span(null, null, null);
}
