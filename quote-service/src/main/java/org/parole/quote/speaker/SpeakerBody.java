package org.parole.quote.speaker;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Formats;
import org.parole.kit.text.OneLine;
import org.parole.quote.anchor.SourceText;

/** A speaker as a client sends it. */
@Schema(name = "SpeakerBody", description = "Who speaks.")
public record SpeakerBody(
        @Schema(examples = "Javid Faisal") @NotBlank @Size(max = 200) @OneLine String name,
        @Schema(examples = "PERSON") @NotNull SpeakerKind kind,
        @Schema(description = "Other names and transliterations", examples = "[\"Javed Faisal\"]") @Size(max = 50) List<@NotBlank @Size(max = 200) @OneLine String> aliases,
        @Schema(description = "Wikidata item", examples = "Q42") @Pattern(regexp = "Q[1-9][0-9]{0,11}", message = "must be a Wikidata item such as Q42") String wikidataId,
        @Schema(description = "Slug of the party spoken for", examples = "afghan-government") @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE) @Size(max = 100) String party,
        @Schema(description = "Id of the speaker (an organ) spoken for") UUID speaksFor,
        @Schema(description = "Roles over time") @Size(max = 50) List<@NotNull @Valid SpeakerRole> roles) {

    /** Brings the names into NFC; nothing is an empty list. */
    public SpeakerBody {
        name = name == null ? null : SourceText.nfc(name).strip();
        aliases = aliases == null
                ? List.of()
                : aliases.stream().map(alias -> alias == null ? null : SourceText.nfc(alias).strip()).toList();
        roles = roles == null ? List.of() : roles;
    }
}
