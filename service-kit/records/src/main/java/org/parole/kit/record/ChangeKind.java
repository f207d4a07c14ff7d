package org.parole.kit.record;

/** What a change in the feed did to a record. */
public enum ChangeKind {
    CREATED, REVISED, RETRACTED, MERGED, UNMERGED, ANCHOR_BROKEN, ANCHOR_MENDED, GROUPED, UNGROUPED
}
