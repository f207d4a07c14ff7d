package org.parole.tally.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.id.Uuid7;
import org.parole.kit.intake.IntakeHold;
import org.parole.kit.intake.IntakeHoldRepository;
import org.parole.kit.intake.IntakeState;
import org.parole.kit.intake.TwoPhaseIntakes;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;
import org.parole.tally.agreement.AgreementRepository;
import org.parole.tally.commitment.Beside;
import org.parole.tally.commitment.Commitment;
import org.parole.tally.commitment.CommitmentBody;
import org.parole.tally.commitment.CommitmentRepository;
import org.parole.tally.commitment.Commitments;
import org.parole.tally.exchange.Exchange;
import org.parole.tally.exchange.ExchangeBody;
import org.parole.tally.exchange.ExchangeRepository;
import org.parole.tally.exchange.Exchanges;
import org.parole.tally.party.PartyRepository;
import org.parole.tally.report.ReportBody;
import org.parole.tally.report.Reports;
import org.parole.tally.slug.Slugged;
import org.parole.tally.slug.SluggedRepository;

/** Checks an intake's records, those that are new with it beside each other, and says what it holds. */
@ApplicationScoped
class Preparations {

    private final Exchanges exchanges;
    private final Commitments commitments;
    private final Reports reports;
    private final PartyRepository partyRepository;
    private final AgreementRepository agreementRepository;
    private final ExchangeRepository exchangeRepository;
    private final CommitmentRepository commitmentRepository;
    private final IntakeHoldRepository holds;

    Preparations(Exchanges exchanges, Commitments commitments, Reports reports, PartyRepository partyRepository,
            AgreementRepository agreementRepository, ExchangeRepository exchangeRepository,
            CommitmentRepository commitmentRepository, IntakeHoldRepository holds) {
        this.exchanges = exchanges;
        this.commitments = commitments;
        this.reports = reports;
        this.partyRepository = partyRepository;
        this.agreementRepository = agreementRepository;
        this.exchangeRepository = exchangeRepository;
        this.commitmentRepository = commitmentRepository;
        this.holds = holds;
    }

    /** Adds what Bean Validation finds wrong with a record; whether it found nothing. */
    interface Validation {
        boolean passes(Object record, String at, List<FieldError> errors);
    }

    /** Settles the ids of an intake's records and what it holds; 409 or 422 where something is wrong. */
    TwoPhaseIntakes.Prepared<IntakePlan> of(UUID intakeId, IntakeBody body, Validation validation) {
        var preparation = new Preparation(intakeId, body, validation);
        return new TwoPhaseIntakes.Prepared<>(preparation.plan(), preparation.held, Set.of());
    }

    /** Refuses a slug that a prepared intake is about to give to another record. */
    void refuseHeld(String type, String slug, UUID id, String pointer) {
        holds.findNew(type, slug).filter(hold -> !hold.recordId.equals(id)).ifPresent(hold -> {
            throw ProblemException.conflict(pointer,
                    "An unfinished intake adds this " + type + ". Try again in a moment.");
        });
    }

    /** The preparation of one intake: collects what is wrong, settles ids, holds records. */
    private final class Preparation {

        private final UUID intakeId;
        private final IntakeBody body;
        private final Validation validation;
        private final References references;
        private final List<FieldError> errors = new ArrayList<>();
        private final List<IntakeHold> held = new ArrayList<>();
        private final List<Exchange> newExchanges = new ArrayList<>();
        private final List<Commitment> newCommitments = new ArrayList<>();
        private final Beside beside = new Beside(newExchanges, newCommitments);
        /** Slugs of the request's own records that have errors. A reference to one of them is not reported as unknown as well. */
        private final Set<String> faultyExchanges = new HashSet<>();
        private final Set<String> faultyCommitments = new HashSet<>();

        Preparation(UUID intakeId, IntakeBody body, Validation validation) {
            this.intakeId = intakeId;
            this.body = body;
            this.validation = validation;
            this.references = new References(body);
        }

        IntakePlan plan() {
            List<IntakePlan.LabelledSlug> exchangeIds = exchanges();
            List<IntakePlan.LabelledSlug> commitmentIds = commitments();
            List<IntakePlan.Labelled> reportIds = reports();
            if (!errors.isEmpty()) {
                throw ProblemException.invalidBody(errors);
            }
            return new IntakePlan(intakeId, IntakeState.PREPARED, reportIds, exchangeIds, commitmentIds);
        }

        private List<IntakePlan.LabelledSlug> exchanges() {
            List<IntakePlan.LabelledSlug> ids = new ArrayList<>();
            Set<String> labels = new HashSet<>();
            for (int i = 0; i < body.exchanges().size(); i++) {
                IntakeExchange exchange = body.exchanges().get(i);
                String at = "/exchanges/" + i;
                UUID id = Uuid7.next();
                checkLabel(exchange.label(), exchange.slug(), labels, exchangeRepository, at);
                ExchangeBody checked = references.of(exchange);
                if (validation.passes(checked, at, errors)) {
                    exchanges.checkFree(checked.slug(), at);
                    holdNew("exchange", id, checked.slug(), at);
                    errors.addAll(exchanges.defectsOf(checked, at));
                    checked.parties().forEach(party -> hold("party", party, partyRepository));
                    checked.mediators().forEach(party -> hold("party", party, partyRepository));
                    hold("agreement", checked.agreement(), agreementRepository);
                    newExchanges.add(exchanges.planned(checked));
                } else {
                    faultyExchanges.add(checked.slug());
                }
                ids.add(new IntakePlan.LabelledSlug(exchange.label(), exchange.slug(), id));
            }
            return ids;
        }

        private List<IntakePlan.LabelledSlug> commitments() {
            List<IntakePlan.LabelledSlug> ids = new ArrayList<>();
            Set<String> labels = new HashSet<>();
            for (int i = 0; i < body.commitments().size(); i++) {
                IntakeCommitment commitment = body.commitments().get(i);
                String at = "/commitments/" + i;
                UUID id = Uuid7.next();
                checkLabel(commitment.label(), commitment.slug(), labels, commitmentRepository, at);
                CommitmentBody checked = references.of(commitment);
                if (validation.passes(checked, at, errors)) {
                    commitments.checkFree(checked.slug(), at);
                    holdNew("commitment", id, checked.slug(), at);
                    errors.addAll(besides(faultyExchanges.contains(checked.exchange()), at + "/exchange",
                            commitments.defectsOf(checked, at, beside)));
                    hold("party", checked.releasingParty(), partyRepository);
                    hold("party", checked.receivingParty(), partyRepository);
                    hold("agreement", checked.agreement(), agreementRepository);
                    hold("exchange", checked.exchange(), exchangeRepository);
                    hold("commitment", checked.supersedes(), commitmentRepository);
                    newCommitments.add(commitments.planned(checked));
                } else {
                    faultyCommitments.add(checked.slug());
                }
                ids.add(new IntakePlan.LabelledSlug(commitment.label(), commitment.slug(), id));
            }
            return ids;
        }

        private List<IntakePlan.Labelled> reports() {
            List<IntakePlan.Labelled> ids = new ArrayList<>();
            Set<String> labels = new HashSet<>();
            for (int i = 0; i < body.releaseReports().size(); i++) {
                IntakeReport report = body.releaseReports().get(i);
                String at = "/releaseReports/" + i;
                checkLabel(report.label(), null, labels, null, at);
                ReportBody checked = references.of(report);
                if (validation.passes(checked, at, errors)) {
                    errors.addAll(besides(faultyExchanges.contains(checked.exchange()), at + "/exchange",
                            besides(faultyCommitments.contains(checked.commitment()), at + "/commitment",
                                    reports.defectsOf(checked, at, beside))));
                    hold("commitment", checked.commitment(), commitmentRepository);
                    hold("exchange", checked.exchange(), exchangeRepository);
                    hold("party", checked.releasingParty(), partyRepository);
                    hold("party", checked.receivingParty(), partyRepository);
                }
                ids.add(new IntakePlan.Labelled(report.label(), Uuid7.next()));
            }
            return ids;
        }

        /** What is wrong besides a reference to a record whose own faults are named already. */
        private static List<FieldError> besides(boolean faulty, String pointer, List<FieldError> found) {
            return faulty ? found.stream().filter(error -> !error.pointer().equals(pointer)).toList() : found;
        }

        private void checkLabel(String label, String slug, Set<String> labels, SluggedRepository<?> recorded,
                String at) {
            TwoPhaseIntakes.checkLabel(label, !labels.add(label), at, errors);
            // What is meant by the name must not depend on what else is recorded.
            if (recorded != null && label != null && !label.equals(slug)
                    && recorded.findUsableCalled(label).isPresent()) {
                errors.add(new FieldError(at + "/label", "must not be the slug of another record of this kind"));
            }
        }

        private void holdNew(String type, UUID id, String slug, String at) {
            if (held.stream().anyMatch(hold -> hold.isNew && hold.recordType.equals(type) && hold.key.equals(slug))) {
                errors.add(new FieldError(at + "/slug", "must not be in the list twice"));
                return;
            }
            refuseHeld(type, slug, id, at + "/slug");
            hold(type, id, slug);
        }

        private <E extends Slugged> void hold(String type, String slug, SluggedRepository<E> recorded) {
            if (slug != null) {
                recorded.findUsableCalled(slug).ifPresent(record -> hold(type, record.id, null));
            }
        }

        private void hold(String type, UUID id, String key) {
            if (held.stream().anyMatch(hold -> hold.recordType.equals(type) && hold.recordId.equals(id))) {
                return;
            }
            var hold = new IntakeHold();
            hold.intakeId = intakeId;
            hold.recordType = type;
            hold.recordId = id;
            hold.isNew = key != null;
            hold.key = key;
            held.add(hold);
        }
    }
}
