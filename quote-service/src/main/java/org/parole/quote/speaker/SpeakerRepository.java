package org.parole.quote.speaker;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.record.Filter;
import org.parole.kit.record.RevisionedRepository;
import org.parole.kit.text.Names;

/** The speakers' revisions. */
@ApplicationScoped
public class SpeakerRepository implements RevisionedRepository<Speaker> {

    /** The current speakers, merged ones left out, who go by this name or have it as an alias. */
    @SuppressWarnings("unchecked")
    public List<Speaker> findUsableCalled(String name, SpeakerKind kind) {
        // In SQL, because HQL has no operator that the index on the names serves.
        return getEntityManager().createNativeQuery("""
                select * from speaker where name_keys @> array[cast(:name as text)] and kind = :kind
                and is_current and not retracted and merged_into is null order by id""", Speaker.class)
                .setParameter("name", Names.key(name)).setParameter("kind", kind.name()).getResultList();
    }

    /** The ids that were merged into this one, and itself. */
    public List<UUID> findMergedInto(UUID id) {
        return find("canonicalId = ?1 and latest", id).stream().map(speaker -> speaker.id).toList();
    }

    boolean existsSpeakingFor(UUID organ) {
        return find("speaksFor = ?1 and latest and not retracted", organ).firstResultOptional().isPresent();
    }

    List<Speaker> findPage(Instant asOf, SpeakerFilter wanted, String afterName, UUID afterId, int rows) {
        var filter = Filter.asOf(asOf).and("mergedInto is null").and("kind = :kind", "kind", wanted.kind)
                .and("party = :party", "party", wanted.party)
                .and("speaksFor = :speaksFor", "speaksFor", wanted.speaksFor)
                .and("wikidataId = :wikidataId", "wikidataId", wanted.wikidataId)
                .and("(nameKey, id) > (:afterName, :afterId)", "afterId", afterId);
        if (afterId != null) {
            filter.with("afterName", afterName);
        }
        return find(filter.orderedBy("nameKey, id"), filter.parameters()).range(0, rows - 1).list();
    }

    /** Speakers whose name or alias is similar, the most similar first. */
    @SuppressWarnings("unchecked")
    List<Speaker> findSimilar(Instant asOf, SpeakerFilter wanted, int rows) {
        // Word similarity, because name_search holds all the names of a speaker. In databases of the locale C, trigrams
        // know only ASCII letters: other scripts are then found by equal names.
        var counts = asOf == null ? "s.is_current" : "s.recorded_from <= :asOf and s.recorded_to > :asOf";
        var query = getEntityManager()
                .createNativeQuery(
                        """
                                select s.* from speaker s
                                where (cast(:name as text) <% s.name_search or s.name_keys @> array[cast(:name as text)]) and not s.retracted and s.merged_into is null
                                and (cast(:kind as text) is null or s.kind = :kind)
                                and (cast(:party as text) is null or s.party = :party)
                                and (name_similarity(s.name_keys, :name) >= 0.3 or s.name_keys @> array[cast(:name as text)]) and {counts}
                                order by name_similarity(s.name_keys, :name) desc, s.id"""
                                .replace("{counts}", counts),
                        Speaker.class)
                .setParameter("name", Names.key(wanted.name))
                .setParameter("kind", wanted.kind == null ? null : wanted.kind.name())
                .setParameter("party", wanted.party);
        if (asOf != null) {
            query.setParameter("asOf", asOf);
        }
        return query.setMaxResults(rows).getResultList();
    }

    /** Pairs of named speakers of one kind with similar names, the same Wikidata item, or the same alias. */
    @SuppressWarnings("unchecked")
    List<Object[]> findPossibleDuplicates(int rows) {
        return getEntityManager()
                .createNativeQuery(
                        """
                                select cast(a.id as text), a.name, cast(b.id as text), b.name,
                                    case when a.wikidata_id = b.wikidata_id then 'SAME_WIKIDATA_ITEM'
                                         when a.name_keys && b.name_keys then 'SAME_NAME' else 'SIMILAR_NAME' end,
                                    name_similarity(b.name_keys, a.name_key) similarity
                                from speaker a join speaker b on b.is_current and not b.retracted and b.merged_into is null
                                    and b.kind = a.kind and b.id > a.id
                                    and (b.name_key % a.name_key or b.name_keys && a.name_keys or b.wikidata_id = a.wikidata_id)
                                    and (a.wikidata_id is null or b.wikidata_id is null or a.wikidata_id = b.wikidata_id)
                                    and (a.party is null or b.party is null or a.party = b.party)
                                where a.is_current and not a.retracted and a.merged_into is null and a.kind in ('PERSON', 'ORGANISATION')
                                    and (b.name_keys && a.name_keys or b.wikidata_id = a.wikidata_id
                                         or name_similarity(b.name_keys, a.name_key) >= 0.6)
                                order by 5, similarity desc, a.id, b.id""")
                .setMaxResults(rows).getResultList();
    }

    /** The speakers that stand for this one: itself and all that were merged into it, directly or not. */
    List<Speaker> findUsableOf(UUID canonicalId) {
        return list("canonicalId = ?1 and latest and not retracted order by id", canonicalId);
    }
}
