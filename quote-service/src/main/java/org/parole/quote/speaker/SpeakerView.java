package org.parole.quote.speaker;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;
import org.parole.quote.name.NameMatch;

/** A speaker as clients get it. */
@Schema(name = "Speaker", description = "Who speaks.")
public record SpeakerView(@Schema(description = "The speaker's id") UUID id,
        @Schema(description = "Which revision of the record this is, from 1") int revision,
        @Schema(description = "Why there is this revision") RevisionType revisionType,
        @Schema(description = "What the editor gave as the reason of the revision; none for a first one") @Nullable String reason,
        @Schema(description = "When the revision was recorded: what `asOf` compares") Instant recordedAt,
        @Schema(description = "By whom it was recorded") String recordedBy,
        @Schema(description = "Its name", examples = "Javid Faisal") String name,
        @Schema(description = "What kind of speaker it is") SpeakerKind kind,
        @Schema(description = "Other names and spellings") List<String> aliases,
        @Schema(description = "Its id at Wikidata") @Nullable String wikidataId,
        @Schema(description = "Slug of the party that it speaks for", examples = "afghan-government") @Nullable String party,
        @Schema(description = "Id of the speaker that it speaks for") @Nullable UUID speaksFor,
        List<SpeakerRole> roles,
        @Schema(description = "In searches for a name: why this one fits, and how well") @Nullable NameMatch match) {

    SpeakerView with(NameMatch why) {
        return new SpeakerView(id, revision, revisionType, reason, recordedAt, recordedBy, name, kind, aliases,
                wikidataId, party, speaksFor, roles, why);
    }
}
