package org.parole.quote.quote;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.problem.FieldError;
import org.parole.quote.anchor.Anchor;
import org.parole.quote.anchor.SourceText;

/** A place in the document's text as a client names it. */
@Schema(name = "AnchorBody", description = "Where words stand in the document's text: the words themselves (W3C TextQuoteSelector), their position in code points (TextPositionSelector), or both.")
public record AnchorBody(
        @Schema(description = "The words; may be left out where start and end are given", examples = "fruitless meetings") @Size(min = 1, max = QuoteBody.MAX_CONTENT) @Nullable String exact,
        @Schema(description = "What stands right before, to tell equal words apart") @Size(max = 500) @Nullable String prefix,
        @Schema(description = "What stands right after") @Size(max = 500) @Nullable String suffix,
        @Schema(description = "First code point; the text in NFC begins with 0") @Min(0) @Nullable Integer start,
        @Schema(description = "Code point after the last one") @Min(1) @Nullable Integer end) {

    /** Brings the texts into NFC. */
    public AnchorBody {
        exact = SourceText.nfc(exact);
        prefix = SourceText.nfc(prefix);
        suffix = SourceText.nfc(suffix);
    }

    /** What is wrong with it as a whole: the name of the field and what it must be; null where nothing is. */
    FieldError defect(String at) {
        if ((start == null) != (end == null)) {
            return new FieldError(at + (start == null ? "/start" : "/end"), "must be given too, or neither");
        }
        if (start != null && end <= start) {
            return new FieldError(at + "/end", "must be greater than start");
        }
        if (exact == null && start == null) {
            return new FieldError(at + "/exact", "must be given, or start and end");
        }
        return exact != null && exact.isBlank() ? new FieldError(at + "/exact", "must not be blank") : null;
    }

    Anchor anchor() {
        return new Anchor(exact, prefix, suffix, start, end);
    }
}
