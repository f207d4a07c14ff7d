package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements of one list: the commitment's own, or another that counts beside it. */
final class Sheet {

    final Docket docket;
    final String scope;
    final List<Statement> statements;
    private final List<List<Statement>> byStage = new ArrayList<>();
    private final List<Statement> released = new ArrayList<>();
    final List<Denial> denials = new ArrayList<>();

    /** What each deed of the releasing side is denied by, batches only: what it announced and did not do. */
    final Map<Statement, Listed> deniedDeeds = new LinkedHashMap<>();

    /** A denial and what it denies. */
    record Denial(Statement denial, Listed denied) {
    }

    /** Some of many statements, the same whatever the order of arrival, and how many there are. */
    static final class Listed {
        final List<Statement> some = new ArrayList<>(2);
        int reports;
        int inAll;

        void add(Statement statement) {
            inAll++;
            reports += statement.reports.size();
            if (some.size() < Conflict.LISTED) {
                some.add(statement);
            }
        }
    }

    Sheet(Docket docket, String scope, List<Statement> statements) {
        this.docket = docket;
        this.scope = scope;
        this.statements = statements;
        for (int i = 0; i < Stage.values().length; i++) {
            byStage.add(new ArrayList<>());
        }
        for (Statement statement : statements) {
            if (statement.basis == Basis.TOTAL) {
                continue;
            }
            byStage.get(statement.stage.ordinal()).add(statement);
            if (statement.stage.isRelease()) {
                released.add(statement);
            }
        }
        deny();
    }

    private void deny() {
        List<Statement> all = new ArrayList<>(of(Stage.DENIED));
        if (all.isEmpty()) {
            return;
        }
        all.sort(Comparator.comparingInt((Statement denial) -> denial.first).thenComparing(Conflicts.IN_TEXT));
        List<SameDays> batches = new ArrayList<>();
        List<SameDays> totals = new ArrayList<>();
        byDays(batches, totals);
        for (Statement denial : all) {
            Listed denied = new Listed();
            for (SameDays days : denial.basis == Basis.BATCH ? batches : totals) {
                if (days.start > denial.last) {
                    // The rest begins later still.
                    break;
                }
                if (days.last >= denial.start()) {
                    days.meet(denial, denied);
                }
            }
            denials.add(new Denial(denial, denied));
        }
    }

    /** Verified stands: no denial meets it. */
    private void byDays(List<SameDays> batches, List<SameDays> totals) {
        Map<Long, SameDays> ofBatches = new HashMap<>();
        Map<Long, SameDays> ofTotals = new HashMap<>();
        for (Statement statement : released) {
            if (statement.stage == Stage.VERIFIED) {
                continue;
            }
            boolean batch = statement.basis == Basis.BATCH;
            (batch ? ofBatches : ofTotals).computeIfAbsent(days(statement.start(), statement.last), key -> {
                SameDays days = new SameDays(statement.start(), statement.last);
                (batch ? batches : totals).add(days);
                return days;
            }).statements.add(statement);
        }
        Comparator<SameDays> order = Comparator.comparingInt((SameDays days) -> days.start)
                .thenComparingInt(days -> days.last);
        batches.sort(order);
        totals.sort(order);
    }

    /** One number for two days. Multiplied, because the hash of a Long makes nothing of two halves that are alike. */
    static long days(int start, int last) {
        return ((long) start << 32 | last & 0xFFFFFFFFL) * 0x9E3779B97F4A7C15L;
    }

    /** What is stated for the same days, in the order of the figures: a denial of a number finds it without a search. */
    private final class SameDays {
        final int start;
        final int last;
        final List<Statement> statements = new ArrayList<>(2);
        private double[] highestSoFar;

        SameDays(int start, int last) {
            this.start = start;
            this.last = last;
        }

        void meet(Statement denial, Listed denied) {
            if (highestSoFar == null) {
                statements.sort(SameDays::byFigure);
                highestSoFar = new double[statements.size()];
                double highest = 0;
                for (int i = 0; i < highestSoFar.length; i++) {
                    highest = Math.max(highest, statements.get(i).comparedHigh());
                    highestSoFar[i] = highest;
                }
            }
            boolean any = !denial.hasFigure();
            for (int i = any ? statements.size() - 1 : lastUpTo(denial.comparedHigh()); i >= 0; i--) {
                if (!any && highestSoFar[i] < denial.comparedLow()) {
                    break;
                }
                if (any || denial.agreesWith(statements.get(i))) {
                    deny(denial, statements.get(i), denied);
                }
            }
        }

        private static int byFigure(Statement a, Statement b) {
            int order = Double.compare(a.comparedLow(), b.comparedLow());
            return order != 0 ? order : Conflicts.IN_TEXT.compare(a, b);
        }

        private int lastUpTo(double number) {
            int from = 0;
            int to = statements.size();
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (statements.get(middle).comparedLow() <= number) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from - 1;
        }
    }

    /** What a denial is about: the same basis and days, and the same number if it names one. */
    private void deny(Statement denial, Statement statement, Listed denied) {
        denied.add(statement);
        int from = Math.max(denial.first, statement.first);
        if (statement.line == denial.line) {
            statement.withdrawnFrom = Math.min(statement.withdrawnFrom, from);
            return;
        }
        statement.deniedFrom = Math.min(statement.deniedFrom, from);
        if (statement.basis == Basis.BATCH && statement.line.side == SourceKind.RELEASING_PARTY) {
            deniedDeeds.computeIfAbsent(statement, deed -> new Listed()).add(denial);
        }
    }

    List<Statement> of(Stage stage) {
        return byStage.get(stage.ordinal());
    }

    /** Reported and verified. */
    List<Statement> released() {
        return released;
    }

    Standing standingOf(Stage stage) {
        return new Standing(docket, of(stage), stage.isRelease());
    }

    Standing standingOfReleases() {
        return new Standing(docket, released, true);
    }
}
