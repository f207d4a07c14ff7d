package org.parole.quote.document;

import org.parole.quote.anchor.SourceText;

/** A document's text with what identifies it. */
public record CheckedText(SourceText text, TextKind kind, String sha256) {
}
