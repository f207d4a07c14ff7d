package org.parole.quote.quote;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.database.Database;
import org.parole.kit.record.QueryFailedException;
import org.parole.quote.quote.FoundBefore.Found;
import org.parole.quote.search.Highlighter;
import org.parole.quote.search.Snippet;
import org.parole.quote.search.TextQuery;

/**
 * Reads quotes with all that they show, without a transaction. A single quote is one statement. A list is two: which
 * quotes it has and how many, and what these revisions show, which is planned once for all lists; in one statement, planning
 * the joins of that anew would take longer than reading them. A search has a third for the passages that {@link Highlighter}
 * leaves to PostgreSQL. What the first of them found is kept in {@link FoundBefore}.
 */
@ApplicationScoped
class QuoteReader {

    /** Counts are exact up to this many. */
    static final int MAX_COUNTED = 10_000;
    /**
     * The order by relevance ends after this many rows, because each has to be read to be ranked; and counts of what words
     * find, because each has to be read to be counted.
     */
    static final int MAX_RANKED = 1_000;
    /** How much of a ranking is kept for the next pages: few readers turn more than three. */
    private static final int MOST_KEPT = 201;
    private static final Found NOTHING = new Found(0, List.of(), null);

    private final Database database;
    private final QuoteRows rows;
    private final Highlighter highlighter;
    private final FoundBefore before;

    QuoteReader(Database database, QuoteRows rows, Highlighter highlighter, FoundBefore before) {
        this.database = database;
        this.rows = rows;
        this.highlighter = highlighter;
        this.before = before;
    }

    /** A quote as it is shown, with what is not shown of it. */
    record Row(QuoteView view, boolean retracted, Instant sortAt, float rank) {

        Row withSnippet(String headline) {
            return headline == null
                    ? this
                    : new Row(view.withSnippet(Snippet.html(headline)), retracted, sortAt, rank);
        }
    }

    /**
     * The rows of one page.
     *
     * @param total how many there are on all pages, at most one more than {@link #mostCounted}; null where these are all, or
     *              the page is not the first
     */
    record Slice(List<Row> rows, Integer total) {
    }

    /** One of a page, before it is known what it shows. */
    record Hit(UUID id, int revision, float rank) {
    }

    /** Where a page begins: after the row with these keys. */
    record PageKey(Instant sortAt, float rank, UUID id) {
    }

    /** Up to which number the quotes of a list are counted. */
    static int mostCounted(QuoteQuery query) {
        return query.text() == null ? MAX_COUNTED : MAX_RANKED;
    }

    /** The quote at a record time, or now for null. */
    Optional<Row> find(UUID id, Instant asOf) {
        return rows(QuoteStatements.find(id, asOf)).stream().findFirst();
    }

    /** The rows of one page: those after a row, if one is given. */
    Slice findPage(QuoteQuery query, PageKey after, int limit) {
        Sql which = QuoteStatements.page(query, after, limit);
        return after == null
                ? slice(query, connection -> first(connection, query, Instant.EPOCH, limit, which))
                : slice(query, connection -> find(connection, which));
    }

    /** The best rows: those after a row, if one is given, among what was recorded by a moment. */
    Slice findByRelevance(QuoteQuery query, Instant recordedBy, PageKey after, int limit) {
        return slice(query, connection -> {
            int kept = Math.max(limit, MOST_KEPT);
            Found best = after == null
                    ? first(connection, query, recordedBy, kept,
                            QuoteStatements.byRelevance(query, recordedBy, null, kept))
                    : before.at(head(connection), query, recordedBy, kept).orElse(NOTHING);
            Optional<List<Hit>> page = best.page(after, limit, kept);
            return page.isPresent()
                    ? new Found(best.head(), page.get(), best.total())
                    : find(connection, QuoteStatements.byRelevance(query, recordedBy, after, limit));
        });
    }

    /** The occurrences of the group that a quote is in, the first said first: those after a row, if one is given. */
    List<Row> findOccurrences(UUID group, Instant asOf, PageKey after, int limit) {
        return rows(QuoteStatements.occurrences(group, asOf, after, limit));
    }

    /** Finds which quotes a page has. */
    private interface Finder {
        Found find(Connection connection) throws SQLException;
    }

    private Slice slice(QuoteQuery query, Finder finder) {
        try (Connection connection = database.getConnection()) {
            Found found = finder.find(connection);
            if (found.hits().isEmpty()) {
                return new Slice(List.of(), found.total());
            }
            try (PreparedStatement statement = QuoteStatements.shown(query, found.hits()).prepare(connection)) {
                List<Row> shown = rows.read(statement);
                return new Slice(query.text() == null ? shown : withSnippets(connection, shown, query.text()),
                        found.total());
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

    /** The first hits of a list: those that were found before, unless the feed has moved on. */
    private Found first(Connection connection, QuoteQuery query, Instant start, int limit, Sql which)
            throws SQLException {
        Optional<Found> known = before.at(head(connection), query, start, limit);
        if (known.isPresent()) {
            return known.get();
        }
        Found found = find(connection, which);
        if (!found.hits().isEmpty()) {
            before.keep(query, start, limit, found);
        }
        return found;
    }

    private static Found find(Connection connection, Sql which) throws SQLException {
        List<Hit> hits = new ArrayList<>();
        Integer total = null;
        long head = 0;
        try (PreparedStatement statement = which.prepare(connection); ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                hits.add(new Hit(row.getObject("id", UUID.class), row.getInt("revision"), row.getFloat("rank")));
                total = row.getObject("total", Integer.class);
                head = row.getLong("head");
            }
        }
        return new Found(head, hits, total);
    }

    private static long head(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + QuoteStatements.HEAD);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The rows with the words that were found marked; PostgreSQL marks what the highlighter leaves to it. */
    private List<Row> withSnippets(Connection connection, List<Row> shown, TextQuery words) throws SQLException {
        List<Optional<String>> marked = highlighter.mark(connection, shown.stream()
                .map(row -> new Highlighter.Content(row.view().language(), row.view().content())).toList(), words);
        List<Hit> left = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            if (marked.get(i).isEmpty()) {
                left.add(new Hit(shown.get(i).view().id(), shown.get(i).view().revision(), 0));
            }
        }
        Iterator<String> headlines = left.isEmpty()
                ? Collections.emptyIterator()
                : headlines(connection, words, left).iterator();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            String snippet = marked.get(i).isPresent() ? marked.get(i).get() : headlines.next();
            var content = new Highlighter.Content(shown.get(i).view().language(), shown.get(i).view().content());
            rows.add(shown.get(i).withSnippet(Snippet.isMarked(snippet) || !Snippet.isShownWhole(content.text())
                    ? snippet
                    : highlighter.markFolded(connection, content, words)));
        }
        return rows;
    }

    private static List<String> headlines(Connection connection, TextQuery words, List<Hit> hits) throws SQLException {
        List<String> headlines = new ArrayList<>();
        try (PreparedStatement statement = QuoteStatements.headlines(words, hits).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                headlines.add(row.getString("headline"));
            }
        }
        return headlines;
    }

    private List<Row> rows(Sql sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = sql.prepare(connection)) {
            return rows.read(statement);
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }
}
