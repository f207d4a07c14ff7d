package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What one line has come to say: its newest total, and its own batches since. */
final class LineState {

    /** What is not in dispute, then the one nearest to the claimant's own words, then the later published, then the lower. */
    private static final Comparator<Statement> NEAREST = Comparator.comparing((Statement s) -> s.disputed)
            .thenComparing(Comparator.comparing((Statement s) -> s.ownWords).reversed())
            .thenComparing(Comparator.comparingLong((Statement s) -> s.published).reversed())
            .thenComparingLong(s -> s.low < 0 ? Long.MAX_VALUE : s.low).thenComparingLong(s -> s.high)
            .thenComparing(Statement::id);

    final Line line;
    private final boolean additive;
    /** The figures given for the newest date: more than one where the line contradicts itself. */
    final List<Statement> totals = new ArrayList<>(1);
    /** Its own batches after that date, or all of them where it never gave a total. */
    Releases batches;
    boolean inForce;
    /** The start of the release and its line, or else the line of a higher total, that overtook it. */
    int overtakenOn;
    Line overtakenByBatchOf;
    LineState overtakenByTotalOf;
    private Statement voting;

    LineState(Line line, boolean additive) {
        this.line = line;
        this.additive = additive;
        batches = new Releases(additive);
    }

    void add(Statement statement) {
        if (statement.basis == Basis.BATCH) {
            if (totals.isEmpty() || statement.since > totals.get(0).last) {
                batches.add(statement);
            }
            return;
        }
        if (!statement.hasFigure()) {
            return;
        }
        int newer = totals.isEmpty() ? 1 : compareDates(statement, totals.get(0));
        if (newer < 0) {
            return;
        }
        if (newer > 0) {
            totals.clear();
            if (!batches.isEmpty()) {
                Releases later = new Releases(additive);
                for (Releases.Release release : batches.sorted()) {
                    for (Statement batch : release.statements) {
                        if (batch.since > statement.last) {
                            later.add(batch);
                        }
                    }
                }
                batches = later;
            }
        }
        totals.add(statement);
        voting = null;
    }

    static int compareDates(Statement a, Statement b) {
        int order = Integer.compare(a.last, b.last);
        return order != 0 ? order : Integer.compare(a.first, b.first);
    }

    boolean hasTotal() {
        return !totals.isEmpty();
    }

    /** The last day that the line speaks of. */
    int spoken() {
        int last = hasTotal() ? totals.get(0).last : Integer.MIN_VALUE;
        return batches.isEmpty() ? last : Math.max(last, batches.last());
    }

    long low() {
        long low = Long.MAX_VALUE;
        for (Statement total : totals) {
            low = Math.min(low, total.low);
        }
        return low < 0 ? low : low + batches.low();
    }

    long high() {
        long high = 0;
        for (Statement total : totals) {
            high = Math.max(high, total.high);
        }
        return Releases.plus(high, batches.high());
    }

    /** Whether all that it gives for its newest date is in dispute: then it does not vote. */
    boolean disputed() {
        return voting().disputed;
    }

    /** The figure with which the line votes, or -1: an 'up to' is none, and neither is one in dispute. */
    long vote() {
        long low = voting().proven();
        return low < 0 ? low : low + batches.low();
    }

    Statement voting() {
        if (voting == null) {
            voting = totals.stream().min(NEAREST).orElseThrow();
        }
        return voting;
    }

    boolean approximate() {
        for (Statement total : totals) {
            if (total.approximate()) {
                return true;
            }
        }
        for (Releases.Release release : batches.chosen()) {
            if (release.approximate()) {
                return true;
            }
        }
        return false;
    }

    /** What the total or the floor rests on. */
    List<Statement> restsOn() {
        List<Statement> all = new ArrayList<>(totals);
        for (Releases.Release release : batches.sorted()) {
            all.addAll(release.statements);
        }
        return all;
    }

    /** What overtook it, in words, or null: written only when asked for, which a series does for few of its dates. */
    String overtakenBy() {
        if (overtakenByBatchOf != null) {
            return "a release on " + Words.date(overtakenOn) + " (" + overtakenByBatchOf.label() + ")";
        }
        return overtakenByTotalOf == null
                ? null
                : "the higher total of " + overtakenByTotalOf.line.label() + " for " + Words.date(overtakenOn);
    }

    String totalWords() {
        return Words.range(low(), high());
    }
}
