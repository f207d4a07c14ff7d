package org.parole.quote.speaker;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which speaker another one is merged into, and why. */
@Schema(name = "SpeakerMergeBody", description = "Which speaker this one is merged into, and why.")
public record MergeBody(@Schema(description = "Id of the speaker that stays") @NotNull UUID into,
        @Schema(examples = "Two spellings of one name") @NotBlank @Size(max = 500) String reason) {
}
