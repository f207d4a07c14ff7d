package org.parole.tally.party;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.tally.slug.SluggedRepository;

/** The parties' revisions. */
@ApplicationScoped
public class PartyRepository implements SluggedRepository<Party> {
}
