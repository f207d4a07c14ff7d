package org.parole.quote.quote;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.page.CursorKeys;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.Ledger;
import org.parole.kit.time.AsOf;
import org.parole.quote.search.Searches;

/** Searches quotes, page by page. */
@ApplicationScoped
class QuoteLists {

    private static final String OCCURRENCES = "occurrences";

    private final Quotes quotes;
    private final QuoteReader reader;
    private final FacetReader facets;
    private final Searches searches;
    private final Ledger ledger;
    private final Cursors cursors;

    QuoteLists(Quotes quotes, QuoteReader reader, FacetReader facets, Searches searches, Ledger ledger,
            Cursors cursors) {
        this.quotes = quotes;
        this.reader = reader;
        this.facets = facets;
        this.searches = searches;
        this.ledger = ledger;
        this.cursors = cursors;
    }

    /** One page of the quotes that a filter holds for. */
    QuotePage list(QuoteFilter filter, PageRequest page) {
        QuoteOrder order = filter.order != null
                ? filter.order
                : filter.q == null ? QuoteOrder.NEWEST : QuoteOrder.RELEVANCE;
        if (order == QuoteOrder.RELEVANCE && filter.q == null) {
            throw ProblemException.invalidParameter("order", "can be relevance only where q is given");
        }
        QuoteCursor cursor = page.cursor == null ? null : QuoteCursor.decode(cursors, page.cursor, filter);
        QuoteQuery query = queryOf(filter, cursor == null ? filter.q : cursor.words());
        if (cursor == null) {
            return firstPage(query, order, page.limit);
        }
        return page(query, order, cursor, page.limit, null);
    }

    /** How often each value of each filter occurs among the quotes that the filter holds for. */
    Facets facets(QuoteFilter filter) {
        QuoteQuery query = queryOf(filter, filter.q);
        return query.isNothing() ? new Facets(0, true, Map.of()) : facets.count(query);
    }

    /** The same words by the same speaker, wherever they stand; 404 or 410 where there is no such quote. */
    Page<QuoteView> occurrences(UUID id, AsOf asOf, PageRequest page) {
        QuoteView quote = quotes.view(id, asOf);
        List<Object> filters = Arrays.asList(id, asOf);
        List<String> keys = page.cursor == null ? null : cursors.decode(page.cursor, OCCURRENCES, filters, 2);
        QuoteReader.PageKey after = keys == null
                ? null
                : new QuoteReader.PageKey(CursorKeys.instant(keys.get(0)), 0, CursorKeys.uuid(keys.get(1)));
        UUID group = quote.occurrenceOf() == null ? id : quote.occurrenceOf();
        List<QuoteReader.Row> rows = reader.findOccurrences(group, ledger.readAt(asOf), after, page.limit + 1);
        return Page.of(rows, page.limit, last -> cursors.encode(OCCURRENCES, filters,
                List.of(last.sortAt().toString(), last.view().id().toString()))).map(QuoteReader.Row::view);
    }

    private QuoteQuery queryOf(QuoteFilter filter, String words) {
        return new QuoteQuery(filter, filter.asOf == null ? null : ledger.readAt(filter.asOf),
                words == null ? null : searches.understand(words, filter.language),
                filter.role == null ? null : searches.understandPlain(filter.role));
    }

    private QuotePage firstPage(QuoteQuery query, QuoteOrder order, int limit) {
        if (query.isNothing()) {
            return new QuotePage(List.of(), null, 0, true, null, null);
        }
        // The same while nothing changes, so that the answer and its ETag are, too.
        Instant start = order == QuoteOrder.RELEVANCE ? ledger.lastRecordedAt() : Instant.EPOCH;
        QuotePage page = page(query, order, QuoteCursor.first(start, query.text()), limit, null);
        if (!page.items().isEmpty() || query.text() == null) {
            return page;
        }
        String words = query.text().words();
        return searches.corrections(words, query.asOf()).stream()
                .map(other -> query.with(searches.understand(other, query.filter().language)))
                .filter(other -> !other.isNothing())
                .map(other -> page(other, order, QuoteCursor.first(start, other.text()), limit, words))
                .filter(corrected -> !corrected.items().isEmpty()).findFirst().orElse(page);
    }

    private QuotePage page(QuoteQuery query, QuoteOrder order, QuoteCursor cursor, int limit, String correctedFrom) {
        QuoteReader.Slice found = order == QuoteOrder.RELEVANCE
                ? reader.findByRelevance(query, cursor.start(), cursor.after(), limit + 1)
                : reader.findPage(query, cursor.after(), limit + 1);
        Page<QuoteReader.Row> page = Page.of(found.rows(), limit,
                last -> cursor.following(last).encode(cursors, query.filter()));
        Integer total = cursor.after() != null ? null : page.next() == null ? found.rows().size() : found.total();
        return new QuotePage(page.items().stream().map(QuoteReader.Row::view).toList(), page.next(),
                total == null ? null : Math.min(total, QuoteReader.mostCounted(query)),
                total == null ? null : total <= QuoteReader.mostCounted(query), correctedFrom,
                correctedFrom == null ? null : query.text().words());
    }
}
