package org.parole.quote.anchor;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text with the differences of writing set aside, that knows for each of its characters which characters of the
 * source it stands for.
 *
 * <p>Set aside are: the shape of quotation marks and apostrophes, the kind and amount of white space, the kind of dash
 * and the space around it, the way an ellipsis is typed, compatibility characters such as ligatures, invisible
 * formatting characters, Arabic vowel marks and the tatweel, and the Arabic against the Persian letters kaf and yeh,
 * which keyboards in Dari mix up. Letters keep their case and their accents: those change words.
 */
final class FoldedText {

    /** What becomes of square brackets, in which editors put what was not said. */
    enum Brackets {
        /** They stay as they are. */
        KEEP,
        /** The marks go, what is inside stays: {@code [T]hey} is {@code They}. */
        DROP_MARKS,
        /** They go with all that is inside: {@code wrong [sic] word} is {@code wrong word}. */
        DROP_WHOLE
    }

    static final char ELLIPSIS = '\u2026';
    private static final char QUOTATION_MARK = '\'';
    private static final char DASH = '-';

    private final StringBuilder folded = new StringBuilder();
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean skipSpace = true;
    private String value;

    private FoldedText() {
    }

    static FoldedText of(CharSequence source, Brackets brackets) {
        var result = new FoldedText();
        result.fold(source, brackets);
        result.dropSpaceAtEnd();
        result.value = result.folded.toString();
        return result;
    }

    /** The folded text. */
    String value() {
        return value;
    }

    /** The first UTF-16 position of the source that the folded character stands for. */
    int sourceStart(int at) {
        return starts[at];
    }

    /** The UTF-16 position of the source right after what the folded character stands for. */
    int sourceEnd(int at) {
        return ends[at];
    }

    private void fold(CharSequence source, Brackets brackets) {
        var at = 0;
        while (at < source.length()) {
            var codePoint = Character.codePointAt(source, at);
            var next = at + Character.charCount(codePoint);
            var ellipsisEnd = endOfEllipsis(source, at, codePoint);
            if (ellipsisEnd > at) {
                next = ellipsisEnd;
                tight(ELLIPSIS, at, next);
            } else if (isWhiteSpace(codePoint)) {
                space(at, next);
            } else if (isIgnorable(codePoint)) {
                reachTo(next);
            } else if (isDash(codePoint)) {
                tight(DASH, at, next);
            } else if (isQuotationMark(codePoint)) {
                mark(at, next);
            } else if (codePoint == '[' && brackets == Brackets.DROP_WHOLE && endOfBrackets(source, at) > at) {
                next = endOfBrackets(source, at);
            } else if ((codePoint == '[' || codePoint == ']') && brackets == Brackets.DROP_MARKS) {
                // The mark alone goes; the characters around it close up.
                next = at + 1;
            } else {
                character(source, codePoint, at, next);
            }
            at = next;
        }
    }

    private void character(CharSequence source, int codePoint, int start, int end) {
        skipSpace = false;
        var plain = switch (codePoint) {
            // Arabic kaf and the two Arabic forms of yeh, as their Persian counterparts
            case 0x0643 -> 0x06A9;
            case 0x064A, 0x0649 -> 0x06CC;
            default -> codePoint;
        };
        if (plain < 0x80) {
            append((char) plain, start, end);
            return;
        }
        var decomposed = Normalizer.normalize(Character.toString(plain), Normalizer.Form.NFKC);
        for (var i = 0; i < decomposed.length(); i++) {
            append(decomposed.charAt(i), start, end);
        }
    }

    private void space(int start, int end) {
        if (!skipSpace) {
            append(' ', start, end);
            skipSpace = true;
        }
    }

    /** A sign around which spaces mean nothing and which several in a row do not make stronger. */
    private void tight(char sign, int start, int end) {
        dropSpaceAtEnd();
        if (endsWith(sign)) {
            reachTo(end);
        } else {
            append(sign, start, end);
        }
        skipSpace = true;
    }

    private void mark(int start, int end) {
        // A mark next to a mark is a nested quotation: whether it is typed as two, three or one is taste.
        if (endsWith(QUOTATION_MARK)) {
            reachTo(end);
        } else {
            append(QUOTATION_MARK, start, end);
        }
        skipSpace = false;
    }

    private boolean endsWith(char sign) {
        return folded.length() > 0 && folded.charAt(folded.length() - 1) == sign;
    }

    private void append(char character, int start, int end) {
        var at = folded.length();
        if (at == starts.length) {
            starts = Arrays.copyOf(starts, at * 2);
            ends = Arrays.copyOf(ends, at * 2);
        }
        folded.append(character);
        starts[at] = start;
        ends[at] = end;
    }

    private void reachTo(int end) {
        var last = folded.length() - 1;
        if (last >= 0 && folded.charAt(last) != ' ') {
            ends[last] = Math.max(ends[last], end);
        }
    }

    private void dropSpaceAtEnd() {
        if (endsWith(' ')) {
            folded.setLength(folded.length() - 1);
        }
    }

    /** Where the ellipsis ends that begins here, however typed: one sign, three dots, three dots with spaces. */
    private static int endOfEllipsis(CharSequence source, int start, int codePoint) {
        if (codePoint == ELLIPSIS) {
            return start + 1;
        }
        if (codePoint != '.') {
            return start;
        }
        var dots = 0;
        var end = start;
        for (var at = start; at < source.length(); at++) {
            var c = source.charAt(at);
            if (c == '.') {
                dots++;
                end = at + 1;
            } else if (!isWhiteSpace(c) || at - end >= 1) {
                break;
            }
        }
        return dots >= 3 ? end : start;
    }

    private static int endOfBrackets(CharSequence source, int start) {
        // An editor's insertion is short: a bracket that closes pages later belongs to something else.
        var limit = Math.min(source.length(), start + 200);
        for (var at = start + 1; at < limit; at++) {
            if (source.charAt(at) == ']') {
                return at + 1;
            }
        }
        return start;
    }

    private static boolean isWhiteSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static boolean isIgnorable(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                // Arabic vowel marks, the superscript alef and the tatweel
                || codePoint >= 0x064B && codePoint <= 0x0652 || codePoint == 0x0670 || codePoint == 0x0640
                // variation selectors: the same sign as text or as a picture
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F;
    }

    private static boolean isDash(int codePoint) {
        return Character.getType(codePoint) == Character.DASH_PUNCTUATION || codePoint == 0x2212;
    }

    private static boolean isQuotationMark(int codePoint) {
        return switch (codePoint) {
            case '"', '\'', '`', 0xB4, 0x2BC, 0x2032, 0x2033, 0x300C, 0x300D, 0x300E, 0x300F, 0x301D, 0x301E, 0x301F,
                    0xFF02, 0xFF07 ->
                true;
            default -> switch (Character.getType(codePoint)) {
                case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> true;
                // the low opening marks are classed as opening brackets
                default -> codePoint == 0x201A || codePoint == 0x201E || codePoint == 0x2E42;
            };
        };
    }
}
