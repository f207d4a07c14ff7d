package org.parole.kit.record;

/** The roles that a caller can have; each includes the ones before it. */
public final class Roles {

    /** Reads. */
    public static final String READER = "reader";
    /** Adds records. */
    public static final String CONTRIBUTOR = "contributor";
    /** Revises, merges, groups and retracts records. */
    public static final String EDITOR = "editor";
    /** Manages keys and imports. */
    public static final String ADMIN = "admin";

    private Roles() {
    }
}
