package org.parole.quote.speaker;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;

import org.parole.kit.record.Filter;
import org.parole.kit.record.RevisionedRepository;
import org.parole.kit.text.Names;
import org.parole.quote.name.NameCodes;

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

    /** The current speakers of all kinds, merged ones left out, who have one of these {@link Names#key keys} of names. */
    @SuppressWarnings("unchecked")
    List<Speaker> findUsableCalled(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : getEntityManager().createNativeQuery("""
                        select * from speaker where name_keys && cast(:keys as text[])
                        and is_current and not retracted and merged_into is null order by id""", Speaker.class)
                        .setParameter("keys", keys.toArray(String[]::new)).getResultList();
    }

    /** The ids that were merged into this one, and itself. */
    public List<UUID> findMergedInto(UUID id) {
        return find("canonicalId = ?1 and latest", id).stream().map(speaker -> speaker.id).toList();
    }

    /** The current revisions of these, also of those that were retracted or merged. */
    public List<Speaker> findLatest(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 and latest", ids);
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

    /** A speaker that a search for a name may mean, and how similar its letters are, from 0 to 1. */
    record Candidate(Speaker speaker, float letters) {
    }

    /** At most so many are found by their letters, and as many by their sound. */
    private static final int MOST_CANDIDATES = 300;
    /** No more speakers with a very common sound are looked at. */
    private static final int MOST_OF_A_SOUND = 2_000;

    /** Speakers whose name or alias is similar in letters or in sound. */
    @SuppressWarnings("unchecked")
    List<Candidate> findCandidates(Instant asOf, SpeakerFilter wanted) {
        // Word similarity, because name_search holds all the names of a speaker; and equal names, because a name of one or two
        // letters has hardly any trigrams.
        var codes = NameCodes.of(List.of(wanted.name));
        boolean isOneWord = codes.names().stream().noneMatch(code -> code.contains("+"));
        Query query = getEntityManager()
                .createNativeQuery(
                        """
                                with c as (
                                    (select s.id, name_similarity(s.name_keys, :name) letters from speaker s
                                    where (cast(:name as text) <% s.name_search or s.name_keys @> array[cast(:name as text)]) and {wanted}
                                    order by letters desc, s.id limit {most})
                                    union
                                    (select id, name_similarity(name_keys, :name) letters from (
                                        select s.id, s.name_keys from speaker s where s.{sound} && cast(:sounds as text[]) and {wanted}
                                        limit {common}) s
                                    order by letters desc, id limit {most}))
                                select id, max(letters) from c group by id"""
                                .replace("{wanted}", """
                                        not s.retracted and s.merged_into is null and {counts}
                                        and (cast(:kind as text) is null or s.kind = :kind)
                                        and (cast(:party as text) is null or s.party = :party)""")
                                .replace("{sound}", isOneWord ? "name_words" : "name_pairs")
                                .replace("{most}", String.valueOf(MOST_CANDIDATES))
                                .replace("{common}", String.valueOf(MOST_OF_A_SOUND))
                                .replace("{counts}", asOf == null
                                        ? "s.is_current"
                                        : "s.recorded_from <= :asOf and s.recorded_to > :asOf"))
                .setParameter("name", Names.key(wanted.name))
                .setParameter("sounds", (isOneWord ? codes.words() : codes.names()).toArray(String[]::new))
                .setParameter("kind", wanted.kind == null ? null : wanted.kind.name())
                .setParameter("party", wanted.party);
        if (asOf != null) {
            query.setParameter("asOf", asOf);
        }
        List<Object[]> found = query.getResultList();
        Map<UUID, Float> letters = found.stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Float) row[1]));
        var filter = Filter.asOf(asOf).and("id in :ids", "ids", letters.keySet());
        return find(filter.orderedBy("id"), filter.parameters()).stream()
                .map(speaker -> new Candidate(speaker, letters.get(speaker.id))).toList();
    }

    private static final String COMPARED = "is_current and not retracted and merged_into is null"
            + " and kind in ('PERSON', 'ORGANISATION') and id >= :first order by id";

    /**
     * Pairs of named speakers of one kind whose names sound alike, or with the same Wikidata item or alias, in the order of
     * their ids and behind a pair; the first of each is one of so many speakers from that pair's first one on. With one
     * speaker, all that it makes a pair with, else each pair once.
     */
    @SuppressWarnings("unchecked")
    List<Object[]> findPossibleDuplicates(UUID first, UUID second, int speakers, int rows) {
        return getEntityManager()
                .createNativeQuery(
                        """
                                select cast(a.id as text), a.name, cast(b.id as text), b.name,
                                    a.wikidata_id is not distinct from b.wikidata_id and a.wikidata_id is not null,
                                    a.aliases, b.aliases
                                from (select * from speaker where {compared} limit :speakers) a
                                join speaker b on b.is_current and not b.retracted and b.merged_into is null
                                    and b.kind = a.kind and (b.id > a.id or :speakers = 1 and b.id <> a.id)
                                    and (b.name_pairs && a.name_pairs or b.name_keys && a.name_keys or b.wikidata_id = a.wikidata_id)
                                    and (a.wikidata_id is null or b.wikidata_id is null or a.wikidata_id = b.wikidata_id)
                                    and (a.party is null or b.party is null or a.party = b.party)
                                where (a.id > :first or b.id > :second)
                                order by a.id, b.id"""
                                .replace("{compared}", COMPARED))
                .setParameter("first", first).setParameter("second", second).setParameter("speakers", speakers)
                .setMaxResults(rows).getResultList();
    }

    /** The last of so many speakers that are compared from one on; empty where there are not so many. */
    @SuppressWarnings("unchecked")
    Optional<UUID> findLastCompared(UUID first, int speakers) {
        List<UUID> last = getEntityManager()
                .createNativeQuery("select id from speaker where " + COMPARED + " offset :others limit 1", UUID.class)
                .setParameter("first", first).setParameter("others", speakers - 1).getResultList();
        return last.stream().findFirst();
    }

    /** The speakers that stand for this one: itself and all that were merged into it, directly or not. */
    List<Speaker> findUsableOf(UUID canonicalId) {
        return list("canonicalId = ?1 and latest and not retracted order by id", canonicalId);
    }
}
