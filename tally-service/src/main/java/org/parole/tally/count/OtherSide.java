package org.parole.tally.count;

import java.time.LocalDate;

/**
 * The last word of the side that gives no total that votes.
 *
 * @param side which side it is
 * @param claimant who spoke for it last, or null where it has never spoken
 * @param figure the figure, or null
 * @param outOf the whole that the figure is a part of, where it says so, or null
 * @param basis what the figure counts, or null
 * @param on the event date of the figure, or null
 */
public record OtherSide(SourceKind side, String claimant, Quantity figure, Integer outOf, Basis basis, LocalDate on) {

    /** The figure as it was given, or null. */
    public Sentence words() {
        if (figure == null) {
            return null;
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
