package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
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
    static final Comparator<Statement> IN_TEXT = Conflicts::inText;

    private final Sheet sheet;
    private final int on;
    private final Standing standing;
    private final List<Found> found = new ArrayList<>();

    private Conflicts(Sheet sheet, int on, Standing standing) {
        this.sheet = sheet;
        this.on = on;
        this.standing = standing;
    }

    private static int inText(Statement a, Statement b) {
        int order = Integer.compare(a.line.rank, b.line.rank);
        order = order != 0 ? order : Long.compare(a.low, b.low);
        order = order != 0 ? order : Long.compare(a.high, b.high);
        order = order != 0 ? order : Integer.compare(a.stage.ordinal(), b.stage.ordinal());
        return order != 0 ? order : a.id().compareTo(b.id());
    }

    /** A finding and its place: the oldest first, then by type, then by text. */
    private record Found(long place, Conflict conflict) implements Comparable<Found> {

        Found(int since, Conflict conflict) {
            this((long) since << 8 | conflict.type().ordinal(), conflict);
        }

        @Override
        public int compareTo(Found other) {
            int order = Long.compare(place, other.place);
            order = order != 0 ? order : conflict.text().compareTo(other.conflict.text());
            return order != 0
                    ? order
                    : conflict.reports().toString().compareTo(other.conflict.reports().toString());
        }
    }

    /** All that is found at a day, the oldest first. */
    static List<Conflict> of(Sheet sheet, int on, Standing releases) {
        Conflicts conflicts = new Conflicts(sheet, on, releases);
        conflicts.differences();
        conflicts.overTime();
        conflicts.plans();
        conflicts.denials();
        Found[] inOrder = conflicts.found.toArray(Found[]::new);
        Arrays.sort(inOrder);
        List<Conflict> all = new ArrayList<>(inOrder.length);
        for (Found each : inOrder) {
            all.add(each.conflict);
        }
        return all;
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
        Ids ids = new Ids(statements, others.size());
        ids.addAll(others);
        add(type, since, figures, text, ids, reportsOf(statements) + othersInAll);
    }

    private void add(ConflictType type, int since, List<Figure> figures, String text, Ids ids, int inAll) {
        found.add(new Found(since, new Conflict(type, sheet.scope, Words.localDate(since),
                figures.size() > Conflict.LISTED ? List.copyOf(figures.subList(0, Conflict.LISTED)) : figures, text,
                ids.inOrder(), inAll)));
    }

    /** The ids that a finding lists, as far as there is room. */
    static final class Ids {
        private final String[] ids;
        private int n;

        /** @param more how many are to be added to those of the statements */
        Ids(List<Statement> statements, int more) {
            ids = new String[Math.min(Conflict.LISTED, Math.max(1, reportsOf(statements) + more))];
            addAllOf(statements);
        }

        boolean full() {
            return n == Conflict.LISTED;
        }

        /** Adds the ids of the reports of some statements; of one for which there is too little room, the least. */
        void addAllOf(List<Statement> statements) {
            for (int i = 0; i < statements.size() && !full(); i++) {
                List<Report> reports = statements.get(i).reports;
                if (reports.size() > ids.length - n) {
                    addAll(statements.get(i).ids());
                    continue;
                }
                // All are put in order at the end.
                for (int j = 0; j < reports.size(); j++) {
                    add(reports.get(j).id());
                }
            }
        }

        void addAll(List<String> others) {
            for (int i = 0; i < others.size() && !full(); i++) {
                add(others.get(i));
            }
        }

        void add(String id) {
            ids[n++] = id;
        }

        List<String> asAdded() {
            return List.copyOf(Arrays.asList(ids).subList(0, n));
        }

        /** Each once, the least first. */
        List<String> inOrder() {
            sort();
            int kept = 0;
            for (int i = 0; i < n; i++) {
                if (kept == 0 || !ids[kept - 1].equals(ids[i])) {
                    ids[kept++] = ids[i];
                }
            }
            return Collections.unmodifiableList(Arrays.asList(kept == ids.length ? ids : Arrays.copyOf(ids, kept)));
        }

        private void sort() {
            if (n > 16) {
                Arrays.sort(ids, 0, n);
                return;
            }
            for (int i = 1; i < n; i++) {
                String id = ids[i];
                int at = i;
                while (at > 0 && ids[at - 1].compareTo(id) > 0) {
                    ids[at] = ids[at - 1];
                    at--;
                }
                ids[at] = id;
            }
        }
    }

    // Different figures for the same date.

    /** What can be compared: the same kind of statement about the same days. */
    private record Date(int family, boolean batch, int start, int last) {

        @Override
        public int hashCode() {
            return (int) ((Sheet.days(start, last) >>> 32) + (batch ? 31 : 0) + family);
        }
    }

    /** All statements of one date, and whether there can be anything to find among them. */
    private static final class SameDate {
        final Date date;
        final List<Statement> statements = new ArrayList<>(4);
        private double mostLow;
        private double leastHigh = Double.POSITIVE_INFINITY;
        private boolean special;

        SameDate(Date date) {
            this.date = date;
        }

        void add(Statement statement) {
            statements.add(statement);
            mostLow = Math.max(mostLow, statement.comparedLow());
            leastHigh = Math.min(leastHigh, statement.comparedHigh());
            special |= statement.outOf != null;
        }

        /** Where all figures have a number in common, only a part of a whole can be a finding. */
        boolean worthALook() {
            return statements.size() > 1 && (special || mostLow > leastHigh);
        }
    }

    private void differences() {
        Map<Date, SameDate> byDate = new HashMap<>();
        List<SameDate> dates = new ArrayList<>();
        for (Statement statement : sheet.statements) {
            if (statement.basis == Basis.TOTAL || !statement.stage.isRelease() && !statement.stage.isIntent()
                    || !statement.hasFigure() || statement.withdrawnFrom <= on
                    || statement.basis == Basis.BATCH && statement.deniedFrom <= on) {
                continue;
            }
            int family = statement.stage.isRelease() ? RELEASES : statement.stage.ordinal();
            Date date = new Date(family, statement.basis == Basis.BATCH, statement.start(), statement.last);
            SameDate same = byDate.get(date);
            if (same == null) {
                same = new SameDate(date);
                byDate.put(date, same);
                dates.add(same);
            }
            same.add(statement);
        }
        for (SameDate same : dates) {
            if (same.worthALook()) {
                differences(same.date, same.statements);
            }
        }
    }

    private void differences(Date date, List<Statement> statements) {
        statements.sort(IN_TEXT);
        ofOneLine(date, statements);
        List<Statement> whole = categories(date, statements);
        // Two lines that each tell of a part do not contradict each other.
        Predicate<Statement> grouped = grouped(statements, true);
        if (grouped != NONE) {
            whole.removeIf(grouped);
        }
        if (contradict(whole)) {
            add(ConflictType.CONTRADICTION, date.last, figures(whole), difference(date, "claimants differ", whole),
                    whole);
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
        if (!anySpread(statements)) {
            return;
        }
        Predicate<Statement> grouped = grouped(statements, false);
        List<Statement> own = new ArrayList<>(statements.size());
        for (Statement statement : statements) {
            // What an editor has put into one release, and parts of a whole, are no contradiction.
            if (!grouped.test(statement) && statement.outOf == null || statement.basis == Basis.REMAINING) {
                own.add(statement);
            }
        }
        for (Ends ends : inCommonCategories(own)) {
            if (ends.spread()) {
                add(ConflictType.SELF_CONTRADICTION, date.last, figures(own),
                        Words.on(date.start, date.last) + " " + own.get(0).line.label() + " gives "
                                + words(own) + what(date, own.get(0).stage) + ".",
                        own);
                break;
            }
        }
    }

    private static boolean anySpread(List<Statement> statements) {
        double mostLow = 0;
        double leastHigh = Double.POSITIVE_INFINITY;
        for (Statement statement : statements) {
            mostLow = Math.max(mostLow, statement.comparedLow());
            leastHigh = Math.min(leastHigh, statement.comparedHigh());
        }
        return mostLow > leastHigh;
    }

    private static final Predicate<Statement> NONE = statement -> false;

    /** Whether an editor has put a statement into one release, or one telling of it, with another of these. */
    private static Predicate<Statement> grouped(List<Statement> statements, boolean inOneTelling) {
        boolean any = false;
        for (Statement statement : statements) {
            any |= statement.release != null;
        }
        if (!any) {
            return NONE;
        }
        Map<List<String>, Integer> together = new HashMap<>();
        Function<Statement, List<String>> key = statement -> Arrays.asList(statement.release,
                inOneTelling ? statement.telling : null);
        for (Statement statement : statements) {
            if (statement.release != null) {
                together.merge(key.apply(statement), 1, Integer::sum);
            }
        }
        return statement -> statement.release != null && together.get(key.apply(statement)) > 1;
    }

    /** Sets aside parts of another's whole and what is counted in different categories, and finds those conflicts. */
    private List<Statement> categories(Date date, List<Statement> statements) {
        boolean plain = true;
        for (Statement statement : statements) {
            plain &= statement.outOf == null && statement.category == null;
        }
        if (plain) {
            return statements;
        }
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

    private static boolean sameCategory(Statement one, Statement another) {
        return one.category == null || another.category == null || one.plainCategory.equals(another.plainCategory);
    }

    /** The ends of the figures of each category, with those that name none. */
    private static List<Ends> inCommonCategories(List<Statement> statements) {
        Ends unnamed = new Ends();
        int without = 0;
        for (Statement statement : statements) {
            if (statement.category == null) {
                unnamed.add(statement);
                without++;
            }
        }
        if (without == statements.size()) {
            return List.of(unnamed);
        }
        Map<String, Ends> byCategory = new TreeMap<>();
        for (Statement statement : statements) {
            if (statement.category != null) {
                byCategory.computeIfAbsent(statement.plainCategory, category -> new Ends(unnamed)).add(statement);
            }
        }
        return List.copyOf(byCategory.values());
    }

    private static boolean contradict(List<Statement> statements) {
        for (Ends ends : inCommonCategories(statements)) {
            if (ends.apart()) {
                return true;
            }
        }
        return false;
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

    /** @param statements in the order of their lines */
    private static String difference(Date date, String how, List<Statement> statements) {
        StringBuilder text = new StringBuilder(160).append(Words.on(date.start, date.last)).append(" the ").append(how)
                .append(": ");
        int lines = 0;
        for (int from = 0; from < statements.size();) {
            int to = from + 1;
            while (to < statements.size() && statements.get(to).line == statements.get(from).line) {
                to++;
            }
            if (lines < Conflict.SPOKEN) {
                text.append(lines == 0 ? "" : "; ").append(statements.get(from).line.label()).append(" says ");
                appendFigures(text, statements.subList(from, to));
            }
            lines++;
            from = to;
        }
        if (lines > Conflict.SPOKEN) {
            Words.append(text.append("; "), lines - Conflict.SPOKEN).append(" more say otherwise");
        }
        return text.append(what(date, statements.get(0).stage)).append('.').toString();
    }

    /** '60, 61 and 62', each with its category, and how many others there are. */
    private static void appendFigures(StringBuilder text, List<Statement> statements) {
        int n = statements.size();
        for (int i = 0; i < Math.min(n, Conflict.SPOKEN); i++) {
            Statement statement = statements.get(i);
            if (i > 0) {
                text.append(i == n - 1 ? " and " : ", ");
            }
            statement.appendWords(text);
            if (statement.category != null) {
                text.append(' ').append(statement.category);
            }
        }
        if (n > Conflict.SPOKEN) {
            Words.append(text.append(" and "), n - Conflict.SPOKEN)
                    .append(n - Conflict.SPOKEN == 1 ? " other" : " others");
        }
    }

    /** The figures in words, each once: only those with the same ends can be the same words, and they stand side by side. */
    private static String words(List<Statement> statements) {
        List<String> spoken = new ArrayList<>();
        int inAll = 0;
        for (int from = 0; from < statements.size();) {
            Statement first = statements.get(from);
            int to = from + 1;
            while (to < statements.size() && statements.get(to).low == first.low
                    && statements.get(to).high == first.high) {
                to++;
            }
            if (to - from == 1) {
                inAll++;
                if (spoken.size() < Conflict.SPOKEN) {
                    spoken.add(first.words());
                }
            } else {
                Set<String> alike = new LinkedHashSet<>();
                statements.subList(from, to).forEach(statement -> alike.add(statement.words()));
                inAll += alike.size();
                alike.stream().limit(Conflict.SPOKEN - spoken.size()).forEach(spoken::add);
            }
            from = to;
        }
        return Words.listed(spoken, inAll);
    }

    /** The figures of statements, each once: those that are alike stand side by side. */
    private static List<Figure> figures(List<Statement> statements) {
        List<Figure> figures = new ArrayList<>(Math.min(statements.size(), Conflict.LISTED));
        Figure before = null;
        for (int i = 0; i < statements.size() && figures.size() < Conflict.LISTED; i++) {
            Figure figure = statements.get(i).figure();
            if (!figure.equals(before)) {
                figures.add(figure);
            }
            before = figure;
        }
        return Collections.unmodifiableList(figures);
    }

    // One line's totals over time.

    /** From a line's totals for one date to those for its next one, with the days in between. */
    private record Rise(List<Statement> before, List<Statement> now, int after, int by) implements Comparable<Rise> {

        @Override
        public int compareTo(Rise other) {
            return after != other.after ? Integer.compare(after, other.after) : Integer.compare(by, other.by);
        }
    }

    private static int byDate(Statement a, Statement b) {
        int order = LineState.compareDates(a, b);
        return order != 0 ? order : inText(a, b);
    }

    private void overTime() {
        List<List<Statement>> totals = new ArrayList<>(Collections.nCopies(sheet.docket.lines.size(), null));
        for (Statement statement : sheet.released()) {
            if (statement.basis != Basis.BATCH && statement.hasFigure() && statement.withdrawnFrom > on) {
                List<Statement> own = totals.get(statement.line.index);
                if (own == null) {
                    own = new ArrayList<>();
                    totals.set(statement.line.index, own);
                }
                own.add(statement);
            }
        }
        List<Rise> rises = new ArrayList<>();
        for (List<Statement> own : totals) {
            if (own != null) {
                overTime(own, rises);
            }
        }
        // Many lines give totals for the same days: the batches after a day are added up once for all of them.
        Rise[] byDays = rises.toArray(Rise[]::new);
        Arrays.sort(byDays);
        Releases.Growing batches = standing.releases().growing();
        Rise last = null;
        for (Rise rise : byDays) {
            if (last == null || last.after != rise.after) {
                batches.startAfter(rise.after);
            }
            batches.upTo(rise.by);
            if (!batches.isEmpty()) {
                batches(rise.before, rise.now, batches);
            }
            last = rise;
        }
    }

    private void overTime(List<Statement> own, List<Rise> rises) {
        own.sort(Conflicts::byDate);
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
            rises.add(new Rise(before, now, before.isEmpty() ? Integer.MIN_VALUE : before.get(0).last,
                    now.get(0).last));
            before = now;
            from = to;
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

    /** @param batches those between the two dates */
    private void batches(List<Statement> before, List<Statement> now, Releases.Growing batches) {
        boolean fromNothing = before.isEmpty();
        long least = batches.least();
        long most = batches.most();
        long nowLow = low(now);
        long nowHigh = high(now);
        long from = fromNothing ? 0 : low(before);
        long fromHigh = fromNothing ? 0 : high(before);
        long riseLow = nowLow < 0 || fromHigh == Quantity.OPEN ? 0 : Math.max(0, nowLow - fromHigh);
        long riseHigh = nowHigh == Quantity.OPEN ? Quantity.OPEN : nowHigh - Math.max(0, from);
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
        Figure to = Figure.of("to", nowLow, nowHigh);
        Figure added = Figure.of("batches", least, most);
        Figure gap = Figure.of("gap", gapLow, gapHigh);
        StringBuilder text = new StringBuilder(192).append(newest.line.label());
        List<Statement> reports = now;
        if (fromNothing) {
            Words.appendRange(text.append(" counts "), nowLow, nowHigh);
        } else {
            Words.appendRange(text.append("'s running total rises from "), from, fromHigh).append(" (")
                    .append(Words.dates(before.get(0).first, before.get(0).last)).append(") to ");
            Words.appendRange(text, nowLow, nowHigh);
            reports = new ArrayList<>(before.size() + now.size());
            reports.addAll(before);
            reports.addAll(now);
        }
        text.append(" by ").append(Words.dates(newest.first, newest.last)).append(", and the batches on record ")
                .append(fromNothing ? "until then" : "in between").append(" add up to ");
        Words.appendRange(Words.appendRange(text, least, most).append(": "), gapLow, gapHigh)
                .append(tooFew ? " are not accounted for." : " more than the total has room for.");
        Ids ids = new Ids(reports, batches.reports());
        batches.addIds(ids);
        add(ConflictType.BATCH_VS_CUMULATIVE, newest.last,
                fromNothing ? List.of(to, added, gap) : List.of(Figure.of("from", from, fromHigh), to, added, gap),
                text.toString(), ids, reportsOf(reports) + batches.reports());
    }

    // Plans and deeds.

    private void plans() {
        Done done = new Done(sheet.released(), standing.releases(), on);
        Suspensions suspensions = new Suspensions();
        for (Statement plan : sheet.of(Stage.ANNOUNCED)) {
            if (plan.low <= 0 || plan.last >= on || plan.withdrawnFrom <= on) {
                continue;
            }
            boolean inAll = plan.basis != Basis.BATCH;
            long carriedOut = inAll ? done.inAll() : done.since(plan.start());
            if (carriedOut >= plan.low || plan.approximate() && carriedOut >= plan.comparedLow()) {
                continue;
            }
            Suspended since = suspensions.since(plan.start());
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

    private static final Suspended NEVER = new Suspended("", List.of(), 0);

    /** Those who said that releases were suspended, put in order once for all plans. */
    private final class Suspensions {
        private final List<Statement> inText = new ArrayList<>(sheet.of(Stage.SUSPENDED));
        private final List<Line> byLabel = new ArrayList<>();
        private final Map<Line, Integer> newest = new HashMap<>();
        private final Map<Integer, Suspended> known = new HashMap<>();

        Suspensions() {
            inText.sort(IN_TEXT);
            inText.forEach(suspension -> newest.merge(suspension.line, suspension.last, Math::max));
            byLabel.addAll(newest.keySet());
            byLabel.sort(Comparator.comparing(Line::label));
        }

        Suspended since(int day) {
            return inText.isEmpty() ? NEVER : known.computeIfAbsent(day, this::find);
        }

        private Suspended find(int day) {
            List<Statement> since = new ArrayList<>();
            for (Statement suspension : inText) {
                if (suspension.last >= day) {
                    since.add(suspension);
                }
            }
            if (since.isEmpty()) {
                return NEVER;
            }
            List<String> spoken = new ArrayList<>();
            int lines = 0;
            for (Line line : byLabel) {
                if (newest.get(line) >= day && lines++ < Conflict.SPOKEN) {
                    spoken.add(line.label());
                }
            }
            return new Suspended(" Releases were suspended, according to " + Words.listed(spoken, lines) + ".",
                    new Ids(since, 0).asAdded(), reportsOf(since));
        }
    }

    private void denials() {
        for (Sheet.Denial each : sheet.denials) {
            Statement denial = each.denial();
            List<Statement> all = new ArrayList<>(each.denied().some);
            all.sort(IN_TEXT);
            List<String> whose = new ArrayList<>();
            Line before = null;
            for (Statement statement : all) {
                if (statement.line != before) {
                    whose.add(statement.line == denial.line ? "its own word" : statement.line.label());
                }
                before = statement.line;
            }
            String what = denial.hasFigure() ? denial.words() + " were released" : "there was a release";
            String when = denial.basis == Basis.BATCH ? " on " : " in all by ";
            String against = all.isEmpty()
                    ? "; no report of it is on record."
                    : ", against " + Words.list(whose, Conflict.SPOKEN) + ".";
            List<Figure> denied = figures(all);
            List<Figure> figures = new ArrayList<>(denied.subList(0, Math.min(denied.size(), Conflict.LISTED - 1)));
            figures.add(denial.figure());
            List<Statement> reports = new ArrayList<>(all.size() + 1);
            reports.add(denial);
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
        private final Releases.Later later;

        Done(List<Statement> released, Releases releases, int on) {
            this.releases = releases;
            later = releases.later();
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
            return Math.max(rise, later.since(day));
        }
    }
}
