package org.parole.tally.tally;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.parole.kit.page.CursorKeys;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.Ledger;
import org.parole.kit.time.PartialDate;
import org.parole.tally.commitment.Commitment;
import org.parole.tally.commitment.CommitmentRepository;
import org.parole.tally.commitment.Commitments;
import org.parole.tally.count.Comparison;
import org.parole.tally.count.Count;
import org.parole.tally.count.Figures;
import org.parole.tally.count.Quantity;
import org.parole.tally.count.Question;
import org.parole.tally.count.Report;
import org.parole.tally.count.Series;
import org.parole.tally.count.Span;
import org.parole.tally.count.Tally;
import org.parole.tally.report.ReleaseReport;
import org.parole.tally.report.ReportRepository;

/** Reads the reports that count and counts them. */
@ApplicationScoped
public class Tallies {

    private static final String LIST = "tallies";
    private static final String ESTIMATES = "estimates";
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
    private record Case(Commitment commitment, Quantity promised, List<Report> reports, List<String> supersededBy,
            Question question, Times times) {
    }

    @Transactional
    Page<TallyView> list(TallyFilter wanted, PageRequest page) {
        requireSomething(wanted);
        var after = page.cursor == null ? null : cursors.decode(page.cursor, LIST, wanted.fingerprint(), 1).get(0);
        var times = timesOf(wanted);
        Page<Commitment> shown = Page.of(found(wanted, times, after, null, page.limit + 1), page.limit,
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

    /** Whether some were still to go after the due date; null where there is none, or nobody knows. */
    private static Boolean overdue(Commitment commitment, LocalDate on, Span remaining) {
        var due = PartialDate.of(commitment.dueFrom, commitment.duePrecision);
        if (due == null) {
            return null;
        }
        if (!on.isAfter(due.to()) || remaining.high() != null && remaining.high() <= 0) {
            return false;
        }
        return remaining.low() != null && remaining.low() > 0 ? Boolean.TRUE : null;
    }

    private static TallyView.PeriodView period(Case asked, TallyQuestion wanted, Tally tally) {
        if (wanted.from == null) {
            return null;
        }
        var period = Count.period(asked.promised(), asked.reports(), asked.question(), tally.released(),
                (int) wanted.from.from().toEpochDay());
        return new TallyView.PeriodView(wanted.from.from(), period.low(), period.best(), period.high(),
                period.reason());
    }

    /** Low, best and high of many commitments at many dates, as a table. */
    @Transactional
    Page<EstimateView> estimates(TallyFilter wanted, SeriesView.Step step, PageRequest page) {
        requireSomething(wanted);
        var filters = List.of(wanted.fingerprint(), step);
        var after = page.cursor == null ? null : cursors.decode(page.cursor, ESTIMATES, filters, 2);
        var lastDay = after == null ? Long.MIN_VALUE : CursorKeys.number(after.get(1));
        var times = timesOf(wanted);
        List<EstimateView> rows = new ArrayList<>();
        // The commitment that the last page ended in comes first: it may have more dates.
        var from = after == null ? null : after.get(0);
        for (Commitment commitment : found(wanted, times, null, from, page.limit + 1)) {
            var asked = casesOf(List.of(commitment), wanted, times).get(0);
            var first = firstDay(asked, wanted, step);
            for (var point : Count.series(asked.promised(), asked.reports(), asked.question(), first,
                    Series.Pace.valueOf(step.name())).points()) {
                if (rows.size() <= page.limit && !(commitment.slug.equals(from) && point.day() <= lastDay)) {
                    rows.add(EstimateView.of(commitment, point, wanted));
                }
            }
            if (rows.size() > page.limit) {
                break;
            }
        }
        return Page.of(rows, page.limit, last -> cursors.encode(ESTIMATES, filters,
                List.of(last.commitment(), String.valueOf(last.on().toEpochDay()))));
    }

    /** Two answers for one commitment, and what made the difference. */
    @Transactional
    ComparisonView compare(String commitment, String a, String b, TallyQuestion common) {
        var one = SideOfComparison.read("a", a, common);
        var other = SideOfComparison.read("b", b, common);
        if (one.sameAs(other)) {
            throw ProblemException.invalidParameter("b", "must ask another question than a");
        }
        var first = caseOf(commitment, one);
        var second = caseOf(commitment, other);
        var found = Comparison.of(sideOf(first), sideOf(second));
        List<UUID> ids = found.reports().stream().map(step -> UUID.fromString(step.id())).toList();
        Map<String, ReleaseReport> then = new HashMap<>();
        reports.findAsOf(ids, second.times().at()).forEach(report -> then.put(report.id.toString(), report));
        return ComparisonView.of(commitment, ComparisonView.SideView.of(one, first.times().on(), found.a()),
                ComparisonView.SideView.of(other, second.times().on(), found.b()), found, then);
    }

    private static Comparison.Side sideOf(Case asked) {
        return new Comparison.Side(asked.promised(), asked.reports(), asked.question());
    }

    private static void requireSomething(TallyFilter wanted) {
        if (wanted.commitment == null && wanted.agreement == null && wanted.exchange == null && wanted.party == null) {
            throw ProblemException.invalidParameter("agreement",
                    "must be given, or commitment, exchange or party: a tally is of something");
        }
    }

    private List<Commitment> found(TallyFilter wanted, Times times, String after, String from, int rows) {
        return wanted.commitment == null
                ? commitments.findOf(wanted.agreement, wanted.exchange, wanted.party, wanted.category, times.at(),
                        after, from, rows)
                : commitments.findUsableCalled(wanted.commitment, times.at())
                        .filter(c -> wanted.agreement == null || wanted.agreement.equals(c.agreement))
                        .filter(c -> wanted.exchange == null || wanted.exchange.equals(c.exchange))
                        .filter(c -> wanted.party == null || wanted.party.equals(c.releasingParty)
                                || wanted.party.equals(c.receivingParty))
                        .filter(c -> wanted.category == null || wanted.category.equalsIgnoreCase(c.category)).stream()
                        .toList();
    }

    private static int firstDay(Case asked, TallyQuestion wanted, SeriesView.Step step) {
        int on = (int) asked.times().on().toEpochDay();
        int first = wanted.from != null
                ? (int) wanted.from.from().toEpochDay()
                : asked.reports().stream().mapToInt(Report::firstDay).min().orElse(on);
        if (on - first > MAX_POINTS && step == SeriesView.Step.DAY) {
            throw ProblemException.invalidParameter("step", "must not be day for more than twenty years: take week");
        }
        return first;
    }

    @Transactional
    SeriesView series(String commitment, SeriesView.Step step, TallyQuestion wanted) {
        Case asked = caseOf(commitment, wanted);
        int first = firstDay(asked, wanted, step);
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
                wanted.categoryDetail);
        Map<String, List<String>> successors = commitments.findSuccessors(slugs, times.at());
        Question question = Question.on(times.on()).policy(wanted.policy)
                .with(wanted.scopes == null ? Set.of() : Set.copyOf(wanted.scopes));
        return asked.stream()
                .map(commitment -> new Case(commitment, promisedBy(commitment),
                        counting.get(commitment.slug), successors.getOrDefault(commitment.slug, List.of()),
                        question, times))
                .toList();
    }

    private Quantity promisedBy(Commitment commitment) {
        var promised = quantities.quantityOf(commitment);
        return promised == null ? Quantity.some("no number promised") : promised.quantity();
    }

    private TallyView view(Case asked, TallyQuestion wanted) {
        var tally = Count.tally(asked.promised(), asked.reports(), asked.question());
        Commitment commitment = asked.commitment();
        return new TallyView(commitment.slug, commitment.agreement, commitment.releasingParty,
                commitment.receivingParty,
                commitment.category,
                asked.supersededBy(), PartialDate.of(commitment.dueFrom, commitment.duePrecision), commitment.condition,
                overdue(commitment, asked.times().on(), tally.remaining()),
                asked.times().on(), wanted.publishedBy, wanted.asOf == null ? null : wanted.asOf.toString(),
                wanted.policy,
                TallyView.promised(tally), FiguresView.of(tally.released()), period(asked, wanted, tally),
                TallyView.SpanView.of(tally.remaining()),
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
