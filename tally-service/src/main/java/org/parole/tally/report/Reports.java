package org.parole.tally.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.parole.kit.page.CursorKeys;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.ChangeKind;
import org.parole.kit.record.RecordRetracting;
import org.parole.kit.record.Records;
import org.parole.kit.record.RevisionType;
import org.parole.kit.record.RevisionedRepository;
import org.parole.kit.text.Names;
import org.parole.tally.agreement.AgreementGiven;
import org.parole.tally.commitment.Beside;
import org.parole.tally.commitment.CommitmentRepository;
import org.parole.tally.commitment.QuantityBody;
import org.parole.tally.count.Basis;
import org.parole.tally.exchange.ExchangeRepository;
import org.parole.tally.party.PartyRepository;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be done with release reports. */
@ApplicationScoped
public class Reports extends Records<ReleaseReport, ReportBody, ReportView> {

    private static final String LIST = "release-reports";

    private final ReportRepository reports;
    private final CommitmentRepository commitments;
    private final ExchangeRepository exchanges;
    private final PartyRepository parties;
    private final ReportChecks checks;
    private final FallingTotals falling;
    private final ReportJson json;
    private final Cursors cursors;

    Reports(ReportRepository reports, CommitmentRepository commitments, ExchangeRepository exchanges,
            PartyRepository parties, ReportChecks checks, FallingTotals falling, ReportJson json,
            Cursors cursors) {
        this.reports = reports;
        this.commitments = commitments;
        this.exchanges = exchanges;
        this.parties = parties;
        this.checks = checks;
        this.falling = falling;
        this.json = json;
        this.cursors = cursors;
    }

    @Transactional
    Page<ReportView> list(ReportFilter wanted, PageRequest page) {
        List<?> filters = wanted.fingerprint();
        List<String> after = page.cursor == null ? null : cursors.decode(page.cursor, LIST, filters, 2);
        Instant at = ledger.readAt(wanted.asOf);
        List<ReleaseReport> rows = reports.findPage(wanted, at,
                after == null ? null : LocalDate.ofEpochDay(CursorKeys.number(after.get(0))),
                after == null ? null : CursorKeys.uuid(after.get(1)), page.limit + 1);
        return Page.of(rows, page.limit,
                last -> cursors.encode(LIST, filters,
                        List.of(String.valueOf(last.eventFrom.toEpochDay()), last.id.toString())))
                .map(row -> viewOf(row, at));
    }

    /** What is wrong with a report beyond its single fields; {@code at} is where it stands in the request. */
    public List<FieldError> defectsOf(ReportBody body, String at, Beside beside) {
        return checks.defectsOf(body, at, beside);
    }

    /**
     * A report that was checked before, to be written with others.
     *
     * @param before those that are to be written with it and come before it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ReleaseReport draftOf(UUID id, ReportBody body, List<ReleaseReport> before) {
        ReleaseReport report = draftChecked(id, body);
        report.decreaseFlagged = body.decreaseReason() == null && falling.falls(report, id, before);
        return report;
    }

    @Override
    protected Collection<String> keysOfNew(ReportBody body) {
        return List.of(keyOf(body.commitment(), body.exchange(), body.releasingParty()));
    }

    /** The key of what a report is about: whether a running total falls depends on the others about it. */
    public static String keyOf(String commitment, String exchange, String releasingParty) {
        return "figures:" + Stream.of(commitment, exchange, releasingParty).filter(Objects::nonNull).findFirst()
                .orElse("");
    }

    void keepWhatIsInUse(@Observes RecordRetracting retracting) {
        boolean inUse = switch (retracting.recordType()) {
            case "commitment" ->
                reports.existsAbout("commitment", commitments.findLatest(retracting.id()).orElseThrow().slug);
            case "exchange" ->
                reports.existsAbout("exchange", exchanges.findLatest(retracting.id()).orElseThrow().slug);
            case "party" -> reports.existsOfParty(parties.findLatest(retracting.id()).orElseThrow().slug);
            default -> false;
        };
        if (inUse) {
            throw ProblemException.conflict("Release reports refer to this " + retracting.recordType()
                    + ". Retract or move them first.");
        }
    }

    /** The reports carry the agreement's slug with them. */
    void keepAgreements(@Observes AgreementGiven given) {
        if (reports.existsAbout(given.recordType(), given.slug())) {
            throw ProblemException.invalidBody(given.pointer(),
                    "must stay absent, because release reports refer to the " + given.recordType());
        }
    }

    @Override
    protected String recordType() {
        return "release-report";
    }

    @Override
    protected RevisionedRepository<ReleaseReport> repository() {
        return reports;
    }

    @Override
    protected ReportBody bodyOf(ReleaseReport report) {
        return new ReportBody(report.commitment, claimant(report), report.sourceKind, report.stage, quantity(report),
                report.basis, report.outOf, report.eventOn(), report.eventSince, report.categoryDetail, report.place,
                report.scope, report.published(), report.outlet, json.chain(report), json.evidence(report),
                report.reliability,
                report.credibility, report.decreaseReason, report.note, report.exchange, report.releasingParty,
                report.receivingParty, report.scopes, report.partsComplete, report.categoryKind, report.statedOwnWords,
                report.ordinal);
    }

    @Override
    protected Class<ReportBody> bodyType() {
        return ReportBody.class;
    }

    @Override
    protected ReportView viewOf(ReleaseReport report, Instant asOf) {
        Evidence evidence = json.evidence(report);
        return new ReportView(report.id, report.revision, report.revisionType, report.reason, report.recordedFrom,
                report.recordedBy, report.commitment, report.agreement, claimant(report), report.sourceKind,
                report.stage, quantity(report), report.basis, report.outOf, report.eventOn(), report.eventPrecision,
                report.eventSince, report.categoryDetail, report.place, report.scope, report.published(),
                report.outlet, json.chain(report), evidence,
                evidence == null || !evidence.pointsSomewhere() || report.evidenceCheck == EvidenceCheck.MISSING,
                report.evidenceCheck,
                report.reliability, report.credibility, report.decreaseFlagged, report.decreaseReason, report.dispute,
                report.release, report.telling, report.note, report.exchange, report.releasingParty,
                report.receivingParty, report.scopes, report.partsComplete, report.categoryKind, report.ownWords,
                report.ordinal, report.dataset, report.licence);
    }

    @Override
    protected void check(ReportBody body, ReleaseReport previous, String at, UUID id) {
        List<FieldError> errors = defectsOf(body, at, Beside.NOTHING);
        if (!errors.isEmpty()) {
            throw ProblemException.invalidBody(errors);
        }
    }

    @Override
    protected ReleaseReport newRevision(ReportBody body, ReleaseReport previous, UUID id) {
        var report = new ReleaseReport();
        report.commitment = body.commitment();
        report.exchange = body.exchange();
        report.releasingParty = body.releasingParty();
        report.receivingParty = body.receivingParty();
        report.agreement = agreementOf(body);
        report.claimant = body.claimant().name();
        report.claimantKey = Names.key(body.claimant().name());
        report.speakerId = body.claimant().speakerId();
        report.speaksFor = body.claimant().speaksFor();
        report.spokeFor = body.claimant().spokeFor();
        report.sourceKind = body.sourceKind();
        report.stage = body.stage();
        report.basis = body.basis();
        if (body.quantity() != null) {
            report.comparator = body.quantity().comparator();
            report.quantityMin = body.quantity().min();
            report.quantityMax = body.quantity().max();
            report.wording = body.quantity().wording();
            report.approximate = Boolean.TRUE.equals(body.quantity().approximate());
        }
        report.outOf = body.outOf();
        report.partsComplete = body.partsComplete();
        report.ordinal = body.ordinal();
        report.scopes = body.scopes();
        report.categoryKind = body.categoryKind();
        report.eventFrom = body.eventOn().from();
        report.eventPrecision = body.eventOn().precision();
        report.eventSince = body.eventSince();
        report.categoryDetail = body.categoryDetail();
        report.place = body.place();
        report.scope = body.scope();
        report.publishedAt = body.publishedAt().instant();
        report.publishedWholeDay = body.publishedAt().wholeDay();
        report.outlet = body.outlet();
        report.reportingChain = json.write(body.reportingChain());
        report.root = !body.reportingChain().isEmpty()
                ? body.reportingChain().get(0).name()
                : body.outlet() != null ? body.outlet() : body.claimant().name();
        report.evidenceCheck = EvidenceCheck.UNKNOWN;
        report.evidence = body.evidence() == null ? null : json.write(body.evidence());
        report.reliability = body.reliability();
        report.credibility = body.credibility();
        report.decreaseReason = body.decreaseReason();
        report.decreaseFlagged = body.decreaseReason() == null && falling.falls(report, id, List.of());
        report.note = body.note();
        if (previous != null) {
            report.dispute = previous.dispute;
            report.release = previous.release;
            report.telling = previous.telling;
            report.dataset = previous.dataset;
            report.licence = previous.licence;
            if (Objects.equals(body.evidence(), json.evidence(previous)) && report.hasSameFigure(previous)) {
                report.evidenceCheck = previous.evidenceCheck;
                report.checkedKind = previous.checkedKind;
            }
        }
        report.statedOwnWords = body.ownWords();
        report.ownWords = ownWords(report, body.evidence());
        return report;
    }

    private String agreementOf(ReportBody body) {
        if (body.exchange() != null) {
            return exchanges.findLatestCalled(body.exchange()).orElseThrow().agreement;
        }
        return body.commitment() == null
                ? null
                : commitments.findLatestCalled(body.commitment()).orElseThrow().agreement;
    }

    /** Whether the figure stands in the claimant's own words: as was typed in, until the quote itself has been seen. */
    private static boolean ownWords(ReleaseReport report, Evidence evidence) {
        return switch (report.evidenceCheck) {
            case UNKNOWN -> report.statedOwnWords != null
                    ? report.statedOwnWords
                    : evidence != null && evidence.quoteKind() == QuoteKind.DIRECT;
            case VERIFIED -> report.checkedKind != null
                    ? report.checkedKind == QuoteKind.DIRECT
                    : evidence != null && evidence.quoteKind() == QuoteKind.DIRECT;
            case DERIVED, FIGURE_ABSENT, FIGURE_QUALIFIED, WORDS_ABSENT, UNVERIFIED, MISSING -> false;
        };
    }

    /** Writes down what the quote-service said; a revision only where it says something new. */
    @Transactional
    void checked(DueCheck due, EvidenceCheck check, QuoteKind kind) {
        // Records never move from one thing to another beside this: such a patch is alone.
        reports.findActive(due.report()).ifPresent(seen -> ledger
                .beside(List.of("report:" + seen.id, keyOf(seen.commitment, seen.exchange, seen.releasingParty))));
        reports.noteCheck(due.report(), Instant.now());
        ReleaseReport current = reports.findActive(due.report()).orElse(null);
        if (current == null || !due.evidence().equals(json.evidence(current))
                || current.evidenceCheck == check && current.checkedKind == kind) {
            return;
        }
        ReleaseReport next = copy(current);
        next.evidenceCheck = check;
        next.checkedKind = kind;
        next.ownWords = ownWords(next, json.evidence(current));
        saveRevision(current, next, RevisionType.REVERIFICATION, switch (check) {
            case VERIFIED -> "The words stand in the text of their document, and the figure in the words";
            case DERIVED -> "The words stand in the text, and the figure is a sum of figures in them";
            case FIGURE_ABSENT -> "The words stand in the text, but the figure does not stand in them";
            case FIGURE_QUALIFIED -> "The words say of the number something else than the report, such as 'nearly'";
            case WORDS_ABSENT -> "The words do not stand in the text of their document";
            case UNVERIFIED -> "The words are not verified against the text of their document";
            case MISSING -> "There is no such quote";
            case UNKNOWN -> "The words have not been checked";
        }, ChangeKind.REVISED);
    }

    @Override
    protected void addedAll(List<ReleaseReport> first) {
        List<UUID> checkable = first.stream().filter(report -> Evidence.isCheckable(json.evidence(report)))
                .map(report -> report.id).toList();
        if (!checkable.isEmpty()) {
            reports.enqueueForCheck(checkable);
        }
    }

    @Override
    protected void revised(ReleaseReport before, ReleaseReport after) {
        Evidence evidence = json.evidence(after);
        if (after.retracted || !Evidence.isCheckable(evidence)) {
            reports.dequeueForCheck(after.id);
        } else if (!evidence.equals(json.evidence(before)) || !before.hasSameFigure(after)) {
            reports.enqueueForCheck(List.of(after.id));
        }
    }

    /** Marks a report as disputed: it is kept and shown, spans low and high, and neither proves nor votes. */
    @Transactional
    ReportView dispute(UUID id, String ifMatch, DisputeBody body) {
        return revise(id, ifMatch, body.reason(), ChangeKind.REVISED, (current, next) -> next.dispute = body.reason());
    }

    /** The dispute is settled: the report counts as any other again. */
    @Transactional
    ReportView settle(UUID id, String ifMatch, String reason) {
        return revise(id, ifMatch, reason, ChangeKind.REVISED, (current, next) -> {
            if (current.dispute == null) {
                throw ProblemException.conflict("The release report is not in dispute.");
            }
            next.dispute = null;
        });
    }

    /** Puts a batch into a release. */
    @Transactional
    ReportView group(UUID id, String ifMatch, ReleaseBody body) {
        return revise(id, ifMatch, body.reason(), ChangeKind.GROUPED, (current, next) -> {
            if (current.basis != Basis.BATCH) {
                throw ProblemException.conflict(
                        "Only a batch can be assigned to a release. The basis of this report is " + current.basis
                                + " figure.");
            }
            next.release = body.release();
            next.telling = body.telling();
        });
    }

    /** Takes a batch out of its release: its days alone tell again what it belongs to. */
    @Transactional
    ReportView ungroup(UUID id, String ifMatch, String reason) {
        return revise(id, ifMatch, reason, ChangeKind.UNGROUPED, (current, next) -> {
            if (current.release == null) {
                throw ProblemException.conflict("The release report is not assigned to a release.");
            }
            next.release = null;
            next.telling = null;
        });
    }

    private ReportView revise(UUID id, String ifMatch, String reason, ChangeKind kind,
            BiConsumer<ReleaseReport, ReleaseReport> change) {
        ledger.alone();
        ReleaseReport current = requireCurrent(id);
        requireMatch(ifMatch, viewOf(current, null));
        ReleaseReport next = copy(current);
        change.accept(current, next);
        saveRevision(current, next, RevisionType.RECLASSIFICATION, reason, kind);
        return viewOf(next, null);
    }

    @Override
    protected JsonNode stateOf(ReleaseReport report) {
        ObjectNode state = mapper.valueToTree(bodyOf(report));
        put(state, "dispute", report.dispute);
        put(state, "release", report.release);
        put(state, "telling", report.telling);
        if (report.evidenceCheck != EvidenceCheck.UNKNOWN) {
            put(state, "evidenceCheck", report.evidenceCheck.name());
        }
        return state;
    }

    private static void put(ObjectNode state, String field, String value) {
        if (value != null) {
            state.put(field, value);
        }
    }

    private static Claimant claimant(ReleaseReport report) {
        return new Claimant(report.claimant, report.speakerId, report.speaksFor, report.spokeFor);
    }

    private static QuantityBody quantity(ReleaseReport report) {
        return report.comparator == null
                ? null
                : new QuantityBody(report.comparator, report.quantityMin, report.quantityMax, report.wording,
                        report.approximate, null);
    }
}
