package org.parole.tally.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a whole that a claimant has given.
 *
 * @param parts the parts, each as it was last given
 * @param sum what parts of one kind and date add up to, or null where they are not of one kind and date
 * @param unaccounted the whole less that sum; below zero where the parts overlap or exceed it; null where there is no sum
 */
public record Breakdown(List<PartFigure> parts, Long sum, Long unaccounted) {

    /**
     * One part.
     *
     * @param claimant whose figure it is
     * @param category the category counted, or null
     * @param place the place counted, or null
     * @param outOf the whole as the source states it, or null
     * @param figure how many
     * @param eventOn the date that it is for
     * @param reports the ids of its reports
     */
    public record PartFigure(String claimant, String category, String place, Integer outOf, Range figure,
            LocalDate eventOn, List<String> reports) {
    }

    /** The breakdown of what a position states, or null where there is none. */
    static Breakdown of(Position position, Claims claims, int day) {
        List<Statement> parts = new ArrayList<>();
        if (position.ofPart) {
            parts.addAll(position.stated);
        } else if (position.hasTotal()) {
            claims.partTotals.stream().filter(part -> part.counts(day) && !Claims.isOlder(part, position.stated.get(0)))
                    .forEach(parts::add);
        } else {
            claims.partBatches.stream().filter(part -> part.counts(day)).forEach(parts::add);
        }
        return parts.isEmpty() ? null : of(parts, position.ofPart ? null : position.range);
    }

    private static Breakdown of(List<Statement> parts, Range whole) {
        Map<Part, Statement> newest = new LinkedHashMap<>();
        parts.sort(Comparator.comparing((Statement part) -> part.days)
                .thenComparing(Statement.NEAREST_TO_OWN_WORDS.reversed()));
        parts.forEach(part -> newest.put(part.partName(), part));
        List<PartFigure> figures = newest.values().stream().map(part -> new PartFigure(part.claimant.label(),
                part.category(), part.place(), part.part.outOf(), part.range, LocalDate.ofEpochDay(part.days.last()),
                Statement.ids(List.of(part)))).toList();
        boolean oneKind = newest.keySet().stream().allMatch(part -> part.place() == null)
                || newest.keySet().stream().allMatch(part -> part.category() == null);
        boolean oneDate = newest.values().stream().map(part -> part.days).distinct().count() == 1;
        if (!oneKind || !oneDate || whole == null || !whole.closed()
                || newest.values().stream().anyMatch(part -> !part.range.closed())) {
            return new Breakdown(figures, null, null);
        }
        long sum = newest.values().stream().mapToLong(part -> part.range.low()).sum();
        return new Breakdown(figures, sum, whole.low() - sum);
    }
}
