package org.parole.tally.count;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that one claimant has said in one list about what was released, in the order of its dates: totals, batches, and the
 * parts of either, which never replace a whole.
 */
final class Claims {

    final Claimant claimant;
    /** Running totals that count everybody, as far as the claimant says, by date. */
    final List<Statement> totals = new ArrayList<>(2);
    /** Running totals of some: what the claimant concedes where it has never given one of everybody. */
    final List<Statement> partTotals = new ArrayList<>(0);
    /** Batches that add up: wholes, and parts of which the claimant gives no whole for their days. */
    final List<Statement> batches = new ArrayList<>(2);
    /** Batches that are a part of another one of the same claimant and days. */
    final List<Statement> partBatches = new ArrayList<>(0);

    Claims(Claimant claimant, List<Statement> statements) {
        this.claimant = claimant;
        Set<Days> wholes = new HashSet<>();
        for (Statement statement : statements) {
            if (statement.basis == Basis.BATCH && !isPart(statement)) {
                wholes.add(statement.days);
            }
        }
        for (Statement statement : statements) {
            if (statement.range == null) {
                continue;
            }
            boolean part = isPart(statement);
            if (statement.isTotal()) {
                (part ? partTotals : totals).add(statement);
            } else if (statement.basis == Basis.BATCH) {
                (part && wholes.stream().anyMatch(whole -> within(statement.days, whole)) ? partBatches : batches)
                        .add(statement);
            }
        }
        totals.sort(Statement.BY_DATE);
        partTotals.sort(Statement.BY_DATE);
        takeLabelledTotals();
    }

    /**
     * Totals with one category or place, before any of everybody, are what the claimant counts: the name is a label, and no
     * part of a whole that has been given. It is the first name that the claimant uses, so that later reports change nothing.
     */
    private void takeLabelledTotals() {
        Statement first = null;
        List<Statement> labelled = new ArrayList<>();
        for (Statement part : partTotals) {
            if (!part.isPartOfAStatedWhole() && (totals.isEmpty() || isOlder(part, totals.get(0)))) {
                first = first == null ? part : first;
                if (part.partName().equals(first.partName())) {
                    labelled.add(part);
                }
            }
        }
        partTotals.removeAll(labelled);
        totals.addAll(labelled);
        totals.sort(Statement.BY_DATE);
    }

    /** Of totals that count different parts the newest of each, as far as they count at a day. */
    static List<Statement> newestOfEachPart(List<Statement> byDate, int day) {
        Map<Part, List<Statement>> byPart = new LinkedHashMap<>();
        for (Statement statement : byDate) {
            byPart.computeIfAbsent(statement.partName(), part -> new ArrayList<>(1)).add(statement);
        }
        List<Statement> newest = new ArrayList<>();
        byPart.values().forEach(part -> newest.addAll(newest(part, day)));
        newest.sort(Statement.BY_DATE);
        return newest;
    }

    private static boolean isPart(Statement statement) {
        return statement.namesAPart() || statement.isPartOfAStatedWhole();
    }

    private static boolean within(Days part, Days whole) {
        return whole.since() <= part.since() && whole.first() <= part.first() && part.last() <= whole.last();
    }

    /** The figures given for the newest date of a day's totals; empty where there is none. */
    static List<Statement> newest(List<Statement> byDate, int day) {
        List<Statement> newest = new ArrayList<>(1);
        for (int i = byDate.size() - 1; i >= 0; i--) {
            Statement statement = byDate.get(i);
            if (!newest.isEmpty() && !sameDate(statement, newest.get(0))) {
                break;
            }
            if (statement.counts(day)) {
                newest.add(statement);
            }
        }
        return newest;
    }

    /** Whether a figure is for an earlier date than another. */
    static boolean isOlder(Statement one, Statement other) {
        return one.days.last() < other.days.last()
                || one.days.last() == other.days.last() && one.days.first() < other.days.first();
    }

    /** The same days with the same precision. */
    static boolean sameDate(Statement one, Statement other) {
        return one.days.last() == other.days.last() && one.days.first() == other.days.first();
    }

    /** The figures given for the date before that of these. */
    List<Statement> before(List<Statement> newer, int day) {
        return newest(totals.stream().filter(total -> isOlder(total, newer.get(0))).toList(), day);
    }
}
