package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reports that count for a question, folded into statements: what the same claimant says again, through whatever outlet,
 * is one statement. They stand in the order of their first day.
 */
final class Statements {

    final List<Statement> all;
    final List<Claimant> claimants = new ArrayList<>();
    final int offered;
    final int counted;
    private final Names names = new Names();
    private final Map<String, Claimant> byKey = new HashMap<>();
    private Map<String, Claimant> byName;
    /** The reports that say the how manyth exchange it was. */
    final List<Ordinals.Numbered> numbered = new ArrayList<>(0);

    /** What makes two reports the same statement. */
    private record Same(Claimant claimant, Stage stage, Basis basis, Days days, Quantity number, Part part,
            Set<String> scopes, boolean remains, String release, String telling) {
    }

    /** What makes two statements parts of one telling of an editor's release. */
    private record OneTelling(Claimant claimant, Stage stage, Days days, Set<String> scopes, String release,
            String telling) {
    }

    Statements(Promise promise, Collection<Report> reports, Question question) {
        offered = reports.size();
        String wholeCategory = names.plain(promise.category());
        Map<Same, Statement> found = new LinkedHashMap<>(reports.size() * 2);
        int count = 0;
        for (Report report : reports) {
            if (!report.counts(question)) {
                continue;
            }
            count++;
            Claimant claimant = claimantOf(report);
            claimant.spoke(report);
            if (report.ordinal() != null && report.stage().isRelease()) {
                numbered.add(new Ordinals.Numbered(claimant, report));
            }
            if (report.quantity() == null && report.stage() != Stage.DENIED && report.stage() != Stage.SUSPENDED) {
                continue;
            }
            Part part = partOf(report, wholeCategory);
            found.computeIfAbsent(
                    new Same(claimant, report.stage(), report.basis(), report.days(),
                            report.quantity() == null ? null : report.quantity().number(), part,
                            report.scopes(), promise.isOfRemains(report), report.release(), report.telling()),
                    same -> new Statement(claimant, report, part, promise))
                    .carriedBy(report, names.plain(report.source().outlet()));
        }
        counted = count;
        claimants.sort(Comparator.comparing(claimant -> claimant.key));
        for (int i = 0; i < claimants.size(); i++) {
            claimants.get(i).rank = i;
        }
        all = partsSummed(found.values());
        all.sort(Comparator.comparingInt((Statement s) -> s.days.first()).thenComparing(Statement.BY_DATE));
    }

    private Claimant claimantOf(Report report) {
        return byKey.computeIfAbsent(names.plain(report.organ() != null ? report.organ() : report.claimant()), key -> {
            Claimant claimant = new Claimant(key);
            claimants.add(claimant);
            return claimant;
        });
    }

    /** The commitment's own category is no part of it. */
    private Part partOf(Report report, String wholeCategory) {
        Part part = report.part();
        if (part.equals(Part.NONE)) {
            return part;
        }
        String category = names.plain(part.category());
        return new Part(part.outOf(), category == null || category.equals(wholeCategory) ? null : category,
                names.plain(part.place()), part.complete());
    }

    private static List<Statement> partsSummed(Collection<Statement> statements) {
        List<Statement> summed = new ArrayList<>(statements.size());
        Map<OneTelling, List<Statement>> tellings = new LinkedHashMap<>();
        for (Statement statement : statements) {
            if (statement.basis == Basis.BATCH && statement.release != null) {
                tellings.computeIfAbsent(new OneTelling(statement.claimant, statement.stage, statement.days,
                        statement.scopes, statement.release, statement.telling), key -> new ArrayList<>(2))
                        .add(statement);
            } else {
                summed.add(statement);
            }
        }
        tellings.values().forEach(parts -> {
            parts.sort(Statement.IN_TEXT);
            summed.add(Statement.sumOf(parts));
        });
        return summed;
    }

    /** The claimant that goes by a name, as an organ or as one who speaks for it, or null. */
    Claimant named(String name) {
        if (byName == null) {
            byName = new HashMap<>();
            for (Claimant claimant : claimants) {
                claimant.names().forEach(spoken -> byName.putIfAbsent(names.plain(spoken), claimant));
            }
            byName.putAll(byKey);
        }
        return byName.get(names.plain(name));
    }

    /** Whose figure a statement passes on, by all of its reports: the claimant at which their chains begin, or null. */
    Claimant source(Statement statement) {
        Set<Claimant> sources = new HashSet<>();
        statement.reports.forEach(report -> sources.add(
                report.source().root() == null ? null : named(report.source().root())));
        Claimant source = sources.size() == 1 ? sources.iterator().next() : null;
        return source == statement.claimant ? null : source;
    }

    /** A name as it is compared. */
    String plain(String name) {
        return names.plain(name);
    }
}
