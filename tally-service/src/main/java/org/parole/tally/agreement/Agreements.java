package org.parole.tally.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.Filter;
import org.parole.kit.record.RecordRetracting;
import org.parole.kit.time.PartialDate;
import org.parole.tally.party.Parties;
import org.parole.tally.party.PartyRepository;
import org.parole.tally.slug.SluggedRecords;
import org.parole.tally.slug.SluggedRepository;

/** What can be done with agreements. */
@ApplicationScoped
public class Agreements extends SluggedRecords<Agreement, AgreementBody, AgreementView> {

    private final AgreementRepository agreements;
    private final Parties parties;
    private final PartyRepository partyRepository;
    private final Cursors cursors;
    private final Event<AgreementRevised> revised;

    Agreements(AgreementRepository agreements, Parties parties, PartyRepository partyRepository, Cursors cursors,
            Event<AgreementRevised> revised) {
        this.agreements = agreements;
        this.parties = parties;
        this.partyRepository = partyRepository;
        this.cursors = cursors;
        this.revised = revised;
    }

    @Transactional
    Page<AgreementView> list(AgreementFilter wanted, PageRequest page) {
        Instant at = ledger.readAt(wanted.asOf);
        var filter = Filter.asOf(at).and(
                "(array_contains(signatories, :party) or array_contains(boundParties, :party))",
                "party", wanted.party)
                .and("cast(sql('words @@ websearch_to_tsquery(''english'', ?)', :q) as boolean) = true", "q", wanted.q);
        return page(cursors, Arrays.asList(wanted.party, wanted.q, wanted.asOf), filter, at, page);
    }

    /** The current agreement with this slug. */
    public Optional<Agreement> called(String slug) {
        return agreements.findUsableCalled(slug);
    }

    void keepPartiesInUse(@Observes RecordRetracting retracting) {
        if (retracting.recordType().equals("party")
                && agreements.existsNaming(partyRepository.findLatest(retracting.id()).orElseThrow().slug)) {
            throw ProblemException.conflict("Agreements refer to this party. Change them first.");
        }
    }

    @Override
    protected void revised(Agreement before, Agreement after) {
        revised.fire(new AgreementRevised(before, after));
    }

    @Override
    protected String recordType() {
        return "agreement";
    }

    @Override
    protected String listName() {
        return "agreements";
    }

    @Override
    protected SluggedRepository<Agreement> repository() {
        return agreements;
    }

    @Override
    protected AgreementBody bodyOf(Agreement agreement) {
        return new AgreementBody(agreement.slug, agreement.title, agreement.signedOn(), agreement.signatories,
                agreement.boundParties, agreement.place, agreement.url, agreement.note);
    }

    @Override
    protected Class<AgreementBody> bodyType() {
        return AgreementBody.class;
    }

    @Override
    protected AgreementView viewOf(Agreement agreement, Instant asOf) {
        return new AgreementView(agreement.slug, agreement.revision, agreement.revisionType, agreement.reason,
                agreement.recordedFrom, agreement.recordedBy, agreement.title, agreement.signedOn(),
                agreement.signedPrecision, agreement.signatories, agreement.boundParties, agreement.place,
                agreement.url,
                agreement.note);
    }

    @Override
    protected void check(AgreementBody body, Agreement previous, String at, UUID id) {
        checkSlug(body.slug(), previous, at, id);
        List<FieldError> errors = new ArrayList<>();
        if (body.signedOn() != null && body.signatories().isEmpty()) {
            errors.add(new FieldError(at + "/signatories", "must not be empty if signedOn is given"));
        }
        parties.checkKnown(body.signatories(), at + "/signatories", errors);
        parties.checkKnown(body.boundParties(), at + "/boundParties", errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalidBody(errors);
        }
    }

    @Override
    protected Agreement newRevision(AgreementBody body, Agreement previous, UUID id) {
        var agreement = new Agreement();
        agreement.slug = body.slug();
        agreement.title = body.title();
        agreement.signedFrom = body.signedOn() == null ? null : body.signedOn().from();
        agreement.signedPrecision = PartialDate.precisionOf(body.signedOn());
        agreement.signatories = body.signatories();
        agreement.boundParties = body.boundParties();
        agreement.place = body.place();
        agreement.url = body.url();
        agreement.note = body.note();
        return agreement;
    }
}
