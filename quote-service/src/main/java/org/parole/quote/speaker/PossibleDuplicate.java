package org.parole.quote.speaker;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two speakers that may be one. */
@Schema(description = "Two speakers that may be one, and why.")
public record PossibleDuplicate(One first, One second, Reason reason,
        @Schema(description = "Of the names, by trigrams", examples = "0.78") float similarity) {

    /** One of the two. */
    @Schema(name = "PossiblyDuplicateSpeaker")
    public record One(UUID id, String name) {
    }

    /** Why they may be one. */
    public enum Reason {
        SAME_WIKIDATA_ITEM, SAME_NAME, SIMILAR_NAME
    }
}
