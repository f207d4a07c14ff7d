package org.parole.tally.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.parole.tally.agreement.Agreement;
import org.parole.tally.agreement.AgreementGiven;
import org.parole.tally.agreement.AgreementRepository;
import org.parole.tally.party.Parties;
import org.parole.tally.party.PartyRepository;
import org.parole.tally.slug.SluggedRecords;
import org.parole.tally.slug.SluggedRepository;

/** What can be done with exchanges. */
@ApplicationScoped
public class Exchanges extends SluggedRecords<Exchange, ExchangeBody, ExchangeView> {

    private final ExchangeRepository exchanges;
    private final AgreementRepository agreements;
    private final Parties parties;
    private final PartyRepository partyRepository;
    private final Cursors cursors;
    private final Event<ExchangeRevised> revised;
    private final Event<AgreementGiven> agreementGiven;

    Exchanges(ExchangeRepository exchanges, AgreementRepository agreements, Parties parties,
            PartyRepository partyRepository, Cursors cursors, Event<ExchangeRevised> revised,
            Event<AgreementGiven> agreementGiven) {
        this.exchanges = exchanges;
        this.agreements = agreements;
        this.parties = parties;
        this.partyRepository = partyRepository;
        this.cursors = cursors;
        this.revised = revised;
        this.agreementGiven = agreementGiven;
    }

    @Transactional
    Page<ExchangeView> list(ExchangeFilter wanted, PageRequest page) {
        Instant at = ledger.readAt(wanted.asOf);
        var filter = Filter.asOf(at)
                .and("(array_contains(parties, :party) or array_contains(mediators, :party))", "party", wanted.party)
                .and("agreement = :agreement", "agreement", wanted.agreement)
                .and("coalesce(endedFrom, startedFrom) >= :from", "from",
                        wanted.from == null ? null : wanted.from.from())
                .and("coalesce(startedFrom, endedFrom) <= :on", "on", wanted.on == null ? null : wanted.on.to())
                .and("cast(sql('words @@ websearch_to_tsquery(''english'', ?)', :q) as boolean) = true", "q", wanted.q);
        return page(cursors, wanted.fingerprint(), filter, at, page);
    }

    /** The current exchange with this slug. */
    public Optional<Exchange> called(String slug) {
        return exchanges.findUsableCalled(slug);
    }

    /** What is wrong with a new exchange beyond its single fields; {@code at} is where it stands in the request. */
    public List<FieldError> defectsOf(ExchangeBody body, String at) {
        List<FieldError> errors = new ArrayList<>();
        twice(body.parties(), at + "/parties", errors);
        twice(body.mediators(), at + "/mediators", errors);
        parties.checkKnown(body.parties(), at + "/parties", errors);
        parties.checkKnown(body.mediators(), at + "/mediators", errors);
        for (int i = 0; i < body.mediators().size(); i++) {
            if (body.parties().contains(body.mediators().get(i))) {
                errors.add(new FieldError(at + "/mediators/" + i, "must not be one of the parties"));
            }
        }
        if (body.startedOn() != null && body.endedOn() != null
                && body.endedOn().to().isBefore(body.startedOn().from())) {
            errors.add(new FieldError(at + "/endedOn", "must not be before startedOn, "
                    + body.startedOn() + "; it is " + body.endedOn()));
        }
        if (body.agreement() != null) {
            Optional<Agreement> agreement = agreements.findUsableCalled(body.agreement());
            LocalDate last = last(body);
            if (agreement.isEmpty()) {
                errors.add(new FieldError(at + "/agreement", "is not the slug of an agreement"));
            } else if (last != null && agreement.get().isAfter(last)) {
                errors.add(new FieldError(at + (body.endedOn() == null ? "/startedOn" : "/endedOn"),
                        "must not be before the agreement, signed on " + agreement.get().signedOn()));
            }
        }
        return errors;
    }

    private static LocalDate last(ExchangeBody body) {
        PartialDate last = body.endedOn() != null ? body.endedOn() : body.startedOn();
        return last == null ? null : last.to();
    }

    private static void twice(List<String> slugs, String at, List<FieldError> errors) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < slugs.size(); i++) {
            if (!seen.add(slugs.get(i))) {
                errors.add(new FieldError(at + "/" + i, "must not be in the list twice"));
            }
        }
    }

    void keepWhatIsInUse(@Observes RecordRetracting retracting) {
        if (retracting.recordType().equals("party")
                && exchanges.existsNaming(partyRepository.findLatest(retracting.id()).orElseThrow().slug)) {
            throw ProblemException.conflict("Exchanges refer to this party. Change them first.");
        }
        if (retracting.recordType().equals("agreement")
                && exchanges.existsOf(agreements.findLatest(retracting.id()).orElseThrow().slug)) {
            throw ProblemException.conflict("Exchanges stem from this agreement; retract them first.");
        }
    }

    @Override
    protected void revised(Exchange before, Exchange after) {
        revised.fire(new ExchangeRevised(before, after));
    }

    @Override
    protected String recordType() {
        return "exchange";
    }

    @Override
    protected String listName() {
        return "exchanges";
    }

    @Override
    protected SluggedRepository<Exchange> repository() {
        return exchanges;
    }

    @Override
    protected ExchangeBody bodyOf(Exchange exchange) {
        return new ExchangeBody(exchange.slug, exchange.title, exchange.parties, exchange.mediators, exchange.place,
                exchange.startedOn(), exchange.endedOn(), exchange.ordinal, exchange.agreement, exchange.url,
                exchange.note);
    }

    @Override
    protected Class<ExchangeBody> bodyType() {
        return ExchangeBody.class;
    }

    @Override
    protected ExchangeView viewOf(Exchange exchange, Instant asOf) {
        return new ExchangeView(exchange.slug, exchange.revision, exchange.revisionType, exchange.reason,
                exchange.recordedFrom, exchange.recordedBy, exchange.title, exchange.parties, exchange.mediators,
                exchange.place, exchange.startedOn(), exchange.startedPrecision, exchange.endedOn(),
                exchange.endedPrecision, exchange.ordinal, exchange.agreement, exchange.url, exchange.note);
    }

    @Override
    protected void check(ExchangeBody body, Exchange previous, String at, UUID id) {
        checkSlug(body.slug(), previous, at, id);
        List<FieldError> errors = defectsOf(body, at);
        if (previous != null && previous.agreement != null && !previous.agreement.equals(body.agreement())) {
            // The reports carry the agreement's slug with them.
            errors.add(new FieldError(at + "/agreement", "must stay '" + previous.agreement + "'"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalidBody(errors);
        }
        if (previous != null && previous.agreement == null && body.agreement() != null) {
            agreementGiven.fire(new AgreementGiven(recordType(), body.slug(), at + "/agreement"));
        }
    }

    /** The first revision of an exchange without its header: what records beside it in one request are checked against. */
    public Exchange planned(ExchangeBody body) {
        return newRevision(body, null, null);
    }

    @Override
    protected Exchange newRevision(ExchangeBody body, Exchange previous, UUID id) {
        var exchange = new Exchange();
        exchange.slug = body.slug();
        exchange.title = body.title();
        exchange.parties = body.parties();
        exchange.mediators = body.mediators();
        exchange.place = body.place();
        exchange.startedFrom = body.startedOn() == null ? null : body.startedOn().from();
        exchange.startedPrecision = PartialDate.precisionOf(body.startedOn());
        exchange.endedFrom = body.endedOn() == null ? null : body.endedOn().from();
        exchange.endedPrecision = PartialDate.precisionOf(body.endedOn());
        exchange.ordinal = body.ordinal();
        exchange.agreement = body.agreement();
        exchange.url = body.url();
        exchange.note = body.note();
        return exchange;
    }
}
