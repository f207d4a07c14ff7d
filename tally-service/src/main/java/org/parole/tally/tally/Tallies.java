package org.parole.tally.tally;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.Ledger;
import org.parole.tally.commitment.Commitment;
import org.parole.tally.commitment.CommitmentRepository;
import org.parole.tally.commitment.Commitments;
import org.parole.tally.count.Count;
import org.parole.tally.count.Figures;
import org.parole.tally.count.Quantity;
import org.parole.tally.count.Question;
import org.parole.tally.count.Report;
import org.parole.tally.count.Series;
import org.parole.tally.report.ReportRepository;

/** Reads the reports that count and counts them. */
@ApplicationScoped
public class Tallies {

    private static final String LIST = "tallies";
    /** A point a day for twenty years. */
    private static final int MAX_POINTS = 7_305;

    private final CommitmentRepository commitments;
    private final Commitments quantities;
    private final ReportRepository reports;
    private final Ledger ledger;
    private final Cursors cursors;

    Tallies(CommitmentRepository commitments, Commitments quantities, ReportRepository reports, Ledger ledger,
            Cursors cursors) {
        this.commitments = commitments;
        this.quantities = quantities;
        this.reports = reports;
        this.ledger = ledger;
        this.cursors = cursors;
    }

    /** What is asked of every commitment alike: the times resolved. */
    private record Times(LocalDate on, Instant at) {
    }

    /** What one tally is made of. */
    private record Case(Commitment commitment, Quantity promised, List<Report> reports, String supersededBy,
            Question question, Times times) {
    }

    @Transactional
    Page<TallyView> list(TallyFilter wanted, PageRequest page) {
        if (wanted.commitment == null && wanted.agreement == null && wanted.party == null) {
            throw ProblemException.invalidParameter("agreement",
                    "must be given, or commitment or party: a tally is of something");
        }
        var after = page.cursor == null ? null : cursors.decode(page.cursor, LIST, wanted.fingerprint(), 1).get(0);
        var times = timesOf(wanted);
        List<Commitment> found = wanted.commitment == null
                ? commitments.findOf(wanted.agreement, wanted.party, wanted.category, times.at(), after, page.limit + 1)
                : commitments.findUsableCalled(wanted.commitment, times.at())
                        .filter(c -> wanted.agreement == null || wanted.agreement.equals(c.agreement))
                        .filter(c -> wanted.party == null || wanted.party.equals(c.releasingParty)
                                || wanted.party.equals(c.receivingParty))
                        .filter(c -> wanted.category == null || wanted.category.equalsIgnoreCase(c.category)).stream()
                        .toList();
        Page<Commitment> shown = Page.of(found, page.limit,
                last -> cursors.encode(LIST, wanted.fingerprint(), List.of(last.slug)));
        return new Page<>(casesOf(shown.items(), wanted, times).stream().map(asked -> view(asked, wanted)).toList(),
                shown.next());
    }

    @Transactional
    TallyView tally(String commitment, TallyQuestion wanted) {
        return view(caseOf(commitment, wanted), wanted);
    }

    @Transactional
    Explanation explain(String commitment, TallyQuestion wanted) {
        Case asked = caseOf(commitment, wanted);
        return new Explanation(commitment, Count.explain(asked.promised(), asked.reports(), asked.question()).stream()
                .map(step -> new Explanation.StepView(step.step(), step.text(), step.reports())).toList());
    }

    @Transactional
    SeriesView series(String commitment, SeriesView.Step step, TallyQuestion wanted) {
        Case asked = caseOf(commitment, wanted);
        int first = asked.reports().stream().mapToInt(Report::firstDay).min()
                .orElse((int) asked.times().on().toEpochDay());
        if (asked.times().on().toEpochDay() - first > MAX_POINTS && step == SeriesView.Step.DAY) {
            throw ProblemException.invalidParameter("step", "must not be day for more than twenty years: take week");
        }
        Series series = Count.series(asked.promised(), asked.reports(), asked.question(), first,
                Series.Pace.valueOf(step.name()));
        List<LocalDate> on = new ArrayList<>();
        List<Long> low = new ArrayList<>();
        List<Long> best = new ArrayList<>();
        List<Long> high = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Series.Point point : series.points()) {
            Figures released = point.released();
            on.add(LocalDate.ofEpochDay(point.day()));
            low.add(released.low());
            best.add(released.best());
            high.add(released.high());
            reasons.add(released.reason());
        }
        return new SeriesView(commitment, wanted.policy, step, on, low, best, high, reasons,
                series.conflicts().stream().map(TallyView.ConflictView::of).toList());
    }

    // An answer for a past record time must not change with the day on which it is asked for.
    private Times timesOf(TallyQuestion wanted) {
        Instant at = ledger.readAt(wanted.asOf);
        return new Times(wanted.on != null
                ? wanted.on.to()
                : (at == null ? Instant.now() : at).atOffset(ZoneOffset.UTC).toLocalDate(), at);
    }

    private Case caseOf(String slug, TallyQuestion wanted) {
        Times times = timesOf(wanted);
        Commitment commitment = commitments.findUsableCalled(slug, times.at())
                .orElseThrow(() -> commitments.findLatestCalled(slug).filter(c -> times.at() == null && c.retracted)
                        .map(c -> ProblemException.retracted("commitment", slug, c.reason))
                        .orElseGet(() -> ProblemException.notFound("commitment", slug)));
        return casesOf(List.of(commitment), wanted, times).get(0);
    }

    private List<Case> casesOf(List<Commitment> asked, TallyQuestion wanted, Times times) {
        List<String> slugs = asked.stream().map(commitment -> commitment.slug).toList();
        Map<String, List<Report>> counting = reports.findForCount(slugs, times.on(),
                wanted.publishedBy == null ? null : wanted.publishedBy.end(), times.at(), wanted.place,
                wanted.categoryDetail, wanted.from == null ? null : wanted.from.from());
        Map<String, String> successors = commitments.findSuccessors(slugs, times.at());
        Question question = Question.on(times.on()).policy(wanted.policy)
                .with(wanted.scopes == null ? Set.of() : Set.copyOf(wanted.scopes));
        return asked.stream()
                .map(commitment -> new Case(commitment, quantities.quantityOf(commitment).quantity(),
                        counting.get(commitment.slug), successors.get(commitment.slug), question, times))
                .toList();
    }

    private TallyView view(Case asked, TallyQuestion wanted) {
        var tally = Count.tally(asked.promised(), asked.reports(), asked.question());
        Commitment commitment = asked.commitment();
        return new TallyView(commitment.slug, commitment.agreement, commitment.releasingParty,
                commitment.receivingParty,
                commitment.category,
                asked.supersededBy(),
                asked.times().on(), wanted.publishedBy, wanted.asOf == null ? null : wanted.asOf.toString(),
                wanted.policy,
                TallyView.promised(tally), FiguresView.of(tally.released()), TallyView.SpanView.of(tally.remaining()),
                new TallyView.ShareView(tally.share().low(), tally.share().best(), tally.share().high()),
                TallyView.stages(tally), TallyView.claimants(tally),
                tally.conflicts().stream().map(TallyView.ConflictView::of).toList(),
                tally.scopes().stream().map(
                        scope -> new TallyView.ScopeView(scope.scope(), scope.included(),
                                FiguresView.of(scope.released())))
                        .toList(),
                tally.restsOn());
    }
}
