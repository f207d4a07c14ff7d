package org.parole.quote.anchor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.parole.kit.language.ClauseWords;
import org.parole.kit.language.Figure;
import org.parole.kit.language.Figures;
import org.parole.kit.language.Folding;
import org.parole.kit.language.FunctionWords;
import org.parole.kit.language.Markers;
import org.parole.kit.language.SpeechVerbs;
import org.parole.quote.anchor.SentenceSpans.Span;

/**
 * What stands right before and right after direct words, in their own sentence and quotation: a quote that begins behind a 'not'
 * or ends before an 'if' says something else than the speaker did, though all its words were said.
 */
final class SentenceEdges {

    /** How far a number can reach, in UTF-16 units. */
    private static final int LONGEST_NUMBER = 80;
    /** How far from the words a word before them may end, in UTF-16 units. */
    private static final int LONGEST_WORD = 20;
    /** Between an amount and what it is taken of. */
    private static final Set<String> FROM = Set.of("von", "\u0438\u0437", "\u0437", "\u0456\u0437", "z", "\u0645\u0646",
            "\u0627\u0632", "\u05DE\u05DF", "di", "dei", "dos", "van");
    private static final String QUESTIONS = "?\u061F\uFF1F";
    /** They begin what is said, reported or denied, and stand behind a comma where the language wants one. */
    private static final Set<String> THAT = Set.of("dass", "da\u00DF", "ob", "\u0447\u0442\u043E",
            "\u0447\u0442\u043E\u0431\u044B", "\u0449\u043E", "\u0449\u043E\u0431", "\u0431\u0443\u0434\u0442\u043E",
            "\u043D\u0456\u0431\u0438", "\u017Ce", "\u017Ceby", "aby", "hogy", "ki", "\u06A9\u0647", "\u06A9\u06C1",
            "\u0915\u093F");
    private static final Set<Figure.Kind> AMOUNTS = Set.of(Figure.Kind.COUNT, Figure.Kind.VAGUE, Figure.Kind.FRACTION,
            Figure.Kind.PERCENTAGE);

    private final String text;
    private final SentenceSpans spans;
    private final List<String> languages;
    private final Restrictions restrictions;

    /**
     * The sentences of a text.
     *
     * @param languages of the text and of the quote, which may not be told right: words of any of them count
     */
    SentenceEdges(String text, List<String> languages) {
        this.text = text;
        this.spans = new SentenceSpans(text);
        this.languages = languages;
        this.restrictions = new Restrictions(text, languages);
    }

    /** The sentences and words themselves. */
    SentenceSpans spans() {
        return spans;
    }

    /** What before the words turns them round, or null. */
    Span turningBefore(int start) {
        Span sentence = spans.sentenceBefore(start);
        if (sentence.isBlank(text)) {
            return deniedBefore(start);
        }
        Span clause = clauseBefore(sentence);
        boolean turns = turns(clause, Integer.MAX_VALUE, true) || turns(sentence, 2, false) || weakens(clause)
                || isAmountBefore(clause) || turns(conditionBefore(sentence), 3, false)
                || isInverted(conditionBefore(sentence), sentence);
        return turns ? spans.trimmed(sentence) : null;
    }

    /** What after the words turns them round or makes a question of them, or null. */
    Span turningAfter(int end) {
        Span denied = deniedAfter(end);
        if (denied != null || end > 0 && spans.isEdge(end - 1)) {
            return denied;
        }
        Span sentence = spans.sentenceAfter(end);
        int comma = spans.firstComma(sentence);
        boolean isQuestion = sentence.end() < text.length() && QUESTIONS.indexOf(text.charAt(sentence.end())) >= 0
                && comma >= sentence.end();
        if (isQuestion) {
            return spans.trimmed(new Span(end, sentence.end() + 1));
        }
        boolean turns = turns(sentence, 3, false) && !restrictions.beginAnother(sentence)
                || turns(new Span(end, comma), 2, true) || restrictions.areIn(sentence, false);
        return turns ? spans.trimmed(sentence) : restrictedBehindAttribution(end);
    }

    /** '“We will free them,” he said, “but not the officers.”' */
    private Span restrictedBehindAttribution(int end) {
        Span attribution = Attributions.behind(text, end);
        if (attribution == null) {
            return null;
        }
        Span rest = spans.sentenceAfter(attribution.end());
        return turns(rest, 3, false) || restrictions.areIn(rest, true) ? spans.trimmed(rest) : null;
    }

    /** The clause before the last comma, where nothing but that comma stands between it and the words. */
    private Span conditionBefore(Span sentence) {
        int comma = spans.lastComma(sentence);
        if (comma < sentence.start() || !new Span(comma + 1, sentence.end()).isBlank(text)) {
            return new Span(sentence.end(), sentence.end());
        }
        return new Span(spans.lastComma(new Span(sentence.start(), comma)) + 1, comma);
    }

    /** 'Should the shelling stop, we free them': a condition without an 'if', at the beginning of its sentence. */
    private boolean isInverted(Span clause, Span sentence) {
        if (clause.isBlank(text) || !new Span(sentence.start(), clause.start()).isBlank(text)) {
            return false;
        }
        List<String> words = wordsOf(text.substring(clause.start(), clause.end()));
        return words.size() > 2 && languages.stream()
                .anyMatch(language -> ClauseWords.of(language).are(ClauseWords.Kind.INVERTED, words.get(0)));
    }

    /** A number of the text that begins before and ends after a position, or null. */
    Span numberAcross(int position) {
        int from = Graphemes.boundaryAtOrBefore(text, Math.max(0, position - LONGEST_NUMBER));
        int to = Graphemes.boundaryAtOrAfter(text, Math.min(text.length(), position + LONGEST_NUMBER));
        return languages.stream().flatMap(language -> Figures.in(text.substring(from, to), language).stream())
                .filter(figure -> figure.kind() != Figure.Kind.DATE && figure.kind() != Figure.Kind.TIME
                        && from + figure.start() < position && position < from + figure.end())
                .map(figure -> new Span(from + figure.start(), from + figure.end())).findFirst().orElse(null);
    }

    /** Whether words say something that is not in others: a name in place of a pronoun says nothing new. */
    boolean saysMore(String words, String others) {
        List<String> known = wordsOf(others);
        return wordsOf(words).stream()
                .filter(word -> languages.stream()
                        .allMatch(language -> FunctionWords.of(language).kindOf(word).isEmpty()))
                .anyMatch(word -> known.stream().noneMatch(other -> isForm(word, other)));
    }

    private static List<String> wordsOf(String text) {
        return Folding.caseless(text).words();
    }

    private static boolean isForm(String word, String other) {
        int common = Math.min(4, Math.min(word.length(), other.length()));
        return word.regionMatches(0, other, 0, common) && Math.abs(word.length() - other.length()) <= 3;
    }

    /** Whether a negation or a condition is among the first words of a part. */
    private boolean turns(Span part, int words, boolean isNegationMeant) {
        if (part.start() >= part.end()) {
            return false;
        }
        String content = text.substring(part.start(), part.end());
        return languages.stream().flatMap(language -> Markers.in(content, language).stream()
                .filter(marker -> marker.kind() == Markers.Kind.CONDITION
                        && !Restrictions.isTurn(marker.text(), language)
                        || isNegationMeant && marker.kind() == Markers.Kind.NEGATION))
                .anyMatch(marker -> words == Integer.MAX_VALUE || isAmong(content, marker.start(), words));
    }

    private static boolean isAmong(String content, int at, int words) {
        List<String> before = wordsOf(content.substring(0, at));
        // Of scripts without spaces a word has about two signs.
        return before.size() < words && before.stream().mapToInt(word -> Graphemes.isWrittenWithoutSpaces(
                word.codePointAt(0)) ? word.length() : 0).sum() <= 2 * words;
    }

    /** 'He denied saying', 'they did not say', right before the quotation mark. */
    private Span deniedBefore(int start) {
        int mark = start;
        while (mark > 0 && start - mark < SentenceSpans.LONGEST
                && !Character.isLetterOrDigit(text.codePointBefore(mark))
                && !Stretches.isMark(text.charAt(mark - 1))) {
            mark--;
        }
        if (mark == 0 || !Stretches.isMark(text.charAt(mark - 1))) {
            return null;
        }
        Span before = spans.sentenceBefore(mark - 1);
        int from = before.end();
        for (int words = 0; words < 3 && from > before.start(); words++) {
            Span word = spans.wordBefore(from);
            from = word.start();
        }
        var last = new Span(Math.max(before.start(), from), before.end());
        boolean isSaying = wordsOf(text.substring(last.start(), last.end())).stream()
                .anyMatch(SpeechVerbs::isSaying);
        // A closing mark ends a word of the same sentence: 'we will “not” go'.
        boolean isClosing = mark > 1 && Character.isLetterOrDigit(text.codePointBefore(mark - 1));
        if ((isSaying || isClosing) && turns(last, Integer.MAX_VALUE, true)) {
            return spans.trimmed(last);
        }
        Span near = spans.lastWords(new Span(before.start(), mark - 1));
        return near != null && isTurned(near) ? spans.trimmed(near) : null;
    }

    private boolean isTurned(Span part) {
        return !part.isBlank(text) && turns(part, Integer.MAX_VALUE, true);
    }

    /** 'Did not say', 'never said', right behind the quotation mark, in the quotation's own sentence. */
    private Span deniedAfter(int end) {
        int mark = end;
        while (mark < text.length() && mark - end < 3 && !Character.isLetterOrDigit(text.codePointAt(mark))
                && !Stretches.isMark(text.charAt(mark))) {
            mark++;
        }
        if (mark >= text.length() || !Stretches.isMark(text.charAt(mark))
                || mark > 0 && SentenceSpans.FULL_STOPS.indexOf(text.charAt(mark - 1)) >= 0) {
            return null;
        }
        int from = mark + 1;
        while (from < text.length()
                && (text.charAt(from) == ' ' || SentenceSpans.COMMAS.indexOf(text.charAt(from)) >= 0)) {
            from++;
        }
        Span sentence = spans.sentenceAfter(from);
        var part = new Span(from, Math.max(from, spans.firstComma(sentence)));
        // '“We will”, not a few said': behind a comma something else is told.
        Span first = text.substring(mark, from).codePoints().anyMatch(c -> SentenceSpans.COMMAS.indexOf(c) >= 0)
                ? null
                : firstWords(part);
        if (first != null && isNegated(text.substring(first.start(), first.end()))) {
            return spans.trimmed(first);
        }
        List<String> words = wordsOf(text.substring(part.start(), part.end()));
        for (int at = 0; at < words.size() && at < 6; at++) {
            if (SpeechVerbs.isSaying(words.get(at))) {
                var near = String.join(" ", words.subList(Math.max(0, at - 2), Math.min(words.size(), at + 3)));
                return isNegated(near) ? spans.trimmed(part) : null;
            }
        }
        return null;
    }

    /** Two words, and a third one where they say nothing by themselves: 'is a lie'. */
    private Span firstWords(Span part) {
        Span first = spans.firstWords(part);
        boolean saysNothing = first != null && wordsOf(text.substring(first.start(), first.end())).stream()
                .allMatch(word -> languages.stream()
                        .anyMatch(language -> FunctionWords.of(language).kindOf(word).isPresent()));
        return saysNothing
                ? new Span(first.start(), Math.min(part.end(), spans.wordAfter(first.end()).end()))
                : first;
    }

    private boolean isNegated(String words) {
        return languages.stream().flatMap(language -> Markers.in(words, language).stream())
                .anyMatch(marker -> marker.kind() == Markers.Kind.NEGATION);
    }

    /** What stands between the last comma and the words, and the clause before it where a 'that' binds the two. */
    private Span clauseBefore(Span sentence) {
        int comma = spans.lastComma(sentence);
        var clause = new Span(Math.max(sentence.start(), comma + 1), sentence.end());
        List<String> words = wordsOf(text.substring(clause.start(), clause.end()));
        return comma >= sentence.start() && !words.isEmpty() && THAT.contains(words.get(0))
                ? new Span(Math.max(sentence.start(), spans.lastComma(new Span(sentence.start(), comma)) + 1),
                        sentence.end())
                : clause;
    }

    /** Whether a 'might' or 'would' stands right before the words, or one word before. */
    private boolean weakens(Span clause) {
        String content = text.substring(clause.start(), clause.end());
        return languages.stream().flatMap(language -> Markers.in(content, language).stream())
                .filter(marker -> marker.kind() == Markers.Kind.POSSIBILITY
                        || marker.kind() == Markers.Kind.CONDITIONAL)
                .anyMatch(marker -> wordsOf(content.substring(marker.end())).size() <= 1
                        && content.length() - marker.end() <= LONGEST_WORD);
    }

    /** Whether an amount stands right before the words: 'some of the captives', 'forty men'. */
    private boolean isAmountBefore(Span clause) {
        String content = text.substring(clause.start(), clause.end());
        Set<Integer> ends = new HashSet<>();
        for (String language : languages) {
            Markers.in(content, language).stream().filter(marker -> marker.kind() == Markers.Kind.EXTENT)
                    .forEach(marker -> ends.add(marker.end()));
            Figures.in(content, language).stream().filter(figure -> AMOUNTS.contains(figure.kind()))
                    .forEach(figure -> ends.add(figure.end()));
        }
        int end = content.stripTrailing().length();
        for (int functionWords = 0; functionWords <= 2 && !ends.isEmpty(); functionWords++) {
            if (ends.contains(end)) {
                return true;
            }
            int start = content.lastIndexOf(' ', Math.max(0, end - 1)) + 1;
            if (start >= end || !isFunctionWord(content.substring(start, end))) {
                return false;
            }
            end = content.substring(0, start).stripTrailing().length();
        }
        return false;
    }

    private boolean isFunctionWord(String word) {
        return languages.stream().anyMatch(language -> FunctionWords.of(language).kindOf(word)
                .filter(kind -> kind == FunctionWords.Kind.FUNCTION).isPresent()) || FROM.contains(word);
    }
}
