package org.parole.quote.quote;

import java.time.Instant;

import org.parole.quote.search.TextQuery;

/**
 * Which quotes are wanted, with all that had to be looked up first.
 *
 * @param filter what the client asked for
 * @param asOf   at which record time, or null for now
 * @param query  the words to search for, or null
 * @param role   the words of the role, or null
 */
record Wanted(QuoteFilter filter, Instant asOf, TextQuery query, TextQuery role) {

    /** Whether nothing can be found: only stop words, or only words to leave out. */
    boolean isNothing() {
        return query != null && query.isEmpty() || role != null && role.isEmpty();
    }

    Wanted with(TextQuery other) {
        return new Wanted(filter, asOf, other, role);
    }
}
