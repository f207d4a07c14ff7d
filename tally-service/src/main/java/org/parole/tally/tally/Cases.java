package org.parole.tally.tally;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.Ledger;
import org.parole.tally.commitment.Commitment;
import org.parole.tally.commitment.CommitmentRepository;
import org.parole.tally.commitment.Commitments;
import org.parole.tally.commitment.QuantityBody;
import org.parole.tally.count.CategoryKind;
import org.parole.tally.count.Promise;
import org.parole.tally.count.Question;
import org.parole.tally.count.Report;
import org.parole.tally.report.ReportRepository;

/** Reads what tallies are made of. */
@ApplicationScoped
class Cases {

    private final CommitmentRepository commitments;
    private final Commitments quantities;
    private final ReportRepository reports;
    private final Ledger ledger;

    Cases(CommitmentRepository commitments, Commitments quantities, ReportRepository reports, Ledger ledger) {
        this.commitments = commitments;
        this.quantities = quantities;
        this.reports = reports;
        this.ledger = ledger;
    }

    /** What is asked of every commitment alike: the times resolved. */
    record Times(LocalDate on, Instant at) {
    }

    /** What one tally is made of. */
    record Case(Commitment commitment, Promise promise, List<Report> reports, List<String> supersededBy,
            Question question, Times times) {
    }

    /** The times of a question. An answer for a past record time must not change with the day on which it is asked for. */
    Times timesOf(TallyQuestion wanted) {
        Instant at = ledger.readAt(wanted.asOf);
        LocalDate on = wanted.on != null
                ? wanted.on.to()
                : (at == null ? Instant.now() : at).atOffset(ZoneOffset.UTC).toLocalDate();
        if (wanted.from != null && wanted.from.from().isAfter(on)) {
            throw ProblemException.invalidParameter("from", "must not be after on, " + on + "; it is " + wanted.from);
        }
        return new Times(on, at);
    }

    /**
     * Refuses a list that no report of these commitments has ever counted in: the answer would be that without it.
     *
     * @throws ProblemException 400 naming the list
     */
    void requireLists(TallyQuestion wanted, List<Commitment> asked) {
        if (wanted.scopes == null || wanted.scopes.isEmpty()) {
            return;
        }
        Set<String> known = new TreeSet<>(
                reports.findLists(asked.stream().map(commitment -> commitment.slug).toList()));
        known.add(Report.OWN);
        wanted.scopes.stream().filter(list -> !known.contains(list)).findFirst().ifPresent(list -> {
            throw ProblemException.invalidParameter("scope", "names no list on record: '" + list + "'. On record: "
                    + String.join(", ", known));
        });
    }

    /**
     * One commitment's.
     *
     * @throws ProblemException 404 or 410 where there is no such commitment
     */
    Case of(String slug, TallyQuestion wanted) {
        Times times = timesOf(wanted);
        Commitment commitment = commitments.findUsableCalled(slug, times.at())
                .orElseThrow(() -> commitments.findLatestCalled(slug).filter(c -> times.at() == null && c.retracted)
                        .map(c -> ProblemException.retracted("commitment", slug, c.reason))
                        .orElseGet(() -> ProblemException.notFound("commitment", slug)));
        requireLists(wanted, List.of(commitment));
        return of(List.of(commitment), wanted, times).get(0);
    }

    /** Those of several commitments, by one query for their reports. */
    List<Case> of(List<Commitment> asked, TallyQuestion wanted, Times times) {
        Question question = questionOf(wanted, times);
        List<String> slugs = asked.stream().map(commitment -> commitment.slug).toList();
        Map<String, List<Report>> counting = reports.findForCount(slugs, times.on(),
                wanted.publishedBy == null ? null : wanted.publishedBy.end(), times.at(), wanted.place,
                wanted.categoryDetail);
        Map<String, List<String>> successors = commitments.findSuccessors(slugs, times.at());
        return asked.stream()
                .map(commitment -> new Case(commitment, promiseOf(commitment), counting.get(commitment.slug),
                        successors.getOrDefault(commitment.slug, List.of()), question, times))
                .toList();
    }

    /** What the reports are asked; their times have been chosen by the query. */
    Question questionOf(TallyQuestion wanted, Times times) {
        return Question.on(times.on()).policy(wanted.policy).carry(wanted.carryDays(times.on()))
                .filtered(wanted.place != null || wanted.categoryDetail != null)
                .dated(wanted.on != null || wanted.publishedBy != null || wanted.asOf != null)
                .with(wanted.scopes == null ? Set.of() : Set.copyOf(wanted.scopes));
    }

    private Promise promiseOf(Commitment commitment) {
        QuantityBody promised = quantities.quantityOf(commitment);
        return new Promise(promised == null ? null : promised.quantity(), commitment.category, commitment.singleRelease,
                commitment.categoryKind == CategoryKind.REMAINS);
    }
}
