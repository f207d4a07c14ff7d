package org.parole.kit.imports;

/** How far an import has come. */
public enum ImportState {
    /** Taken in, not begun. */
    QUEUED,
    /** Being read or written. A service that dies goes on with it when it starts again. */
    RUNNING,
    /** Every row is accounted for. */
    DONE,
    /** Broken off by an error; what it had written before stays. */
    FAILED,
    /** Broken off by a client; what it had written before stays. */
    CANCELLED,
    /** What it had written is retracted. */
    UNDONE;

    /** Whether the import will do no more by itself. */
    public boolean ended() {
        return this != QUEUED && this != RUNNING;
    }
}
