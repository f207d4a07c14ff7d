package org.parole.quote.anchor;

import java.util.List;

/**
 * What the check of one anchor has found.
 *
 * @param status   the finding
 * @param selector the words with the context that tells them apart: what the client gave, completed from the text
 * @param spans    where the words stand: one span, several when the words were broken up, the first place when
 *                 ambiguous, none when not found
 * @param detail   why the status is not EXACT, in words; null when there is nothing to say
 */
public record AnchorCheck(AnchorStatus status, TextQuoteSelector selector, List<TextPositionSelector> spans,
        String detail) {

    /** Copies the spans. */
    public AnchorCheck {
        spans = List.copyOf(spans);
    }
}
