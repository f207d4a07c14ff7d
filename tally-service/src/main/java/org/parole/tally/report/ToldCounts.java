package org.parole.tally.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.parole.kit.language.ClauseWords;
import org.parole.kit.language.Figure;
import org.parole.kit.language.Folding;
import org.parole.kit.language.FunctionWords;
import org.parole.kit.language.PartWords;
import org.parole.kit.language.Qualifiers;

/**
 * How the counts of a text stand to each other: which of them is denied ('not 100 but 80'), which are parts of others
 * ('100, 20 of them women'), and which are the ends of a range. Only what stands beside each other is ever added up.
 *
 * @param denied figures of which the text says that it was not so many
 * @param wholes what may be added up
 * @param parts  what may be added up with other parts, and never with a whole
 */
record ToldCounts(Set<Figure> denied, List<Figure> wholes, List<Figure> parts) {

    /** More counts than this are not told apart: no sums are looked for among them. */
    private static final int MOST = 200;
    /** Of more counts than this no sums are tried. */
    private static final int MOST_ADDED = 16;
    /** How far from a number the word that denies it is looked for, in UTF-16 units. */
    private static final int WINDOW = 24;
    private static final int MOST_OF_NOT = 3;
    private static final String SENTENCE_ENDS = ".;!?()\u061F\u3002\uFF01\uFF1F\uFF1B\u0964\u06D4\n";

    /**
     * Reads what the words around each count say of it.
     *
     * @param counts the counts among the figures
     * @param figures all figures of the text, in order
     */
    static ToldCounts in(List<Figure> counts, List<Figure> figures, String text, String language) {
        var told = new ToldCounts(new HashSet<>(), new ArrayList<>(), new ArrayList<>());
        Figure last = null;
        boolean wasPart = false;
        boolean isOpen = false;
        boolean isAnnounced = false;
        for (int i = 0; i < Math.min(MOST, counts.size()); i++) {
            Figure count = counts.get(i);
            Figure next = i + 1 < counts.size() ? counts.get(i + 1) : null;
            String before = text.substring(last == null ? 0 : last.end(), count.start());
            String behind = text.substring(count.end(), next == null ? text.length() : next.start());
            boolean begins = PartWords.end(before, language);
            isOpen = begins || isOpen && wasPart && !told.wholes.isEmpty() && goesOn(before, language);
            boolean isPart = isOpen || PartWords.follow(behind, next != null, language)
                    || next != null && isLess(count, next) && PartWords.areBetween(behind, language)
                    || last != null && isLess(count, last)
                            && (isAnnounced && isOneSentence(before) || PartWords.areBetween(before, language));
            boolean isEnd = next != null && Qualifiers.areRange(count, next, text, language)
                    || last != null && Qualifiers.areRange(last, count, text, language);
            if (isDenied(count, before, behind, last != null, next != null, figures, text, language)) {
                told.denied.add(count);
            } else if (!isEnd && !PartWords.compare(before, language)) {
                (isPart ? told.parts : told.wholes).add(count);
            }
            isAnnounced = PartWords.announce(clauseBefore(before), language);
            wasPart = isPart;
            last = count;
        }
        Totals.among(told.wholes, text, language).forEach(told.wholes::remove);
        Totals.among(told.parts, text, language).forEach(told.parts::remove);
        return told;
    }

    /** What stands between the beginning of the clause and a number. */
    private static String clauseBefore(String before) {
        int start = before.length();
        while (start > 0 && (SENTENCE_ENDS + ",").indexOf(before.charAt(start - 1)) < 0) {
            start--;
        }
        return before.substring(start);
    }

    private static boolean isOneSentence(String between) {
        return between.codePoints().noneMatch(c -> SENTENCE_ENDS.indexOf(c) >= 0);
    }

    private static boolean isLess(Figure one, Figure other) {
        return one.value() != null && other.value() != null && one.value().compareTo(other.value()) < 0;
    }

    /** Whether a list of parts goes on: 'of them 20 women and 30 children'. */
    private static boolean goesOn(String between, String language) {
        if (!isOneSentence(between)) {
            return false;
        }
        int comma = between.indexOf(',');
        List<String> words = Folding.caseless(between.substring(comma + 1)).words();
        return comma < 0 || words.isEmpty() || !ClauseWords.of(language).are(ClauseWords.Kind.AND, words.get(0));
    }

    /** 'Not 100 men but 80', '100 değil 80': a denial right beside the number that is no part of a 'no fewer than'. */
    private static boolean isDenied(Figure count, String before, String behind, boolean isBehindOther,
            boolean hasNext, List<Figure> figures, String text, String language) {
        boolean isBefore = isNot(before.substring(Math.max(0, before.length() - WINDOW)), language)
                && !(isBehindOther && isDeniedBehind(before, language))
                && Qualifiers.of(count, figures, text, language).isEmpty();
        return isBefore || hasNext && isDeniedBehind(behind, language);
    }

    /** Whether a 'not' ends before a number, or one word that holds the sentence together before that: not the 100. */
    private static boolean isNot(String before, String language) {
        if (before.stripTrailing().endsWith(",")) {
            return false;
        }
        var known = ClauseWords.of(language);
        List<String> words = Folding.caseless(before).words();
        for (int end = words.size(); end > 0 && end >= words.size() - 1; end--) {
            for (int from = Math.max(0, end - MOST_OF_NOT); from < end; from++) {
                if (known.are(ClauseWords.Kind.NOT, String.join(" ", words.subList(from, end)))
                        || known.holds(ClauseWords.Kind.NOT, words.get(end - 1))) {
                    return true;
                }
            }
            if (FunctionWords.of(language).kindOf(words.get(end - 1)).isEmpty()) {
                return false;
            }
        }
        return false;
    }

    /** Where negations stand behind what they deny. */
    private static boolean isDeniedBehind(String behind, String language) {
        var words = ClauseWords.of(language);
        if (behind.length() > 2 * WINDOW || behind.codePoints().anyMatch(c -> SENTENCE_ENDS.indexOf(c) >= 0)) {
            return false;
        }
        return Folding.caseless(behind).words().stream().limit(3)
                .anyMatch(word -> words.are(ClauseWords.Kind.DENIED, word)
                        || words.holds(ClauseWords.Kind.DENIED, word));
    }

    /** The same without some of the counts that may be added up. */
    ToldCounts without(Predicate<Figure> some) {
        return new ToldCounts(denied, wholes.stream().filter(some.negate()).toList(),
                parts.stream().filter(some.negate()).toList());
    }

    /** Whether a number is the sum of two or more wholes, or of two or more parts. */
    boolean comeTo(BigDecimal number) {
        return isSum(number, wholes) || isSum(number, parts);
    }

    private static boolean isSum(BigDecimal number, List<Figure> counts) {
        List<BigDecimal> values = counts.stream().map(Figure::value)
                .filter(value -> value != null && value.signum() > 0)
                .limit(MOST_ADDED).toList();
        for (int chosen = 1; chosen < 1 << values.size(); chosen++) {
            if (Integer.bitCount(chosen) < 2) {
                continue;
            }
            var sum = BigDecimal.ZERO;
            for (int i = 0; i < values.size() && sum.compareTo(number) <= 0; i++) {
                sum = (chosen >> i & 1) == 0 ? sum : sum.add(values.get(i));
            }
            if (sum.compareTo(number) == 0) {
                return true;
            }
        }
        return false;
    }
}
