package org.parole.quote.anchor;

import java.util.Set;

import org.parole.kit.language.Markers;

/**
 * Whether words begin and end where words of the text do. 'We won' does not stand in 'We won’t', '100 men' not in
 * '1,100 men', 'prepared' not in 'unprepared'.
 */
final class WordEdges {

    /** Letters that are written together with the word after them and are words of their own: and, in, the, to. */
    private static final Set<String> PROCLITICS = Set.of("\u0648", "\u0641", "\u0628", "\u0644", "\u0643",
            "\u0627\u0644",
            "\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0644\u0644", "\u0641\u0627\u0644", "\u0648\u0628",
            "\u0648\u0644",
            "\u05D5", "\u05D4", "\u05D1", "\u05DB", "\u05DC", "\u05DE", "\u05E9", "\u05D5\u05D4", "\u05E9\u05D4",
            "\u05DE\u05D4", "\u05DB\u05E9", "\u05D5\u05E9", "\u05D5\u05D1", "\u05D5\u05DC");
    private static final int LONGEST_WORD = 100;

    private WordEdges() {
    }

    /** Whether words that begin at a UTF-16 position leave the beginning of a word or of a number away. */
    static boolean isCutBefore(String text, int at) {
        if (at <= 0 || at >= text.length()) {
            return false;
        }
        int before = Character.codePointBefore(text, at);
        int first = Character.codePointAt(text, at);
        if (Character.isDigit(first) && isSeparatorOfDigits(before) && at > 1
                && Character.isDigit(text.charAt(at - 2))) {
            return true;
        }
        if (isApostrophe(before) && at > 1 && Character.isLetter(text.charAt(at - 2)) && Character.isLetter(first)) {
            // The article of 'l’armée' may stay away, the negation of 'n’avons' may not.
            String elided = wordBefore(text, at - 1);
            return Markers.in(elided, "fr").stream().anyMatch(marker -> marker.kind() == Markers.Kind.NEGATION);
        }
        if (Graphemes.isWordBoundary(text, at)) {
            return false;
        }
        return !PROCLITICS.contains(wordBefore(text, at));
    }

    /** Whether words that end at a UTF-16 position leave the end of a word or of a number away. */
    static boolean isCutAfter(String text, int at) {
        if (at <= 0 || at >= text.length()) {
            return false;
        }
        int last = Character.codePointBefore(text, at);
        int after = Character.codePointAt(text, at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (Character.isDigit(last) && isSeparatorOfDigits(after) && Character.isDigit(next)) {
            return true;
        }
        if (isApostrophe(after) && Character.isLetter(last) && Character.isLetter(next)) {
            boolean isPossessive = (next == 's' || next == 'S') && (at + 2 >= text.length()
                    || !Character.isLetter(text.charAt(at + 2)));
            return !isPossessive && !isClosing(text, at);
        }
        return !Graphemes.isWordBoundary(text, at)
                && Character.UnicodeScript.of(last) != Character.UnicodeScript.HANGUL;
    }

    /** Whether a mark closes a quotation that a mark of the same shape has opened a little before. */
    private static boolean isClosing(String text, int at) {
        return text.charAt(at) == '\'' && text.lastIndexOf(" '", at - 1) >= Math.max(0, at - LONGEST_WORD);
    }

    private static String wordBefore(String text, int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_WORD && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private static boolean isApostrophe(int codePoint) {
        return codePoint == '\'' || codePoint == 0x2019 || codePoint == 0x2BC || codePoint == 0x60 || codePoint == 0xB4;
    }

    private static boolean isSeparatorOfDigits(int codePoint) {
        return codePoint == '.' || codePoint == ',' || codePoint == 0x66B || codePoint == 0x66C || codePoint == 0x2019
                || codePoint == '\'' || codePoint == 0xA0 || codePoint == 0x202F;
    }
}
