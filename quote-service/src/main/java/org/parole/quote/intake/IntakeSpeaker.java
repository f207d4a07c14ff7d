package org.parole.quote.intake;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.quote.speaker.SpeakerBody;
import org.parole.quote.speaker.SpeakerKind;
import org.parole.quote.speaker.SpeakerRole;

/** A speaker of an intake, under a label that the quotes refer to. */
@Schema(description = "A speaker with a label: the id of a recorded speaker, or a name. Parole uses a recorded person or organisation of this name. It always adds groups and anonymous speakers.")
public record IntakeSpeaker(@Schema(examples = "faisal") String label, UUID id,
        @Schema(examples = "Javid Faisal") String name, SpeakerKind kind, List<String> aliases, String wikidataId,
        @Schema(examples = "afghan-government") String party,
        @Schema(description = "The label of another speaker here, or a speaker's id") String speaksFor,
        List<SpeakerRole> roles) {

    SpeakerBody body(UUID organ) {
        return new SpeakerBody(name, kind, aliases, wikidataId, party, organ, roles);
    }

    boolean hasMoreThanAnId() {
        return name != null || kind != null || aliases != null || wikidataId != null || party != null
                || speaksFor != null || roles != null;
    }
}
