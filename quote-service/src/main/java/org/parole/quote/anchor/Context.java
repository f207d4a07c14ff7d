package org.parole.quote.anchor;

/** A span of a text with the little of the text around it that readers may see. */
public record Context(TextPositionSelector span, String before, String words, String after) {
}
