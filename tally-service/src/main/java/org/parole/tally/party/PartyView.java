package org.parole.tally.party;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;

/** A party as clients get it. */
@Schema(name = "Party", description = "A party.")
public record PartyView(@Schema(examples = "afghan-government") String slug, int revision, RevisionType revisionType,
        String reason, Instant recordedAt,
        String recordedBy, String name, PartyKind kind, List<String> aliases, String wikidataId) {
}
