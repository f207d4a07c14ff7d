package org.parole.gateway.search;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What one list found.
 *
 * @param items the first few
 * @param more path and query of the whole list; null when these are all
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "SearchSection", description = "The first matches of one list, and the path of the whole list.")
@RegisterForReflection
public record SearchSection(@Schema(description = "The items, in the form of the list") JsonNode items,
        @Schema(description = "Path and query of the whole list. null if the section has all matches", nullable = true, examples = "/api/v1/quotes?q=prisoners") @Nullable String more) {
}
