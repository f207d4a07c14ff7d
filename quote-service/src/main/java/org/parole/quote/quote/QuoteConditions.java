package org.parole.quote.quote;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.parole.kit.text.Names;
import org.parole.kit.time.PartialDate;
import org.parole.quote.search.TextQuery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Puts the conditions of a query for quotes into SQL; {@code q} is the quote. */
final class QuoteConditions {

    private QuoteConditions() {
    }

    /** What the rows of a list have in common; {@code q} is the quote. */
    static void add(Sql sql, QuoteQuery query) {
        QuoteFilter filter = query.filter();
        Instant asOf = query.asOf();
        sql.counts("q", asOf).add(" and not q.retracted");
        if (query.text() != null) {
            sql.add(" and (");
            indexed(sql, query);
            sql.add(")");
            if (!query.text().isTheSameInAllLanguages()) {
                // Put so that the planner takes it for nearly always true, which it is: a bare match with a query that it cannot
                // see it takes for nearly always false, and then reads and sorts all the rows of a common word.
                sql.add(" and case when q.content_vector @@ ");
                words(sql, query.text());
                sql.add(" then 1 else 0 end <> 0");
            }
        }
        if (query.role() != null) {
            sql.add(" and q.role_vector @@ ?::tsquery", query.role().distinct().get(0));
        }
        Tags tags = Tags.of(filter);
        if (!tags.isEmpty()) {
            sql.add(" and q.tags @> ?", (Object) tags.array());
        }
        if (Boolean.TRUE.equals(filter.speakerKnown)) {
            sql.add(" and q.speaker_id is not null");
        }
        Optional<UUID> candidate = filter.candidateId();
        if (candidate.isPresent()) {
            sql.add(" and q.tags && (select array_agg('" + Tags.CANDIDATE + "' || s.id) from speaker s"
                    + " where s.canonical_id = (select c.canonical_id from speaker c where c.id = ? and ",
                    candidate.get()).counts("c", asOf).add(") and ").counts("s", asOf).add(")");
        } else if (filter.speakerCandidate != null) {
            // A name as it was given, or that of a speaker on record.
            sql.add(" and q.tags && (select array_append(coalesce(array_agg('" + Tags.CANDIDATE
                    + "' || s.id), '{}'::text[]), ?::text) from speaker s where s.canonical_id in (select c.canonical_id"
                    + " from speaker c where c.name_keys @> array[?::text] and ",
                    Tags.ofName(filter.speakerCandidate), Names.key(filter.speakerCandidate)).counts("c", asOf)
                    .add(") and ").counts("s", asOf).add(")");
        }
        if (filter.speaker != null) {
            idsOf(sql.add(" and q.speaker_id in ("), filter.speaker, asOf).add(")");
        }
        if (filter.speakerKind != null) {
            spoken(sql.add(" and "), asOf).add("c.kind = ?)", filter.speakerKind.name());
        }
        if (filter.party != null) {
            ArrayNode role = JsonNodeFactory.instance.arrayNode();
            role.addObject().put("party", filter.party);
            // Those who have ever spoken for it, which an index knows; then, of those with roles, what was said in them.
            spoken(sql.add(" and "), asOf).add("(c.party = ? or c.roles @> ?::jsonb))", filter.party, role.toString());
            spoken(sql.add(" and ("), asOf).add("c.party = ? and c.roles = '[]')", filter.party);
            sql.add(" or exists (select from speaker s join speaker c on c.id = s.canonical_id and ").counts("c", asOf)
                    .add(" where s.id = q.speaker_id and ").counts("s", asOf)
                    .add(" and party_spoken_for(c.roles, c.party, q.sort_at) = ?))", filter.party);
        }
        if (filter.relation != null) {
            String type = filter.relation == RelationFilter.ANY ? null : filter.relation.name();
            sql.add(" and q.id in (select r.from_quote from relation r where not r.retracted and ").counts("r", asOf)
                    .addIf(type, " and r.type = ?")
                    .add(" union all select r.to_quote from relation r where not r.retracted and ").counts("r", asOf)
                    .addIf(type, " and r.type = ?").add(")");
        }
        if (filter.independentAtLeast != null && filter.independentAtLeast > 1) {
            sql.add(" and q.occurrence_of in (select n.id from occurrence_count n where n.independent >= ? and ",
                    filter.independentAtLeast).counts("n", asOf).add(")");
        }
        if (filter.document != null) {
            standingFor(sql.add(" and q.document_id = ("), filter.document, asOf).add(")");
        }
        if (filter.saidFrom != null || filter.saidTo != null) {
            sql.add(" and q.said_from is not null");
        }
        // A date that was said is where the quote is sorted in, so that the index on the order serves these too.
        sql.addIf(startOf(filter.saidFrom), " and q.sort_at >= ?").addIf(endOf(filter.saidTo), " and q.sort_at < ?")
                .addIf(filter.publishedFrom == null ? null : filter.publishedFrom.instant(), " and q.published_at >= ?")
                .addIf(filter.publishedTo == null ? null : filter.publishedTo.end(), " and q.published_at < ?");
        times(sql, filter);
    }

    /** The times of the event and of publication that every read knows. */
    static void times(Sql sql, QuoteFilter filter) {
        sql.addIf(endOf(filter.on), " and q.sort_at < ?")
                .addIf(filter.publishedBy == null ? null : filter.publishedBy.end(), " and q.published_at < ?");
    }

    /**
     * What the index can answer of the words; each row is then asked in its own language. Where a stemming leaves only
     * what is a common word of other languages, those would all be read in vain, if the index were not asked for the
     * language as well.
     */
    private static void indexed(Sql sql, QuoteQuery query) {
        Map<String, List<String>> few = query.filter().language == null
                ? query.text().ofFewLanguages()
                : Map.<String, List<String>>of();
        List<String> wide = query.text().distinct().stream().filter(words -> !few.containsKey(words)).toList();
        if (!wide.isEmpty()) {
            sql.add("q.content_vector @@ (" + String.join(" || ", Collections.nCopies(wide.size(), "?::tsquery")) + ")")
                    .values(wide);
        }
        String or = wide.isEmpty() ? "" : " or ";
        for (Map.Entry<String, List<String>> one : few.entrySet()) {
            var languages = Tags.none();
            one.getValue().forEach(languages::language);
            sql.add(or + "q.content_vector @@ ?::tsquery and q.tags && ?", one.getKey(), languages.array());
            or = " or ";
        }
    }

    /** A select of all the ids of a speaker: its own and those that were merged into it. */
    static Sql idsOf(Sql sql, UUID speaker, Instant asOf) {
        return sql.add(
                "select s.id from speaker s where s.canonical_id = (select c.canonical_id from speaker c where c.id = ?"
                        + " and ",
                speaker).counts("c", asOf).add(") and ").counts("s", asOf);
    }

    /** A select of the document that an id stands for: its own, or the one that it was merged into. */
    private static Sql standingFor(Sql sql, UUID document, Instant asOf) {
        return sql.add(
                "with recursive d (id, merged_into) as (select f.id, f.merged_into from document f where f.id = ? and ",
                document).counts("f", asOf)
                .add(" union select n.id, n.merged_into from d join document n on n.id = d.merged_into and ")
                .counts("n", asOf).add(") select d.id from d where d.merged_into is null");
    }

    /** Begins the condition that the quote is by one of the speakers, {@code c}, under whatever id; it ends with a bracket. */
    private static Sql spoken(Sql sql, Instant asOf) {
        return sql.add("q.speaker_id in (select s.id from speaker s join speaker c on c.id = s.canonical_id and ")
                .counts("c", asOf).add(" where ").counts("s", asOf).add(" and ");
    }

    private static Instant startOf(PartialDate date) {
        return date == null ? null : date.from().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static Instant endOf(PartialDate date) {
        return date == null ? null : date.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The words to search for, as each quote's language understands them. */
    static void words(Sql sql, TextQuery query) {
        if (query.isTheSameInAllLanguages()) {
            sql.add("?::tsquery", query.distinct().get(0));
        } else {
            List<Object> values = new ArrayList<>();
            sql.add(query.forLanguageOf("q", values)).values(values);
        }
    }
}
