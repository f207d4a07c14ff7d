package org.parole.quote.quote;

import java.math.BigDecimal;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.quote.speaker.SpeakerRef;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Somebody who may have said a quote.
 *
 * @param speaker    the speaker, or null where only a name is known
 * @param name       the name, or null where a speaker is given
 * @param confidence the recorder's confidence, from 0 to 1
 */
@RegisterForReflection
@Schema(description = "Somebody who may have said it. The quote does not count as said by any of them.")
public record SpeakerCandidate(@Nullable SpeakerRef speaker,
        @Schema(description = "Where no speaker is recorded for it") @Nullable String name,
        @Schema(description = "The recorder's confidence, from 0 to 1", examples = "0.7") BigDecimal confidence) {
}
