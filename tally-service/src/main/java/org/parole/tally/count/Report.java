package org.parole.tally.count;

import java.util.Objects;
import java.util.Set;

/**
 * One release report as it was recorded from one time to another.
 *
 * @param id the report's id
 * @param claimant whose figure it is
 * @param organ the party organ that the claimant speaks for here, or null: all who speak for it are one claimant
 * @param side the claimant's side
 * @param stage how far the release has got
 * @param basis what the number counts
 * @param quantity the number, or null where the source denies or suspends a release without one
 * @param days when it was
 * @param part what makes it a count of some of a whole, or {@link Part#NONE}
 * @param scopes the lists that it counts in; empty for the commitment's own, which is {@link #OWN} beside others
 * @param remains whether it counts remains of the dead, which are never added to the living; null where it does not say, so that it
 * counts what its commitment is about
 * @param publishedAt when the world could know, in epoch milliseconds
 * @param recordedFrom when this revision was recorded, in epoch microseconds
 * @param recordedTo when the next revision replaced it, in epoch microseconds, or Long.MAX_VALUE
 * @param retracted whether this revision withdraws the report
 * @param source how it reached the public
 * @param release the release that an editor has put this batch in, or null
 * @param telling which telling of that release it is a part of, or null
 * @param disputed whether an editor has marked it as disputed: it is shown and spans, but proves nothing and does not vote
 * @param ordinal the how manyth exchange the source says that this was, or null
 */
public record Report(String id, String claimant, String organ, SourceKind side, Stage stage, Basis basis,
        Quantity quantity, Days days, Part part, Set<String> scopes, Boolean remains, long publishedAt,
        long recordedFrom, long recordedTo, boolean retracted, Source source, String release, String telling,
        boolean disputed, Integer ordinal) {

    /** The name of the commitment's own list in a figure that counts several. */
    public static final String OWN = "own";

    public Report {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(claimant, "claimant");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(days, "days");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(source, "source");
        scopes = Set.copyOf(scopes);
    }

    /** The same words, recorded at another time. */
    Report recorded(long from, long to) {
        return new Report(id, claimant, organ, side, stage, basis, quantity, days, part, scopes, remains, publishedAt,
                from, to, retracted, source, release, telling, disputed, ordinal);
    }

    /** The same number as a count of the whole: what a question about one place or category gets. */
    public Report asWhole() {
        Part whole = basis == Basis.REMAINING ? new Part(part.outOf(), null, null, false) : Part.NONE;
        return new Report(id, claimant, organ, side, stage, basis, quantity, days, whole, scopes, remains, publishedAt,
                recordedFrom, recordedTo, retracted, source, release, telling, disputed, ordinal);
    }

    /** Whether this revision of the report counts for the question. */
    boolean counts(Question question) {
        return recordedFrom <= question.asOf() && question.asOf() < recordedTo && !retracted
                && publishedAt <= question.publishedBy() && days.first() <= question.on();
    }
}
