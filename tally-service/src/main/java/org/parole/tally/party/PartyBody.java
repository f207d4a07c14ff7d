package org.parole.tally.party;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Formats;
import org.parole.kit.text.Names;
import org.parole.kit.text.OneLine;

/** A party as a client sends it. */
@Schema(name = "PartyBody", description = "A party: a state, an armed group, a coalition, a mediator, a monitor.")
public record PartyBody(
        @Schema(description = "Unique. It never changes", examples = "example-monitor") @NotNull @Size(max = 100) @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE) String slug,
        @Schema(examples = "Example Monitor") @NotBlank @Size(max = 200) @OneLine String name,
        @Schema(examples = "MONITOR") @NotNull PartyKind kind,
        @Schema(description = "Other names") @Size(max = 50) List<@NotBlank @Size(max = 200) @OneLine String> aliases,
        @Schema(examples = "Q42") @Pattern(regexp = "Q[1-9][0-9]{0,11}", message = "must be a Wikidata item such as Q42") String wikidataId) {

    /** Brings the names into NFC; nothing is an empty list. */
    public PartyBody {
        name = Names.clean(name);
        aliases = aliases == null ? List.of() : aliases.stream().map(Names::clean).toList();
    }
}
