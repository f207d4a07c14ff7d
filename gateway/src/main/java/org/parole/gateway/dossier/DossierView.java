package org.parole.gateway.dossier;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.gateway.compose.Composed;
import org.parole.gateway.compose.Missing;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What was promised, what was freed, and what was said about it.
 *
 * @param agreement the agreement; null when it is missing
 * @param commitments what it binds its parties to
 * @param tallies one for each commitment, with the conflicts between its sources
 * @param quotes the quotes about it, a page of them
 * @param incomplete what is missing; empty when nothing is
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Dossier", description = "An agreement with its commitments, their tallies, and the quotes about it. A missing part is null, and `incomplete` names it.")
@RegisterForReflection
public record DossierView(JsonNode agreement, JsonNode commitments, JsonNode tallies, JsonNode quotes,
        List<Missing> incomplete) implements Composed {
}
