package org.parole.tally.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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
import org.parole.tally.agreement.AgreementRevised;
import org.parole.tally.exchange.Exchange;
import org.parole.tally.exchange.ExchangeRepository;
import org.parole.tally.exchange.ExchangeRevised;
import org.parole.tally.party.Parties;
import org.parole.tally.party.PartyRepository;
import org.parole.tally.slug.SluggedRecords;
import org.parole.tally.slug.SluggedRepository;

import com.fasterxml.jackson.core.JsonProcessingException;

/** What can be done with commitments. */
@ApplicationScoped
public class Commitments extends SluggedRecords<Commitment, CommitmentBody, CommitmentView> {

    private final CommitmentRepository commitments;
    private final AgreementRepository agreements;
    private final ExchangeRepository exchanges;
    private final Parties parties;
    private final PartyRepository partyRepository;
    private final Cursors cursors;
    private final Event<AgreementGiven> agreementGiven;

    Commitments(CommitmentRepository commitments, AgreementRepository agreements, ExchangeRepository exchanges,
            Parties parties, PartyRepository partyRepository, Cursors cursors, Event<AgreementGiven> agreementGiven) {
        this.commitments = commitments;
        this.agreements = agreements;
        this.exchanges = exchanges;
        this.parties = parties;
        this.partyRepository = partyRepository;
        this.cursors = cursors;
        this.agreementGiven = agreementGiven;
    }

    @Transactional
    Page<CommitmentView> list(CommitmentFilter wanted, PageRequest page) {
        Instant at = ledger.readAt(wanted.asOf);
        var filter = Filter.asOf(at).and("agreement = :agreement", "agreement", wanted.agreement)
                .and("exchange = :exchange", "exchange", wanted.exchange)
                .and("(releasingParty = :party or receivingParty = :party)", "party", wanted.party);
        return page(cursors, Arrays.asList(wanted.agreement, wanted.exchange, wanted.party, wanted.asOf),
                filter, at, page);
    }

    /** The current commitment with this slug. */
    public Optional<Commitment> called(String slug) {
        return commitments.findUsableCalled(slug);
    }

    /** How many were promised; null where nobody has promised a number. */
    public QuantityBody quantityOf(Commitment commitment) {
        try {
            return commitment.quantity == null ? null : mapper.readValue(commitment.quantity, QuantityBody.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The quantity of commitment " + commitment.slug + " cannot be read", e);
        }
    }

    void keepWhatIsInUse(@Observes RecordRetracting retracting) {
        if (retracting.recordType().equals("agreement")
                && commitments.existsOf(agreements.findLatest(retracting.id()).orElseThrow().slug)) {
            throw ProblemException.conflict("Commitments stem from this agreement; retract them first.");
        }
        if (retracting.recordType().equals("exchange")
                && !commitments.findUsableOfExchange(exchanges.findLatest(retracting.id()).orElseThrow().slug)
                        .isEmpty()) {
            throw ProblemException.conflict("The exchange has commitments. Retract or move them first.");
        }
        if (retracting.recordType().equals("party")
                && commitments.existsNaming(partyRepository.findLatest(retracting.id()).orElseThrow().slug)) {
            throw ProblemException.conflict("Commitments refer to this party. Retract them first.");
        }
        if (retracting.recordType().equals(recordType())) {
            commitments.findSuccessor(commitments.findLatest(retracting.id()).orElseThrow().slug, null)
                    .ifPresent(other -> {
                        throw ProblemException.conflict("The commitment '" + other.slug + "' supersedes this one.");
                    });
        }
    }

    /** What a commitment was allowed to say because its agreement says so, the agreement goes on saying. */
    void keepWhatCommitmentsStandOn(@Observes AgreementRevised revised) {
        Agreement before = revised.before();
        Agreement after = revised.after();
        List<String> dropped = before.boundParties.stream().filter(party -> !after.boundParties.contains(party))
                .toList();
        boolean signedLater = after.signedFrom != null
                && (before.signedFrom == null || after.signedFrom.isAfter(before.signedFrom));
        if (after.retracted || dropped.isEmpty() && !signedLater) {
            return;
        }
        List<FieldError> errors = new ArrayList<>();
        List<Commitment> all = commitments.findUsableOf(after.slug);
        goOnNaming(dropped, all, "/boundParties", errors);
        all.stream().filter(one -> one.dueFrom != null && !before.isAfter(dueBy(one)))
                .min(Comparator.comparing(Commitments::dueBy)).filter(one -> after.isAfter(dueBy(one)))
                .ifPresent(one -> errors.add(new FieldError("/signedOn", "must not be after " + dueOn(one)
                        + ", when the commitment '" + one.slug + "' is due")));
        if (!errors.isEmpty()) {
            throw ProblemException.invalidBody(errors);
        }
    }

    /** The directions of an exchange are between its parties. */
    void keepWhatDirectionsStandOn(@Observes ExchangeRevised revised) {
        Exchange after = revised.after();
        List<String> dropped = revised.before().parties.stream().filter(party -> !after.parties.contains(party))
                .toList();
        if (after.retracted || dropped.isEmpty()) {
            return;
        }
        List<FieldError> errors = new ArrayList<>();
        goOnNaming(dropped, commitments.findUsableOfExchange(after.slug), "/parties", errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalidBody(errors);
        }
    }

    private static void goOnNaming(List<String> dropped, List<Commitment> all, String pointer,
            List<FieldError> errors) {
        for (String party : dropped) {
            all.stream().filter(one -> one.releasingParty.equals(party) || one.receivingParty.equals(party)).findFirst()
                    .ifPresent(one -> errors.add(new FieldError(pointer,
                            "must go on naming '" + party + "': the commitment '" + one.slug + "' does")));
        }
    }

    private static PartialDate dueOn(Commitment commitment) {
        return PartialDate.of(commitment.dueFrom, commitment.duePrecision);
    }

    private static LocalDate dueBy(Commitment commitment) {
        return dueOn(commitment).to();
    }

    @Override
    protected String recordType() {
        return "commitment";
    }

    @Override
    protected String listName() {
        return "commitments";
    }

    @Override
    protected SluggedRepository<Commitment> repository() {
        return commitments;
    }

    @Override
    protected CommitmentBody bodyOf(Commitment commitment) {
        return new CommitmentBody(commitment.slug, commitment.agreement, commitment.releasingParty,
                commitment.receivingParty, commitment.category, quantityOf(commitment),
                dueOn(commitment), commitment.condition,
                commitment.supersedes, commitment.scope, commitment.exchange, commitment.singleRelease,
                commitment.categoryKind);
    }

    @Override
    protected Class<CommitmentBody> bodyType() {
        return CommitmentBody.class;
    }

    @Override
    protected CommitmentView viewOf(Commitment commitment, Instant asOf) {
        return new CommitmentView(commitment.slug, commitment.revision, commitment.revisionType, commitment.reason,
                commitment.recordedFrom, commitment.recordedBy, commitment.agreement, commitment.releasingParty,
                commitment.receivingParty, commitment.category, quantityOf(commitment),
                dueOn(commitment), commitment.duePrecision,
                commitment.condition, commitment.supersedes, commitment.scope, commitment.exchange,
                commitment.singleRelease, commitment.categoryKind);
    }

    @Override
    protected void check(CommitmentBody body, Commitment previous, String at, UUID id) {
        checkSlug(body.slug(), previous, at, id);
        List<FieldError> errors = defectsOf(body, at, Beside.NOTHING);
        if (previous != null && previous.agreement != null && !previous.agreement.equals(body.agreement())) {
            // The reports carry the agreement's slug with them.
            errors.removeIf(error -> error.pointer().equals(at + "/agreement"));
            errors.add(new FieldError(at + "/agreement", "must stay '" + previous.agreement + "'"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalidBody(errors);
        }
        if (previous != null && previous.agreement == null && body.agreement() != null) {
            agreementGiven.fire(new AgreementGiven(recordType(), body.slug(), at + "/agreement"));
        }
    }

    /** The first revision of a commitment without its header: what records beside it in one request are checked against. */
    public Commitment planned(CommitmentBody body) {
        return newRevision(body, null, null);
    }

    @Override
    protected Commitment newRevision(CommitmentBody body, Commitment previous, UUID id) {
        var commitment = new Commitment();
        commitment.slug = body.slug();
        commitment.agreement = body.agreement();
        commitment.releasingParty = body.releasingParty();
        commitment.receivingParty = body.receivingParty();
        commitment.category = body.category();
        commitment.quantity = body.quantity() == null ? null : json(body.quantity());
        commitment.dueFrom = body.dueOn() == null ? null : body.dueOn().from();
        commitment.duePrecision = PartialDate.precisionOf(body.dueOn());
        commitment.condition = body.condition();
        commitment.supersedes = body.supersedes();
        commitment.scope = body.scope();
        commitment.exchange = body.exchange();
        commitment.singleRelease = body.singleRelease();
        commitment.categoryKind = body.categoryKind();
        return commitment;
    }

    /**
     * What is wrong with a commitment beyond its single fields.
     *
     * @param at where it stands in the request
     * @param beside what the same request adds with it
     */
    public List<FieldError> defectsOf(CommitmentBody body, String at, Beside beside) {
        List<FieldError> errors = new ArrayList<>();
        if (body.agreement() != null) {
            checkAgreement(body, at, errors);
        } else {
            checkParty(body.releasingParty(), at + "/releasingParty", errors);
            checkParty(body.receivingParty(), at + "/receivingParty", errors);
        }
        if (body.exchange() != null) {
            checkExchange(body, at, beside, errors);
        }
        if (body.receivingParty().equals(body.releasingParty())) {
            errors.add(new FieldError(at + "/receivingParty", "must be another party than releasingParty"));
        }
        if (body.supersedes() != null) {
            checkSuperseded(body, at + "/supersedes", errors);
        }
        return errors;
    }

    private void checkSuperseded(CommitmentBody body, String at, List<FieldError> errors) {
        Optional<Commitment> superseded = commitments.findUsableCalled(body.supersedes());
        if (body.supersedes().equals(body.slug())) {
            errors.add(new FieldError(at, "must be another commitment"));
        } else if (superseded.isEmpty()) {
            errors.add(new FieldError(at, "is not the slug of a commitment"));
        } else if (!superseded.get().releasingParty.equals(body.releasingParty())
                || !superseded.get().receivingParty.equals(body.receivingParty())) {
            errors.add(new FieldError(at, "must be a commitment of the same direction; that of '" + body.supersedes()
                    + "' is from " + superseded.get().releasingParty + " to " + superseded.get().receivingParty));
        } else if (leadsBack(body)) {
            errors.add(new FieldError(at, "must not lead back to this commitment"));
        }
    }

    private void checkAgreement(CommitmentBody body, String at, List<FieldError> errors) {
        Optional<Agreement> agreement = agreements.findUsableCalled(body.agreement());
        if (agreement.isEmpty()) {
            errors.add(new FieldError(at + "/agreement", "is not the slug of an agreement"));
            return;
        }
        List<String> bound = agreement.get().boundParties;
        if (!bound.contains(body.releasingParty())) {
            errors.add(new FieldError(at + "/releasingParty", notBound(bound)));
        }
        if (!bound.contains(body.receivingParty())) {
            errors.add(new FieldError(at + "/receivingParty", notBound(bound)));
        }
        if (body.dueOn() != null && agreement.get().isAfter(body.dueOn().to())) {
            errors.add(new FieldError(at + "/dueOn",
                    "must not be before the agreement, signed on " + agreement.get().signedOn()));
        }
    }

    private void checkParty(String slug, String at, List<FieldError> errors) {
        if (!parties.unknown(List.of(slug)).isEmpty()) {
            errors.add(new FieldError(at, "is not the slug of a party"));
        }
    }

    private void checkExchange(CommitmentBody body, String at, Beside beside, List<FieldError> errors) {
        Optional<Exchange> exchange = beside.exchange(body.exchange())
                .or(() -> exchanges.findUsableCalled(body.exchange()));
        if (exchange.isEmpty()) {
            errors.add(new FieldError(at + "/exchange", "is not the slug of an exchange"));
            return;
        }
        List<String> parties = exchange.get().parties;
        if (!parties.contains(body.releasingParty())) {
            errors.add(new FieldError(at + "/releasingParty", notOfExchange(parties)));
        }
        if (!parties.contains(body.receivingParty())) {
            errors.add(new FieldError(at + "/receivingParty", notOfExchange(parties)));
        }
        if (body.agreement() != null && exchange.get().agreement != null
                && !body.agreement().equals(exchange.get().agreement)) {
            errors.add(new FieldError(at + "/agreement",
                    "must be '" + exchange.get().agreement + "', as for the exchange"));
        }
        // The tallies of an exchange are added up: the same people must not be counted in two of them.
        Stream.concat(commitments.findUsableOfExchange(body.exchange()).stream(), beside.commitments().stream())
                .filter(other -> sameDirection(other, body) && !other.slug.equals(body.slug())
                        && !other.slug.equals(body.supersedes()) && !body.slug().equals(other.supersedes))
                .filter(other -> commitments.findSuccessor(other.slug, null).isEmpty()).findFirst()
                .ifPresent(other -> errors.add(new FieldError(at + "/exchange", "has this direction already: the"
                        + " commitment '" + other.slug
                        + "'. Supersede it, or give the two different kinds of people")));
    }

    private static boolean sameDirection(Commitment other, CommitmentBody body) {
        return body.exchange().equals(other.exchange) && other.releasingParty.equals(body.releasingParty())
                && other.receivingParty.equals(body.receivingParty()) && other.categoryKind == body.categoryKind();
    }

    private static String notOfExchange(List<String> parties) {
        return "must be a party of the exchange: " + String.join(", ", parties);
    }

    private boolean leadsBack(CommitmentBody body) {
        var seen = new HashSet<String>();
        String next = body.supersedes();
        while (next != null && seen.add(next)) {
            if (next.equals(body.slug())) {
                return true;
            }
            next = commitments.findUsableCalled(next).map(commitment -> commitment.supersedes).orElse(null);
        }
        return false;
    }

    private static String notBound(List<String> bound) {
        return "must be a party that the agreement binds: " + String.join(", ", bound);
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A quantity cannot be written as JSON", e);
        }
    }
}
