package org.parole.quote.quote;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.LanguageTag;
import org.parole.quote.anchor.SourceText;

/** The wording that was translated. */
@Schema(description = "The original wording, if the content is a translation.")
public record Original(
        @Schema(description = "The words in the original language") @NotBlank @Size(max = QuoteBody.MAX_CONTENT) String content,
        @Schema(description = "The original language (BCP 47)", examples = "fa-AF") @NotNull @LanguageTag String language) {

    /** Brings the content into NFC. */
    public Original {
        content = SourceText.nfc(content);
    }
}
