package org.parole.quote.quote;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Names;
import org.parole.kit.text.OneLine;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Somebody who may have said a quote, as a client sends it: the id of a speaker, or a name. */
@RegisterForReflection
@Schema(name = "SpeakerCandidateBody", description = "Somebody who may have said it: a speaker, or a name where none is recorded.")
public record SpeakerCandidateBody(
        @Schema(description = "Id of a speaker; in an intake, the label of one of its speakers") @Nullable UUID speaker,
        @Schema(description = "A name, where no speaker is given", examples = "Suhail Shaheen") @Size(min = 1, max = 300, message = "must have 1 to 300 characters") @OneLine @Nullable String name,
        @Schema(description = "From 0 to 1", examples = "0.7") @NotNull @DecimalMin(value = "0", message = "must be 0 to 1") @DecimalMax(value = "1", message = "must be 0 to 1") BigDecimal confidence) {

    /** Brings the name into NFC. */
    public SpeakerCandidateBody {
        name = Names.clean(name);
        confidence = confidence == null ? null : confidence.stripTrailingZeros();
    }
}
