package org.parole.quote.quote;

import java.time.Instant;
import java.util.List;

import org.parole.kit.page.CursorKeys;
import org.parole.kit.page.Cursors;
import org.parole.quote.quote.QuoteReader.Behind;
import org.parole.quote.search.TextQuery;

/**
 * Where in a list of quotes somebody is.
 *
 * @param behind the last row of the page before; null on the first page
 * @param start  the last record time before the first page was asked for: the order by relevance leaves later records out
 * @param words  what was searched for, corrected or not; null where nothing was
 */
record Position(Behind behind, Instant start, String words) {

    private static final String LIST = "quotes";
    private static final int KEYS = 5;

    static Position first(Instant start, TextQuery query) {
        return new Position(null, start, query == null ? null : query.words());
    }

    static Position of(Cursors cursors, String cursor, QuoteFilter filter) {
        var keys = cursors.decode(cursor, LIST, filter.fingerprint(), KEYS);
        return new Position(new Behind(CursorKeys.instant(keys.get(0)), CursorKeys.decimal(keys.get(1)),
                CursorKeys.uuid(keys.get(2))), CursorKeys.instant(keys.get(3)),
                filter.q == null ? null : keys.get(4));
    }

    Position after(QuoteReader.Row last) {
        return new Position(new Behind(last.sortAt(), last.rank(), last.view().id()), start, words);
    }

    String encode(Cursors cursors, QuoteFilter filter) {
        return cursors.encode(LIST, filter.fingerprint(), List.of(behind.sortAt().toString(),
                Float.toString(behind.rank()), behind.id().toString(), start.toString(), words == null ? "" : words));
    }
}
