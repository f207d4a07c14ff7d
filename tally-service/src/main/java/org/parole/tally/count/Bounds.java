package org.parole.tally.count;

/**
 * Whose figures low and high are; null where the end is unknown, or a sum over several lists.
 */
public record Bounds(Bound low, Bound high) {

    /** Nothing is known. */
    public static final Bounds NONE = new Bounds(null, null);
}
