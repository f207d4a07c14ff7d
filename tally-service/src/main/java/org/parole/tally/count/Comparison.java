package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two answers for one commitment, and what made the difference: report by report, in the order of their event dates, each
 * with the figures before and after it. The steps join: each begins where the one before it ended.
 *
 * @param a the figures of the one question
 * @param b the figures of the other
 * @param reports what each report did that counts for one and not for the other, or differently; at most as many as were asked for
 * @param others what all further ones did together, or null where there are none
 * @param otherCount how many further ones there are
 * @param question what the rest of the question did: the policy, the lists that are added, the promised number
 * @param claimants each line of claims under both
 */
public record Comparison(Figures a, Figures b, List<ReportStep> reports, Shift others, int otherCount, Shift question,
        List<LineChange> claimants) {

    /** How many reports are gone through one by one: each step is a count of its own. */
    public static final int STEPS = 100;

    /** One side: what is asked of which reports. */
    public record Side(Promise promise, Collection<Report> reports, Question question) {
    }

    /** What became of a report between the two. */
    public enum Kind {
        /** It counts for b only. */
        ENTERED,
        /** It counts for a only. */
        LEFT,
        /** It counts for both, and says something else. */
        REVISED
    }

    /** Figures before and after a step. */
    public record Shift(Span before, Span after) {
    }

    /**
     * What one report did.
     *
     * @param a the report as it counts for a, or null
     * @param b the report as it counts for b, or null
     * @param figures the figures before and after it
     * @param claimant the line of claims that it belongs to
     * @param line the line's total before and after it, or its floor as the low end where it has no total
     */
    public record ReportStep(Kind kind, Report a, Report b, Shift figures, String claimant, Shift line) {

        /** The report's id. */
        public String id() {
            return (b == null ? a : b).id();
        }
    }

    /**
     * A line of claims under both questions.
     *
     * @param a the line as it stands for a, or null where it has not spoken
     * @param b the line as it stands for b, or null
     */
    public record LineChange(String claimant, String scope, ClaimantLine a, ClaimantLine b) {

        /** Whether its figures differ. */
        public boolean differs() {
            return a == null || b == null || !a.total().equals(b.total()) || !Objects.equals(a.floor(), b.floor())
                    || a.inForce() != b.inForce() || a.carried() != b.carried();
        }
    }

    /** Compares two answers, going through up to {@value #STEPS} reports one by one. */
    public static Comparison of(Side a, Side b) {
        return of(a, b, STEPS);
    }

    /** Compares two answers, going through up to so many reports one by one. */
    public static Comparison of(Side a, Side b, int most) {
        Map<String, Report> current = counting(a);
        Map<String, Report> wanted = counting(b);
        Question common = common(a.question, Math.max(a.question.on(), b.question.on()));
        Count.Brief first = Count.brief(a.promise, current.values(), at(a.question));
        Count.Brief last = Count.brief(b.promise, wanted.values(), at(b.question));
        List<String> changed = changed(current, wanted);
        List<ReportStep> steps = new ArrayList<>();
        Count.Brief before = Count.brief(a.promise, current.values(), common);
        for (String id : changed.subList(0, Math.min(most, changed.size()))) {
            Report was = current.get(id);
            Report is = wanted.get(id);
            replace(current, id, is);
            Count.Brief after = Count.brief(a.promise, current.values(), common);
            Report one = is == null ? was : is;
            steps.add(new ReportStep(was == null ? Kind.ENTERED : is == null ? Kind.LEFT : Kind.REVISED, was, is,
                    new Shift(before.span(), after.span()), labelOf(one, is == null ? before : after),
                    new Shift(lineOf(was == null ? one : was, before), lineOf(one, after))));
            before = after;
        }
        Shift others = null;
        if (changed.size() > most) {
            changed.subList(most, changed.size()).forEach(id -> replace(current, id, wanted.get(id)));
            Count.Brief after = Count.brief(a.promise, current.values(), common);
            others = new Shift(before.span(), after.span());
            before = after;
        }
        return new Comparison(first.released(), last.released(), steps, others,
                Math.max(0, changed.size() - most), new Shift(before.span(), last.span()), lines(first, last));
    }

    private static void replace(Map<String, Report> reports, String id, Report with) {
        if (with == null) {
            reports.remove(id);
        } else {
            reports.put(id, with);
        }
    }

    /** The first question at the later date, with totals carried for as long as at its own. */
    private static Question common(Question question, int on) {
        int later = question.carry() == 0 ? 0 : question.carry() + on - question.on();
        return at(question).at(on).carry(later);
    }

    private static Question at(Question question) {
        return new Question(question.on(), Question.ALWAYS, Question.ALWAYS, question.policy(), question.scopes(),
                question.carry(), question.filtered(), question.dated());
    }

    /** What counts for a side, by ids, without the end of its record time: it has been chosen. */
    private static Map<String, Report> counting(Side side) {
        Map<String, Report> reports = new HashMap<>();
        for (Report report : side.reports) {
            if (report.counts(side.question)) {
                reports.put(report.id(), report.recorded(report.recordedFrom(), Long.MAX_VALUE));
            }
        }
        return reports;
    }

    private static List<String> changed(Map<String, Report> a, Map<String, Report> b) {
        Set<String> ids = new TreeSet<>(a.keySet());
        ids.addAll(b.keySet());
        List<String> changed = new ArrayList<>();
        for (String id : ids) {
            Report one = a.get(id);
            Report other = b.get(id);
            if (one == null || other == null || !one.recorded(0, 0).equals(other.recorded(0, 0))) {
                changed.add(id);
            }
        }
        changed.sort(Comparator.comparingInt(id -> (b.containsKey(id) ? b : a).get(id).days().first()));
        return changed;
    }

    private static ClaimantLine find(Report report, Count.Brief in) {
        return in.claimants().stream()
                .filter(line -> Objects.equals(line.scope(), scope(report))
                        && (line.names().contains(report.claimant())
                                || line.claimant().equals(report.organ())))
                .findFirst().orElse(null);
    }

    private static String scope(Report report) {
        Set<String> others = new TreeSet<>(report.scopes());
        others.remove(Report.OWN);
        return others.isEmpty()
                ? null
                : String.join(" + ", report.scopes().size() > others.size() ? new TreeSet<>(report.scopes()) : others);
    }

    private static String labelOf(Report report, Count.Brief in) {
        ClaimantLine line = find(report, in);
        return line != null ? line.claimant() : report.organ() != null ? report.organ() : report.claimant();
    }

    private static Span lineOf(Report report, Count.Brief in) {
        ClaimantLine line = find(report, in);
        if (line == null) {
            return Span.UNKNOWN;
        }
        return line.floor() == null ? line.total() : new Span(line.floor(), null, null);
    }

    private static List<LineChange> lines(Count.Brief a, Count.Brief b) {
        record Key(String claimant, String scope) {
        }
        Map<Key, ClaimantLine> as = new HashMap<>();
        Map<Key, ClaimantLine> bs = new HashMap<>();
        Set<Key> keys = new LinkedHashSet<>();
        a.claimants().forEach(line -> as.put(new Key(line.claimant(), line.scope()), line));
        b.claimants().forEach(line -> bs.put(new Key(line.claimant(), line.scope()), line));
        keys.addAll(as.keySet());
        keys.addAll(bs.keySet());
        return keys.stream()
                .sorted(Comparator.comparing(Key::scope, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Key::claimant))
                .map(key -> new LineChange(key.claimant(), key.scope(), as.get(key), bs.get(key))).toList();
    }
}
