package org.parole.tally.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
     * @param others statements that are listed after the first ones, in their order and as far as there is room
     * @param standing whether two sides disagree and neither has withdrawn its figure
     */
    void add(ConflictType type, int since, List<Figure> figures, Sentence text, Collection<Statement> statements,
            List<Statement> others, boolean standing) {
        add(type, since, figures, text, statements, others, Statement.reportCount(others), standing);
    }

    /** Adds a conflict of which the other statements are batches that are added up. */
    void add(ConflictType type, int since, List<Figure> figures, Sentence text, Collection<Statement> statements,
            Batches.Sum others, boolean standing) {
        add(type, since, figures, text, statements, others.statements(), others.reportCount(), standing);
    }

    private void add(ConflictType type, int since, List<Figure> figures, Sentence text,
            Collection<Statement> statements, List<Statement> others, int otherReports, boolean standing) {
        conflicts.add(new Conflict(type, scope, LocalDate.ofEpochDay(since), first(figures), text,
                ids(statements, others), Statement.reportCount(statements) + otherReports, standing));
    }

    void add(Conflict conflict) {
        conflicts.add(conflict);
    }

    /** As many ids as are listed, those of the statements before those of the first others, in the order of the alphabet. */
    static List<String> ids(Collection<Statement> statements, List<Statement> others) {
        List<Statement> firstOthers = others.subList(0, Math.min(LOOKED_AT, others.size()));
        return Stream.concat(Statement.ids(statements, Conflict.LISTED).stream(),
                Statement.ids(firstOthers, Conflict.LISTED).stream())
                .distinct().limit(Conflict.LISTED).sorted().toList();
    }

    private static <T> List<T> first(List<T> all) {
        return all.size() <= Conflict.LISTED ? all : List.copyOf(all.subList(0, Conflict.LISTED));
    }

    /** The figures of statements, each once, in their order. */
    static List<Figure> figures(Collection<Statement> statements) {
        return statements.stream().map(Figure::of).distinct().limit(Conflict.LISTED).toList();
    }
}
