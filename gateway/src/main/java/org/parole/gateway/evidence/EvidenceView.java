package org.parole.gateway.evidence;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.gateway.compose.Composed;
import org.parole.gateway.compose.Missing;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A number and the words behind it.
 *
 * @param report the release report
 * @param quote the quote that states it; null when the report names none or it is missing
 * @param document where it can be read; null when it is not recorded or missing
 * @param verification whether the words stand there: that of the quote
 * @param incomplete what is missing; empty when nothing is
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Evidence", description = "A release report, the quote that states its number, the document that contains the quote, and its verification.")
@RegisterForReflection
public record EvidenceView(JsonNode report, JsonNode quote, JsonNode document, JsonNode verification,
        List<Missing> incomplete) implements Composed {
}
