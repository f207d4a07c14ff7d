package org.parole.tally.exchange;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.tally.slug.SluggedRepository;

/** The exchanges' revisions. */
@ApplicationScoped
public class ExchangeRepository implements SluggedRepository<Exchange> {

    boolean existsNaming(String party) {
        return find("latest and not retracted and (array_contains(parties, ?1) or array_contains(mediators, ?1))",
                party)
                .firstResultOptional().isPresent();
    }

    boolean existsOf(String agreement) {
        return find("agreement = ?1 and latest and not retracted", agreement).firstResultOptional().isPresent();
    }
}
