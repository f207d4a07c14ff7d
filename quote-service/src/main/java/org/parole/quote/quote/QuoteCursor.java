package org.parole.quote.quote;

import java.time.Instant;
import java.util.List;

import org.parole.kit.page.CursorKeys;
import org.parole.kit.page.Cursors;
import org.parole.quote.quote.QuoteReader.PageKey;
import org.parole.quote.search.TextQuery;

/**
 * A place in a list of quotes, as a page's {@code next} carries it.
 *
 * @param after  the last row of the page before; null on the first page
 * @param start  the last record time before the first page was asked for: the order by relevance leaves later records out
 * @param words  what was searched for, corrected or not; null where nothing was
 */
record QuoteCursor(PageKey after, Instant start, String words) {

    private static final String LIST = "quotes";
    private static final int KEYS = 5;

    static QuoteCursor first(Instant start, TextQuery query) {
        return new QuoteCursor(null, start, query == null ? null : query.words());
    }

    static QuoteCursor decode(Cursors cursors, String cursor, QuoteFilter filter) {
        List<String> keys = cursors.decode(cursor, LIST, filter.fingerprint(), KEYS);
        return new QuoteCursor(new PageKey(CursorKeys.instant(keys.get(0)), CursorKeys.decimal(keys.get(1)),
                CursorKeys.uuid(keys.get(2))), CursorKeys.instant(keys.get(3)),
                filter.q == null ? null : keys.get(4));
    }

    QuoteCursor following(QuoteReader.Row last) {
        return new QuoteCursor(new PageKey(last.sortAt(), last.rank(), last.view().id()), start, words);
    }

    String encode(Cursors cursors, QuoteFilter filter) {
        return cursors.encode(LIST, filter.fingerprint(), List.of(after.sortAt().toString(),
                Float.toString(after.rank()), after.id().toString(), start.toString(), words == null ? "" : words));
    }
}
