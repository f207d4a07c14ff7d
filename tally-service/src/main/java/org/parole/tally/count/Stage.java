package org.parole.tally.count;

/** How far a release has got according to a report. */
public enum Stage {
    DEMANDED, OFFERED, LISTED, ANNOUNCED, REPORTED, VERIFIED, DENIED, SUSPENDED;

    /** Whether a report of this stage speaks of a release that took place. */
    public boolean isRelease() {
        return this == REPORTED || this == VERIFIED;
    }

    /** Whether a report of this stage speaks of what is to happen. */
    public boolean isIntent() {
        return ordinal() <= ANNOUNCED.ordinal();
    }
}
