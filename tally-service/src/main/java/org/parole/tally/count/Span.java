package org.parole.tally.count;

/**
 * Two ends and the figure chosen between them; what is unknown is null.
 */
public record Span(Long low, Long best, Long high) {

    /** Nothing is known. */
    public static final Span UNKNOWN = new Span(null, null, null);

    static Span of(long low, long high) {
        return new Span(low < 0 ? null : low, null, high == Quantity.OPEN ? null : high);
    }
}
