package org.parole.tally.count;

/** The ways in which reports disagree. */
public enum ConflictType {
    /** Two claimants give figures that cannot both be true. */
    CONTRADICTION,
    /** One claimant gives two figures for the same date and basis, both in words of its own. */
    SELF_CONTRADICTION,
    /** Outlets give different figures for one claimant; this says nothing against the claimant. */
    REPORTED_DIFFERENTLY,
    /** The batches on record add up to more than the running total has room for. */
    BATCH_VS_CUMULATIVE,
    /** Parts that exceed their whole, or are said to be all of them and do not add up to it. */
    PARTS,
    /** What may be one release is told with two dates. */
    DATE,
    /** A claimant's running total falls. */
    DECREASE,
    /** The same people, counted in another category. */
    CATEGORY,
    /** Announced for a day, not carried out. */
    PLAN_VS_DONE,
    /** Said to have happened, and denied. */
    DENIAL
}
