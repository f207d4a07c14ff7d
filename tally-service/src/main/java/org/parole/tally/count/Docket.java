package org.parole.tally.count;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
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
    /** The statements by what they say, in places by their hashes: twice as many places as statements, or more. */
    private Statement[] table = new Statement[64];
    private int[] hashes = new int[64];
    private int kept;
    /** Another for every docket, so that nobody can make up reports that all fall on one place. */
    private final long seed = System.nanoTime() * 0x9E3779B97F4A7C15L;

    Docket(Quantity promised, Collection<Report> reports, Question question) {
        this.promised = promised;
        offered = reports.size();
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
            Statement statement = find(line, report);
            if (statement.reports.isEmpty()) {
                folded.add(statement);
            }
            statement.carriedBy(report);
        }
        table = null;
        hashes = null;
        counted = count;
        rank();
        statements = byFirstDay(partsSummed(folded));
    }

    /** The same part of an editor's release: what is told by one line, for the same days, in the same telling. */
    private record Part(Line line, Stage stage, int since, int first, int last, String scope, String release,
            String telling) {
    }

    private static List<Statement> partsSummed(List<Statement> statements) {
        boolean any = false;
        for (Statement statement : statements) {
            any |= statement.release != null;
        }
        if (!any) {
            return statements;
        }
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

    private void rank() {
        Line[] sorted = lines.toArray(Line[]::new);
        Arrays.sort(sorted, Comparator.comparing(line -> line.key));
        for (int i = 0; i < sorted.length; i++) {
            sorted[i].rank = i;
        }
    }

    /** The line that goes by a name, as an organ or as one of its claimants, or null. */
    Line lineNamed(String name) {
        if (named == null) {
            named = new HashMap<>();
            for (Line line : lines) {
                for (String spoken : line.names()) {
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

    /** The statement that a report makes: one that was made before, or a new one. */
    private Statement find(Line line, Report report) {
        String category = plain(report.category());
        int hash = hash(line, report);
        int at = hash & table.length - 1;
        for (; table[at] != null; at = at + 1 & table.length - 1) {
            if (hashes[at] == hash && same(table[at], line, report, category)) {
                return table[at];
            }
        }
        Statement statement = new Statement(line, report, category, promised);
        table[at] = statement;
        hashes[at] = hash;
        if (++kept * 2 > table.length) {
            grow();
        }
        return statement;
    }

    private void grow() {
        Statement[] old = table;
        int[] oldHashes = hashes;
        table = new Statement[old.length * 2];
        hashes = new int[old.length * 2];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != null) {
                int at = oldHashes[i] & table.length - 1;
                while (table[at] != null) {
                    at = at + 1 & table.length - 1;
                }
                table[at] = old[i];
                hashes[at] = oldHashes[i];
            }
        }
    }

    private int hash(Line line, Report report) {
        long hash = mix(seed, line.index << 6 | report.stage().ordinal() << 3 | report.basis().ordinal());
        hash = mix(hash, (long) report.since() << 32 ^ report.firstDay());
        hash = mix(hash, (long) report.lastDay() << 32 ^ Objects.hashCode(report.scope()));
        hash = mix(hash, report.quantity().low() << 32 ^ report.quantity().high());
        return (int) (hash >>> 32);
    }

    private static long mix(long hash, long with) {
        long mixed = (hash ^ with) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }

    /** Whether two reports of one line are the same statement. */
    private static boolean same(Statement one, Line line, Report report, String category) {
        return one.line == line && one.stage == report.stage() && one.basis == report.basis()
                && one.since == report.since() && one.first == report.firstDay() && one.last == report.lastDay()
                && one.gives(report.quantity()) && Objects.equals(one.outOf, report.outOf())
                && Objects.equals(one.plainCategory, category) && Objects.equals(one.scope, report.scope())
                && Objects.equals(one.release, report.release()) && Objects.equals(one.telling, report.telling());
    }
}
