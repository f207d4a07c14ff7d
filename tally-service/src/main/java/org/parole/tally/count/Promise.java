package org.parole.tally.count;

/**
 * What one party has promised to release, as far as a count depends on it.
 *
 * @param quantity how many, or null where nobody has promised a number ('all for all', an ad hoc swap)
 * @param category who is to be released; a report that names the same category counts the whole
 * @param singleRelease whether all of them go in one release, so that its one batch is the total
 * @param remains whether the commitment is about remains of the dead, so that these are what it counts
 */
public record Promise(Quantity quantity, String category, boolean singleRelease, boolean remains) {

    /** Nobody has promised anything. */
    public static final Promise NONE = new Promise(null, null, false, false);

    /** Whether a report counts remains of the dead: where it does not say, what the commitment is about. */
    boolean isOfRemains(Report report) {
        return report.remains() == null ? remains : report.remains();
    }

    /** A promised number, released in any number of batches. */
    public static Promise of(Quantity quantity) {
        return new Promise(quantity, null, false, false);
    }
}
