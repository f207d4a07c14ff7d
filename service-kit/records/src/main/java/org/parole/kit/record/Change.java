package org.parole.kit.record;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
public record Change(@Schema(description = "Its place in the order in which changes were committed") long seq,
        @Schema(description = "What was done") ChangeKind kind,
        @Schema(description = "What kind of record it is", examples = "quote") String recordType,
        @Schema(description = "Its id or slug") String recordId,
        @Schema(description = "The revision that the record has since") int revision,
        @Schema(description = "When it was recorded") Instant recordedAt,
        @Schema(description = "By whom") String recordedBy) {
}
