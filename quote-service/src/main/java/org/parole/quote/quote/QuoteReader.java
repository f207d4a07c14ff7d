package org.parole.quote.quote;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.database.Database;
import org.parole.kit.record.QueryFailedException;

/**
 * Reads quotes with all that they show, without a transaction. A single quote is one statement. A list is two: which
 * quotes it has and how many, and what these revisions show, which is planned once for all lists; in one statement, planning
 * the joins of that anew would take longer than reading them.
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

    private final Database database;
    private final QuoteRows rows;

    QuoteReader(Database database, QuoteRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** A quote as it is shown, with what is not shown of it. */
    record Row(QuoteView view, boolean retracted, Instant sortAt, float rank) {
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
        return slice(query, QuoteStatements.page(query, after, limit));
    }

    /** The best rows: those after a row, if one is given, among what was recorded by a moment. */
    Slice findByRelevance(QuoteQuery query, Instant recordedBy, PageKey after, int limit) {
        return slice(query, QuoteStatements.byRelevance(query, recordedBy, after, limit));
    }

    /** The occurrences of the group that a quote is in, the first said first: those after a row, if one is given. */
    List<Row> findOccurrences(UUID group, Instant asOf, PageKey after, int limit) {
        return rows(QuoteStatements.occurrences(group, asOf, after, limit));
    }

    private Slice slice(QuoteQuery query, Sql which) {
        try (Connection connection = database.getConnection()) {
            List<Hit> hits = new ArrayList<>();
            Integer total = null;
            try (PreparedStatement statement = which.prepare(connection); ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    hits.add(new Hit(row.getObject("id", UUID.class), row.getInt("revision"), row.getFloat("rank")));
                    total = row.getObject("total", Integer.class);
                }
            }
            if (hits.isEmpty()) {
                return new Slice(List.of(), total);
            }
            try (PreparedStatement statement = QuoteStatements.shown(query, hits).prepare(connection)) {
                return new Slice(rows.read(statement), total);
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
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
