package org.parole.tally.party;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;

/** A party as clients get it. */
@Schema(name = "Party", description = "A party.")
public record PartyView(
        @Schema(description = "Its slug, which never changes", examples = "afghan-government") String slug,
        @Schema(description = "Which revision of the record this is, from 1") int revision,
        @Schema(description = "Why there is this revision") RevisionType revisionType,
        @Schema(description = "What the editor gave as the reason of the revision; none for a first one") @Nullable String reason,
        @Schema(description = "When the revision was recorded: what `asOf` compares") Instant recordedAt,
        @Schema(description = "By whom it was recorded") String recordedBy,
        @Schema(description = "Its name") String name, @Schema(description = "What kind of party it is") PartyKind kind,
        @Schema(description = "Other names") List<String> aliases,
        @Schema(description = "Its id at Wikidata") @Nullable String wikidataId) {
}
