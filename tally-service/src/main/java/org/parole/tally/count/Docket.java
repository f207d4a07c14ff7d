package org.parole.tally.count;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The reports that count for a question, folded into statements: what the same line says again, through whatever
 * outlet, is one statement. The statements stand in the order of their first day.
 */
final class Docket {

    final Quantity promised;
    final List<Line> lines = new ArrayList<>();
    final List<Statement> statements;
    final int offered;
    final int counted;
    private final Map<String, Line> linesByName = new HashMap<>();
    private Map<String, Line> named;
    private final Map<String, String> plain = new HashMap<>();

    Docket(Quantity promised, Collection<Report> reports, Question question) {
        this.promised = promised;
        offered = reports.size();
        Map<Key, Statement> byKey = new HashMap<>();
        List<Statement> folded = new ArrayList<>();
        Map<String, Line> linesByKey = new HashMap<>();
        int count = 0;
        for (Report report : reports) {
            if (!report.counts(question)) {
                continue;
            }
            count++;
            Line line = lineOf(report, linesByKey);
            line.spoke(report);
            Key key = new Key(line, report, plain(report.category()));
            Statement statement = byKey.get(key);
            if (statement == null) {
                statement = new Statement(line, report, promised);
                byKey.put(key, statement);
                folded.add(statement);
            }
            statement.carriedBy(report);
        }
        counted = count;
        statements = byFirstDay(partsSummed(folded));
    }

    /** The same part of an editor's release: what is told by one line, for the same days, in the same telling. */
    private record Part(Line line, Stage stage, int since, int first, int last, String scope, String release,
            String telling) {
    }

    private static List<Statement> partsSummed(List<Statement> statements) {
        Map<Part, List<Statement>> parts = new LinkedHashMap<>();
        List<Statement> summed = new ArrayList<>(statements.size());
        for (Statement statement : statements) {
            if (statement.basis == Basis.BATCH && statement.release != null) {
                parts.computeIfAbsent(new Part(statement.line, statement.stage, statement.since, statement.first,
                        statement.last, statement.scope, statement.release, statement.telling),
                        part -> new ArrayList<>(2)).add(statement);
            } else {
                summed.add(statement);
            }
        }
        parts.values().forEach(part -> summed.add(Statement.sumOf(part)));
        return summed;
    }

    private Line lineOf(Report report, Map<String, Line> linesByKey) {
        String name = report.organ() != null ? report.organ() : report.claimant();
        Line line = linesByName.get(name);
        if (line == null) {
            String key = plain(name);
            line = linesByKey.get(key);
            if (line == null) {
                line = new Line(lines.size(), key);
                lines.add(line);
                linesByKey.put(key, line);
            }
            linesByName.put(name, line);
        }
        return line;
    }

    /** The line that goes by a name, as an organ or as one of its claimants, or null. */
    Line lineNamed(String name) {
        if (named == null) {
            named = new HashMap<>();
            for (Line line : lines) {
                for (String spoken : line.names) {
                    named.merge(plain(spoken), line, (one, other) -> one.key.compareTo(other.key) <= 0 ? one : other);
                }
            }
            for (Line line : lines) {
                named.put(line.key, line);
            }
        }
        return named.get(plain(name));
    }

    /** A name without regard to case, spacing and composition. */
    String plain(String name) {
        return name == null ? null : plain.computeIfAbsent(name, Docket::fold);
    }

    static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static List<Statement> byFirstDay(List<Statement> statements) {
        long[] order = new long[statements.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = ((long) statements.get(i).first << 32) | i;
        }
        Arrays.sort(order);
        List<Statement> sorted = new ArrayList<>(order.length);
        for (long position : order) {
            sorted.add(statements.get((int) position));
        }
        return sorted;
    }

    /** What makes two reports of one line the same statement. */
    private static final class Key {
        private final Line line;
        private final Report report;
        private final String category;
        private final int hash;

        Key(Line line, Report report, String category) {
            this.line = line;
            this.report = report;
            this.category = category;
            int h = line.index;
            h = 31 * h + report.stage().ordinal();
            h = 31 * h + report.basis().ordinal();
            h = 31 * h + report.since();
            h = 31 * h + report.firstDay();
            h = 31 * h + report.lastDay();
            h = 31 * h + Objects.hashCode(report.quantity().min());
            h = 31 * h + Objects.hashCode(report.quantity().max());
            h = 31 * h + Objects.hashCode(report.scope());
            hash = h * 0x9E3779B9;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object object) {
            if (!(object instanceof Key other)) {
                return false;
            }
            Report mine = report;
            Report its = other.report;
            return line == other.line && mine.stage() == its.stage() && mine.basis() == its.basis()
                    && mine.since() == its.since() && mine.firstDay() == its.firstDay()
                    && mine.lastDay() == its.lastDay() && mine.quantity().sameNumber(its.quantity())
                    && Objects.equals(mine.outOf(), its.outOf()) && Objects.equals(category, other.category)
                    && Objects.equals(mine.scope(), its.scope()) && Objects.equals(mine.release(), its.release())
                    && Objects.equals(mine.telling(), its.telling());
        }
    }
}
