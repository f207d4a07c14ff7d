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

    /** A quote has few relations: the list has no pages. */
    private static final int MOST = 1_000;

    Optional<Relation> findUsable(UUID from, RelationType type, UUID to) {
        return find("fromQuote = ?1 and type = ?2 and toQuote = ?3 and latest and not retracted", from, type, to)
                .firstResultOptional();
    }

    List<Relation> findOf(UUID quote, Instant asOf) {
        var filter = Filter.asOf(asOf).and("(fromQuote = :quote or toQuote = :quote)", "quote", quote);
        return find(filter.orderedBy("id"), filter.parameters()).range(0, MOST - 1).list();
    }
}
