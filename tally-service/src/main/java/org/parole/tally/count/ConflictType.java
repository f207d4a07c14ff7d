package org.parole.tally.count;

/** The ways in which reports disagree. */
public enum ConflictType {
    /** Two claimants give different figures for the same date and basis. */
    CONTRADICTION,
    /** One claimant gives two figures for the same date and basis. */
    SELF_CONTRADICTION,
    /** The batches on record do not add up to the running total. */
    BATCH_VS_CUMULATIVE,
    /** A claimant's running total falls. */
    DECREASE,
    /** The same people, counted in another category. */
    CATEGORY,
    /** Announced, not carried out. */
    PLAN_VS_DONE,
    /** Said to have happened, and denied. */
    DENIAL
}
