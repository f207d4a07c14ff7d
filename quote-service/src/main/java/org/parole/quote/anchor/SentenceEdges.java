package org.parole.quote.anchor;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.parole.kit.language.Figure;
import org.parole.kit.language.Figures;
import org.parole.kit.language.Folding;
import org.parole.kit.language.FunctionWords;
import org.parole.kit.language.Markers;

/**
 * What stands right before and right after direct words, in their own sentence and quotation: a quote that begins behind a 'not'
 * or ends before an 'if' says something else than the speaker did, though all its words were said.
 */
final class SentenceEdges {

    /** How far a sentence is looked at, in UTF-16 units. */
    private static final int LONGEST = 200;
    /** How far a number can reach, in UTF-16 units. */
    private static final int LONGEST_NUMBER = 80;
    private static final String COMMAS = ",\u060C\u3001\uFF0C\u2014\u2013";
    private static final String ENDS = ".!?:;\u061F\u061B\uFF1F\uFF01\uFF1A\uFF1B\u3002\u0964\u06D4\u2026\n";
    private static final String QUESTIONS = "?\u061F\uFF1F";
    /** They go on with something else, and say nothing about what was said before. */
    private static final Set<String> TURNS = Set.of("but", "pero", "mais", "aber", "\u043D\u043E", "\u0430\u043B\u0435",
            "ma",
            "mas", "maar", "ale", "\u0627\u0645\u0627", "\u05D0\u05D1\u05DC", "\u05D0\u05DA", "\u4F46",
            "\u0644\u06CC\u06A9\u0646", "\u0932\u0947\u0915\u093F\u0928", "\u062E\u0648");

    /** How verbs of saying begin: 'did not say', 'denied having said'. */
    private static final List<String> SAYING = List.of("say", "said", "stat", "claim", "sag", "gesagt", "dire", "dit",
            "dijo",
            "dicho", "decir", "detto", "disse", "\u0433\u043E\u0432\u043E\u0440", "\u0441\u043A\u0430\u0437",
            "\u043A\u0430\u0437\u0430", "\u0642\u0627\u0644", "\u06CC\u0642\u0644", "\u0642\u0648\u0644",
            "\u06AF\u0641\u062A", "\u0646\u06AF\u0641\u062A", "\u05D0\u05DE\u05E8", "dedi", "s\u00F6yle", "\u8BF4",
            "\u8AAA", "\u8868\u793A", "\u8A00", "\u8FF0", "\uB9D0");

    private final String text;
    private final List<String> languages;

    /**
     * The sentences of a text.
     *
     * @param languages of the text and of the quote, which may not be told right: words of any of them count
     */
    SentenceEdges(String text, List<String> languages) {
        this.text = text;
        this.languages = languages;
    }

    /** A part of the text in UTF-16 positions. */
    record Span(int start, int end) {

        boolean isBlank(String text) {
            return text.substring(start, end).codePoints().noneMatch(Character::isLetterOrDigit);
        }
    }

    /** What before the words turns them round, or null. */
    Span turningBefore(int start) {
        var sentence = sentenceBefore(start);
        if (sentence.isBlank(text)) {
            return deniedBefore(start);
        }
        var clause = new Span(Math.max(sentence.start, lastComma(sentence) + 1), start);
        var turns = turns(clause, Integer.MAX_VALUE, true) || turns(sentence, 2, false);
        return turns ? trimmed(sentence) : null;
    }

    /** What after the words turns them round or makes a question of them, or null. */
    Span turningAfter(int end) {
        if (end > 0 && isEdge(end - 1)) {
            return null;
        }
        var sentence = sentenceAfter(end);
        var comma = firstComma(sentence);
        var isQuestion = sentence.end < text.length() && QUESTIONS.indexOf(text.charAt(sentence.end)) >= 0
                && comma >= sentence.end;
        if (isQuestion) {
            return trimmed(new Span(end, sentence.end + 1));
        }
        return turns(sentence, 3, false) || turns(new Span(end, comma), 2, true) ? trimmed(sentence) : null;
    }

    /** A number of the text that begins before and ends after a position, or null. */
    Span numberAcross(int position) {
        var from = Graphemes.boundaryAtOrBefore(text, Math.max(0, position - LONGEST_NUMBER));
        var to = Graphemes.boundaryAtOrAfter(text, Math.min(text.length(), position + LONGEST_NUMBER));
        return languages.stream().flatMap(language -> Figures.in(text.substring(from, to), language).stream())
                .filter(figure -> figure.kind() != Figure.Kind.DATE && figure.kind() != Figure.Kind.TIME
                        && from + figure.start() < position && position < from + figure.end())
                .map(figure -> new Span(from + figure.start(), from + figure.end())).findFirst().orElse(null);
    }

    /** The last word before a position, in its sentence; blank where the sentence begins there. */
    Span wordBefore(int start) {
        var sentence = sentenceBefore(start);
        var end = start;
        while (end > sentence.start && !Character.isLetterOrDigit(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        var at = end;
        while (at > sentence.start && isPartOfWord(text.codePointBefore(at))) {
            at -= Character.charCount(text.codePointBefore(at));
        }
        return new Span(at, end);
    }

    /** The first word after a position, in its sentence; blank where the sentence ends there. */
    Span wordAfter(int end) {
        var sentence = sentenceAfter(end);
        var at = end;
        while (at < sentence.end && !Character.isLetterOrDigit(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        var to = at;
        while (to < sentence.end && isPartOfWord(text.codePointAt(to))) {
            to += Character.charCount(text.codePointAt(to));
        }
        return new Span(at, to);
    }

    /** Whether words say something that is not in others: a name in place of a pronoun says nothing new. */
    boolean saysMore(String words, String others) {
        var known = wordsOf(others);
        return wordsOf(words).stream()
                .filter(word -> languages.stream()
                        .allMatch(language -> FunctionWords.of(language).kindOf(word).isEmpty()))
                .anyMatch(word -> known.stream().noneMatch(other -> isForm(word, other)));
    }

    private static List<String> wordsOf(String text) {
        return Folding.caseless(text).words();
    }

    private static boolean isForm(String word, String other) {
        var common = Math.min(4, Math.min(word.length(), other.length()));
        return word.regionMatches(0, other, 0, common) && Math.abs(word.length() - other.length()) <= 3;
    }

    private static boolean isPartOfWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || codePoint == '\'' || codePoint == 0x2019 || codePoint == ',' || codePoint == '.' || codePoint == '-';
    }

    /** Whether a negation or a condition is among the first words of a part. */
    private boolean turns(Span part, int words, boolean isNegationMeant) {
        if (part.start >= part.end) {
            return false;
        }
        var content = text.substring(part.start, part.end);
        return languages.stream().flatMap(language -> Markers.in(content, language).stream())
                .filter(marker -> marker.kind() == Markers.Kind.CONDITION
                        && !TURNS.contains(marker.text().toLowerCase(Locale.ROOT))
                        || isNegationMeant && marker.kind() == Markers.Kind.NEGATION)
                .anyMatch(marker -> words == Integer.MAX_VALUE || isAmong(content, marker.start(), words));
    }

    private static boolean isAmong(String content, int at, int words) {
        var before = wordsOf(content.substring(0, at));
        // Of scripts without spaces a word has about two signs.
        return before.size() < words && before.stream().mapToInt(word -> Graphemes.isWrittenWithoutSpaces(
                word.codePointAt(0)) ? word.length() : 0).sum() <= 2 * words;
    }

    /** 'He denied saying', 'they did not say', right before the quotation mark. */
    private Span deniedBefore(int start) {
        var mark = start;
        while (mark > 0 && start - mark < LONGEST && !Character.isLetterOrDigit(text.codePointBefore(mark))
                && !Stretches.isMark(text.charAt(mark - 1))) {
            mark--;
        }
        if (mark == 0 || !Stretches.isMark(text.charAt(mark - 1))) {
            return null;
        }
        var before = sentenceBefore(mark - 1);
        var from = before.end;
        for (var words = 0; words < 3 && from > before.start; words++) {
            var word = wordBefore(from);
            from = word.start;
        }
        var last = new Span(Math.max(before.start, from), before.end);
        var isSaying = wordsOf(text.substring(last.start, last.end)).stream()
                .anyMatch(word -> SAYING.stream().anyMatch(word::startsWith));
        // A closing mark ends a word of the same sentence: 'we will “not” go'.
        var isClosing = mark > 1 && Character.isLetterOrDigit(text.codePointBefore(mark - 1));
        return (isSaying || isClosing) && turns(last, Integer.MAX_VALUE, true) ? trimmed(last) : null;
    }

    private Span sentenceBefore(int start) {
        var at = start;
        while (at > 0 && start - at < LONGEST && !isEdge(at - 1)) {
            at--;
        }
        return new Span(Graphemes.boundaryAtOrAfter(text, at), start);
    }

    private Span sentenceAfter(int end) {
        var at = end;
        while (at < text.length() && at - end < LONGEST && !isEdge(at)) {
            at++;
        }
        return new Span(end, Math.max(end, Graphemes.boundaryAtOrBefore(text, at)));
    }

    /** Whether a sentence or a quotation ends or begins at the sign. */
    private boolean isEdge(int at) {
        var sign = text.charAt(at);
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
        var next = at + 1;
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

    private int lastComma(Span part) {
        for (var at = part.end - 1; at >= part.start; at--) {
            if (COMMAS.indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return part.start - 1;
    }

    private int firstComma(Span part) {
        for (var at = part.start; at < part.end; at++) {
            if (COMMAS.indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return part.end;
    }

    private Span trimmed(Span part) {
        var start = part.start;
        var end = part.end;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }
}
