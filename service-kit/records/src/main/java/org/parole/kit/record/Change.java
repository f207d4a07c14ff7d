package org.parole.kit.record;

import java.time.Instant;

/**
 * One entry of the feed of changes.
 *
 * @param seq its place in the order in which changes were committed
 * @param kind what was done
 * @param recordType "quote", "speaker", "release-report" …
 * @param recordId id or slug
 * @param revision the record's revision after it
 * @param recordedAt when
 * @param recordedBy by whom
 */
public record Change(long seq, ChangeKind kind, String recordType, String recordId, int revision, Instant recordedAt,
        String recordedBy) {
}
