package org.parole.quote.quote;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** Each speaker once: two that were merged are one, with the higher confidence, which claims no more than was recorded. */
    static List<SpeakerCandidate> once(List<SpeakerCandidate> candidates) {
        Map<Object, SpeakerCandidate> once = new LinkedHashMap<>();
        for (SpeakerCandidate candidate : candidates) {
            once.merge(candidate.speaker == null ? candidate : candidate.speaker.id(), candidate,
                    (one, two) -> one.confidence.compareTo(two.confidence) >= 0 ? one : two);
        }
        return List.copyOf(once.values());
    }
}
