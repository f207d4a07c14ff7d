package org.parole.quote.quote;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which quote another one is an occurrence of, as an editor sees it. */
@Schema(name = "OccurrenceBody", description = "Which quote this one is an occurrence of, and why.")
public record OccurrenceBody(@Schema(description = "Id of a quote of the group to join") @NotNull UUID quote,
        @Schema(examples = "The same sentence in another translation") @NotBlank @Size(max = 500) String reason) {
}
