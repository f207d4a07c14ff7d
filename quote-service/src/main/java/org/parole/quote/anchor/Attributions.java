package org.parole.quote.anchor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.parole.kit.language.Folding;
import org.parole.kit.language.SpeechVerbs;
import org.parole.quote.anchor.SentenceSpans.Span;

/**
 * Finds who said it, where that stands between two parts of what was said: '“We will,” SHE SAID, “free them all.”', '— Мы, —
 * СКАЗАЛА ОНА, — освободим всех'. It takes exactly one verb of saying and the punctuation that sets it off; other words
 * between two quotations are no attribution.
 */
final class Attributions {

    /** More interruptions than this are not looked for. */
    private static final int MOST = 10_000;
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 12;
    private static final String PAUSES = ",;\u060C\u3001\uFF0C\u2014\u2013\u2026!?\u061F\uFF01\uFF1F";
    private static final String COMMAS = ",\u060C\u3001\uFF0C\u2014\u2013";
    private static final String SENTENCE_ENDS = ".!?\u061F\u3002\uFF01\uFF1F\u0964\u06D4;\n";
    /** 'As the president has said' is said by the speaker. */
    private static final Set<String> AS = Set.of("\u043A\u0430\u043A", "\u044F\u043A", "jak", "como", "comme", "come",
            "cum", "\u043A\u0430\u043A\u0442\u043E", "ahogy");
    /** The French way, without any mark: , a-t-elle dit, */
    private static final Pattern INVERTED = Pattern
            .compile(",\\s(?:[nN]['\u2019])?\\p{L}{1,20}(?:-t)?-(?:elle|il|on)s?(?:\\s\\p{L}{1,20}){0,2}(?=,\\s)");

    private final String text;
    private final List<Span> found = new ArrayList<>();

    private Attributions(String text) {
        this.text = text;
    }

    /** All of a text in order: from behind the words before to the beginning of the words after. */
    static List<Span> in(String text) {
        var attributions = new Attributions(text);
        attributions.between(true);
        attributions.between(false);
        attributions.inverted();
        return attributions.inOrder();
    }

    /** The attribution that begins where words end, or null. */
    static Span behind(String text, int end) {
        int from = Math.max(0, end - 3);
        int to = Math.min(text.length(), end + LONGEST + 20);
        return in(text.substring(from, to)).stream().map(span -> new Span(span.start() + from, span.end() + from))
                .filter(span -> span.end() > end && isNothing(text, Math.min(span.start(), end),
                        Math.max(span.start(), end)))
                .findFirst().orElse(null);
    }

    /** Whether nothing but an attribution stands between two places. */
    static boolean isOne(String text, int start, int end) {
        Span behind = behind(text, start);
        return behind != null && behind.end() <= end + 1
                && isNothing(text, Math.min(behind.end(), end), Math.max(behind.end(), end));
    }

    private static boolean isNothing(String text, int start, int end) {
        return text.substring(start, end).codePoints().noneMatch(Character::isLetterOrDigit);
    }

    /** Between one sign that may set it off and the next. */
    private void between(boolean areMarks) {
        int last = -1;
        for (int at = 0; at < text.length() && found.size() < MOST; at++) {
            if (areMarks ? !isOuterMark(at) : !isDash(at)) {
                continue;
            }
            if (last >= 0 && at - last <= LONGEST
                    && (areMarks ? isBetweenMarks(last, at) : isBetweenDashes(last, at))) {
                found.add(around(last, at));
            }
            last = at;
        }
    }

    private void inverted() {
        Matcher matcher = INVERTED.matcher(text);
        while (found.size() < MOST && matcher.find()) {
            if (SpeechVerbs.count(Folding.caseless(matcher.group().replace('-', ' ')).words()) == 1) {
                found.add(around(matcher.start(), matcher.end()));
            }
        }
    }

    private boolean isOuterMark(int at) {
        char c = text.charAt(at);
        if (!Stretches.isMark(c)) {
            return false;
        }
        boolean isAfterWord = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
        boolean isBeforeWord = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
        return !(isAfterWord && isBeforeWord && (c == '\'' || c == 0x2019 || c == '"'))
                // an apostrophe at the end of a word, as in: the prisoners' families
                && !(isAfterWord && !Stretches.isDouble(c) && pause(at + 1, 1) == 0);
    }

    private boolean isDash(int at) {
        char c = text.charAt(at);
        return c == 0x2014 || c == 0x2013
                || c == '-' && at > 0 && text.charAt(at - 1) == ' ' && at + 1 < text.length()
                        && text.charAt(at + 1) == ' ';
    }

    private boolean isBetweenMarks(int closing, int opening) {
        boolean isSetOff = PAUSES.indexOf(charBefore(closing)) >= 0 || pause(closing + 1, 2) != 0;
        return isSetOff && COMMAS.indexOf(charBefore(opening)) >= 0
                && Stretches.isDouble(text.charAt(closing)) == Stretches.isDouble(text.charAt(opening))
                && opening + 1 < text.length() && !isSentenceIn(closing + 1, opening)
                && SpeechVerbs.count(words(closing, opening)) == 1 && words(closing, opening).size() <= MOST_WORDS;
    }

    private boolean isBetweenDashes(int first, int second) {
        List<String> words = words(first, second);
        if (words.isEmpty() || AS.contains(words.get(0)) || words.size() > MOST_WORDS
                || SpeechVerbs.countDashed(words) != 1 || isSentenceIn(first, second - 2)
                || text.substring(first, second).codePoints().anyMatch(Character::isDigit)) {
            return false;
        }
        // Where the language wants a comma as well, dashes without it set off what the speaker adds.
        boolean isCyrillic = Character.UnicodeScript
                .of(words.get(0).codePointAt(0)) == Character.UnicodeScript.CYRILLIC;
        return !isCyrillic || PAUSES.indexOf(charBefore(first)) >= 0
                && (COMMAS + ".").indexOf(charBefore(second)) >= 0;
    }

    private boolean isSentenceIn(int from, int to) {
        for (int at = from; at < to; at++) {
            if (SENTENCE_ENDS.indexOf(text.charAt(at)) >= 0 && !(text.charAt(at) == '\n' && at > from + 1
                    && text.charAt(at - 1) != '\n')) {
                return true;
            }
        }
        return false;
    }

    private char charBefore(int at) {
        int before = at - 1;
        while (before > 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before < 0 ? ' ' : text.charAt(before);
    }

    /** The comma or the like within a few signs behind a mark, or 0. */
    private char pause(int from, int most) {
        for (int at = from; at < text.length() && at < from + most; at++) {
            if (PAUSES.indexOf(text.charAt(at)) >= 0) {
                return text.charAt(at);
            }
        }
        return 0;
    }

    private List<String> words(int from, int to) {
        return Folding.caseless(text.substring(from, to)).words();
    }

    /** With the white space and the pauses at both ends, and the sign that sets it off. */
    private Span around(int first, int second) {
        int start = first;
        while (start > 0
                && (Character.isWhitespace(text.charAt(start - 1)) || COMMAS.indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        int end = second + 1;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return new Span(start, end);
    }

    private List<Span> inOrder() {
        List<Span> inOrder = new ArrayList<>();
        int behind = 0;
        for (Span span : found.stream().sorted(java.util.Comparator.comparingInt(Span::start)).toList()) {
            if (span.start() >= behind) {
                inOrder.add(span);
                behind = span.end();
            }
        }
        return inOrder;
    }
}
