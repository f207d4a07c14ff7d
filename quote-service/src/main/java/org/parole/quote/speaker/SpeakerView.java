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
public record SpeakerView(UUID id, int revision, RevisionType revisionType, @Nullable String reason, Instant recordedAt,
        String recordedBy, @Schema(examples = "Javid Faisal") String name, SpeakerKind kind, List<String> aliases,
        @Nullable String wikidataId, @Schema(examples = "afghan-government") @Nullable String party,
        @Nullable UUID speaksFor,
        List<SpeakerRole> roles,
        @Schema(description = "In searches for a name: why this one fits, and how well") @Nullable NameMatch match) {

    SpeakerView with(NameMatch why) {
        return new SpeakerView(id, revision, revisionType, reason, recordedAt, recordedBy, name, kind, aliases,
                wikidataId, party, speaksFor, roles, why);
    }
}
