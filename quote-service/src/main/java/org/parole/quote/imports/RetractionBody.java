package org.parole.quote.imports;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Reason;

/** Why an import is undone. */
@Schema(name = "ImportRetraction", description = "Why an import is undone.")
public record RetractionBody(
        @Schema(description = "The reason, kept in the history of each record", examples = "The file was the wrong edition") @NotNull @Reason String reason) {
}
