package org.parole.quote.speaker;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two speakers that may be one. */
@Schema(name = "PossibleDuplicateSpeakers", description = "Two speakers that may be one, and why.")
public record PossibleDuplicate(One first, One second,
        @Schema(description = "The largest difference between their names, or the same Wikidata item") Reason reason,
        @Schema(description = "How sure it is, from 0 to 1; 1 for the same name or Wikidata item", examples = "0.93") float score) {

    /** One of the two. */
    @Schema(name = "PossibleDuplicateSpeaker")
    public record One(UUID id, String name) {
    }

    /** Why they may be one: as in a search for a name, and the same item of Wikidata. */
    @Schema(name = "SpeakerDuplicateReason")
    public enum Reason {
        SAME_WIKIDATA_ITEM, SAME_NAME, TITLE_OR_PARTICLE, OTHER_SCRIPT, WORD_ORDER, OTHER_SPELLING, SHORTER_NAME
    }
}
