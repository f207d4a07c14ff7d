package org.parole.tally.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts: reports in, answer out. The rules stand in docs/tallies.md. */
public final class Count {

    private Count() {
    }

    /** The tally for one commitment. */
    public static Tally tally(Promise promise, Collection<Report> reports, Question question) {
        Counted counted = new Counted(promise, reports, question);
        int on = question.on();
        List<ScopeFigures> scopes = new ArrayList<>();
        List<ClaimantLine> claimants = new ArrayList<>();
        List<Conflict> conflicts = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        List<OpenPlan> plans = new ArrayList<>();
        List<Statement> restsOn = new ArrayList<>();
        Figures own = null;
        for (ScopeCount scope : counted.scopes()) {
            Answer answer = counted.answer(scope, on);
            Figures figures = counted.figures(scope, answer);
            if (scope.scope == null) {
                own = figures;
            } else {
                scopes.add(new ScopeFigures(scope.scope, counted.includes(scope.scope), figures));
            }
            if (counted.includes(scope.scope)) {
                Answer all = question.policy() == Policy.VERIFIED ? scope.released().at(on, question.carry()) : answer;
                claimants.addAll(ClaimantLines.of(all, scope.scope, counted.single(scope, all)));
                Findings findings = counted.findings(scope);
                conflicts.addAll(findings.conflicts());
                gaps.addAll(findings.gaps);
                plans.addAll(findings.plans);
                restsOn.addAll(answer.restsOn());
            }
        }
        for (ScopeCount scope : counted.combinedAndIncluded()) {
            Answer together = scope.released().at(on, question.carry());
            claimants.addAll(ClaimantLines.of(together, scope.scope, Optional.empty()));
            restsOn.addAll(together.restsOn());
        }
        counted.combined().forEach((lists, scope) -> scopes.add(new ScopeFigures(scope.scope, false,
                counted.figures(scope, counted.answer(scope, on)))));
        CombinedLists.find(counted, conflicts);
        conflicts.addAll(counted.findingsOfOtherKind());
        List<Wording> wordings = wordings(counted);
        TreeSet<String> ids = new TreeSet<>(Statement.ids(restsOn));
        wordings.forEach(wording -> ids.addAll(wording.reports()));
        Figures released = counted.released(on);
        return new Tally(question, promise.quantity(), wordings, stages(counted), released,
                breakdown(released, claimants), rearrested(counted), otherKind(counted),
                Remaining.of(promise.quantity(), own, question.filtered()), claimants, conflicts, gaps, plans, scopes,
                List.copyOf(ids));
    }

    /** The parts that claimants give of a whole on which all agree. */
    private static Breakdown breakdown(Figures released, List<ClaimantLine> claimants) {
        if (released.low() == null || !released.low().equals(released.high()) || released.open()) {
            return null;
        }
        List<Breakdown> all = claimants.stream()
                .filter(line -> line.breakdown() != null && released.low().equals(
                        line.total().high() == null ? line.floor() : line.total().high()))
                .map(ClaimantLine::breakdown).toList();
        if (all.size() < 2) {
            return all.isEmpty() ? null : all.get(0);
        }
        return new Breakdown(all.stream().flatMap(breakdown -> breakdown.parts().stream()).toList(), null, null);
    }

    private static Figures rearrested(Counted counted) {
        List<Statement> taken = counted.included().stream().flatMap(scope -> scope.released().statements().stream())
                .filter(statement -> statement.basis == Basis.REARRESTED && statement.range != null).toList();
        if (taken.isEmpty()) {
            return null;
        }
        Batches.Sum sum = new Batches(new Releases(taken).at(counted.question.on()), List.of(), List.of(), true).all();
        if (sum.isEmpty()) {
            // All of it has been denied since, or is of a later day.
            return null;
        }
        Range range = sum.range();
        return new Figures(range.low(), null, range.high(), true, range.approximate(), Sentence.of("rule.rearrested"),
                false,
                null, new Bounds(Bound.of(sum.statements(), false, false), Bound.of(sum.statements(), true, true)),
                Sentence.of("reason.batches"));
    }

    private static Figures otherKind(Counted counted) {
        Answer answer = counted.answer(counted.otherKind(), counted.question.on());
        return answer.isEmpty()
                ? null
                : FiguresOf.of(answer, counted.question.policy(), Promise.NONE, Sentence.of("reason.none"));
    }

    private static List<StageFigures> stages(Counted counted) {
        List<StageFigures> stages = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            boolean any = counted.included().stream().anyMatch(scope -> !scope.of(stage).isEmpty());
            if (any || stage.isIntent() || stage.isRelease()) {
                stages.add(new StageFigures(stage, counted.stage(stage)));
            }
        }
        return stages;
    }

    private static List<Wording> wordings(Counted counted) {
        Map<Quantity, List<Statement>> groups = new LinkedHashMap<>();
        for (Statement statement : counted.statements.all) {
            boolean own = statement.scopes.isEmpty() || statement.scopes.contains(Report.OWN);
            if (statement.basis == Basis.TOTAL
                    && (own || counted.question.scopes().containsAll(statement.scopes))) {
                groups.computeIfAbsent(statement.quantity.number(), number -> new ArrayList<>()).add(statement);
            }
        }
        List<Wording> wordings = new ArrayList<>();
        groups.forEach((number, group) -> {
            TreeSet<String> claimants = new TreeSet<>();
            group.forEach(statement -> claimants.add(statement.claimant.label()));
            String words = group.stream().flatMap(statement -> statement.reports.stream())
                    .map(report -> report.quantity().wording()).filter(Objects::nonNull)
                    .min(Comparator.naturalOrder()).orElse(null);
            wordings.add(new Wording(new Quantity(number.comparator(), number.min(), number.max(), words),
                    List.copyOf(claimants), Statement.ids(group)));
        });
        wordings.sort(Comparator.comparing((Wording wording) -> wording.quantity().comparator())
                .thenComparing(wording -> wording.reports().get(0)));
        return wordings;
    }

    /**
     * The released figures at every date from one day to the question's own.
     *
     * @param from the first epoch day to answer at
     */
    public static Series series(Promise promise, Collection<Report> reports, Question question, int from,
            Series.Pace pace) {
        Counted counted = new Counted(promise, reports, question);
        List<Series.Point> points = new ArrayList<>();
        int[] changes = changes(counted);
        Set<Integer> spoken = counted.statements.all.stream().map(statement -> statement.days.first())
                .collect(Collectors.toSet());
        Figures last = null;
        int known = Integer.MIN_VALUE;
        for (int day : days(changes, from, question.on(), pace)) {
            int change = Arrays.binarySearch(changes, day);
            change = change < 0 ? -change - 2 : change;
            if (last == null || change != known) {
                last = counted.released(day);
                known = change;
            }
            Series.Point before = points.isEmpty() ? null : points.get(points.size() - 1);
            // A total that is carried no longer may leave everything as it was.
            if (pace != Series.Pace.CHANGE || before == null || !before.released().equals(last)
                    || spoken.contains(day)) {
                points.add(new Series.Point(day, last));
            }
        }
        List<Conflict> conflicts = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        for (ScopeCount scope : counted.included()) {
            Findings findings = counted.findings(scope);
            conflicts.addAll(findings.conflicts());
            gaps.addAll(findings.gaps);
        }
        CombinedLists.find(counted, conflicts);
        conflicts.addAll(counted.findingsOfOtherKind());
        return new Series(points, conflicts, gaps);
    }

    /** The days at which something can change: somebody speaks, something is denied, or a total is too old to be carried. */
    private static int[] changes(Counted counted) {
        int carry = counted.question.carry();
        return Stream.concat(counted.included().stream(), counted.combined().values().stream())
                .flatMap(scope -> scope.released().statements().stream())
                .flatMapToInt(statement -> IntStream.of(statement.days.first(), statement.doubtedFrom,
                        statement.removedFrom, statement.withdrawnFrom,
                        carry > 0 && statement.isTotal() && statement.claimant.side.isParty()
                                ? statement.days.last() + carry + 1
                                : statement.days.first()))
                .filter(day -> day <= counted.question.on()).distinct().sorted().toArray();
    }

    private static int[] days(int[] changes, int from, int to, Series.Pace pace) {
        return switch (pace) {
            case DAY -> IntStream.rangeClosed(from, to).toArray();
            case WEEK -> IntStream.iterate(from, day -> day <= to, day -> day + 7).toArray();
            case MONTH -> {
                LocalDate start = LocalDate.ofEpochDay(from);
                yield IntStream.iterate(0, month -> start.plusMonths(month).toEpochDay() <= to, month -> month + 1)
                        .map(month -> (int) start.plusMonths(month).toEpochDay()).toArray();
            }
            case CHANGE -> Arrays.stream(changes).filter(day -> day >= from).toArray();
        };
    }

    /**
     * What was released from a day on: the difference between the answer and that of the day before, and no less than the
     * batches of the period prove.
     *
     * @param released the answer at the question's own date
     * @param from the first epoch day of the period
     */
    public static Figures period(Promise promise, Collection<Report> reports, Question question, Figures released,
            int from) {
        Figures before = released(promise, reports, question.at(from - 1));
        Figures batches = released(promise,
                reports.stream().filter(report -> report.basis() == Basis.BATCH && report.days().since() >= from)
                        .toList(),
                question);
        Long best = minus(released.best(), before.best());
        Long high = released.high() == null
                ? null
                : Long.valueOf(released.high() - (before.low() == null ? 0 : before.low()));
        Long low = minus(released.low(), before.high());
        if (low == null) {
            low = lower(lower(batches.low(), best), high);
        }
        return new Figures(low, lower(best, high), high, before.open() || released.open(),
                before.approximate() || released.approximate(), released.rule(), released.oneSided(), null, Bounds.NONE,
                low != null && best != null && high != null ? null : why(before, released));
    }

    private static Sentence why(Figures before, Figures released) {
        Sentence then = before.reason() == null ? null : Sentence.of("reason.before", "reason", before.reason());
        if (then == null || released.reason() == null) {
            return then == null ? released.reason() : then;
        }
        return Sentence.of("both", "one", then, "other", released.reason());
    }

    private static Long minus(Long a, Long b) {
        return a == null || b == null ? null : Long.valueOf(a - b);
    }

    private static Long lower(Long a, Long b) {
        return a == null || b == null ? a : Long.valueOf(Math.min(a, b));
    }

    private static Figures released(Promise promise, Collection<Report> reports, Question question) {
        return new Counted(promise, reports, question).released(question.on());
    }

    /** The released figures and the claimants alone, for comparing many. */
    static Brief brief(Promise promise, Collection<Report> reports, Question question) {
        Counted counted = new Counted(promise, reports, question);
        List<ClaimantLine> claimants = new ArrayList<>();
        for (ScopeCount scope : counted.included()) {
            Answer answer = counted.answer(scope, question.on());
            claimants.addAll(ClaimantLines.of(answer, scope.scope, counted.single(scope, answer)));
        }
        return new Brief(counted.released(question.on()), claimants);
    }

    /** The figures of an answer and whose they are. */
    record Brief(Figures released, List<ClaimantLine> claimants) {

        Span span() {
            return new Span(released.low(), released.best(), released.high());
        }
    }

    /** The steps of the sum. */
    public static List<Step> explain(Promise promise, Collection<Report> reports, Question question) {
        return Explanation.of(new Counted(promise, reports, question));
    }
}
