package org.parole.tally.party;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Names;
import org.parole.kit.text.OneLine;
import org.parole.kit.text.Slug;
import org.parole.kit.text.WikidataItem;

/** A party as a client sends it. */
@Schema(name = "PartyBody", description = "A party: a state, an armed group, a coalition, a mediator, a monitor.")
public record PartyBody(
        @Schema(description = "Unique. It never changes", examples = "example-monitor") @NotNull @Slug String slug,
        @Schema(examples = "Example Monitor") @NotBlank @Size(max = 200) @OneLine String name,
        @Schema(examples = "MONITOR") @NotNull PartyKind kind,
        @Schema(description = "Other names") @Size(max = 50) List<@NotBlank @Size(max = 200) @OneLine String> aliases,
        @Schema(examples = "Q42") @WikidataItem String wikidataId) {

    /** Brings the names into NFC; nothing is an empty list. */
    public PartyBody {
        name = Names.clean(name);
        aliases = aliases == null ? List.of() : aliases.stream().map(Names::clean).toList();
    }
}
