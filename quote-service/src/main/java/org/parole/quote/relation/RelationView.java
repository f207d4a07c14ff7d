package org.parole.quote.relation;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;

/** A relation as clients get it, the same from both ends. */
@Schema(name = "QuoteRelation", description = "The relation of a quote to another, earlier one.")
public record RelationView(@Schema(description = "The relation's id") UUID id,
        @Schema(description = "Which revision of the record this is, from 1") int revision,
        @Schema(description = "Why there is this revision") RevisionType revisionType,
        @Schema(description = "What the editor gave as the reason of the revision; none for a first one") @Nullable String reason,
        @Schema(description = "When the revision was recorded: what `asOf` compares") Instant recordedAt,
        @Schema(description = "By whom it was recorded") String recordedBy,
        @Schema(description = "Id of the quote that has the relation") UUID from,
        @Schema(description = "How the one quote stands to the other", examples = "DENIES") RelationType type,
        @Schema(description = "Id of the quote to which it refers") UUID to,
        @Schema(description = "Anything else") @Nullable String note,
        @Schema(description = "Why it is recorded although the dates of the quotes speak against it") @Nullable String forcedReason) {
}
