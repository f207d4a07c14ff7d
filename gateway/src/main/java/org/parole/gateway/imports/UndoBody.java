package org.parole.gateway.imports;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Reason;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Why an import of a table is undone. */
@RegisterForReflection
@Schema(hidden = true)
public record UndoBody(@NotNull(message = "must be given") @Reason String reason) {
}
