package org.parole.tally.party;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.FieldError;
import org.parole.kit.record.Filter;
import org.parole.kit.text.Names;
import org.parole.tally.slug.SluggedRecords;
import org.parole.tally.slug.SluggedRepository;

/** What can be done with parties. */
@ApplicationScoped
public class Parties extends SluggedRecords<Party, PartyBody, PartyView> {

    private final PartyRepository parties;
    private final Cursors cursors;

    Parties(PartyRepository parties, Cursors cursors) {
        this.parties = parties;
        this.cursors = cursors;
    }

    @Transactional
    Page<PartyView> list(PartyFilter wanted, PageRequest page) {
        Instant at = ledger.readAt(wanted.asOf);
        var filter = Filter.asOf(at).and("kind = :kind", "kind", wanted.kind).and(
                "array_contains(nameKeys, :name)", "name", wanted.name == null ? null : Names.key(wanted.name));
        return page(cursors, Arrays.asList(wanted.kind, wanted.name, wanted.asOf), filter, at, page);
    }

    /** Those of the slugs that are not slugs of parties. */
    public List<String> unknown(List<String> slugs) {
        List<String> known = parties.findKnown(slugs);
        return slugs.stream().filter(slug -> !known.contains(slug)).toList();
    }

    /** Adds an error for each of the slugs that is not the slug of a party; {@code at} is where the list stands. */
    public void checkKnown(List<String> slugs, String at, List<FieldError> errors) {
        unknown(slugs).forEach(
                slug -> errors.add(new FieldError(at + "/" + slugs.indexOf(slug), "is not the slug of a party")));
    }

    @Override
    protected String recordType() {
        return "party";
    }

    @Override
    protected String listName() {
        return "parties";
    }

    @Override
    protected SluggedRepository<Party> repository() {
        return parties;
    }

    @Override
    protected PartyBody bodyOf(Party party) {
        return new PartyBody(party.slug, party.name, party.kind, party.aliases, party.wikidataId);
    }

    @Override
    protected Class<PartyBody> bodyType() {
        return PartyBody.class;
    }

    @Override
    protected PartyView viewOf(Party party, Instant asOf) {
        return new PartyView(party.slug, party.revision, party.revisionType, party.reason, party.recordedFrom,
                party.recordedBy, party.name, party.kind, party.aliases, party.wikidataId);
    }

    @Override
    protected void check(PartyBody body, Party previous, String at, UUID id) {
        checkSlug(body.slug(), previous, at, id);
    }

    @Override
    protected Party newRevision(PartyBody body, Party previous, UUID id) {
        var party = new Party();
        party.slug = body.slug();
        party.name = body.name();
        party.nameKeys = Stream.concat(Stream.of(body.name()), body.aliases().stream()).map(Names::key).distinct()
                .toList();
        party.kind = body.kind();
        party.aliases = body.aliases();
        party.wikidataId = body.wikidataId();
        return party;
    }
}
