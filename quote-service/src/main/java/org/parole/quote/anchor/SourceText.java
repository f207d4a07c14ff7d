package org.parole.quote.anchor;

import java.text.Normalizer;
import java.util.Optional;

/** The text of a document, in NFC, with positions in code points. */
public final class SourceText {

    /** How many characters around a span readers may see: half before it and half after it. */
    public static final int CONTEXT_LENGTH = 300;

    /** How many characters of context tell equal words apart; what tools for web annotations commonly store. */
    static final int SELECTOR_CONTEXT_LENGTH = 32;

    private final String text;
    private final int length;

    private SourceText(String text) {
        this.text = text;
        this.length = text.codePointCount(0, text.length());
    }

    /** A text; brought into NFC if it is not. */
    public static SourceText of(String text) {
        return new SourceText(nfc(text));
    }

    /** Any string in normal form NFC, as all strings are stored. */
    public static String nfc(String text) {
        return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** The text in NFC. */
    public String value() {
        return text;
    }

    /** Its length in code points. */
    public int length() {
        return length;
    }

    /** Whether a span lies inside the text. */
    public boolean contains(TextPositionSelector span) {
        return span.end() <= length;
    }

    /** The words at a position, with the context that tells them apart; empty when the span is outside the text. */
    public Optional<TextQuoteSelector> describe(TextPositionSelector span) {
        if (!contains(span)) {
            return Optional.empty();
        }
        int start = utf16(span.start());
        int end = utf16(span.end());
        return Optional.of(new TextQuoteSelector(text.substring(start, end), before(start, SELECTOR_CONTEXT_LENGTH),
                after(end, SELECTOR_CONTEXT_LENGTH)));
    }

    /** The words at a position with what readers may see around it; empty when the span is outside the text. */
    public Optional<Context> context(TextPositionSelector span) {
        if (!contains(span)) {
            return Optional.empty();
        }
        int start = utf16(span.start());
        int end = utf16(span.end());
        return Optional.of(new Context(span, before(start, CONTEXT_LENGTH / 2), text.substring(start, end),
                after(end, CONTEXT_LENGTH / 2)));
    }

    String before(int utf16, int codePoints) {
        int start = utf16;
        for (int i = 0; i < codePoints && start > 0; i++) {
            start = text.offsetByCodePoints(start, -1);
        }
        // Never begin in the middle of a character that is made of several code points.
        return text.substring(Math.min(utf16, Graphemes.boundaryAtOrAfter(text, start)), utf16);
    }

    String after(int utf16, int codePoints) {
        int end = utf16;
        for (int i = 0; i < codePoints && end < text.length(); i++) {
            end = text.offsetByCodePoints(end, 1);
        }
        return text.substring(utf16, Math.max(utf16, Graphemes.boundaryAtOrBefore(text, end)));
    }

    int utf16(int codePoint) {
        return text.offsetByCodePoints(0, codePoint);
    }

    TextPositionSelector span(int utf16Start, int utf16End) {
        int start = text.codePointCount(0, utf16Start);
        return new TextPositionSelector(start, start + text.codePointCount(utf16Start, utf16End));
    }
}
