package org.parole.quote.anchor;

/**
 * Where a text may be cut. {@code java.text.BreakIterator} of Java 17 splits emoji sequences, so the few rules that
 * matter here are spelt out.
 */
final class Graphemes {
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Graphemes() {
    }

    /** Whether the UTF-16 position lies between two user-perceived characters. */
    static boolean isBoundary(CharSequence text, int position) {
        if (position <= 0 || position >= text.length()) {
            return true;
        }
        int before = Character.codePointBefore(text, position);
        int after = Character.codePointAt(text, position);
        if (Character.isHighSurrogate(text.charAt(position - 1)) && Character.isLowSurrogate(text.charAt(position))) {
            return false;
        }
        return before != ZERO_WIDTH_JOINER && !extendsTheOneBefore(after) && !isSecondHalfOfFlag(text, position, after);
    }

    /**
     * Whether a word ends or begins at the UTF-16 position. Scripts that are written without spaces have a boundary
     * everywhere.
     */
    static boolean isWordBoundary(CharSequence text, int position) {
        if (position <= 0 || position >= text.length()) {
            return true;
        }
        int before = Character.codePointBefore(text, position);
        int after = Character.codePointAt(text, position);
        return !isWordCharacter(before) || !isWordCharacter(after) || isWrittenWithoutSpaces(before)
                || isWrittenWithoutSpaces(after);
    }

    /** The nearest boundary at or before the UTF-16 position. */
    static int boundaryAtOrBefore(CharSequence text, int position) {
        int at = position;
        while (!isBoundary(text, at)) {
            at--;
        }
        return at;
    }

    /** The nearest boundary at or after the UTF-16 position. */
    static int boundaryAtOrAfter(CharSequence text, int position) {
        int at = position;
        while (!isBoundary(text, at)) {
            at++;
        }
        return at;
    }

    static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean extendsTheOneBefore(int codePoint) {
        return codePoint == ZERO_WIDTH_JOINER || isMark(codePoint) || codePoint >= 0x1F3FB && codePoint <= 0x1F3FF
                || codePoint >= 0xE0020 && codePoint <= 0xE007F;
    }

    private static boolean isSecondHalfOfFlag(CharSequence text, int position, int after) {
        if (!isRegionalIndicator(after)) {
            return false;
        }
        int indicatorsBefore = 0;
        int at = position;
        while (at > 0 && isRegionalIndicator(Character.codePointBefore(text, at))) {
            at -= 2;
            indicatorsBefore++;
        }
        return indicatorsBefore % 2 == 1;
    }

    private static boolean isRegionalIndicator(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }

    private static boolean isWordCharacter(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || isMark(codePoint);
    }

    static boolean isWrittenWithoutSpaces(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }
}
