package org.parole.quote.document;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A span of a document's text with at most 300 characters around it. */
@Schema(description = "A span of a document's text, with at most 150 characters before and 150 after it.")
public record DocumentContext(UUID documentId, int textRevision, String sha256,
        @Schema(description = "First code point of the span. The text in NFC starts with 0", examples = "139") int start,
        @Schema(description = "Code point after the span", examples = "157") int end,
        String before, @Schema(examples = "fruitless meetings") String words, String after) {
}
