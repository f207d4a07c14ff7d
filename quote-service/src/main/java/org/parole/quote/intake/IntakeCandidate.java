package org.parole.quote.intake;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.quote.quote.SpeakerCandidateBody;

/** Somebody who may have said a quote of an intake. */
@Schema(description = "Somebody who may have said it: one of the intake's speakers, or a name where none is recorded.")
public record IntakeCandidate(@Schema(description = "Label of a speaker") String speaker, String name,
        @Schema(description = "From 0 to 1", examples = "0.7") BigDecimal confidence) {

    SpeakerCandidateBody body(Function<String, UUID> ids) {
        return new SpeakerCandidateBody(speaker == null ? null : ids.apply(speaker), name, confidence);
    }
}
