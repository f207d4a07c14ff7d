package org.parole.kit.record;

/** Why a record has a revision. */
public enum RevisionType {
    /** The first one. */
    CREATION,
    /** The record was wrong. */
    CORRECTION,
    /** The same facts, filed differently. */
    RECLASSIFICATION,
    /** What is counted has changed. */
    DEFINITION_CHANGE,
    /** Something was added to it; what stood in it stands as it did. */
    EXTENSION,
    /** The record no longer counts. */
    RETRACTION,
    /** It was joined with another, or the joining undone. */
    MERGE,
    /** Computed anew because what it is checked against has changed; nobody typed it in. */
    REVERIFICATION
}
