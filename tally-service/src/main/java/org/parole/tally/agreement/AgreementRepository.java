package org.parole.tally.agreement;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.tally.slug.SluggedRepository;

/** The agreements' revisions. */
@ApplicationScoped
public class AgreementRepository implements SluggedRepository<Agreement> {

    boolean existsNaming(String party) {
        return find(
                "latest and not retracted and (array_contains(signatories, ?1) or array_contains(boundParties, ?1))",
                party).firstResultOptional().isPresent();
    }
}
