package org.parole.quote.quote;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.database.Database;
import org.parole.kit.record.QueryFailedException;
import org.parole.quote.search.Snippet;

/**
 * Reads quotes with all that they show, without a transaction. A single quote is one statement. A list is two: which
 * quotes it holds, planned for the very values each time, and what these revisions show, which is planned once for all;
 * in one statement, planning the joins of that anew took longer than reading them.
 */
@ApplicationScoped
class QuoteReader {

    /** Counts are exact up to this many. */
    static final int MAX_COUNTED = 10_000;
    /** The order by relevance ends after this many rows, because each has to be read to be ranked. */
    static final int MAX_RANKED = 2_000;

    private static final Map<String, String> FACETS = Map.of("k:", "kind", "c:", "channel", "v:", "verification", "l:",
            "language", "o:", "outlet", "p:", "aboutParty", "a:", "agreement", "e:", "exchange", "t:", "topic", "u:",
            "speakerKnown");
    private static final int MAX_VALUES = 20;
    /** Stands where a facet's name does. */
    private static final String TOTAL = "total";

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
     * @param total how many there are on all pages, or null where only a query of its own can count them
     */
    record Slice(List<Row> rows, Integer total) {
    }

    /** One of a page, before it is known what it shows. */
    record Hit(UUID id, int revision, float rank) {
    }

    /** Where a page begins: after the row with these keys. */
    record PageKey(Instant sortAt, float rank, UUID id) {
    }

    /** The quote at a record time, or now for null. */
    Optional<Row> find(UUID id, Instant asOf) {
        var sql = new Sql().add(QuoteRows.COLUMNS).add(", 0::real rank, null::text from quote q ");
        QuoteRows.join(sql, asOf);
        // As a sub-select, the id is known only when the statement runs: then one plan serves every id and stays prepared,
        // where PostgreSQL would else plan anew each time to know the partition.
        sql.add("where q.id = (select ?::uuid) and ", id).counts("q", asOf);
        try (var connection = database.getConnection(); var statement = sql.prepare(connection)) {
            return rows.read(statement).stream().findFirst();
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

    /** The rows of one page: those after a row, if one is given. */
    Slice findPage(QuoteQuery query, PageKey after, int limit) {
        return slice(query, page(query, after, limit));
    }

    /** The best rows: those after a row, if one is given, among what was recorded by a moment. */
    Slice findByRelevance(QuoteQuery query, Instant recordedBy, PageKey after, int limit) {
        return slice(query, byRelevance(query, recordedBy, after, limit));
    }

    /** The occurrences of the group that a quote is in, the first said first: those after a row, if one is given. */
    List<Row> findOccurrences(UUID group, Instant asOf, PageKey after, int limit) {
        var sql = new Sql().add(QuoteRows.COLUMNS).add(", 0::real rank, null::text from quote q ");
        QuoteRows.join(sql, asOf);
        sql.add("where q.occurrence_of = ? and not q.retracted and ", group).counts("q", asOf);
        if (after != null) {
            sql.add(" and (q.sort_at, q.id) > (?, ?)", after.sortAt(), after.id());
        }
        return rows(sql.add(" order by q.sort_at, q.id limit ?", limit));
    }

    /** How many there are: at most {@value #MAX_COUNTED} and one. */
    int count(QuoteQuery query) {
        var sql = counting(query);
        try (var connection = database.getConnection();
                var statement = sql.prepareOnce(connection);
                var row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

    /** How often each value of each filter occurs. */
    Facets countFacets(QuoteQuery query) {
        var total = 0;
        Map<String, List<Facets.Value>> facets = new TreeMap<>();
        try (var connection = database.getConnection();
                var statement = facets(query).prepareOnce(connection);
                var row = statement.executeQuery()) {
            while (row.next()) {
                if (row.getString(1).equals(TOTAL)) {
                    total = row.getInt(4);
                    continue;
                }
                var facet = FACETS.getOrDefault(row.getString(1), row.getString(1));
                facets.computeIfAbsent(facet, first -> new ArrayList<>())
                        .add(new Facets.Value(row.getString(2), row.getString(3), row.getInt(4)));
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
        return new Facets(Math.min(total, MAX_COUNTED), total <= MAX_COUNTED, facets);
    }

    Sql page(QuoteQuery query, PageKey after, int limit) {
        var order = query.filter().order;
        var sql = new Sql().add("select q.id, q.revision, 0::real, null::int from quote q where ");
        QuoteConditions.add(sql, query);
        if (order == QuoteOrder.RECORDED) {
            if (after != null) {
                sql.add(" and q.id < ?", after.id());
            }
            return sql.add(" order by q.id desc limit ?", limit);
        }
        var oldestFirst = order == QuoteOrder.OLDEST;
        if (after != null) {
            sql.add(oldestFirst ? " and (q.sort_at, q.id) > (?, ?)" : " and (q.sort_at, q.id) < (?, ?)",
                    after.sortAt(), after.id());
        }
        return sql.add(" order by " + (oldestFirst ? "q.sort_at, q.id" : "q.sort_at desc, q.id desc") + " limit ?",
                limit);
    }

    Sql byRelevance(QuoteQuery query, Instant recordedBy, PageKey after, int limit) {
        // Unless the ranking is cut off, the same query also counts the ranked rows.
        var sql = new Sql().add("select m.id, m.revision, m.rank, "
                + (after == null ? "nullif(count(*) over (), " + MAX_RANKED + ")::int" : "null::int")
                + " from (select q.id, q.revision, ts_rank(q.content_vector, ");
        QuoteConditions.words(sql, query.text());
        sql.add(", 1) rank from quote q where ");
        QuoteConditions.add(sql, query);
        // What is recorded while somebody turns the pages does not move them.
        sql.add(" and q.recorded_from <= ?", recordedBy)
                .add(" order by q.sort_at desc, q.id desc limit " + MAX_RANKED + ") m");
        if (after != null) {
            sql.add(" where (m.rank, m.id) < (?, ?)", after.rank(), after.id());
        }
        return sql.add(" order by m.rank desc, m.id desc limit ?", limit);
    }

    /** What the revisions that were found show, in the same order. */
    Sql shown(QuoteQuery query, List<Hit> hits) {
        var sql = new Sql().add(QuoteRows.COLUMNS).add(", h.rank");
        headline(sql, query);
        sql.add(" from unnest(?, ?, ?) with ordinality h (id, revision, rank, place)"
                + " join quote q on q.id = h.id and q.revision = h.revision ",
                hits.stream().map(Hit::id).toArray(UUID[]::new),
                hits.stream().map(Hit::revision).toArray(Integer[]::new),
                hits.stream().map(Hit::rank).toArray(Float[]::new));
        QuoteRows.join(sql, query.asOf());
        return sql.add("order by h.place");
    }

    Sql counting(QuoteQuery query) {
        var sql = new Sql().add("select count(*) from (select 1 from quote q where ");
        QuoteConditions.add(sql, query);
        return sql.add(" limit " + (MAX_COUNTED + 1) + ") q");
    }

    Sql facets(QuoteQuery query) {
        var sql = new Sql()
                .add("with found as materialized (select q.speaker_id, q.sort_at, q.tags from quote q where ");
        QuoteConditions.add(sql, query);
        // One more than is counted tells whether there are more.
        sql.add(" order by q.sort_at desc, q.id desc limit " + (MAX_COUNTED + 1)
                + "), q as materialized (select * from found limit " + MAX_COUNTED + "), s as materialized ("
                + "select a.id spoke, s.id, s.name, s.kind, s.party, s.roles, n from (select speaker_id, count(*) n from q group by 1) q"
                + " join speaker a on a.id = q.speaker_id and ").counts("a", query.asOf())
                .add(" join speaker s on s.id = a.canonical_id and ").counts("s", query.asOf()).add("""
                        ), f as (
                            select left(tag, 2) facet, substr(tag, 3) value, null::text label, count(*) n
                            from q, unnest(tags) tag where left(tag, 2) not in ('s:', 'n:') group by tag
                            union all select 'speaker', id::text, name, sum(n) from s group by id, name
                            union all select 'speakerKind', kind, null, sum(n) from s group by kind
                            union all select 'party', party, null, sum(n) from (
                                select party, n from s where roles = '[]'
                                union all select party_spoken_for(s.roles, s.party, q.sort_at), 1
                                    from s join q on q.speaker_id = s.spoke where s.roles <> '[]') p
                                where party is not null group by party)
                        select facet, value, coalesce(label, o.name), n
                        from (select f.*, row_number() over (partition by facet order by n desc, value) place from f) f
                        left join outlet o on f.facet = 'o:' and o.id::text = f.value""")
                .add(" and ").counts("o", query.asOf()).add(" where place <= " + MAX_VALUES
                        + " union all select '" + TOTAL + "', null, null, count(*) from found order by 1, 4 desc, 2");
        return sql;
    }

    /** The passage with the words that were searched for; computed for the rows of a page only. */
    private static void headline(Sql sql, QuoteQuery query) {
        if (query.text() == null) {
            sql.add(", null::text");
            return;
        }
        sql.add(", ts_headline(search_config(q.language), " + Snippet.cleaned("q.content") + ", ");
        QuoteConditions.words(sql, query.text());
        sql.add(", case when length(q.content) <= " + Snippet.SHOWN_WHOLE + " then ? else ? end)", Snippet.WHOLE,
                Snippet.PASSAGES);
    }

    private Slice slice(QuoteQuery query, Sql which) {
        try (var connection = database.getConnection()) {
            List<Hit> hits = new ArrayList<>();
            Integer total = null;
            try (var statement = which.prepareOnce(connection); var row = statement.executeQuery()) {
                while (row.next()) {
                    hits.add(new Hit(row.getObject(1, UUID.class), row.getInt(2), row.getFloat(3)));
                    total = row.getObject(4, Integer.class);
                }
            }
            if (hits.isEmpty()) {
                return new Slice(List.of(), total);
            }
            try (var statement = shown(query, hits).prepare(connection)) {
                return new Slice(rows.read(statement), total);
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

    private List<Row> rows(Sql sql) {
        try (var connection = database.getConnection(); var statement = sql.prepareOnce(connection)) {
            return rows.read(statement);
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

}
