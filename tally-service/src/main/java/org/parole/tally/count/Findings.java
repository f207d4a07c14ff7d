package org.parole.tally.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is found in one list. */
final class Findings {

    private static final Comparator<Conflict> ORDER = Comparator.comparing(Conflict::since)
            .thenComparing(Conflict::type).thenComparing(conflict -> conflict.figures().toString())
            .thenComparing(conflict -> String.join(" ", conflict.reports()));

    /** Of many other statements the ids of the first so many are put in order. */
    private static final int LOOKED_AT = 1_000;

    private final String scope;
    private final List<Conflict> conflicts = new ArrayList<>();
    final List<Gap> gaps = new ArrayList<>();
    final List<OpenPlan> plans = new ArrayList<>();

    Findings(String scope) {
        this.scope = scope;
    }

    /** The list that they are about, or null for the commitment's own. */
    String scope() {
        return scope;
    }

    /** The conflicts, the oldest first. */
    List<Conflict> conflicts() {
        conflicts.sort(ORDER);
        return conflicts;
    }

    void add(ConflictType type, int since, List<Figure> figures, Sentence text, Collection<Statement> statements) {
        add(type, since, figures, text, statements, List.of(), false);
    }

    /**
     * Adds a conflict.
     *
     * @param others statements that are listed after the first ones, as far as there is room
     * @param standing whether two sides disagree and neither has withdrawn its figure
     */
    void add(ConflictType type, int since, List<Figure> figures, Sentence text, Collection<Statement> statements,
            List<Statement> others, boolean standing) {
        conflicts.add(new Conflict(type, scope, LocalDate.ofEpochDay(since), first(figures), text,
                ids(statements, others), count(statements) + count(others), standing));
    }

    void add(Conflict conflict) {
        conflicts.add(conflict);
    }

    private static int count(Collection<Statement> statements) {
        return statements.stream().mapToInt(statement -> statement.reports.size()).sum();
    }

    /** As many ids as are listed, those of the first statements before the others, in the order of the alphabet. */
    static List<String> ids(Collection<Statement> statements, List<Statement> others) {
        Set<String> ids = new LinkedHashSet<>(Statement.ids(statements, Conflict.LISTED));
        for (String id : Statement.ids(others.subList(0, Math.min(LOOKED_AT, others.size())), Conflict.LISTED)) {
            if (ids.size() == Conflict.LISTED) {
                break;
            }
            ids.add(id);
        }
        return ids.stream().sorted().toList();
    }

    private static <T> List<T> first(List<T> all) {
        return all.size() <= Conflict.LISTED ? all : List.copyOf(all.subList(0, Conflict.LISTED));
    }

    /** The figures of statements, each once, in their order. */
    static List<Figure> figures(Collection<Statement> statements) {
        return statements.stream().map(Figure::of).distinct().limit(Conflict.LISTED).toList();
    }
}
