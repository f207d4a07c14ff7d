package org.parole.tally.report;

import java.util.UUID;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Names;
import org.parole.kit.text.OneLine;

/** Whose figure it is. */
@Schema(description = "The person or organisation that states the figure. It is the outlet only if the outlet speaks in its own voice.")
public record Claimant(
        @Schema(description = "Whose figure it is; the outlet only where it speaks in its own voice", examples = "Javid Faisal") @NotBlank @Size(max = 200) @OneLine String name,
        @Schema(description = "Id of the speaker at the quote-service") @Nullable UUID speakerId,
        @Schema(description = "The party organ for which it speaks. All its speakers are one line of claims", examples = "National Security Council") @Size(min = 1, max = 200) @OneLine @Nullable String speaksFor,
        @Schema(description = "The organ for which it spoke here, if it speaks for two. The figure belongs to the line of this organ", examples = "Office of the President") @Size(min = 1, max = 200) @Nullable String spokeFor) {

    /** Brings the names into NFC. */
    public Claimant {
        name = Names.clean(name);
        speaksFor = Names.clean(speaksFor);
        spokeFor = Names.clean(spokeFor);
    }
}
