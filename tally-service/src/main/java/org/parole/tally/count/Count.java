package org.parole.tally.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts: reports in, answer out. */
public final class Count {

    private static final String NO_REPORT = "No release has been reported";

    private final Question question;
    private final Docket docket;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();

    private Count(Quantity promised, Collection<Report> reports, Question question) {
        this.question = question;
        docket = new Docket(promised, reports, question);
        Map<String, List<Statement>> byScope = new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        byScope.put(null, new ArrayList<>());
        List<Statement> own = byScope.get(null);
        for (Statement statement : docket.statements) {
            (statement.scope == null ? own : byScope.computeIfAbsent(statement.scope, scope -> new ArrayList<>()))
                    .add(statement);
        }
        byScope.forEach((scope, statements) -> sheets.put(scope, new Sheet(docket, scope, statements)));
    }

    /** The tally for one commitment. */
    public static Tally tally(Quantity promised, Collection<Report> reports, Question question) {
        return new Count(promised, reports, question).tally();
    }

    /**
     * The released figures at every date from one day to the question's own, in one pass.
     *
     * @param from the first epoch day to answer at
     */
    public static Series series(Quantity promised, Collection<Report> reports, Question question, int from,
            Series.Pace pace) {
        return new Count(promised, reports, question).series(from, pace);
    }

    /**
     * What was released from a day on: the difference between the answer and that of the day before, and no less than the
     * batches of the period prove.
     *
     * @param released the answer at the question's own date
     * @param from the first epoch day of the period
     */
    public static Figures period(Quantity promised, Collection<Report> reports, Question question, Figures released,
            int from) {
        Question dayBefore = new Question(from - 1, question.publishedBy(), question.asOf(), question.policy(),
                question.scopes());
        Figures before = brief(promised, reports, dayBefore).released();
        Figures batches = brief(promised,
                reports.stream().filter(report -> report.basis() == Basis.BATCH && report.since() >= from).toList(),
                question).released();
        Long low = minus(released.low(), before.high());
        Long best = minus(released.best(), before.best());
        Long high = released.high() == null
                ? null
                : Long.valueOf(released.high() - (before.low() == null ? 0 : before.low()));
        if (low == null) {
            low = batches.low();
            low = low == null || best == null ? low : Long.valueOf(Math.min(low, best));
            low = low == null || high == null ? low : Long.valueOf(Math.min(low, high));
        }
        String reason = low != null && best != null && high != null
                ? null
                : Stream.of(before.reason() == null ? null : "before: " + before.reason(), released.reason())
                        .filter(Objects::nonNull).collect(Collectors.joining("; "));
        return new Figures(low, best, high, before.approximate() || released.approximate(), released.rule(),
                released.oneSided(), reason);
    }

    private static Long minus(Long a, Long b) {
        return a == null || b == null ? null : Long.valueOf(a - b);
    }

    /** The steps of the sum. */
    public static List<Step> explain(Quantity promised, Collection<Report> reports, Question question) {
        return new Count(promised, reports, question).explain();
    }

    /** The released figures and the lines of claims alone, for comparing many. */
    static Brief brief(Quantity promised, Collection<Report> reports, Question question) {
        Count count = new Count(promised, reports, question);
        List<ClaimantLine> claimants = new ArrayList<>();
        Figures released = null;
        for (Sheet sheet : count.includedSheets()) {
            Standing standing = count.released(sheet);
            standing.advanceTo(question.on());
            standing.lines().forEach(line -> claimants.add(count.claimant(line, sheet.scope)));
            if (adds(sheet, standing)) {
                Figures figures = standing.figures(question.policy(), count.nothing(sheet, question.on()));
                released = released == null ? figures : plus(released, figures, sheet.scope);
            }
        }
        return new Brief(released, claimants);
    }

    /** The figures of an answer and whose they are. */
    record Brief(Figures released, List<ClaimantLine> claimants) {

        Span span() {
            return new Span(released.low(), released.best(), released.high());
        }
    }

    private boolean included(String scope) {
        return scope == null || question.scopes().contains(scope);
    }

    private List<Sheet> includedSheets() {
        return sheets.values().stream().filter(sheet -> included(sheet.scope)).toList();
    }

    /** Another list adds to the sum from the first report on: before that it is no part of the answer, known or not. */
    private static boolean adds(Sheet sheet, Standing standing) {
        return sheet.scope == null || !standing.isEmpty();
    }

    private Standing released(Sheet sheet) {
        return question.policy() == Policy.VERIFIED ? sheet.standingOf(Stage.VERIFIED) : sheet.standingOfReleases();
    }

    private String nothing(Sheet sheet, int day) {
        // In the order of their first day: the first one tells whether any release was reported by then.
        return question.policy() == Policy.VERIFIED && !sheet.released().isEmpty()
                && sheet.released().get(0).first <= day
                        ? "Nothing has been verified"
                        : NO_REPORT;
    }

    private Tally tally() {
        List<ScopeFigures> scopes = new ArrayList<>();
        List<ClaimantLine> claimants = new ArrayList<>();
        List<Conflict> conflicts = new ArrayList<>();
        List<Statement> restsOn = new ArrayList<>();
        Figures released = null;
        Figures own = null;
        for (Sheet sheet : sheets.values()) {
            Standing standing = released(sheet);
            standing.advanceTo(question.on());
            Figures figures = standing.figures(question.policy(), nothing(sheet, question.on()));
            if (sheet.scope != null) {
                scopes.add(new ScopeFigures(sheet.scope, included(sheet.scope), figures));
            }
            if (!included(sheet.scope)) {
                continue;
            }
            own = sheet.scope == null ? figures : own;
            if (adds(sheet, standing)) {
                released = released == null ? figures : plus(released, figures, sheet.scope);
            }
            Standing all = standing;
            if (question.policy() == Policy.VERIFIED) {
                all = sheet.standingOfReleases();
                all.advanceTo(question.on());
            }
            all.lines().forEach(line -> claimants.add(claimant(line, sheet.scope)));
            conflicts.addAll(Conflicts.of(sheet, question.on(), all));
            restsOn.addAll(restsOn(standing, figures));
        }
        List<Wording> wordings = wordings();
        List<String> ids = new ArrayList<>(Statement.ids(restsOn));
        wordings.forEach(wording -> ids.addAll(wording.reports()));
        return new Tally(question, docket.promised, wordings, stages(), released, remaining(own), share(own), claimants,
                conflicts, scopes, Statement.distinct(ids));
    }

    private static List<Statement> restsOn(Standing standing, Figures figures) {
        List<Statement> restsOn = new ArrayList<>();
        List<LineState> voices = standing.voices();
        voices.forEach(voice -> restsOn.addAll(voice.restsOn()));
        Standing.Floor floor = standing.floor();
        if (voices.isEmpty() || Objects.equals(figures.high(), floor.least())) {
            restsOn.addAll(floor.restsOn());
        }
        return restsOn;
    }

    private static Figures plus(Figures a, Figures b, String scope) {
        String reason = b.reason() == null
                ? a.reason()
                : (a.reason() == null ? "" : a.reason() + "; ") + scope + ": " + b.reason();
        return new Figures(plus(a.low(), b.low()), plus(a.best(), b.best()), plus(a.high(), b.high()),
                a.approximate() || b.approximate(), a.rule() + "; with " + scope, a.oneSided() || b.oneSided(),
                reason);
    }

    private static Long plus(Long a, Long b) {
        return a == null || b == null ? null : Long.valueOf(a + b);
    }

    private List<StageFigures> stages() {
        List<StageFigures> stages = new ArrayList<>();
        Policy policy = question.policy() == Policy.VERIFIED ? Policy.CONSENSUS : question.policy();
        for (Stage stage : Stage.values()) {
            Figures sum = null;
            boolean any = false;
            for (Sheet sheet : includedSheets()) {
                any |= !sheet.of(stage).isEmpty();
                Standing standing = sheet.standingOf(stage);
                standing.advanceTo(question.on());
                if (adds(sheet, standing)) {
                    Figures figures = standing.figures(policy, "No report of this stage");
                    sum = sum == null ? figures : plus(sum, figures, sheet.scope);
                }
            }
            if (any || stage.isIntent() || stage.isRelease()) {
                stages.add(new StageFigures(stage, sum));
            }
        }
        return stages;
    }

    private List<Wording> wordings() {
        Map<Quantity, List<Statement>> groups = new LinkedHashMap<>();
        for (Statement statement : docket.statements) {
            if (statement.basis == Basis.TOTAL && included(statement.scope)) {
                groups.computeIfAbsent(statement.quantity.number(), number -> new ArrayList<>()).add(statement);
            }
        }
        List<Wording> wordings = new ArrayList<>();
        for (List<Statement> group : groups.values()) {
            TreeSet<String> claimants = new TreeSet<>();
            TreeSet<String> words = new TreeSet<>();
            group.forEach(statement -> claimants.add(statement.line.label()));
            group.forEach(statement -> statement.reports.forEach(report -> {
                if (report.quantity().wording() != null) {
                    words.add(report.quantity().wording());
                }
            }));
            Quantity quantity = group.get(0).quantity;
            wordings.add(new Wording(new Quantity(quantity.comparator(), quantity.min(), quantity.max(),
                    words.isEmpty() ? null : words.first()), List.copyOf(claimants), Statement.ids(group)));
        }
        wordings.sort(Comparator.comparing((Wording wording) -> wording.quantity().comparator())
                .thenComparing(wording -> wording.quantity().low()).thenComparing(wording -> wording.quantity().high())
                .thenComparing(wording -> wording.reports().get(0)));
        return wordings;
    }

    private Span remaining(Figures released) {
        Quantity promised = docket.promised;
        Long low = promised.min() == null || released.high() == null
                ? null
                : Long.valueOf(promised.min() - released.high());
        Long high = promised.max() == null || released.low() == null
                ? null
                : Long.valueOf(promised.max() - released.low());
        Long best = !oneNumber(promised) || released.best() == null
                ? null
                : Long.valueOf(promised.min() - released.best());
        return new Span(low, best, high);
    }

    private Tally.Share share(Figures released) {
        Quantity promised = docket.promised;
        return new Tally.Share(part(released.low(), promised.max()),
                oneNumber(promised) ? part(released.best(), promised.min()) : null,
                part(released.high(), promised.min()));
    }

    private static boolean oneNumber(Quantity promised) {
        return promised.min() != null && promised.min().equals(promised.max());
    }

    /** Four decimals: a share is read, not calculated with. */
    private static Double part(Long number, Integer whole) {
        return number == null || whole == null || whole == 0 ? null : Math.round(10_000.0 * number / whole) / 10_000.0;
    }

    private ClaimantLine claimant(LineState state, String scope) {
        Line line = state.line;
        List<Statement> restsOn = state.restsOn();
        TreeSet<String> outlets = new TreeSet<>();
        Set<String> roots = new TreeSet<>();
        for (Statement statement : restsOn) {
            for (Report report : statement.reports) {
                if (report.outlet() != null) {
                    outlets.add(report.outlet());
                }
                String root = report.root() != null ? report.root() : report.outlet();
                if (root != null) {
                    roots.add(docket.plain(root));
                }
            }
        }
        Span total = Span.UNKNOWN;
        Long floor = null;
        String reason;
        if (state.hasTotal()) {
            Span span = Span.of(state.low(), state.high());
            total = new Span(span.low(), state.vote() < 0 ? null : Long.valueOf(state.vote()), span.high());
            reason = state.overtakenBy() == null ? null : "Overtaken by " + state.overtakenBy();
        } else {
            floor = state.batches.low();
            reason = "It only ever gave batches: it has not said that there were no others";
        }
        return new ClaimantLine(line.label(), line.names(), line.side, line.organ, total, floor,
                state.approximate(), state.hasTotal() ? state.voting().basis : Basis.BATCH,
                Words.localDate(state.spoken()), scope, state.hasTotal() && state.inForce,
                state.hasTotal() && state.disputed(), reason,
                List.copyOf(outlets), roots.size(), Statement.ids(restsOn));
    }

    private Series series(int from, Series.Pace pace) {
        List<Sheet> included = includedSheets();
        List<Standing> standings = included.stream().map(this::released).toList();
        List<Series.Point> points = new ArrayList<>();
        Figures last = null;
        String nothing = null;
        for (int day : days(included, from, pace)) {
            boolean changed = last == null || !nothing(included.get(0), day).equals(nothing);
            nothing = nothing(included.get(0), day);
            for (Standing standing : standings) {
                changed |= standing.advanceTo(day);
            }
            if (changed) {
                last = null;
                for (int i = 0; i < standings.size(); i++) {
                    if (adds(included.get(i), standings.get(i))) {
                        Figures figures = standings.get(i).figures(question.policy(), nothing(included.get(i), day));
                        last = last == null ? figures : plus(last, figures, included.get(i).scope);
                    }
                }
            }
            points.add(new Series.Point(day, last));
        }
        List<Conflict> conflicts = new ArrayList<>();
        for (Sheet sheet : included) {
            Standing all = sheet.standingOfReleases();
            all.advanceTo(question.on());
            conflicts.addAll(Conflicts.of(sheet, question.on(), all));
        }
        return new Series(points, conflicts);
    }

    private int[] days(List<Sheet> included, int from, Series.Pace pace) {
        int to = question.on();
        return switch (pace) {
            case DAY -> from > to ? new int[0] : IntStream.rangeClosed(from, to).toArray();
            case WEEK -> from > to ? new int[0] : IntStream.iterate(from, day -> day <= to, day -> day + 7).toArray();
            case MONTH -> {
                LocalDate start = LocalDate.ofEpochDay(from);
                yield IntStream.iterate(0, month -> start.plusMonths(month).toEpochDay() <= to, month -> month + 1)
                        .map(month -> (int) start.plusMonths(month).toEpochDay()).toArray();
            }
            case CHANGE -> {
                int[] days = included.stream().flatMap(sheet -> sheet.released().stream())
                        .flatMapToInt(s -> IntStream.of(s.first, s.deniedFrom, s.withdrawnFrom))
                        .filter(day -> day >= from && day <= to).distinct().toArray();
                Arrays.sort(days);
                yield days;
            }
        };
    }

    private List<Step> explain() {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("count", Words.number(docket.counted) + " of " + Words.number(docket.offered)
                + " reports count: recorded and not retracted, published and dated within the question. They make "
                + Words.number(docket.statements.size()) + " statements: what one line says again is one statement.",
                List.of()));
        for (Sheet sheet : includedSheets()) {
            Standing standing = released(sheet);
            standing.advanceTo(question.on());
            String list = sheet.scope == null ? "" : sheet.scope + ": ";
            for (LineState line : standing.lines()) {
                steps.add(new Step("line", list + lineInWords(line), Statement.ids(line.restsOn())));
            }
            Set<Releases.Release> counting = new HashSet<>(standing.releases().chosen());
            for (Releases.Release release : standing.releases().sorted()) {
                boolean chosen = counting.contains(release);
                steps.add(new Step("release", list + Words.dates(release.since(), release.last()) + ": "
                        + Words.range(release.low(), release.high())
                        + (chosen ? "." : ", within a release that counts."),
                        Statement.ids(release.statements)));
            }
            Standing.Floor floor = standing.floor();
            steps.add(new Step("floor", list + "The batches prove at least " + Words.number(floor.least())
                    + (floor.base() == null ? "." : ", on top of the newest total, which has been overtaken."),
                    Statement.ids(floor.restsOn())));
            List<LineState> voices = standing.voices();
            List<Statement> inForce = new ArrayList<>();
            voices.forEach(voice -> inForce.addAll(voice.restsOn()));
            steps.add(new Step("in force", list + (voices.isEmpty()
                    ? "No running total is in force."
                    : "Independent running totals in force: " + Words.list(voices.stream()
                            .map(voice -> voice.line.label() + " " + voice.totalWords()
                                    + (voice.vote() < 0 ? "" : " (votes " + Words.number(voice.vote()) + ")"))
                            .toList()) + "."),
                    Statement.ids(inForce)));
            Figures figures = standing.figures(question.policy(), nothing(sheet, question.on()));
            steps.add(new Step("answer", list + "low " + figures.low() + ", best " + figures.best() + ", high "
                    + figures.high() + "; " + figures.rule()
                    + (figures.reason() == null ? "." : ". " + figures.reason() + "."), List.of()));
        }
        return steps;
    }

    private static String lineInWords(LineState line) {
        if (!line.hasTotal()) {
            return line.line.label() + " gave batches only: at least " + Words.number(line.batches.low()) + ".";
        }
        List<String> figures = line.totals.stream().sorted(Comparator
                .comparingLong((Statement total) -> total.low).thenComparing(Statement::words))
                .map(Statement::words).distinct().toList();
        Statement total = line.totals.get(0);
        return line.line.label() + " gives " + Words.list(figures) + " for " + Words.dates(total.first, total.last)
                + (line.batches.isEmpty()
                        ? ""
                        : " and batches of " + Words.range(line.batches.low(), line.batches.high())
                                + " since, " + line.totalWords() + " in all")
                + (line.overtakenBy() == null ? "; in force." : "; overtaken by " + line.overtakenBy() + ".");
    }
}
