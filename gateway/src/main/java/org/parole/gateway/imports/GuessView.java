package org.parole.gateway.imports;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.problem.FieldError;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.databind.JsonNode;

/** What is proposed for a table. */
@RegisterForReflection
@Schema(name = "MappingGuess", description = "A mapping that is proposed for a table, and what it leaves open.")
public record GuessView(
        @Schema(description = "The proposed mapping. Correct it, and save it under a name", implementation = Object.class) JsonNode mapping,
        @Schema(description = "What the guess could not decide, or decided by little: where in the mapping, and what is open there") List<FieldError> undecided,
        @Schema(description = "The headings of the columns, as they were read") List<String> headings,
        @Schema(description = "How many rows were looked at", minimum = "0", examples = "33") int rows) {
}
