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
    /** Something was added; the existing content is unchanged. */
    EXTENSION,
    /** The record no longer counts. */
    RETRACTION,
    /** It was joined with another, or the joining undone. */
    MERGE,
    /** Computed again because the text or document behind it has changed; no person made it. */
    REVERIFICATION
}
