package org.parole.quote.document;

import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.quote.anchor.AnchorStatus;

/** Whether words stand in a document's text, and where. */
@Schema(description = "Whether words stand in a document's text: EXACT, NORMALISED (with the way of writing set aside), AMBIGUOUS (more than once), ALTERED (cut inside a word, or shortened so that it changes the meaning), ORPHANED (not there), UNCHECKED (there is no text).")
public record DocumentPassage(UUID documentId,
        @Schema(description = "Absent if there is no text") @Nullable String sha256,
        @Schema(examples = "EXACT") AnchorStatus status,
        @Schema(description = "First code point of the words; absent where they were not found", examples = "139") @Nullable Integer start,
        @Schema(description = "Code point after them", examples = "157") @Nullable Integer end,
        @Schema(description = "Why the status is not EXACT") @Nullable String detail,
        @Schema(description = "Language tag (BCP 47) of the document", examples = "en") @Nullable String language) {
}
