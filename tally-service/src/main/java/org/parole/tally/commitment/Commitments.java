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

import jakarta.enterprise.context.ApplicationScoped;
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
import org.parole.tally.agreement.AgreementRepository;
import org.parole.tally.agreement.AgreementRevised;
import org.parole.tally.slug.SluggedRecords;
import org.parole.tally.slug.SluggedRepository;

import com.fasterxml.jackson.core.JsonProcessingException;

/** What can be done with commitments. */
@ApplicationScoped
public class Commitments extends SluggedRecords<Commitment, CommitmentBody, CommitmentView> {

    private final CommitmentRepository commitments;
    private final AgreementRepository agreements;
    private final Cursors cursors;

    Commitments(CommitmentRepository commitments, AgreementRepository agreements, Cursors cursors) {
        this.commitments = commitments;
        this.agreements = agreements;
        this.cursors = cursors;
    }

    @Transactional
    Page<CommitmentView> list(CommitmentFilter wanted, PageRequest page) {
        var at = ledger.readAt(wanted.asOf);
        var filter = Filter.asOf(at).and("agreement = :agreement", "agreement", wanted.agreement)
                .and("(releasingParty = :party or receivingParty = :party)", "party", wanted.party);
        return page(cursors, "commitments", Arrays.asList(wanted.agreement, wanted.party, wanted.asOf), filter, at,
                page);
    }

    /** The usable commitment with this slug. */
    public Optional<Commitment> called(String slug) {
        return commitments.findUsableCalled(slug);
    }

    /** How many were promised. */
    public QuantityBody quantityOf(Commitment commitment) {
        try {
            return mapper.readValue(commitment.quantity, QuantityBody.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The quantity of commitment " + commitment.slug + " cannot be read", e);
        }
    }

    void keepWhatIsInUse(@Observes RecordRetracting retracting) {
        if (retracting.recordType().equals("agreement")
                && commitments.existsOf(agreements.findLatest(retracting.id()).orElseThrow().slug)) {
            throw ProblemException.conflict("Commitments stem from this agreement; retract them first.");
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
        var before = revised.before();
        var after = revised.after();
        var dropped = before.boundParties.stream().filter(party -> !after.boundParties.contains(party)).toList();
        if (after.retracted || dropped.isEmpty() && !after.signedFrom.isAfter(before.signedFrom)) {
            return;
        }
        List<FieldError> errors = new ArrayList<>();
        var all = commitments.findUsableOf(after.slug);
        for (var party : dropped) {
            all.stream().filter(one -> one.releasingParty.equals(party) || one.receivingParty.equals(party)).findFirst()
                    .ifPresent(one -> errors.add(new FieldError("/boundParties",
                            "must go on naming '" + party + "': the commitment '" + one.slug + "' does")));
        }
        all.stream().filter(one -> one.dueFrom != null && !dueBy(one).isBefore(before.signedFrom))
                .min(Comparator.comparing(Commitments::dueBy)).filter(one -> dueBy(one).isBefore(after.signedFrom))
                .ifPresent(one -> errors.add(new FieldError("/signedOn", "must not be after " + dueOn(one)
                        + ", when the commitment '" + one.slug + "' is due")));
        if (!errors.isEmpty()) {
            throw ProblemException.invalidBody(errors);
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
    protected SluggedRepository<Commitment> repository() {
        return commitments;
    }

    @Override
    protected CommitmentBody bodyOf(Commitment commitment) {
        return new CommitmentBody(commitment.slug, commitment.agreement, commitment.releasingParty,
                commitment.receivingParty, commitment.category, quantityOf(commitment),
                dueOn(commitment), commitment.condition,
                commitment.supersedes, commitment.scope);
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
                commitment.condition, commitment.supersedes, commitment.scope);
    }

    @Override
    protected void check(CommitmentBody body, Commitment previous, String at, UUID id) {
        checkSlug(body.slug(), previous, at);
        var errors = defectsOf(body, previous, at);
        if (!errors.isEmpty()) {
            throw ProblemException.invalidBody(errors);
        }
    }

    @Override
    protected Commitment fill(CommitmentBody body, Commitment previous, UUID id, Instant recordedAt) {
        var commitment = new Commitment();
        commitment.slug = body.slug();
        commitment.agreement = body.agreement();
        commitment.releasingParty = body.releasingParty();
        commitment.receivingParty = body.receivingParty();
        commitment.category = body.category();
        commitment.quantity = json(body.quantity());
        commitment.dueFrom = body.dueOn() == null ? null : body.dueOn().from();
        commitment.duePrecision = PartialDate.precisionOf(body.dueOn());
        commitment.condition = body.condition();
        commitment.supersedes = body.supersedes();
        commitment.scope = body.scope();
        return commitment;
    }

    private List<FieldError> defectsOf(CommitmentBody body, Commitment previous, String at) {
        List<FieldError> errors = new ArrayList<>();
        var agreement = agreements.findUsableCalled(body.agreement());
        if (agreement.isEmpty()) {
            errors.add(new FieldError(at + "/agreement", "is not the slug of an agreement"));
        } else if (previous != null && !previous.agreement.equals(body.agreement())) {
            // The reports carry the agreement's slug with them.
            errors.add(new FieldError(at + "/agreement", "must stay '" + previous.agreement + "'"));
        } else {
            var bound = agreement.get().boundParties;
            if (!bound.contains(body.releasingParty())) {
                errors.add(new FieldError(at + "/releasingParty", notBound(bound)));
            }
            if (!bound.contains(body.receivingParty())) {
                errors.add(new FieldError(at + "/receivingParty", notBound(bound)));
            }
            if (body.dueOn() != null && body.dueOn().to().isBefore(agreement.get().signedFrom)) {
                errors.add(new FieldError(at + "/dueOn",
                        "must not be before the agreement, signed on " + agreement.get().signedOn()));
            }
        }
        if (body.receivingParty().equals(body.releasingParty())) {
            errors.add(new FieldError(at + "/receivingParty", "must be another party than releasingParty"));
        }
        if (body.supersedes() != null) {
            if (body.supersedes().equals(body.slug())) {
                errors.add(new FieldError(at + "/supersedes", "must be another commitment"));
            } else if (commitments.findUsableCalled(body.supersedes()).isEmpty()) {
                errors.add(new FieldError(at + "/supersedes", "is not the slug of a commitment"));
            } else if (leadsBack(body)) {
                errors.add(new FieldError(at + "/supersedes", "must not lead back to this commitment"));
            }
        }
        return errors;
    }

    private boolean leadsBack(CommitmentBody body) {
        var seen = new HashSet<String>();
        var next = body.supersedes();
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
