package org.parole.quote.quote;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Slug;
import org.parole.quote.anchor.SourceText;

/** What a quote is about. Parties, agreements and exchanges are kept by the tally-service; here they are only names. */
@Schema(description = "What a quote is about.")
public record About(
        @Schema(description = "Slugs of parties", examples = "[\"taliban\"]") @Size(max = 50) List<@NotNull @Slug String> parties,
        @Schema(description = "Slugs of agreements", examples = "[\"us-taliban-2020\"]") @Size(max = 50) List<@NotNull @Slug String> agreements,
        @Schema(description = "Topics in the editors' words", examples = "[\"prisoner exchange\"]") @Size(max = 50) List<@NotBlank @Size(max = 100) String> topics,
        @Schema(description = "Slugs of exchanges", examples = "[\"afghanistan-november-2019\"]") @Size(max = 50) List<@NotNull @Slug String> exchanges) {

    static final About NOTHING = new About(null, null, null, null);

    /** Nothing is an empty list. */
    public About {
        parties = parties == null ? List.of() : parties;
        agreements = agreements == null ? List.of() : agreements;
        exchanges = exchanges == null ? List.of() : exchanges;
        topics = topics == null
                ? List.of()
                : topics.stream().map(topic -> topic == null ? null : SourceText.nfc(topic).strip()).toList();
    }
}
