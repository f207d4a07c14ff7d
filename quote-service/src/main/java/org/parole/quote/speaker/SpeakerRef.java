package org.parole.quote.speaker;

import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A speaker as a quote shows it. */
@Schema(description = "A speaker in short.")
public record SpeakerRef(@Schema(description = "The speaker's id") UUID id,
        @Schema(description = "Its name", examples = "Javid Faisal") String name,
        @Schema(description = "What kind of speaker it is") SpeakerKind kind,
        @Schema(description = "Slug of the party spoken for when the quote was said", examples = "afghan-government") @Nullable String party) {
}
