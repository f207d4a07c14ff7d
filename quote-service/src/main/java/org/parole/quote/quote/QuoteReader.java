package org.parole.quote.quote;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.database.Database;
import org.parole.kit.record.QueryFailedException;
import org.parole.kit.record.RevisionType;
import org.parole.kit.time.DatePrecision;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.anchor.AnchorStatus;
import org.parole.quote.anchor.WordsStatus;
import org.parole.quote.document.DocumentRef;
import org.parole.quote.document.TextKind;
import org.parole.quote.outlet.OutletKind;
import org.parole.quote.outlet.OutletRef;
import org.parole.quote.search.Snippet;
import org.parole.quote.search.TextQuery;
import org.parole.quote.speaker.SpeakerKind;
import org.parole.quote.speaker.SpeakerRef;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Reads quotes with all that they show, without a transaction. A single quote is one statement. A list is two: which
 * quotes it holds, planned for the very values each time, and what these revisions show, which is planned once for all;
 * in one statement, planning the joins of that anew took longer than reading them.
 */
@ApplicationScoped
class QuoteReader {

    private static final String COLUMNS = """
            select q.id, q.revision, q.revision_type, q.reason, q.recorded_from, q.recorded_by, q.retracted, q.role,
                   q.cue, q.content, q.kind, q.said_from, q.said_precision, q.channel, q.reporting_chain, q.language,
                   q.original, q.about_parties, q.about_agreements, q.about_topics, q.about_exchanges, q.anchor_checks, q.verification,
                   q.verification_detail, q.words, q.words_found, q.verified_at, q.verified_sha256, q.verified_text_kind, q.sort_at,
                   q.occurrence_of, coalesce(n.occurrences, 1), coalesce(n.independent, 1),
                   s.id, s.name, s.kind, party_spoken_for(s.roles, s.party, q.sort_at),
                   d.id, d.url, d.title, d.published_at, d.published_whole_day, d.published_offset, d.citation, o.id, o.name, o.kind
            """;

    /** Counts are exact up to this many. */
    static final int MAX_COUNTED = 10_000;
    /** The order by relevance ends after this many rows, because each has to be read to be ranked. */
    static final int MAX_RANKED = 2_000;

    private static final Map<String, String> FACETS = Map.of("k:", "kind", "c:", "channel", "v:", "verification", "l:",
            "language", "o:", "outlet", "p:", "aboutParty", "a:", "agreement", "e:", "exchange", "t:", "topic");
    private static final int MAX_VALUES = 20;
    /** Stands where a facet's name does. */
    private static final String TOTAL = "total";

    private final Database database;
    private final ObjectReader links;
    private final ObjectReader anchors;
    private final ObjectReader originals;
    private final ObjectReader wordsFound;

    QuoteReader(Database database, ObjectMapper mapper) {
        this.database = database;
        this.links = mapper.readerForListOf(ReportingLink.class);
        this.anchors = mapper.readerForListOf(AnchorView.class);
        this.originals = mapper.readerFor(Original.class);
        this.wordsFound = mapper.readerFor(WordsFound.class);
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
        var sql = new Sql().add(COLUMNS).add(", 0::real rank, null::text from quote q ");
        joins(sql, asOf);
        // As a sub-select, the id is known only when the statement runs: then one plan serves every id and stays prepared,
        // where PostgreSQL would else plan anew each time to know the partition.
        sql.add("where q.id = (select ?::uuid) and ", id).counts("q", asOf);
        try (var connection = database.getConnection(); var statement = sql.prepare(connection)) {
            return rows(statement).stream().findFirst();
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
        var sql = new Sql().add(COLUMNS).add(", 0::real rank, null::text from quote q ");
        joins(sql, asOf);
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
        conditions(sql, query);
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
        query(sql, query.text());
        sql.add(", 1) rank from quote q where ");
        conditions(sql, query);
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
        var sql = new Sql().add(COLUMNS).add(", h.rank");
        headline(sql, query);
        sql.add(" from unnest(?, ?, ?) with ordinality h (id, revision, rank, place)"
                + " join quote q on q.id = h.id and q.revision = h.revision ",
                hits.stream().map(Hit::id).toArray(UUID[]::new),
                hits.stream().map(Hit::revision).toArray(Integer[]::new),
                hits.stream().map(Hit::rank).toArray(Float[]::new));
        joins(sql, query.asOf());
        return sql.add("order by h.place");
    }

    Sql counting(QuoteQuery query) {
        var sql = new Sql().add("select count(*) from (select 1 from quote q where ");
        conditions(sql, query);
        return sql.add(" limit " + (MAX_COUNTED + 1) + ") q");
    }

    Sql facets(QuoteQuery query) {
        var sql = new Sql()
                .add("with found as materialized (select q.speaker_id, q.sort_at, q.tags from quote q where ");
        conditions(sql, query);
        // One more than is counted tells whether there are more.
        sql.add(" order by q.sort_at desc, q.id desc limit " + (MAX_COUNTED + 1)
                + "), q as materialized (select * from found limit " + MAX_COUNTED + "), s as materialized ("
                + "select a.id spoke, s.id, s.name, s.kind, s.party, s.roles, n from (select speaker_id, count(*) n from q group by 1) q"
                + " join speaker a on a.id = q.speaker_id and ").counts("a", query.asOf())
                .add(" join speaker s on s.id = a.canonical_id and ").counts("s", query.asOf()).add("""
                        ), f as (
                            select left(tag, 2) facet, substr(tag, 3) value, null::text label, count(*) n
                            from q, unnest(tags) tag group by tag
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
        query(sql, query.text());
        sql.add(", case when length(q.content) <= " + Snippet.SHOWN_WHOLE + " then ? else ? end)", Snippet.WHOLE,
                Snippet.PASSAGES);
    }

    private static void query(Sql sql, TextQuery query) {
        if (query.isTheSameInAllLanguages()) {
            sql.add("?::tsquery", query.distinct().get(0));
        } else {
            List<Object> values = new ArrayList<>();
            sql.add(query.forLanguageOf("q", values)).values(values);
        }
    }

    /** What the rows of a list have in common; {@code q} is the quote. */
    private void conditions(Sql sql, QuoteQuery query) {
        var filter = query.filter();
        var asOf = query.asOf();
        sql.counts("q", asOf).add(" and not q.retracted");
        if (query.text() != null) {
            sql.add(" and (");
            indexed(sql, query);
            sql.add(")");
            if (!query.text().isTheSameInAllLanguages()) {
                // Put so that the planner takes it for nearly always true, which it is: a bare match with a query that it cannot
                // see it takes for nearly always false, and then reads and sorts all the rows of a common word.
                sql.add(" and case when q.content_vector @@ ");
                query(sql, query.text());
                sql.add(" then 1 else 0 end <> 0");
            }
        }
        if (query.role() != null) {
            sql.add(" and q.role_vector @@ ?::tsquery", query.role().distinct().get(0));
        }
        var tags = Tags.none().kind(filter.kind).channel(filter.channel).verification(filter.verification)
                .outlet(filter.outlet).party(filter.aboutParty).agreement(filter.agreement).exchange(filter.exchange)
                .topic(filter.topic)
                .language(filter.language);
        if (!tags.isEmpty()) {
            sql.add(" and q.tags @> ?", (Object) tags.array());
        }
        if (filter.speaker != null) {
            sql.add(" and q.speaker_id in (select s.id from speaker s where s.canonical_id ="
                    + " (select c.canonical_id from speaker c where c.id = ? and ", filter.speaker).counts("c", asOf)
                    .add(") and ").counts("s", asOf).add(")");
        }
        if (filter.speakerKind != null) {
            spoken(sql.add(" and "), asOf).add("c.kind = ?)", filter.speakerKind.name());
        }
        if (filter.party != null) {
            var role = JsonNodeFactory.instance.arrayNode();
            role.addObject().put("party", filter.party);
            // Whoever has ever spoken for it, which an index knows; then, of those with roles, what was said in them.
            spoken(sql.add(" and "), asOf).add("(c.party = ? or c.roles @> ?::jsonb))", filter.party, role.toString());
            spoken(sql.add(" and ("), asOf).add("c.party = ? and c.roles = '[]')", filter.party);
            sql.add(" or exists (select from speaker s join speaker c on c.id = s.canonical_id and ").counts("c", asOf)
                    .add(" where s.id = q.speaker_id and ").counts("s", asOf)
                    .add(" and party_spoken_for(c.roles, c.party, q.sort_at) = ?))", filter.party);
        }
        if (filter.relation != null) {
            var type = filter.relation == RelationFilter.ANY ? null : filter.relation.name();
            sql.add(" and q.id in (select r.from_quote from relation r where not r.retracted and ").counts("r", asOf)
                    .addIf(type, " and r.type = ?")
                    .add(" union all select r.to_quote from relation r where not r.retracted and ").counts("r", asOf)
                    .addIf(type, " and r.type = ?").add(")");
        }
        if (filter.independentAtLeast != null && filter.independentAtLeast > 1) {
            sql.add(" and q.occurrence_of in (select n.id from occurrence_count n where n.independent >= ? and ",
                    filter.independentAtLeast).counts("n", asOf).add(")");
        }
        sql.addIf(filter.document, " and q.document_id = ?");
        if (filter.saidFrom != null || filter.saidTo != null) {
            sql.add(" and q.said_from is not null");
        }
        // A date that was said is where the quote is sorted in, so that the index on the order serves these too.
        sql.addIf(startOf(filter.saidFrom), " and q.sort_at >= ?").addIf(endOf(filter.saidTo), " and q.sort_at < ?")
                .addIf(endOf(filter.on), " and q.sort_at < ?")
                .addIf(filter.publishedFrom == null ? null : filter.publishedFrom.instant(), " and q.published_at >= ?")
                .addIf(filter.publishedTo == null ? null : filter.publishedTo.end(), " and q.published_at < ?")
                .addIf(filter.publishedBy == null ? null : filter.publishedBy.end(), " and q.published_at < ?");
    }

    /**
     * What the index can answer of the words; each row is then asked in its own language. Where a stemming leaves only
     * what is a common word of other languages, those would all be read in vain, if the index were not asked for the
     * language as well.
     */
    private static void indexed(Sql sql, QuoteQuery query) {
        var few = query.filter().language == null
                ? query.text().ofFewLanguages()
                : Map.<String, List<String>>of();
        var wide = query.text().distinct().stream().filter(words -> !few.containsKey(words)).toList();
        if (!wide.isEmpty()) {
            sql.add("q.content_vector @@ (" + String.join(" || ", Collections.nCopies(wide.size(), "?::tsquery")) + ")")
                    .values(wide);
        }
        var or = wide.isEmpty() ? "" : " or ";
        for (var one : few.entrySet()) {
            var languages = Tags.none();
            one.getValue().forEach(languages::language);
            sql.add(or + "q.content_vector @@ ?::tsquery and q.tags && ?", one.getKey(), languages.array());
            or = " or ";
        }
    }

    /** Begins the condition that the quote is by one of the speakers, {@code c}, under whatever id; it ends with a bracket. */
    private static Sql spoken(Sql sql, Instant asOf) {
        return sql.add("q.speaker_id in (select s.id from speaker s join speaker c on c.id = s.canonical_id and ")
                .counts("c", asOf).add(" where ").counts("s", asOf).add(" and ");
    }

    private static Instant startOf(PartialDate date) {
        return date == null ? null : date.from().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant endOf(PartialDate date) {
        return date == null ? null : date.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The records that a quote shows, as they were at the same record time. */
    private static void joins(Sql sql, Instant asOf) {
        sql.add("join speaker a on a.id = q.speaker_id and ").counts("a", asOf)
                .add(" join speaker s on s.id = a.canonical_id and ").counts("s", asOf)
                .add(" join document d on d.id = q.document_id and ").counts("d", asOf)
                .add(" join outlet o on o.id = d.outlet_id and ").counts("o", asOf)
                .add(" left join occurrence_count n on n.id = q.occurrence_of and ").counts("n", asOf).add(" ");
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
                return new Slice(rows(statement), total);
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

    private List<Row> rows(Sql sql) {
        try (var connection = database.getConnection(); var statement = sql.prepareOnce(connection)) {
            return rows(statement);
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

    private List<Row> rows(PreparedStatement statement) throws SQLException {
        try (var result = statement.executeQuery()) {
            List<Row> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A quote's JSON columns cannot be read", e);
        }
    }

    private Row row(ResultSet row) throws SQLException, JsonProcessingException {
        var c = 0;
        var id = row.getObject(++c, UUID.class);
        var revision = row.getInt(++c);
        var revisionType = RevisionType.valueOf(row.getString(++c));
        var reason = row.getString(++c);
        var recordedAt = instant(row, ++c);
        var recordedBy = row.getString(++c);
        var retracted = row.getBoolean(++c);
        var role = row.getString(++c);
        var cue = row.getString(++c);
        var content = row.getString(++c);
        var kind = QuoteKind.valueOf(row.getString(++c));
        var saidFrom = row.getObject(++c, LocalDate.class);
        var saidPrecision = DatePrecision.valueOf(row.getString(++c));
        var channel = Channel.valueOf(row.getString(++c));
        List<ReportingLink> chain = links.readValue(row.getString(++c));
        var language = row.getString(++c);
        var original = row.getString(++c);
        var about = new About(strings(row, ++c), strings(row, ++c), strings(row, ++c), strings(row, ++c));
        List<AnchorView> found = anchors.readValue(row.getString(++c));
        var status = AnchorStatus.valueOf(row.getString(++c));
        var detail = row.getString(++c);
        var words = row.getString(++c);
        var wordsFound = row.getString(++c);
        var checkedAt = instant(row, ++c);
        var sha256 = row.getString(++c);
        var textKind = row.getString(++c);
        WordsFound differences = wordsFound == null ? null : this.wordsFound.readValue(wordsFound);
        var verification = new VerificationView(status, checkedAt, sha256,
                textKind == null ? null : TextKind.valueOf(textKind), detail, words == null ? null : worst(found),
                words == null ? null : WordsStatus.valueOf(words),
                differences == null || differences.omitted().isEmpty() ? null : differences.omitted(),
                differences == null ? null : differences.difference());
        var sortAt = instant(row, ++c);
        var occurrenceOf = row.getObject(++c, UUID.class);
        var occurrences = row.getInt(++c);
        var independent = row.getInt(++c);
        var speaker = new SpeakerRef(row.getObject(++c, UUID.class), row.getString(++c),
                SpeakerKind.valueOf(row.getString(++c)), row.getString(++c));
        var documentId = row.getObject(++c, UUID.class);
        var url = row.getString(++c);
        var title = row.getString(++c);
        var publishedAt = PublicationTime.of(instant(row, ++c), row.getBoolean(++c), row.getInt(++c));
        var citation = row.getString(++c);
        var outlet = new OutletRef(row.getObject(++c, UUID.class), row.getString(++c), outletKind(row.getString(++c)));
        var rank = row.getFloat(++c);
        var headline = row.getString(++c);
        var view = new QuoteView(id, revision, revisionType, reason, recordedAt, recordedBy, speaker, role, cue,
                content, kind, PartialDate.of(saidFrom, saidPrecision), saidPrecision, channel, chain, language,
                original == null ? null : originals.readValue(original), about,
                new DocumentRef(documentId, url, title, outlet, publishedAt, citation), found, verification,
                occurrenceOf.equals(id) ? null : occurrenceOf, occurrences, independent,
                headline == null ? null : Snippet.html(headline));
        return new Row(view, retracted, sortAt, rank);
    }

    private static AnchorStatus worst(List<AnchorView> found) {
        return found.stream().map(AnchorView::status).reduce(AnchorStatus.EXACT, AnchorStatus::orWorse);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OutletKind outletKind(String kind) {
        return kind == null ? null : OutletKind.valueOf(kind);
    }

    private static List<String> strings(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
