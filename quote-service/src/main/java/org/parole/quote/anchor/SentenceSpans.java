package org.parole.quote.anchor;

/** Finds sentences, their parts and their words around the positions of a text; positions are UTF-16 units. */
final class SentenceSpans {

    /** How far a sentence is looked at, in UTF-16 units. */
    static final int LONGEST = 200;
    static final String COMMAS = ",\u060C\u3001\uFF0C\u2014\u2013";
    static final String FULL_STOPS = ".!?\u061F\uFF1F\uFF01\u3002\u0964\u06D4";
    private static final String ENDS = ".!?:;\u061F\u061B\uFF1F\uFF01\uFF1A\uFF1B\u3002\u0964\u06D4\u2026\n";
    /** So near to a quotation mark a negation is said of what is quoted: in words, and in signs of scripts without spaces. */
    private static final int NEAR_WORDS = 2;
    private static final int NEAR_SIGNS = 3;

    private final String text;

    SentenceSpans(String text) {
        this.text = text;
    }

    /** A part of the text in UTF-16 positions. */
    record Span(int start, int end) {

        boolean isBlank(String text) {
            return text.substring(start, end).codePoints().noneMatch(Character::isLetterOrDigit);
        }
    }

    /** What of its sentence stands before a position. */
    Span sentenceBefore(int start) {
        int at = start;
        while (at > 0 && start - at < LONGEST && !isEdge(at - 1)) {
            at--;
        }
        return new Span(Graphemes.boundaryAtOrAfter(text, at), start);
    }

    /** What of its sentence stands after a position. */
    Span sentenceAfter(int end) {
        int at = end;
        while (at < text.length() && at - end < LONGEST && !isEdge(at)) {
            at++;
        }
        return new Span(end, Math.max(end, Graphemes.boundaryAtOrBefore(text, at)));
    }

    /** The last word before a position, in its sentence; blank where the sentence begins there. */
    Span wordBefore(int start) {
        Span sentence = sentenceBefore(start);
        int end = start;
        while (end > sentence.start && !Character.isLetterOrDigit(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        int at = end;
        while (at > sentence.start && isPartOfWord(text.codePointBefore(at))) {
            at -= Character.charCount(text.codePointBefore(at));
        }
        return new Span(at, end);
    }

    /** The first word after a position, in its sentence; blank where the sentence ends there. */
    Span wordAfter(int end) {
        Span sentence = sentenceAfter(end);
        int at = end;
        while (at < sentence.end && !Character.isLetterOrDigit(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        int to = at;
        while (to < sentence.end && isPartOfWord(text.codePointAt(to))) {
            to += Character.charCount(text.codePointAt(to));
        }
        return new Span(at, to);
    }

    /** The last words of a part, where nothing but white space stands behind them; 'would not “free all”'. */
    Span lastWords(Span part) {
        int end = part.end;
        while (end > part.start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end == part.start || !Character.isLetter(text.codePointBefore(end))) {
            return null;
        }
        if (Graphemes.isWrittenWithoutSpaces(text.codePointBefore(end))) {
            return new Span(Graphemes.boundaryAtOrAfter(text, Math.max(part.start, end - NEAR_SIGNS)), end);
        }
        int from = end;
        for (int words = 0; words < NEAR_WORDS && from > part.start; words++) {
            from = wordBefore(from).start;
        }
        return new Span(Math.max(part.start, from), end);
    }

    /** The first words of a part that begins with a word, after white space at most. */
    Span firstWords(Span part) {
        int start = part.start;
        while (start < part.end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        if (start == part.end || !Character.isLetter(text.codePointAt(start))) {
            return null;
        }
        if (Graphemes.isWrittenWithoutSpaces(text.codePointAt(start))) {
            return new Span(start, Graphemes.boundaryAtOrBefore(text, Math.min(part.end, start + NEAR_SIGNS)));
        }
        int to = start;
        for (int words = 0; words < NEAR_WORDS && to < part.end; words++) {
            to = wordAfter(to).end;
        }
        return new Span(start, Math.min(part.end, to));
    }

    /** What stands around a part in its sentence, with quotation marks set aside. */
    String sentenceAround(int start, int end) {
        int from = start;
        while (from > 0 && start - from < LONGEST && FULL_STOPS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = end;
        while (to < text.length() && to - end < LONGEST && FULL_STOPS.indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(Graphemes.boundaryAtOrAfter(text, from), start) + " "
                + text.substring(end, Math.max(end, Graphemes.boundaryAtOrBefore(text, to)));
    }

    /** The last comma of a part; the position before it where it has none. */
    int lastComma(Span part) {
        for (int at = part.end - 1; at >= part.start; at--) {
            if (COMMAS.indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return part.start - 1;
    }

    /** The first comma of a part; its end where it has none. */
    int firstComma(Span part) {
        for (int at = part.start; at < part.end; at++) {
            if (COMMAS.indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return part.end;
    }

    /** A part without the white space at its ends. */
    Span trimmed(Span part) {
        int start = part.start;
        int end = part.end;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    /** Whether a sentence or a quotation ends or begins at the sign. */
    boolean isEdge(int at) {
        char sign = text.charAt(at);
        if (sign == '\n') {
            return isBlankLine(at);
        }
        if (ENDS.indexOf(sign) >= 0) {
            return !(sign == '.' && isBetweenWords(at));
        }
        // An apostrophe and the gershayim of a Hebrew keyboard stand inside of words.
        return Stretches.isMark(sign) && !((sign == '\'' || sign == 0x2019 || sign == '"') && isBetweenWords(at));
    }

    /** A line may end in the middle of a sentence, a paragraph does not. */
    private boolean isBlankLine(int at) {
        int next = at + 1;
        while (next < text.length() && next - at < LONGEST && text.charAt(next) != '\n'
                && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && text.charAt(next) == '\n' || at > 0 && text.charAt(at - 1) == '\n';
    }

    private boolean isBetweenWords(int at) {
        return at > 0 && at + 1 < text.length() && Character.isLetterOrDigit(text.codePointBefore(at))
                && Character.isLetterOrDigit(text.codePointAt(at + 1));
    }

    private static boolean isPartOfWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || codePoint == '\'' || codePoint == 0x2019 || codePoint == ',' || codePoint == '.' || codePoint == '-';
    }
}
