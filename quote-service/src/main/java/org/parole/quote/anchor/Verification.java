package org.parole.quote.anchor;

import java.util.List;
import java.util.stream.Stream;

/**
 * The check of a quote: two facts, and what follows from both.
 *
 * @param passage where the passage stands: the worst finding of all anchors
 * @param words   how the quote's words relate to it
 * @param anchors the finding of each anchor
 */
public record Verification(AnchorStatus passage, WordsCheck words, List<AnchorCheck> anchors) {

    /** Copies the checks. */
    public Verification {
        anchors = List.copyOf(anchors);
    }

    /**
     * The verdict: that on the passage, unless the words are not those of the passage or could not be compared with it.
     */
    public AnchorStatus status() {
        if (passage.compareTo(AnchorStatus.AMBIGUOUS) > 0) {
            return passage;
        }
        return switch (words.status()) {
            case ALTERED -> AnchorStatus.ALTERED;
            case UNCHECKED -> AnchorStatus.UNCHECKED;
            default -> passage;
        };
    }

    /** What there is to say about both, or null. */
    public String detail() {
        List<String> details = Stream.concat(
                anchors.stream().filter(check -> check.status() == passage).map(AnchorCheck::detail).limit(1),
                Stream.of(words).map(WordsCheck::detail)).filter(detail -> detail != null).toList();
        return details.isEmpty() ? null : String.join(" ", details);
    }
}
