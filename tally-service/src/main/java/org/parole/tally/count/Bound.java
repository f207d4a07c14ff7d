package org.parole.tally.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Whose figure a bound is.
 *
 * @param claimant whose it is; of several batches, the claimant of the newest
 * @param side the claimant's side
 * @param eventOn the last day that the stated total, or the newest batch, is for
 * @param basis the basis of the figure; BATCH where it is a sum of batches
 * @param reports the ids of the reports behind it; at most {@value Conflict#LISTED}
 * @param carried whether others have given a later, higher total, but not the claimant's own side
 * @param open whether nobody has said that it ends there: 'over 900', or batches that may not be all
 * @param stated what the claimant itself stated, where releases or re-arrests since have been added or taken away; else empty
 */
public record Bound(String claimant, SourceKind side, LocalDate eventOn, Basis basis, List<String> reports,
        boolean carried, boolean open, List<Object> stated) {

    /** @param high whether it is the upper one: beside 'up to 250' the releases on record prove the lower one only */
    static Bound of(Position position, boolean high, boolean open) {
        if (!position.proven.isEmpty() && (!high || position.statedRange().openHigh())) {
            List<Statement> batches = new ArrayList<>(position.proven.statements());
            batches.addAll(position.since.statements());
            return of(batches, false, true);
        }
        Basis basis = position.hasTotal() ? position.voting.basis : Basis.BATCH;
        return new Bound(position.claimant.label(), position.claimant.side,
                LocalDate.ofEpochDay(position.date().last()), basis,
                first(position.stated, position.since.statements()),
                position.status == Position.Status.CARRIED, open,
                position.since.isEmpty() ? List.of() : position.figures());
    }

    /** The figure of the claimant's own, or null where the bound is what it said. */
    public Sentence words() {
        return stated.isEmpty() ? null : Sentence.of("bound.stated", "figures", stated);
    }

    /**
     * The bound that batches give, which are not empty: of the newest release, who tells of the fewest, or of the most.
     *
     * @param high whether it is the upper one
     */
    static Bound of(List<Statement> batches, boolean high, boolean open) {
        Comparator<Statement> figure = high
                ? Comparator.comparingLong(batch -> batch.range.high())
                : Comparator.comparingLong(batch -> batch.range.closed() ? -batch.range.low() : Long.MIN_VALUE);
        Set<Statement> parts = Parts.without(batches);
        Statement newest = batches.stream().filter(batch -> parts.size() == batches.size() || !parts.contains(batch))
                .max(Comparator.comparing((Statement batch) -> batch.days).thenComparing(figure)
                        .thenComparing(Statement.IN_TEXT.reversed()))
                .orElseThrow();
        return new Bound(newest.claimant.label(), newest.claimant.side, LocalDate.ofEpochDay(newest.days.last()),
                newest.basis, first(List.of(newest), batches), false, open, List.of());
    }

    private static List<String> first(List<Statement> owner, List<Statement> others) {
        List<String> ids = new ArrayList<>(Statement.ids(owner));
        Statement.ids(others).stream().filter(id -> !ids.contains(id)).limit(Math.max(0, Conflict.LISTED - ids.size()))
                .forEach(ids::add);
        return List.copyOf(ids.subList(0, Math.min(ids.size(), Conflict.LISTED)));
    }
}
