package org.parole.tally.tally;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.parole.kit.page.CursorKeys;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.time.PartialDate;
import org.parole.tally.commitment.Commitment;
import org.parole.tally.commitment.CommitmentRepository;
import org.parole.tally.count.Comparison;
import org.parole.tally.count.Count;
import org.parole.tally.count.Figures;
import org.parole.tally.count.JointCount;
import org.parole.tally.count.NumberedExchange;
import org.parole.tally.count.Report;
import org.parole.tally.count.Series;
import org.parole.tally.count.Span;
import org.parole.tally.count.Tally;
import org.parole.tally.exchange.ExchangeRepository;
import org.parole.tally.party.PartyRepository;
import org.parole.tally.report.ReleaseReport;
import org.parole.tally.report.ReportRepository;

/** Reads the reports that count and counts them. */
@ApplicationScoped
public class Tallies {

    private static final String LIST = "tallies";
    private static final String ESTIMATES = "estimates";
    private static final String ROWS = "tally-rows";
    /** A point a day for twenty years. */
    private static final int MAX_POINTS = 7_305;
    /** More directions than any exchange has. */
    private static final int MOST_DIRECTIONS = 50;

    private final CommitmentRepository commitments;
    private final Cases cases;
    private final ExchangeRepository exchanges;
    private final ReportRepository reports;
    private final PartyRepository parties;
    private final Cursors cursors;

    Tallies(CommitmentRepository commitments, Cases cases, ExchangeRepository exchanges, ReportRepository reports,
            PartyRepository parties, Cursors cursors) {
        this.commitments = commitments;
        this.cases = cases;
        this.exchanges = exchanges;
        this.reports = reports;
        this.parties = parties;
        this.cursors = cursors;
    }

    @Transactional
    Page<TallyView> list(TallyFilter wanted, PageRequest page) {
        requireSomething(wanted);
        String after = page.cursor == null ? null : cursors.decode(page.cursor, LIST, wanted.fingerprint(), 1).get(0);
        Cases.Times times = cases.timesOf(wanted);
        Page<Commitment> shown = Page.of(found(wanted, times, after, null, page.limit + 1), page.limit,
                last -> cursors.encode(LIST, wanted.fingerprint(), List.of(last.slug)));
        return new Page<>(cases.of(shown.items(), wanted, times).stream().map(asked -> view(asked, wanted)).toList(),
                shown.next());
    }

    /** The tallies of all commitments that a filter holds for, also of none, as rows of a table. */
    @Transactional
    Page<TallyRow> rows(TallyFilter wanted, PageRequest page) {
        List<?> filters = wanted.fingerprint();
        String after = page.cursor == null ? null : cursors.decode(page.cursor, ROWS, filters, 1).get(0);
        Cases.Times times = cases.timesOf(wanted);
        Page<Commitment> shown = Page.of(found(wanted, times, after, null, page.limit + 1), page.limit,
                last -> cursors.encode(ROWS, filters, List.of(last.slug)));
        return new Page<>(cases.of(shown.items(), wanted, times).stream().map(asked -> {
            Tally tally = Count.tally(asked.promise(), asked.reports(), asked.question());
            return TallyRow.of(asked, wanted, tally,
                    overdue(asked.commitment(), asked.times().on(), tally.remaining().toGo()));
        }).toList(), shown.next());
    }

    @Transactional
    TallyView tally(String commitment, TallyQuestion wanted) {
        return view(cases.of(commitment, wanted), wanted);
    }

    @Transactional
    Explanation explain(String commitment, TallyQuestion wanted) {
        Cases.Case asked = cases.of(commitment, wanted);
        return Explanation.of(commitment, Count.explain(asked.promise(), asked.reports(), asked.question()),
                wanted.presentation(asked.reports().size()));
    }

    /** What is said of all directions of an exchange together, beside what they add up to. */
    @Transactional
    JointView joint(String exchange, TallyQuestion wanted) {
        Cases.Times times = cases.timesOf(wanted);
        List<Commitment> all = commitments.findOf(null, exchange, null, null, times.at(), null, null, MOST_DIRECTIONS);
        cases.requireLists(wanted, all);
        List<Cases.Case> directions = cases.of(all, wanted, times);
        if (directions.isEmpty()) {
            throw ProblemException.notFound("exchange with directions", exchange);
        }
        List<Report> joint = reports.findJointForCount(exchange, times.on(),
                wanted.publishedBy == null ? null : wanted.publishedBy.end(), times.at());
        var count = JointCount.of(directions.stream().map(direction -> new JointCount.Direction(
                label(direction, directions), direction.promise(), direction.reports())).toList(), joint,
                numberedBesides(exchange, wanted, times), cases.questionOf(wanted, times));
        return JointView.of(exchange, directions.stream().map(direction -> direction.commitment().slug).toList(),
                times.on(), wanted, count);
    }

    /** Whom a direction is about, and who lets them go where another direction is about the like. */
    private String label(Cases.Case direction, List<Cases.Case> all) {
        Commitment own = direction.commitment();
        if (all.stream().filter(other -> other.commitment().category.equalsIgnoreCase(own.category)).count() == 1) {
            return own.category;
        }
        String releasing = parties.findUsableCalled(own.releasingParty, direction.times().at())
                .map(party -> party.name).orElse(own.releasingParty);
        return own.category + " (" + releasing + ")";
    }

    private List<NumberedExchange> numberedBesides(String exchange, TallyQuestion wanted, Cases.Times times) {
        return exchanges.findUsableCalled(exchange, times.at())
                .map(found -> reports.findNumberedBesides(exchange, found.parties, times.on(),
                        wanted.publishedBy == null ? null : wanted.publishedBy.end(), times.at()))
                .orElse(List.of());
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

    private static TallyView.PeriodView period(Cases.Case asked, TallyQuestion wanted, Tally tally) {
        if (wanted.from == null) {
            return null;
        }
        Figures period = Count.period(asked.promise(), asked.reports(), asked.question(), tally.released(),
                (int) wanted.from.from().toEpochDay());
        return new TallyView.PeriodView(wanted.from.from(), period.low(), period.best(), period.high(),
                wanted.sentences().text(period.reason()));
    }

    /** Low, best and high of many commitments at many dates, as a table. */
    @Transactional
    Page<EstimateView> estimates(TallyFilter wanted, SeriesView.Step step, PageRequest page) {
        requireSomething(wanted);
        List<Object> filters = List.of(wanted.fingerprint(), step);
        List<String> after = page.cursor == null ? null : cursors.decode(page.cursor, ESTIMATES, filters, 2);
        long lastDay = after == null ? Long.MIN_VALUE : CursorKeys.number(after.get(1));
        Cases.Times times = cases.timesOf(wanted);
        List<EstimateView> rows = new ArrayList<>();
        // The commitment that the last page ended in comes first: it may have more dates.
        String from = after == null ? null : after.get(0);
        for (Commitment commitment : found(wanted, times, null, from, page.limit + 1)) {
            Cases.Case asked = cases.of(List.of(commitment), wanted, times).get(0);
            int first = firstDay(asked, wanted, step);
            Series series = Count.series(asked.promise(), asked.reports(), asked.question(), first,
                    Series.Pace.valueOf(step.name()));
            for (Series.Point point : series.points()) {
                if (rows.size() <= page.limit && !(commitment.slug.equals(from) && point.day() <= lastDay)) {
                    rows.add(EstimateView.of(commitment, point, series.conflicts(), wanted,
                            wanted.sentences()));
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
            throw ProblemException.invalidParameter("b", "must differ from a");
        }
        Cases.Case first = cases.of(commitment, one);
        Cases.Case second = cases.of(commitment, other);
        Presentation shown = common.presentation(Math.max(first.reports().size(), second.reports().size()));
        var found = Comparison.of(sideOf(first), sideOf(second),
                shown.includes(Include.STEPS) ? Comparison.STEPS : Presentation.COMPARED);
        List<UUID> ids = found.reports().stream().map(step -> UUID.fromString(step.id())).toList();
        Map<String, ReleaseReport> then = new HashMap<>();
        reports.findAsOf(ids, second.times().at()).forEach(report -> then.put(report.id.toString(), report));
        return ComparisonView.of(commitment,
                ComparisonView.SideView.of(one, first.times().on(), found.a(), shown),
                ComparisonView.SideView.of(other, second.times().on(), found.b(), shown), found, then, shown);
    }

    private static Comparison.Side sideOf(Cases.Case asked) {
        return new Comparison.Side(asked.promise(), asked.reports(), asked.question());
    }

    private static void requireSomething(TallyFilter wanted) {
        if (wanted.commitment == null && wanted.agreement == null && wanted.exchange == null && wanted.party == null) {
            throw ProblemException.invalidParameter("agreement",
                    "must be given, or commitment, exchange or party");
        }
    }

    private List<Commitment> found(TallyFilter wanted, Cases.Times times, String after, String from, int rows) {
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

    private static int firstDay(Cases.Case asked, TallyQuestion wanted, SeriesView.Step step) {
        int on = (int) asked.times().on().toEpochDay();
        int first = wanted.from != null
                ? (int) wanted.from.from().toEpochDay()
                : asked.reports().stream().mapToInt(report -> report.days().first()).min().orElse(on);
        if (on - first > MAX_POINTS && step == SeriesView.Step.DAY) {
            throw ProblemException.invalidParameter("step", "must not be day for more than twenty years; use week");
        }
        return first;
    }

    @Transactional
    SeriesView series(String commitment, SeriesView.Step step, TallyQuestion wanted) {
        Cases.Case asked = cases.of(commitment, wanted);
        int first = firstDay(asked, wanted, step);
        Series series = Count.series(asked.promise(), asked.reports(), asked.question(), first,
                Series.Pace.valueOf(step.name()));
        boolean toTheEnd = wanted.on != null || step == SeriesView.Step.CHANGE;
        return SeriesView.of(commitment, wanted.policy, step, toTheEnd ? series : series.untilLastChange(),
                wanted.presentation(asked.reports().size()));
    }

    private static TallyView view(Cases.Case asked, TallyQuestion wanted) {
        Tally tally = Count.tally(asked.promise(), asked.reports(), asked.question());
        return TallyView.of(asked, wanted, tally, period(asked, wanted, tally),
                overdue(asked.commitment(), asked.times().on(), tally.remaining().toGo()));
    }
}
