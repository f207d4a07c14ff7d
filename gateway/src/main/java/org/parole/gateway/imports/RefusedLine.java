package org.parole.gateway.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A row that was not taken, and why. */
@RegisterForReflection
@Schema(name = "RefusedRow", description = "A row of an imported table that was not taken, and why.")
public record RefusedLine(
        @Schema(description = "The number of the line on which it begins, from 1", minimum = "1", examples = "17") long line,
        @Schema(description = "The column as a JSON Pointer; empty for the whole row", examples = "/date", maxLength = 1000) String pointer,
        @Schema(description = "What is wrong with it", examples = "is no date: 'soon'", maxLength = 2000) String reason,
        @Schema(description = "The row's cells as CSV, at most the first 10,000 characters", maxLength = 10000) String content) {
}
