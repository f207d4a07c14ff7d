package org.parole.quote.speaker;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Formats;
import org.parole.kit.time.PartialDate;
import org.parole.quote.anchor.SourceText;

/** A role that a speaker has for a time; the party is the one spoken for in it. */
@Schema(description = "A role that a speaker has for a time.")
public record SpeakerRole(
        @Schema(description = "What the role is called", examples = "spokesman for the National Security Council") @NotBlank @Size(max = 300) String title,
        @Schema(description = "Slug of the party spoken for in this role", examples = "afghan-government") @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE) @Size(max = 100) @Nullable String party,
        @Schema(description = "Since when") @Nullable PartialDate from,
        @Schema(description = "Until when") @Nullable PartialDate to) {

    /** Brings the title into NFC. */
    public SpeakerRole {
        title = SourceText.nfc(title);
    }

    boolean endsBeforeItBegins() {
        return from != null && to != null && to.to().isBefore(from.from());
    }
}
