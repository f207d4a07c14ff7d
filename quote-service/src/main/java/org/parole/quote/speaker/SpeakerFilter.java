package org.parole.quote.speaker;

import java.util.UUID;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.text.Formats;
import org.parole.kit.time.AsOf;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which speakers are asked for. */
@RegisterForReflection
public class SpeakerFilter {

    @Parameter(description = "Speakers of this name or of one that may be the same, aliases included, the surest first, each with the reason and a score: another spelling, another script, another order of words, a title or a particle. Names that share letters only come last.", example = "Javed Faisal")
    @QueryParam("name")
    @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
    public String name;

    @Parameter(description = "Only speakers of this kind.")
    @QueryParam("kind")
    public SpeakerKind kind;

    @Parameter(description = "Only speakers for this party (its slug).", example = "afghan-government")
    @QueryParam("party")
    @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE)
    @Size(max = 100, message = "must have at most 100 characters")
    public String party;

    @Parameter(description = "Only speakers for this speaker (the id of the organ).")
    @QueryParam("speaksFor")
    public UUID speaksFor;

    @Parameter(description = "Only the speaker with this Wikidata item.", example = "Q42")
    @QueryParam("wikidataId")
    @Pattern(regexp = "Q[1-9][0-9]{0,11}", message = "must be a Wikidata item such as Q42")
    public String wikidataId;

    @Parameter(description = "Record time: speakers as they were recorded then.")
    @QueryParam("asOf")
    public AsOf asOf;
}
