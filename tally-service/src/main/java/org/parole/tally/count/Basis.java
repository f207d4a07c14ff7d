package org.parole.tally.count;

/** What a report's number counts. */
public enum Basis {
    /** These people, this time. */
    BATCH,
    /** So far, in all. */
    CUMULATIVE,
    /** Still to go, out of a stated or the committed total. */
    REMAINING,
    /** One source's wording of the whole commitment. */
    TOTAL,
    /** Of those who were released, these were arrested again: taken away from the count. */
    REARRESTED;

    /** Whether the number gives a running total. */
    public boolean isRunningTotal() {
        return this == CUMULATIVE || this == REMAINING;
    }
}
