package org.parole.quote.document;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which document another one is merged into, and why. */
@Schema(description = "Which document this one is merged into, and why.")
public record DocumentMergeBody(@Schema(description = "Id of the document that stays") @NotNull UUID into,
        @Schema(examples = "One article under two addresses") @NotBlank @Size(max = 500) String reason) {
}
