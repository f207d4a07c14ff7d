package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What the denials of a list do to the releases that they speak of. A claimant that denies its own word withdraws what it
 * had said until then. A denial with the number by a neutral source, or by one of the same side, takes a batch or a re-arrest
 * out of the sums. A denial without a number, of a total, or by a party of what others than its own side say, only puts it in
 * doubt: one side's word never removes another's.
 */
final class Denials {

    /** A denial and what it denies, in the order of a text. */
    record Denial(Statement denial, List<Statement> denied) {
    }

    private Denials() {
    }

    /** Marks what is denied, and gives each denial with it. */
    static List<Denial> apply(List<Statement> denials, List<Statement> released, Statements statements) {
        if (denials.isEmpty()) {
            return List.of();
        }
        TreeMap<Days, List<Statement>> byDays = new TreeMap<>();
        for (Statement statement : released) {
            if (statement.range != null) {
                byDays.computeIfAbsent(statement.days, days -> new ArrayList<>()).add(statement);
            }
        }
        PassedOn passedOn = new PassedOn(released, statements);
        EarlierTotals earlier = new EarlierTotals(released);
        List<Denial> all = new ArrayList<>();
        for (Statement denial : denials) {
            List<Statement> denied = new ArrayList<>();
            for (Map.Entry<Days, List<Statement>> same : byDays.tailMap(Days.on(denial.start())).entrySet()) {
                if (same.getKey().since() <= denial.days.last()) {
                    same.getValue().stream().filter(statement -> meets(denial, statement)).forEach(denied::add);
                }
            }
            if (denied.isEmpty() && namesATotalOfOneDay(denial)) {
                denied.addAll(earlier.meeting(denial));
            }
            denied.sort(Statement.IN_TEXT);
            denied.forEach(statement -> deny(denial, statement));
            denied.stream().filter(each -> each.doubtedFrom < Integer.MAX_VALUE)
                    .forEach(each -> passedOn.doubt(each, denial));
            all.add(new Denial(denial, denied));
        }
        all.sort(Comparator.comparing((Denial each) -> each.denial, Statement.BY_DATE));
        return all;
    }

    /** Whether it names a number, and a day: what is said within a month depends on what others say in it. */
    private static boolean namesATotalOfOneDay(Statement denial) {
        return denial.isTotal() && denial.range != null && denial.range.closed()
                && denial.days.first() == denial.days.last();
    }

    /**
     * Whether a denial is about a statement: of the same kind and days, and the same number if it names one. What a claimant
     * says after its own denial is its new word: a correction.
     */
    private static boolean meets(Statement denial, Statement statement) {
        return (statement.claimant != denial.claimant || statement.published <= denial.published)
                && sameKind(denial, statement) && statement.start() <= denial.days.last()
                && denial.start() <= statement.days.last()
                && (denial.range == null || denial.range.agreesWith(asNumber(statement.range)));
    }

    /** Whoever denies a release does not deny that people were arrested again; so far and still to go are one kind. */
    private static boolean sameKind(Statement denial, Statement statement) {
        return denial.isTotal() ? statement.isTotal() : denial.basis == statement.basis;
    }

    /** That 537 were released may be denied, and dozens were: 'over 500' is denied with 537, and 'dozens' are not. */
    private static Range asNumber(Range told) {
        return told.openHigh() ? new Range(told.low(), told.high(), told.openLow(), false, true) : told;
    }

    private static void deny(Statement denial, Statement statement) {
        int from = Math.max(denial.days.first(), statement.days.first());
        if (statement.claimant == denial.claimant) {
            statement.withdrawnFrom = Math.min(statement.withdrawnFrom, from);
        } else if (statement.stage != Stage.VERIFIED) {
            // What has been verified stands, though the denial is held against it.
            boolean ofOthers = denial.claimant.side.isParty() && denial.claimant.side != statement.claimant.side;
            if (statement.isTotal() || denial.range == null || ofOthers) {
                statement.doubtedFrom = Math.min(statement.doubtedFrom, from);
            } else {
                statement.removedFrom = Math.min(statement.removedFrom, from);
            }
        }
    }

    /**
     * What each claimant had counted last before a day; made when first asked for. A denial of a total is often dated with the
     * day on which it was said, and the total with the day by which it counts.
     */
    private static final class EarlierTotals {
        private final List<Statement> released;
        private Map<Line, NavigableMap<Integer, List<Statement>>> lines;

        /** Whose totals of what: a total of one place is no newer word on everybody. */
        private record Line(Claimant claimant, Part part, boolean ofAWhole) {

            static Line of(Statement total) {
                return new Line(total.claimant, total.partName(), total.isPartOfAStatedWhole());
            }

            boolean countsAs(Line other) {
                return part.equals(other.part) && ofAWhole == other.ofAWhole;
            }
        }

        EarlierTotals(List<Statement> released) {
            this.released = released;
        }

        private Map<Line, NavigableMap<Integer, List<Statement>>> lines() {
            if (lines == null) {
                lines = new LinkedHashMap<>();
                released.stream().filter(each -> each.isTotal() && each.range != null)
                        .forEach(each -> lines.computeIfAbsent(Line.of(each), any -> new TreeMap<>())
                                .computeIfAbsent(each.days.last(), day -> new ArrayList<>(1)).add(each));
            }
            return lines;
        }

        /** Others' last totals before the days of a denial, as far as they give its number. */
        List<Statement> meeting(Statement denial) {
            List<Statement> found = new ArrayList<>();
            Line denied = Line.of(denial);
            lines().forEach((line, totals) -> {
                Map.Entry<Integer, List<Statement>> last = totals.lowerEntry(denial.start());
                if (line.claimant != denial.claimant && line.countsAs(denied) && last != null) {
                    last.getValue().stream().filter(each -> denial.range.agreesWith(asNumber(each.range)))
                            .forEach(found::add);
                }
            });
            return found;
        }
    }

    /** What outlets pass on of others' figures, by whose they are and by their last days; made when first asked for. */
    private static final class PassedOn {
        private final List<Statement> released;
        private final Statements statements;
        private Map<Claimant, NavigableMap<Integer, List<Statement>>> bySource;

        PassedOn(List<Statement> released, Statements statements) {
            this.released = released;
            this.statements = statements;
        }

        private Map<Claimant, NavigableMap<Integer, List<Statement>>> bySource() {
            if (bySource == null) {
                bySource = new HashMap<>();
                released.stream().filter(each -> each.claimant.side == SourceKind.MEDIA && each.range != null)
                        .forEach(each -> bySource.computeIfAbsent(statements.source(each), any -> new TreeMap<>())
                                .computeIfAbsent(each.days.last(), day -> new ArrayList<>(1)).add(each));
            }
            return bySource;
        }

        /** What is passed on, within a week, of a figure that somebody else denies is in doubt with it. */
        void doubt(Statement denied, Statement denial) {
            int last = denied.days.last();
            bySource().getOrDefault(denied.claimant, new TreeMap<>())
                    .subMap(last - Contradictions.DAYS_APART, true, last + Contradictions.DAYS_APART, true).values()
                    .forEach(all -> all.stream().filter(each -> each.isTotal() == denied.isTotal()
                            && each.range.agreesWith(denied.range))
                            .forEach(each -> each.doubtedFrom = Math.min(each.doubtedFrom,
                                    Math.max(denial.days.first(), each.days.first()))));
        }
    }
}
