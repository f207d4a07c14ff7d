package org.parole.quote.quote;

import java.time.Instant;

import org.parole.quote.search.TextQuery;

/**
 * A query for quotes: the filter, and what had to be looked up to run it.
 *
 * @param filter what the client asked for
 * @param asOf   at which record time, or null for now
 * @param text   the words to search for, or null
 * @param role   the words of the role, or null
 */
record QuoteQuery(QuoteFilter filter, Instant asOf, TextQuery text, TextQuery role) {

    /** Whether nothing can be found: only stop words, or only words to leave out. */
    boolean isNothing() {
        return text != null && text.isEmpty() || role != null && role.isEmpty();
    }

    QuoteQuery with(TextQuery other) {
        return new QuoteQuery(filter, asOf, other, role);
    }
}
