package org.parole.quote.relation;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;

/** A relation as clients get it, the same from both ends. */
@Schema(name = "QuoteRelation", description = "The relation of a quote to another, earlier one.")
public record RelationView(UUID id, int revision, RevisionType revisionType, String reason, Instant recordedAt,
        String recordedBy, @Schema(description = "Id of the quote that has the relation") UUID from,
        @Schema(examples = "DENIES") RelationType type,
        @Schema(description = "Id of the quote to which it refers") UUID to, String note, String forcedReason) {
}
