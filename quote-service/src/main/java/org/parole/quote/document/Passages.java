package org.parole.quote.document;

import java.util.List;
import java.util.Optional;

/** How passages of one text stand together in its excerpt. */
public final class Passages {

    /**
     * What stands between two passages: words on both sides of it are never read as one sentence. Not an omission in brackets,
     * which a quote may leave out of the text.
     */
    public static final String BETWEEN = "\n\n* * *\n\n";

    private Passages() {
    }

    /** The excerpt with the passages that it does not hold yet, in their order, after all that it holds. */
    public static String extend(Optional<String> excerpt, List<String> passages) {
        String text = excerpt.orElse("");
        for (String passage : passages) {
            if (!text.contains(passage)) {
                text = text.isEmpty() ? passage : text + BETWEEN + passage;
            }
        }
        return text;
    }
}
