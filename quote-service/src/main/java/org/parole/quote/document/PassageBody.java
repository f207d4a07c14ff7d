package org.parole.quote.document;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.quote.anchor.SourceText;

/** Another passage of a document. */
@Schema(name = "PassageBody", description = "A further passage of a document's text.")
public record PassageBody(
        @Schema(description = "The passage as published. Parole stores it in Unicode normal form NFC", examples = "The spokesman said that the talks would go on.") @NotBlank @Size(max = DocumentBody.MAX_TEXT, message = "must have at most 1,000,000 characters") String text) {

    /** Brings the text into NFC. */
    public PassageBody {
        text = SourceText.nfc(text);
    }
}
