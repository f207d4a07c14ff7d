package org.parole.quote.anchor;

/** A span of a text by position, in Unicode code points: {@code start} inclusive, {@code end} exclusive. */
public record TextPositionSelector(int start, int end) {

    /** Refuses a span that is empty, turned round or before the text. */
    public TextPositionSelector {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("Not a span: " + start + " to " + end);
        }
    }
}
