package org.parole.quote.relation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.record.Filter;
import org.parole.kit.record.RevisionedRepository;

/** The relations' revisions. */
@ApplicationScoped
public class RelationRepository implements RevisionedRepository<Relation> {

    Optional<Relation> findActive(UUID from, RelationType type, UUID to) {
        return find("fromQuote = ?1 and type = ?2 and toQuote = ?3 and latest and not retracted", from, type, to)
                .firstResultOptional();
    }

    List<Relation> findOf(UUID quote, Instant asOf, UUID after, int rows) {
        var filter = Filter.asOf(asOf).and("(fromQuote = :quote or toQuote = :quote)", "quote", quote)
                .and("id > :after", "after", after);
        return find(filter.orderedBy("id"), filter.parameters()).range(0, rows - 1).list();
    }
}
