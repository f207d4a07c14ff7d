package org.parole.tally.count;

import java.util.Objects;

/**
 * One release report as it was recorded from one time to another.
 *
 * @param id the report's id
 * @param claimant whose figure it is
 * @param organ the party organ that the claimant speaks for, or null: one line of claims for all who speak for it
 * @param side the claimant's side
 * @param stage how far the release has got
 * @param basis what the number counts
 * @param quantity the number
 * @param outOf the whole that the number is a part of, where the report states it ('19 of the 60'), or null
 * @param since the first day that the number covers, as an epoch day ('within the past two days'); else firstDay
 * @param firstDay the first day on which the event can have been, as an epoch day
 * @param lastDay the last day on which the event can have been, as an epoch day
 * @param category the category that the report names, or null
 * @param scope the list that it counts in, or null for the commitment's own
 * @param publishedAt when the world could know, in epoch milliseconds
 * @param recordedFrom when this revision was recorded, in epoch microseconds
 * @param recordedTo when the next revision replaced it, in epoch microseconds, or Long.MAX_VALUE
 * @param retracted whether this revision withdraws the report
 * @param outlet who printed it, or null
 * @param root where the reporting chain begins: the claimant's own channel, a wire, or the outlet itself
 * @param ownWords whether the figure stands in the claimant's own words, checked against the text
 * @param release the release that an editor has put this batch in, or null
 * @param telling which telling of that release it is a part of, or null
 * @param disputed whether an editor has marked it as disputed: it is shown and spans, but proves nothing and does not vote
 */
public record Report(String id, String claimant, String organ, SourceKind side, Stage stage, Basis basis,
        Quantity quantity, Integer outOf, int since, int firstDay, int lastDay, String category, String scope,
        long publishedAt, long recordedFrom, long recordedTo, boolean retracted, String outlet, String root,
        boolean ownWords, String release, String telling, boolean disputed) {

    public Report {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(claimant, "claimant");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(quantity, "quantity");
        if (since > firstDay || firstDay > lastDay) {
            throw new IllegalArgumentException("The days are out of order");
        }
    }

    /** The same words, recorded at another time. */
    Report recorded(long from, long to) {
        return new Report(id, claimant, organ, side, stage, basis, quantity, outOf, since, firstDay, lastDay, category,
                scope, publishedAt, from, to, retracted, outlet, root, ownWords, release, telling, disputed);
    }

    /** Whether this revision of the report counts for the question. */
    boolean counts(Question question) {
        return recordedFrom <= question.asOf() && question.asOf() < recordedTo && !retracted
                && publishedAt <= question.publishedBy() && firstDay <= question.on();
    }
}
