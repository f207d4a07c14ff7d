package org.parole.kit.record;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.FieldDiff.FieldChange;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One entry of a record's history.
 *
 * @param recordType "quote", "party" …
 * @param changes what differs from the revision before; empty for the first
 * @param state   the record's own fields as they stood then
 */
@Schema(description = "One revision of a record: who changed what, when and why.")
public record Revision(
        @Schema(description = "What kind of record it is", examples = "quote") String recordType, int revision,
        RevisionType revisionType, @Nullable String reason, Instant recordedAt, String recordedBy,
        List<FieldChange> changes,
        @Schema(implementation = Object.class, type = SchemaType.OBJECT, description = "The record's fields in this revision") JsonNode state) {
}
