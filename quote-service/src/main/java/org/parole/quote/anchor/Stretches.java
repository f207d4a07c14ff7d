package org.parole.quote.anchor;

import java.util.ArrayList;
import java.util.List;

/**
 * The stretches of a text that stand in quotation marks, of whatever shape; marks inside of a stretch belong to it. One that
 * is opened and never closed goes on to the end, so that it is not left unread.
 */
final class Stretches {

    private Stretches() {
    }

    static List<String> in(String text) {
        List<String> stretches = new ArrayList<>();
        int start = -1;
        boolean isDouble = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!isMark(c)) {
                continue;
            }
            if (start < 0) {
                if (opens(text, at)) {
                    start = at + 1;
                    isDouble = isDouble(c);
                }
            } else if (isDouble(c) == isDouble && closes(text, at)) {
                if (!text.substring(start, at).isBlank()) {
                    stretches.add(text.substring(start, at).strip());
                }
                start = -1;
            }
        }
        if (start >= 0 && isDouble && !text.substring(start).isBlank()) {
            stretches.add(text.substring(start).strip());
        }
        return stretches;
    }

    /** Whether it is a quotation mark, or an apostrophe that may be one. */
    static boolean isMark(char c) {
        return isDouble(c) || c == '\'' || c == '`' || c == '\u2018' || c == '\u2019' || c == '\u201A' || c == '\u2039'
                || c == '\u203A';
    }

    static boolean isDouble(char c) {
        return c == '"' || c == '\u00AB' || c == '\u00BB' || c >= '\u201C' && c <= '\u201F' || c == '\u300C'
                || c == '\u300D' || c == '\u300E' || c == '\u300F' || c == '\uFF02' || c == '\u301D' || c == '\u301E'
                || c == '\u301F';
    }

    private static boolean opens(String text, int at) {
        return Character.getType(text.charAt(at)) == Character.START_PUNCTUATION
                || at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
    }

    private static boolean closes(String text, int at) {
        return Character.getType(text.charAt(at)) == Character.END_PUNCTUATION
                || at + 1 >= text.length() || !Character.isLetterOrDigit(text.codePointAt(at + 1));
    }
}
