package org.parole.quote.quote;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.database.Database;
import org.parole.kit.record.QueryFailedException;

/** Counts how often the values of each filter occur. */
@ApplicationScoped
class FacetReader {

    private static final Map<String, String> FACETS = Map.of("k:", "kind", "c:", "channel", "v:", "verification", "l:",
            "language", "o:", "outlet", "p:", "aboutParty", "a:", "agreement", "e:", "exchange", "t:", "topic", "u:",
            "speakerKnown");
    /** The most values of a facet. */
    private static final int MAX_VALUES = 20;
    /** Stands where a facet's name does. */
    private static final String TOTAL = "total";

    private final Database database;

    FacetReader(Database database) {
        this.database = database;
    }

    /** How often each value of each filter occurs among the newest {@value QuoteReader#MAX_COUNTED} quotes that match. */
    Facets count(QuoteQuery query) {
        int total = 0;
        Map<String, List<Facets.Value>> facets = new TreeMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = statement(query).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String facet = row.getString("facet");
                if (facet.equals(TOTAL)) {
                    total = row.getInt("n");
                    continue;
                }
                facets.computeIfAbsent(FACETS.getOrDefault(facet, facet), first -> new ArrayList<>())
                        .add(new Facets.Value(row.getString("value"), row.getString("label"), row.getInt("n")));
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
        return new Facets(Math.min(total, QuoteReader.MAX_COUNTED), total <= QuoteReader.MAX_COUNTED, facets);
    }

    static Sql statement(QuoteQuery query) {
        Sql sql = new Sql()
                .add("with found as materialized (select q.speaker_id, q.sort_at, q.tags from quote q where ");
        QuoteConditions.add(sql, query);
        // One more than is counted tells whether there are more.
        sql.add(" order by q.sort_at desc, q.id desc limit " + (QuoteReader.MAX_COUNTED + 1)
                + "), q as materialized (select * from found limit " + QuoteReader.MAX_COUNTED
                + "), s as materialized ("
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
                        select facet, value, coalesce(label, o.name) label, n
                        from (select f.*, row_number() over (partition by facet order by n desc, value) place from f) f
                        left join outlet o on f.facet = 'o:' and o.id::text = f.value""")
                .add(" and ").counts("o", query.asOf()).add(" where place <= " + MAX_VALUES
                        + " union all select '" + TOTAL + "', null, null, count(*) from found order by 1, 4 desc, 2");
        return sql;
    }
}
