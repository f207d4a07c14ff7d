package org.parole.quote.anchor;

import java.util.Objects;

/**
 * A place in a text as a client names it: by words, by position, or by both. The words are what counts; a position
 * beside words only tells equal places apart.
 */
public record Anchor(String exact, String prefix, String suffix, Integer start, Integer end) {

    /** Refuses an anchor that names no place at all. */
    public Anchor {
        if (exact == null) {
            Objects.requireNonNull(start, "an anchor without words needs a start");
            Objects.requireNonNull(end, "an anchor without words needs an end");
        }
    }

    /** The place where these words stand. */
    public static Anchor ofWords(String exact) {
        return new Anchor(exact, null, null, null, null);
    }

    /** The place where these words stand between a prefix and a suffix. */
    public static Anchor ofWords(String exact, String prefix, String suffix) {
        return new Anchor(exact, prefix, suffix, null, null);
    }

    /** The place at this position, whatever stands there. */
    public static Anchor ofPosition(int start, int end) {
        return new Anchor(null, null, null, start, end);
    }

    boolean hasPosition() {
        return start != null && end != null;
    }
}
