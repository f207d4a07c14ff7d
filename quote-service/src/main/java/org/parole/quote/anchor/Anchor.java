package org.parole.quote.anchor;

import java.util.Objects;

/**
 * A place in a text as a client names it: by words, by position, or by both. The words are what counts; a position
 * beside words only tells equal places apart.
 *
 * @param isHint whether the context was found in an earlier text rather than claimed by the client: it helps to choose
 *               among several places, and costs nothing where the text has changed
 */
public record Anchor(String exact, String prefix, String suffix, Integer start, Integer end, boolean isHint) {

    /** Refuses an anchor that names no place at all. */
    public Anchor {
        if (exact == null) {
            Objects.requireNonNull(start, "an anchor without words needs a start");
            Objects.requireNonNull(end, "an anchor without words needs an end");
        }
    }

    /** A place as the client has claimed it. */
    public Anchor(String exact, String prefix, String suffix, Integer start, Integer end) {
        this(exact, prefix, suffix, start, end, false);
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

    /** The same with the context that was found in an earlier text. */
    public Anchor withHint(String prefix, String suffix) {
        return new Anchor(exact, prefix, suffix, start, end, true);
    }

    boolean hasPosition() {
        return start != null && end != null;
    }
}
