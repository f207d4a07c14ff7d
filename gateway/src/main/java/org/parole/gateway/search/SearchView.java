package org.parole.gateway.search;

import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.gateway.compose.Composed;
import org.parole.gateway.compose.Missing;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What was found where.
 *
 * @param quotes by their content
 * @param speakers by their names
 * @param agreements by their words
 * @param releaseReports by their words
 * @param incomplete what is missing; empty when nothing is
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "SearchResult", description = "The first quotes, speakers, agreements and release reports that match the words. A missing section is null, and `incomplete` names it. A section without a match is empty.")
@RegisterForReflection
public record SearchView(@Nullable SearchSection quotes, @Nullable SearchSection speakers,
        @Nullable SearchSection agreements,
        @Nullable SearchSection releaseReports, List<Missing> incomplete) implements Composed {
}
