package org.parole.quote.anchor;

import java.util.List;
import java.util.Set;

import org.parole.kit.language.ClauseWords;
import org.parole.kit.language.ClauseWords.Kind;
import org.parole.kit.language.Figure;
import org.parole.kit.language.Figures;
import org.parole.kit.language.Folding;
import org.parole.kit.language.FunctionWords;
import org.parole.kit.language.Markers;
import org.parole.kit.language.PartWords;
import org.parole.kit.language.SpeechVerbs;
import org.parole.quote.anchor.SentenceSpans.Span;

/**
 * What restricts words from behind, further on in their sentence: ', but not the officers', ', half of them tomorrow', 'by
 * Friday, provided that the shelling stops'. A clause that goes on with something else restricts nothing: ', but we keep our arms'.
 */
final class Restrictions {

    private static final Set<Figure.Kind> AMOUNTS = Set.of(Figure.Kind.COUNT, Figure.Kind.VAGUE, Figure.Kind.FRACTION,
            Figure.Kind.PERCENTAGE);

    /** An amount and the words before it are no longer than this, in UTF-16 units. */
    private static final int LONGEST_AMOUNT = 60;

    private final String text;
    private final List<String> languages;
    private final SentenceSpans spans;

    Restrictions(String text, List<String> languages) {
        this.text = text;
        this.languages = languages;
        this.spans = new SentenceSpans(text);
    }

    /** Whether a condition says nothing about what was said before: but, aber, mais. */
    static boolean isTurn(String word, String language) {
        return ClauseWords.of(language).are(Kind.TURN, word);
    }

    /**
     * Whether something in the rest of a sentence restricts the words right before it.
     *
     * @param isBehindPause whether a comma stands before the rest already
     */
    boolean areIn(Span rest, boolean isBehindPause) {
        int from = rest.start();
        boolean isFirst = !isBehindPause;
        while (from < rest.end()) {
            int comma = spans.firstComma(new Span(from, rest.end()));
            String part = text.substring(from, comma);
            for (String language : part.isBlank() ? List.<String>of() : languages) {
                List<Markers.Marker> markers = Markers.in(part, language);
                if (!isFirst && (isContrast(part, markers, language) || isPart(part, markers, language))) {
                    return true;
                }
                if ((isFirst || !beginsAnother(part)) && isCondition(part, markers, language)) {
                    return true;
                }
            }
            if (!isFirst && beginsAnother(part)) {
                return false;
            }
            isFirst = false;
            from = comma + 1;
        }
        return false;
    }

    /** Whether another clause follows, with a condition of its own: 'and if they shoot we shoot'; 'and only if' is none. */
    boolean beginAnother(Span rest) {
        List<String> words = wordsOf(text.substring(rest.start(), rest.end()));
        return words.size() > 1 && languages.stream().map(ClauseWords::of)
                .anyMatch(known -> known.are(Kind.AND, words.get(0)) && !known.are(Kind.NEAR, words.get(1)));
    }

    /** 'But not the officers', 'not the officers'; 'but we will not hand over our arms' is another clause. */
    private static boolean isContrast(String part, List<Markers.Marker> markers, String language) {
        List<Markers.Marker> negations = markers.stream()
                .filter(marker -> marker.kind() == Markers.Kind.NEGATION).toList();
        if (negations.isEmpty()) {
            return false;
        }
        Markers.Marker first = negations.get(0);
        List<String> before = wordsOf(part.substring(0, first.start()));
        var words = ClauseWords.of(language);
        boolean isAdjacent = before.size() <= 2
                && before.stream().allMatch(word -> words.are(Kind.TURN, word) || words.are(Kind.AND, word));
        if (isAdjacent && !isClause(part.substring(first.end()), language)) {
            return true;
        }
        // Where the verb comes last, so does its negation: ama subayları değil.
        Markers.Marker last = negations.get(negations.size() - 1);
        return words.are(Kind.DENIED, last.text()) && wordsOf(part.substring(last.end())).isEmpty()
                && words.are(Kind.TURN, wordsOf(part).get(0));
    }

    /** Whether a verb of its own follows a negation. */
    private static boolean isClause(String behind, String language) {
        List<String> words = wordsOf(behind);
        if (words.isEmpty()) {
            return true;
        }
        boolean isModal = Markers.in(behind, language).stream()
                .anyMatch(marker -> marker.kind() != Markers.Kind.NEGATION && marker.kind() != Markers.Kind.EXTENT
                        && wordsOf(behind.substring(0, marker.start())).isEmpty());
        return isModal || ClauseWords.of(language).isVerb(words.get(0));
    }

    /** 'Half of them', '20 of them', 'some of them tomorrow'. */
    private static boolean isPart(String part, List<Markers.Marker> markers, String language) {
        String beginning = part.substring(0,
                Graphemes.boundaryAtOrBefore(part, Math.min(part.length(), LONGEST_AMOUNT)));
        return Figures.in(beginning, language).stream()
                .filter(figure -> AMOUNTS.contains(figure.kind())
                        && isFunction(part.substring(0, figure.start()), language))
                .anyMatch(figure -> PartWords.begin(part.substring(figure.end()), language))
                || markers.stream()
                        .filter(marker -> marker.kind() == Markers.Kind.EXTENT
                                && !ClauseWords.of(language).are(Kind.ALL, marker.text())
                                && isFunction(part.substring(0, marker.start()), language))
                        .anyMatch(marker -> PartWords.begin(part.substring(marker.end()), language));
    }

    private static boolean isFunction(String words, String language) {
        return wordsOf(words).stream().allMatch(word -> FunctionWords.of(language).kindOf(word).isPresent());
    }

    private boolean beginsAnother(String part) {
        List<String> words = wordsOf(part);
        return !words.isEmpty() && languages.stream().map(ClauseWords::of)
                .anyMatch(known -> known.are(Kind.AND, words.get(0)) || known.are(Kind.TURN, words.get(0)));
    }

    /** A condition or an exception, however far behind; 'asked if' is none. */
    private static boolean isCondition(String part, List<Markers.Marker> markers, String language) {
        return markers.stream().filter(marker -> marker.kind() == Markers.Kind.CONDITION)
                .filter(marker -> !ClauseWords.of(language).are(Kind.TURN, marker.text())
                        && !ClauseWords.of(language).are(Kind.NEAR, marker.text()))
                .anyMatch(marker -> !isAsked(part.substring(0, marker.start())));
    }

    private static boolean isAsked(String before) {
        List<String> words = wordsOf(before);
        return !words.isEmpty() && SpeechVerbs.isQuestion(words.get(words.size() - 1));
    }

    private static List<String> wordsOf(String text) {
        return Folding.caseless(text).words();
    }
}
