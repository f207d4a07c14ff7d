package org.parole.quote.quote;

import org.parole.quote.anchor.WordsClaim;

/** How the words are given: as they were said, in the reporter's words, or partly so. */
public enum QuoteKind {
    DIRECT, INDIRECT, MIXED;

    /** Which of the words are claimed to have been said as they stand. */
    WordsClaim claim() {
        return switch (this) {
            case DIRECT -> WordsClaim.ALL;
            case MIXED -> WordsClaim.MARKED;
            case INDIRECT -> WordsClaim.NONE;
        };
    }
}
