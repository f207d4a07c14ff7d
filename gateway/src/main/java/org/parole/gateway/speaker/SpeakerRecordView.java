package org.parole.gateway.speaker;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.gateway.compose.Composed;
import org.parole.gateway.compose.Missing;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a speaker said, beside what was tallied.
 *
 * @param speaker the speaker
 * @param quotes a page of what it said
 * @param releaseReports a page of the figures that it claimed
 * @param tallies the tallies of the party that it speaks for; empty when it speaks for none
 * @param incomplete what is missing; empty when nothing is
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "SpeakerRecord", description = "The quotes and claims of a speaker, beside the tallies of the party that it speaks for.")
@RegisterForReflection
public record SpeakerRecordView(JsonNode speaker, JsonNode quotes, JsonNode releaseReports, JsonNode tallies,
        List<Missing> incomplete) implements Composed {
}
