package org.parole.quote.quote;

import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.quote.anchor.AnchorCheck;
import org.parole.quote.anchor.AnchorStatus;
import org.parole.quote.anchor.TextPositionSelector;
import org.parole.quote.anchor.TextQuoteSelector;

/** A place in the document's text as it was found. */
@Schema(name = "Anchor", description = "Where words stand in the document's text, as found. Positions count Unicode code points of the text in NFC.")
public record AnchorView(@Schema(description = "The passage, as the text has it") @Nullable String exact,
        @Schema(description = "What stands in front of it") @Nullable String prefix,
        @Schema(description = "What stands behind it") @Nullable String suffix,
        @Schema(description = "First code point; absent where the words were not found") @Nullable Integer start,
        @Schema(description = "Code point after the last one") @Nullable Integer end,
        @Schema(description = "How the passage was found") AnchorStatus status,
        @Schema(description = "The parts, where the words are broken up in the text") @Nullable List<TextPositionSelector> spans,
        @Schema(description = "Why the status is not EXACT") @Nullable String detail) {

    static AnchorView of(AnchorCheck check) {
        TextQuoteSelector selector = check.selector();
        List<TextPositionSelector> spans = check.spans();
        return new AnchorView(selector.exact(), selector.prefix(), selector.suffix(),
                spans.isEmpty() ? null : spans.get(0).start(),
                spans.isEmpty() ? null : spans.get(spans.size() - 1).end(), check.status(),
                spans.size() > 1 ? spans : null, check.detail());
    }
}
