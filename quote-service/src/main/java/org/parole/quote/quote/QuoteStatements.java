package org.parole.quote.quote;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.parole.quote.quote.QuoteReader.Hit;
import org.parole.quote.quote.QuoteReader.PageKey;
import org.parole.quote.search.SearchLanguages;
import org.parole.quote.search.Snippet;
import org.parole.quote.search.TextQuery;

/**
 * The statements that read quotes. Those for a page find ids, revisions and, on the first page, the total, all of one moment;
 * {@link #shown} then reads what these revisions show.
 */
final class QuoteStatements {

    /** The date of saying is at most that of publication, and the end of that day, wherever on earth either was. */
    private static final Duration SAID_AFTER_PUBLICATION = Duration.ofDays(2);

    /** Where the change feed stands, in the moment of the statement: see {@link org.parole.kit.record.Ledger#head}. */
    static final String HEAD = "(select seq from change order by seq desc limit 1) head";

    private QuoteStatements() {
    }

    /** The quote at a record time, or now for null. */
    static Sql find(UUID id, Instant asOf) {
        Sql sql = QuoteRows.select(asOf).add(", 0::real rank from quote q ");
        QuoteRows.join(sql, asOf);
        return sql.add("where q.id = ? and ", id).counts("q", asOf).withOnePlan();
    }

    /** The occurrences of one statement, the first said first. */
    static Sql occurrences(UUID group, Instant asOf, PageKey after, int limit) {
        Sql sql = QuoteRows.select(asOf).add(", 0::real rank from quote q ");
        QuoteRows.join(sql, asOf);
        sql.add("where q.occurrence_of = ? and not q.retracted and ", group).counts("q", asOf);
        if (after != null) {
            sql.add(" and (q.sort_at, q.id) > (?, ?)", after.sortAt(), after.id());
        }
        return sql.add(" order by q.sort_at, q.id limit " + limit);
    }

    /** The rows of one page in the order of dates or of recording. */
    static Sql page(QuoteQuery query, PageKey after, int limit) {
        String order = switch (query.filter().order == null ? QuoteOrder.NEWEST : query.filter().order) {
            case OLDEST -> "%1$s.sort_at, %1$s.id";
            case RECORDED -> "%1$s.id desc";
            default -> "%1$s.sort_at desc, %1$s.id desc";
        };
        Sql sql = new Sql().add("with h as materialized (").add(found(query, after, order.formatted("q"), limit))
                .add(") select h.id, h.revision, 0::real rank, ");
        if (after == null) {
            // Counted only where there is a second page, and then by the same snapshot.
            sql.add("case when (select count(*) from h) = " + limit + " then (").add(counting(query))
                    .add(") end::int total");
        } else {
            sql.add("null::int total");
        }
        sql.add(", " + HEAD + " from h order by " + order.formatted("h"));
        return isServedInOrder(query) ? sql.withOnePlan() : sql;
    }

    /** The best rows among the newest ones, of those that were recorded by a moment. */
    static Sql byRelevance(QuoteQuery query, Instant recordedBy, PageKey after, int limit) {
        // The same query also counts: up to where the ranking is cut off.
        Sql sql = new Sql().add("select m.id, m.revision, m.rank, " + (after != null
                ? "null::int total"
                : "(case when count(*) over () < " + QuoteReader.MAX_RANKED + " then count(*) over () else "
                        + (QuoteReader.MAX_RANKED + 1) + " end)::int total")
                + ", " + HEAD)
                .add(" from (select q.id, q.revision, ts_rank(q.content_vector, ");
        QuoteConditions.words(sql, query.text());
        sql.add(", 1) rank from quote q where ");
        QuoteConditions.add(sql, query);
        // What is recorded while somebody turns the pages does not move them.
        sql.add(" and q.recorded_from <= ?", recordedBy)
                .add(" order by q.sort_at desc, q.id desc limit " + QuoteReader.MAX_RANKED + ") m");
        if (after != null) {
            sql.add(" where (m.rank, m.id) < (?, ?)", after.rank(), after.id());
        }
        return sql.add(" order by m.rank desc, m.id desc limit " + limit);
    }

    /** How many quotes there are, and one more than is counted where there are more. */
    static Sql counting(QuoteQuery query) {
        Sql sql = new Sql().add("select count(*) from (select ");
        Optional<String> tag = tag(query);
        if (tag.isPresent()) {
            ofTag(sql, query, tag.get());
        } else {
            sql.add("from quote q where ");
            QuoteConditions.add(sql, query);
            times(sql, query);
        }
        return sql.add(" limit " + (QuoteReader.mostCounted(query) + 1) + ") c");
    }

    /** What the revisions that were found show, in the same order. */
    static Sql shown(QuoteQuery query, List<Hit> hits) {
        Sql sql = QuoteRows.select(query.asOf())
                .add(", h.rank from unnest(?, ?, ?) with ordinality h (id, revision, rank, place)"
                        + " join quote q on q.id = h.id and q.revision = h.revision ",
                        hits.stream().map(Hit::id).toArray(UUID[]::new),
                        hits.stream().map(Hit::revision).toArray(Integer[]::new),
                        hits.stream().map(Hit::rank).toArray(Float[]::new));
        QuoteRows.join(sql, query.asOf());
        return sql.add("order by h.place").withOnePlan();
    }

    /** Whether an index has the rows of the list, and no others but later ones, in the order of dates. */
    private static boolean isServedInOrder(QuoteQuery query) {
        return tag(query).isPresent() || isBySpeaker(query) || isOf(query, null);
    }

    /** The tag by which alone the list is filtered, where the table of tags has it. */
    private static Optional<String> tag(QuoteQuery query) {
        return Tags.of(query.filter()).onlyListed().filter(tag -> isOf(query, tag));
    }

    private static boolean isBySpeaker(QuoteQuery query) {
        return query.filter().speaker != null && isOf(query, query.filter().speaker);
    }

    /** Whether a list of now in the order of dates is filtered by nothing but one thing, or nothing, and times. */
    private static boolean isOf(QuoteQuery query, Object one) {
        QuoteFilter filter = query.filter();
        long given = filter.fingerprint().stream().filter(Objects::nonNull).count();
        long besides = List.of(Optional.ofNullable(filter.order), Optional.ofNullable(filter.on),
                Optional.ofNullable(filter.publishedBy)).stream().filter(Optional::isPresent).count();
        return filter.order != QuoteOrder.RECORDED && given - besides == (one == null ? 0 : 1);
    }

    /** Selects the id, revision and date of the rows of a page. */
    private static Sql found(QuoteQuery query, PageKey after, String order, int limit) {
        Sql sql = new Sql().add("select q.id, q.revision, q.sort_at ");
        Optional<String> tag = tag(query);
        if (tag.isPresent()) {
            ofTag(sql, query, tag.get());
        } else if (isBySpeaker(query)) {
            // For each of the speaker's ids the first rows in order, however many there are.
            sql.add("from (");
            QuoteConditions.idsOf(sql, query.filter().speaker, null);
            sql.add(") s cross join lateral (select q.id, q.revision, q.sort_at from quote q where q.speaker_id = s.id"
                    + " and q.is_current and not q.retracted");
            QuoteConditions.times(sql, query.filter());
            times(sql, query);
            after(sql, query, after);
            return sql.add(" order by " + order + " limit " + limit + ") q order by " + order + " limit " + limit);
        } else {
            sql.add("from quote q where ");
            QuoteConditions.add(sql, query);
            times(sql, query);
        }
        after(sql, query, after);
        return sql.add(" order by " + order + " limit " + limit);
    }

    /** From the rows of one tag. */
    private static void ofTag(Sql sql, QuoteQuery query, String tag) {
        QuoteFilter filter = query.filter();
        sql.add("from quote_tag q ");
        if (filter.publishedBy != null) {
            sql.add("join quote p on p.id = q.id and p.revision = q.revision and p.published_at < ? ",
                    filter.publishedBy.end());
        }
        sql.add("where q.tag = ?", tag).addIf(QuoteConditions.endOf(filter.on), " and q.sort_at < ?");
        times(sql, query);
    }

    /** What follows from the times for the order of dates, so that an index in that order need not walk in vain. */
    private static void times(Sql sql, QuoteQuery query) {
        if (query.filter().publishedBy != null && isServedInOrder(query)) {
            sql.add(" and q.sort_at < ?", query.filter().publishedBy.end().plus(SAID_AFTER_PUBLICATION));
        }
    }

    private static void after(Sql sql, QuoteQuery query, PageKey after) {
        if (after == null) {
            return;
        }
        QuoteOrder order = query.filter().order;
        if (order == QuoteOrder.RECORDED) {
            sql.add(" and q.id < ?", after.id());
        } else {
            sql.add(" and (q.sort_at, q.id) " + (order == QuoteOrder.OLDEST ? ">" : "<") + " (?, ?)", after.sortAt(),
                    after.id());
        }
    }

    /** The passages with the words that were searched for, of some of the revisions that were found, in the same order. */
    static Sql headlines(TextQuery words, List<Hit> hits) {
        Sql sql = new Sql().add("select ts_headline(search_config(q.language), " + Snippet.cleaned("q.content")
                + ", case split_part(lower(q.language), '-', 1)");
        List<String> byLanguage = new ArrayList<>();
        for (String language : SearchLanguages.STEMMED) {
            sql.add(" when '" + language + "' then ?::tsquery");
            byLanguage.add(words.byLanguage().get(language));
        }
        byLanguage.add(words.byLanguage().get(""));
        return sql.add(" else ?::tsquery end, case when length(q.content) <= " + Snippet.SHOWN_WHOLE + " then '"
                + Snippet.WHOLE + "' else '" + Snippet.PASSAGES + "' end) headline"
                + " from unnest(?, ?) with ordinality h (id, revision, place)"
                + " join quote q on q.id = h.id and q.revision = h.revision order by h.place").values(byLanguage)
                .values(List.of(hits.stream().map(Hit::id).toArray(UUID[]::new),
                        hits.stream().map(Hit::revision).toArray(Integer[]::new)))
                .withOnePlan();
    }
}
