package org.parole.quote.relation;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;

/** A relation as clients get it, the same from both ends. */
@Schema(name = "QuoteRelation", description = "What a quote does to another, earlier one.")
public record RelationView(UUID id, int revision, RevisionType revisionType, @Nullable String reason,
        Instant recordedAt,
        String recordedBy, @Schema(description = "Id of the quote that does it") UUID from,
        @Schema(examples = "DENIES") RelationType type,
        @Schema(description = "Id of the quote that it is done to") UUID to, @Nullable String note,
        @Nullable String forcedReason) {
}
