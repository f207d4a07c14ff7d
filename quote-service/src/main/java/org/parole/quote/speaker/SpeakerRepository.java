package org.parole.quote.speaker;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.quote.revision.Filter;
import org.parole.quote.revision.RevisionedRepository;
import org.parole.quote.text.Names;

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
}
