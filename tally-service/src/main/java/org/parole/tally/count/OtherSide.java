package org.parole.tally.count;

import java.time.LocalDate;
import java.util.Set;

/**
 * The last word of the side that gives no total that votes.
 *
 * @param side which side it is
 * @param claimant who spoke for it last, or null where it has never spoken
 * @param figure the figure, or null
 * @param outOf the whole that the figure is a part of, where it says so, or null
 * @param basis what the figure counts, or null
 * @param on the event date of the figure, or null
 * @param lists the lists that the figure counts together, where it has only spoken of several at once; else empty
 */
public record OtherSide(SourceKind side, String claimant, Quantity figure, Integer outOf, Basis basis, LocalDate on,
        Set<String> lists) {

    static OtherSide silent(SourceKind side) {
        return new OtherSide(side, null, null, null, null, null, Set.of());
    }

    /** The same, said of several lists together. */
    OtherSide of(Set<String> several) {
        return new OtherSide(side, claimant, figure, outOf, basis, on, several);
    }

    /** The figure as it was given, or null. */
    public Sentence words() {
        if (figure == null) {
            return null;
        }
        if (!lists.isEmpty()) {
            return Sentence.of("figure.lists", "figure", figure, "lists", Told.lists(lists));
        }
        return outOf == null || basis == Basis.REMAINING
                ? Sentence.of(basis == Basis.REMAINING ? "figure.toGo" : "figure", "figure", figure)
                : Sentence.of("figure.outOf", "part", figure, "whole", (long) outOf);
    }

    /** Whether it has ever given a figure. */
    public boolean hasSpoken() {
        return claimant != null;
    }
}
