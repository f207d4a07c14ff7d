package org.parole.quote.anchor;

/** A span of a text by its words; what stands right before and after tells equal words apart and may be null. */
public record TextQuoteSelector(String exact, String prefix, String suffix) {
}
