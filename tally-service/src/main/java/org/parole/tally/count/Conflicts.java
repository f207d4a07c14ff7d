package org.parole.tally.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where the statements of one list disagree. */
final class Conflicts {

    private static final int RELEASES = Stage.REPORTED.ordinal();
    /** How many categories, and how many parts of a whole, for one date are compared with all others. */
    private static final int COMPARED = 200;
    static final Comparator<Statement> IN_TEXT = Comparator.comparing((Statement s) -> s.line.key)
            .thenComparingLong(s -> s.low).thenComparingLong(s -> s.high).thenComparing(Statement::id);

    private final Sheet sheet;
    private final int on;
    private final Standing standing;
    private final List<Conflict> found = new ArrayList<>();
    private final Map<Long, Between> between = new HashMap<>();

    private Conflicts(Sheet sheet, int on, Standing standing) {
        this.sheet = sheet;
        this.on = on;
        this.standing = standing;
    }

    /** All that is found at a day, the oldest first. */
    static List<Conflict> of(Sheet sheet, int on, Standing releases) {
        Conflicts conflicts = new Conflicts(sheet, on, releases);
        conflicts.differences();
        conflicts.overTime();
        conflicts.plans();
        conflicts.denials();
        conflicts.found.sort(Comparator.comparing(Conflict::since).thenComparing(Conflict::type)
                .thenComparing(Conflict::text).thenComparing(conflict -> conflict.reports().toString()));
        return conflicts.found;
    }

    private void add(ConflictType type, int since, List<Figure> figures, String text, List<Statement> statements) {
        add(type, since, figures, text, statements, List.of(), 0);
    }

    /**
     * @param others the ids of reports besides, which are listed as far as there is room
     * @param othersInAll how many of those there are
     */
    private void add(ConflictType type, int since, List<Figure> figures, String text, List<Statement> statements,
            List<String> others, int othersInAll) {
        List<String> ids = new ArrayList<>();
        int inAll = othersInAll;
        for (Statement statement : statements) {
            inAll += statement.reports.size();
            addIds(List.of(statement), ids);
        }
        ids.addAll(others.subList(0, Math.min(others.size(), Math.max(0, Conflict.LISTED - ids.size()))));
        found.add(new Conflict(type, sheet.scope, LocalDate.ofEpochDay(since),
                figures.size() > Conflict.LISTED ? List.copyOf(figures.subList(0, Conflict.LISTED)) : figures, text,
                Statement.distinct(ids), inAll));
    }

    /** Adds the ids of statements as far as there is room, the least first. */
    private static void addIds(List<Statement> statements, List<String> ids) {
        if (ids.size() < Conflict.LISTED && statements.size() == 1 && statements.get(0).reports.size() == 1) {
            ids.add(statements.get(0).reports.get(0).id());
        } else if (ids.size() < Conflict.LISTED) {
            List<String> its = Statement.ids(statements);
            ids.addAll(its.subList(0, Math.min(its.size(), Conflict.LISTED - ids.size())));
        }
    }

    // Different figures for the same date.

    /** What can be compared: the same kind of statement about the same days. */
    private record Date(int family, boolean batch, int start, int last) {
    }

    private void differences() {
        Map<Date, List<Statement>> dates = new LinkedHashMap<>();
        for (Statement statement : sheet.statements) {
            if (statement.basis == Basis.TOTAL || !statement.stage.isRelease() && !statement.stage.isIntent()
                    || !statement.hasFigure() || statement.withdrawnFrom <= on
                    || statement.basis == Basis.BATCH && statement.deniedFrom <= on) {
                continue;
            }
            int family = statement.stage.isRelease() ? RELEASES : statement.stage.ordinal();
            dates.computeIfAbsent(new Date(family, statement.basis == Basis.BATCH, statement.start(), statement.last),
                    date -> new ArrayList<>(2)).add(statement);
        }
        for (Map.Entry<Date, List<Statement>> entry : dates.entrySet()) {
            List<Statement> statements = entry.getValue();
            if (statements.size() > 1) {
                statements.sort(IN_TEXT);
                ofOneLine(entry.getKey(), statements);
                List<Statement> whole = categories(entry.getKey(), statements);
                // Two lines that each tell of a part do not contradict each other.
                whole.removeIf(grouped(statements, true));
                if (contradict(whole)) {
                    add(ConflictType.CONTRADICTION, entry.getKey().last, figures(whole),
                            difference(entry.getKey(), "claimants differ", whole), whole);
                }
            }
        }
    }

    private void ofOneLine(Date date, List<Statement> statements) {
        for (int from = 0; from < statements.size();) {
            int to = from + 1;
            while (to < statements.size() && statements.get(to).line == statements.get(from).line) {
                to++;
            }
            if (to - from > 1) {
                ofTheLine(date, statements.subList(from, to));
            }
            from = to;
        }
    }

    private void ofTheLine(Date date, List<Statement> statements) {
        Predicate<Statement> grouped = grouped(statements, false);
        List<Statement> own = new ArrayList<>(statements.size());
        for (Statement statement : statements) {
            // What an editor has put into one release, and parts of a whole, are no contradiction.
            if (!grouped.test(statement) && statement.outOf == null || statement.basis == Basis.REMAINING) {
                own.add(statement);
            }
        }
        if (inCommonCategories(own).stream().anyMatch(Ends::spread)) {
            add(ConflictType.SELF_CONTRADICTION, date.last, figures(own),
                    Words.on(date.start, date.last) + " " + own.get(0).line.label() + " gives "
                            + Words.list(words(own), Conflict.SPOKEN) + what(date, own.get(0).stage) + ".",
                    own);
        }
    }

    /** Whether an editor has put a statement into one release, or one telling of it, with another of these. */
    private static Predicate<Statement> grouped(List<Statement> statements, boolean inOneTelling) {
        Map<List<String>, Integer> together = new HashMap<>();
        Function<Statement, List<String>> key = statement -> Arrays.asList(statement.release,
                inOneTelling ? statement.telling : null);
        for (Statement statement : statements) {
            if (statement.release != null) {
                together.merge(key.apply(statement), 1, Integer::sum);
            }
        }
        return together.isEmpty()
                ? statement -> false
                : statement -> statement.release != null && together.get(key.apply(statement)) > 1;
    }

    /** Sets aside parts of another's whole and what is counted in different categories, and finds those conflicts. */
    private List<Statement> categories(Date date, List<Statement> statements) {
        List<Statement> whole = new ArrayList<>(statements.size());
        Set<Statement> other = new LinkedHashSet<>();
        int parts = 0;
        for (Statement part : statements) {
            boolean isPart = false;
            if (part.outOf != null && part.basis != Basis.REMAINING && parts++ < COMPARED) {
                for (Statement its : statements) {
                    if (its.line != part.line && its.outOf == null && its.comparedLow() <= part.outOf
                            && part.outOf <= its.comparedHigh()) {
                        isPart = true;
                        other.add(its);
                        other.add(part);
                    }
                }
            }
            if (!isPart) {
                whole.add(part);
            }
        }
        List<Statement> named = whole.stream().filter(statement -> statement.category != null).limit(COMPARED)
                .toList();
        for (Statement one : named) {
            for (Statement another : named) {
                if (one.line != another.line && !sameCategory(one, another) && !one.agreesWith(another)) {
                    other.add(one);
                    other.add(another);
                }
            }
        }
        if (!other.isEmpty()) {
            List<Statement> all = new ArrayList<>(other);
            all.sort(IN_TEXT);
            add(ConflictType.CATEGORY, date.last, figures(all), difference(date, "categories differ", all), all);
        }
        return whole;
    }

    private boolean sameCategory(Statement one, Statement another) {
        return one.category == null || another.category == null
                || sheet.docket.plain(one.category).equals(sheet.docket.plain(another.category));
    }

    /** The ends of the figures of each category, with those that name none. */
    private List<Ends> inCommonCategories(List<Statement> statements) {
        Map<String, Ends> byCategory = new TreeMap<>();
        Ends unnamed = new Ends();
        for (Statement statement : statements) {
            if (statement.category == null) {
                unnamed.add(statement);
            }
        }
        for (Statement statement : statements) {
            if (statement.category != null) {
                byCategory.computeIfAbsent(sheet.docket.plain(statement.category), category -> new Ends(unnamed))
                        .add(statement);
            }
        }
        return byCategory.isEmpty() ? List.of(unnamed) : List.copyOf(byCategory.values());
    }

    private boolean contradict(List<Statement> statements) {
        return inCommonCategories(statements).stream().anyMatch(Ends::apart);
    }

    /** The figures that reach least high and least low, each with the next of another line. */
    private static final class Ends {
        private Statement leastHigh;
        private Statement nextHigh;
        private Statement mostLow;
        private Statement nextLow;

        Ends() {
        }

        Ends(Ends others) {
            leastHigh = others.leastHigh;
            nextHigh = others.nextHigh;
            mostLow = others.mostLow;
            nextLow = others.nextLow;
        }

        void add(Statement statement) {
            if (leastHigh == null || statement.comparedHigh() < leastHigh.comparedHigh()) {
                nextHigh = leastHigh != null && leastHigh.line != statement.line ? leastHigh : nextHigh;
                leastHigh = statement;
            } else if (statement.line != leastHigh.line
                    && (nextHigh == null || statement.comparedHigh() < nextHigh.comparedHigh())) {
                nextHigh = statement;
            }
            if (mostLow == null || statement.comparedLow() > mostLow.comparedLow()) {
                nextLow = mostLow != null && mostLow.line != statement.line ? mostLow : nextLow;
                mostLow = statement;
            } else if (statement.line != mostLow.line
                    && (nextLow == null || statement.comparedLow() > nextLow.comparedLow())) {
                nextLow = statement;
            }
        }

        /** Whether any two statements have no number in common. */
        boolean spread() {
            return above(mostLow, leastHigh);
        }

        /** Whether any two statements of different lines have no number in common. */
        boolean apart() {
            if (mostLow == null) {
                return false;
            }
            return mostLow.line != leastHigh.line
                    ? above(mostLow, leastHigh)
                    : above(mostLow, nextHigh) || above(nextLow, leastHigh);
        }

        private static boolean above(Statement one, Statement another) {
            return one != null && another != null && one.comparedLow() > another.comparedHigh();
        }
    }

    private static String what(Date date, Stage stage) {
        String deed = stage.isRelease() ? "released" : stage.name().toLowerCase(Locale.ROOT);
        return date.batch ? " " + deed + " this time" : " " + deed + " in all";
    }

    private static String difference(Date date, String how, List<Statement> statements) {
        Map<String, List<String>> byLine = new LinkedHashMap<>();
        for (Statement statement : statements) {
            String category = statement.category == null ? "" : " " + statement.category;
            byLine.computeIfAbsent(statement.line.label(), label -> new ArrayList<>())
                    .add(statement.words() + category);
        }
        List<String> each = new ArrayList<>();
        for (Map.Entry<String, List<String>> line : byLine.entrySet()) {
            if (each.size() == Conflict.SPOKEN) {
                each.add(Words.number(byLine.size() - Conflict.SPOKEN) + " more say otherwise");
                break;
            }
            each.add(line.getKey() + " says " + Words.list(line.getValue(), Conflict.SPOKEN));
        }
        return Words.on(date.start, date.last) + " the " + how + ": " + String.join("; ", each)
                + what(date, statements.get(0).stage) + ".";
    }

    private static List<String> words(List<Statement> statements) {
        return statements.stream().map(Statement::words).distinct().toList();
    }

    private static List<Figure> figures(List<Statement> statements) {
        return statements.stream().map(s -> Figure.of(s.line.label(), s.low, s.high)).distinct()
                .limit(Conflict.LISTED).toList();
    }

    // One line's totals over time.

    private void overTime() {
        Map<Line, List<Statement>> totals = new HashMap<>();
        for (Statement statement : sheet.released()) {
            if (statement.basis != Basis.BATCH && statement.hasFigure() && statement.withdrawnFrom > on) {
                totals.computeIfAbsent(statement.line, line -> new ArrayList<>()).add(statement);
            }
        }
        for (List<Statement> own : totals.values()) {
            Comparator<Statement> byDate = LineState::compareDates;
            own.sort(byDate.thenComparing(IN_TEXT));
            List<Statement> before = List.of();
            for (int from = 0; from < own.size();) {
                int to = from + 1;
                while (to < own.size() && LineState.compareDates(own.get(from), own.get(to)) == 0) {
                    to++;
                }
                List<Statement> now = own.subList(from, to);
                if (!before.isEmpty()) {
                    decrease(before, now);
                }
                batches(before, now);
                before = now;
                from = to;
            }
        }
    }

    private static long low(List<Statement> statements) {
        long low = Long.MAX_VALUE;
        for (Statement statement : statements) {
            low = Math.min(low, statement.low);
        }
        return low;
    }

    private static long high(List<Statement> statements) {
        long high = 0;
        for (Statement statement : statements) {
            high = Math.max(high, statement.high);
        }
        return high;
    }

    private void decrease(List<Statement> before, List<Statement> now) {
        if (high(now) >= low(before)) {
            return;
        }
        List<Statement> both = new ArrayList<>(before);
        both.addAll(now);
        Statement newest = now.get(0);
        add(ConflictType.DECREASE, newest.last, figures(both),
                newest.line.label() + "'s running total falls from " + Words.range(low(before), high(before)) + " ("
                        + Words.dates(before.get(0).first, before.get(0).last) + ") to "
                        + Words.range(low(now), high(now)) + " (" + Words.dates(newest.first, newest.last) + ").",
                both);
    }

    private void batches(List<Statement> before, List<Statement> now) {
        boolean fromNothing = before.isEmpty();
        int after = fromNothing ? Integer.MIN_VALUE : before.get(0).last;
        Between batches = between.computeIfAbsent((long) after << 32 | now.get(0).last & 0xFFFFFFFFL,
                days -> new Between(standing.releases(), after, now.get(0).last));
        if (batches.within.isEmpty()) {
            return;
        }
        long least = batches.least;
        long most = batches.most;
        long from = fromNothing ? 0 : low(before);
        long fromHigh = fromNothing ? 0 : high(before);
        long riseLow = low(now) < 0 || fromHigh == Quantity.OPEN ? 0 : Math.max(0, low(now) - fromHigh);
        long riseHigh = high(now) == Quantity.OPEN ? Quantity.OPEN : high(now) - Math.max(0, from);
        if (riseHigh < 0) {
            // A fall is a finding of its own.
            return;
        }
        // Batches that nobody reported before the first total are no contradiction of it.
        boolean tooFew = !fromNothing && most < riseLow;
        boolean tooMany = least > riseHigh;
        if (!tooFew && !tooMany) {
            return;
        }
        long gapLow = tooFew ? riseLow - most : least - riseHigh;
        long gapHigh = tooFew
                ? (riseHigh == Quantity.OPEN ? Quantity.OPEN : riseHigh - least)
                : most == Quantity.OPEN ? Quantity.OPEN : most - riseLow;
        Statement newest = now.get(0);
        List<Figure> figures = new ArrayList<>();
        if (!fromNothing) {
            figures.add(Figure.of("from", from, fromHigh));
        }
        figures.add(Figure.of("to", low(now), high(now)));
        figures.add(Figure.of("batches", least, most));
        figures.add(Figure.of("gap", gapLow, gapHigh));
        List<Statement> reports = new ArrayList<>(before);
        reports.addAll(now);
        String rise = fromNothing
                ? newest.line.label() + " counts " + Words.range(low(now), high(now)) + " by "
                : newest.line.label() + "'s running total rises from " + Words.range(from, fromHigh) + " ("
                        + Words.dates(before.get(0).first, before.get(0).last) + ") to "
                        + Words.range(low(now), high(now)) + " by ";
        add(ConflictType.BATCH_VS_CUMULATIVE, newest.last, figures,
                rise + Words.dates(newest.first, newest.last) + ", and the batches on record "
                        + (fromNothing ? "until then" : "in between") + " add up to " + Words.range(least, most) + ": "
                        + Words.range(gapLow, gapHigh)
                        + (tooFew ? " are not accounted for." : " more than the total has room for."),
                reports, batches.ids(), batches.reports);
    }

    /** The batches between two days: many lines give totals for the same ones. */
    private static final class Between {
        final List<Releases.Release> within;
        final long least;
        final long most;
        int reports;
        private List<String> ids;

        Between(Releases releases, int after, int by) {
            within = releases.between(after, by);
            least = within.isEmpty() ? 0 : releases.total(within, true);
            most = within.isEmpty() ? 0 : releases.total(within, false);
        }

        /** The first of their ids, from the oldest release on. */
        List<String> ids() {
            if (ids == null) {
                ids = new ArrayList<>();
                for (Releases.Release release : within) {
                    addIds(release.statements, ids);
                    release.statements.forEach(statement -> reports += statement.reports.size());
                }
            }
            return ids;
        }
    }

    // Plans and deeds.

    private void plans() {
        Done done = new Done(sheet.released(), standing.releases(), on);
        Map<Integer, Long> doneSince = new HashMap<>();
        Map<Integer, Suspended> suspended = new HashMap<>();
        for (Statement plan : sheet.of(Stage.ANNOUNCED)) {
            if (plan.low <= 0 || plan.last >= on || plan.withdrawnFrom <= on) {
                continue;
            }
            boolean inAll = plan.basis != Basis.BATCH;
            long carriedOut = inAll
                    ? done.inAll()
                    : doneSince.computeIfAbsent(plan.start(), done::since);
            if (carriedOut >= plan.low || plan.approximate() && carriedOut >= plan.comparedLow()) {
                continue;
            }
            Suspended since = suspended.computeIfAbsent(plan.start(), this::suspendedSince);
            String so = inAll ? " in all" : "";
            add(ConflictType.PLAN_VS_DONE, plan.last,
                    List.of(Figure.of("announced", plan.low, plan.high), Figure.of("done", carriedOut, carriedOut)),
                    plan.line.label() + " announced " + plan.words() + so + " for "
                            + Words.dates(plan.start(), plan.last)
                            + "; " + (carriedOut == 0 ? "none are" : "at most " + Words.number(carriedOut) + " are")
                            + " reported " + (inAll ? "in all" : "since") + " by " + Words.date(on) + "." + since.text,
                    List.of(plan), since.ids, since.reports);
        }
        // What the one who owes it says it did, and others deny, stands as announced.
        sheet.deniedDeeds.forEach((deed, deniedBy) -> {
            List<String> deniers = lines(deniedBy.some);
            List<Statement> reports = new ArrayList<>(List.of(deed));
            reports.addAll(deniedBy.some);
            add(ConflictType.PLAN_VS_DONE, deed.last,
                    List.of(Figure.of("announced", deed.low, deed.high), Figure.of("done", 0, 0)),
                    deed.line.label() + " says that it freed " + deed.words() + " on "
                            + Words.dates(deed.start(), deed.last) + "; " + Words.list(deniers, Conflict.SPOKEN)
                            + (deniers.size() == 1 ? " says" : " say")
                            + " that it was not carried out, and it is not counted as done.",
                    reports, List.of(), deniedBy.reports - reportsOf(deniedBy.some));
        });
    }

    private static List<String> lines(List<Statement> statements) {
        return List.copyOf(
                statements.stream().map(s -> s.line.label()).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static int reportsOf(List<Statement> statements) {
        int reports = 0;
        for (Statement statement : statements) {
            reports += statement.reports.size();
        }
        return reports;
    }

    /** Who said that releases were suspended, in words and by the ids of their reports. */
    private record Suspended(String text, List<String> ids, int reports) {
    }

    private Suspended suspendedSince(int day) {
        List<Statement> since = sheet.of(Stage.SUSPENDED).stream().filter(suspension -> suspension.last >= day)
                .sorted(IN_TEXT).toList();
        if (since.isEmpty()) {
            return new Suspended("", List.of(), 0);
        }
        List<String> ids = new ArrayList<>();
        since.forEach(suspension -> addIds(List.of(suspension), ids));
        return new Suspended(" Releases were suspended, according to " + Words.list(lines(since), Conflict.SPOKEN)
                + ".", ids, reportsOf(since));
    }

    private void denials() {
        for (Sheet.Denial each : sheet.denials) {
            Statement denial = each.denial();
            List<Statement> all = new ArrayList<>(each.denied().some);
            all.sort(IN_TEXT);
            String what = denial.hasFigure() ? denial.words() + " were released" : "there was a release";
            String when = denial.basis == Basis.BATCH ? " on " : " in all by ";
            String against = all.isEmpty()
                    ? "; no report of it is on record."
                    : ", against " + Words.list(all.stream()
                            .map(s -> s.line == denial.line ? "its own word" : s.line.label()).distinct().toList(),
                            Conflict.SPOKEN)
                            + ".";
            List<Figure> figures = new ArrayList<>(List.of(Figure.of(denial.line.label(), denial.low, denial.high)));
            figures.addAll(0, figures(all).stream().limit(Conflict.LISTED - 1).toList());
            List<Statement> reports = new ArrayList<>(List.of(denial));
            reports.addAll(all);
            add(ConflictType.DENIAL, denial.last, figures, denial.line.label() + " denies that " + what + when
                    + Words.dates(denial.start(), denial.last) + against, reports, List.of(),
                    each.denied().reports - reportsOf(all));
        }
    }

    /** How many were freed at the very most, by whichever report says the most. */
    private static final class Done {
        private final Statement[] totals;
        private final long[] lowBefore;
        private final long[] highFrom;
        private final Releases releases;

        Done(List<Statement> released, Releases releases, int on) {
            this.releases = releases;
            totals = released.stream().filter(s -> s.basis != Basis.BATCH && s.hasFigure() && s.withdrawnFrom > on)
                    .sorted(Comparator.comparingInt(s -> s.last)).toArray(Statement[]::new);
            lowBefore = new long[totals.length + 1];
            highFrom = new long[totals.length + 1];
            for (int i = 0; i < totals.length; i++) {
                lowBefore[i + 1] = Math.max(lowBefore[i], totals[i].low);
            }
            for (int i = totals.length - 1; i >= 0; i--) {
                highFrom[i] = Math.max(highFrom[i + 1], totals[i].high);
            }
        }

        long inAll() {
            return Math.max(highFrom[0], releases.high());
        }

        long since(int day) {
            int from = 0;
            int to = totals.length;
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (totals[middle].last < day) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            long rise = highFrom[from] == Quantity.OPEN
                    ? Quantity.OPEN
                    : Math.max(0, highFrom[from] - lowBefore[from]);
            long batches = releases.total(releases.between(day - 1, Integer.MAX_VALUE), false);
            return Math.max(rise, batches);
        }
    }
}
