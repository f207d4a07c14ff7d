package org.parole.tally.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.parole.kit.language.ClauseWords;
import org.parole.kit.language.Figure;
import org.parole.kit.language.Folding;

/** Counts that add up others which stand right before or behind them: '100 men and 20 women, 120 in all'. */
final class Totals {

    private Totals() {
    }

    /** The totals among counts that stand in the order of the text; they count again whom the others count. */
    static List<Figure> among(List<Figure> counts, String text, String language) {
        List<Figure> totals = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            BigDecimal value = counts.get(i).value();
            if (value != null && value.signum() > 0
                    && (isSumBehind(counts, i) || isSumBefore(counts, i) && !isListed(counts, i, text, language))) {
                totals.add(counts.get(i));
            }
        }
        return totals;
    }

    /** '120 came home: 100 men and 20 women'. */
    private static boolean isSumBehind(List<Figure> counts, int at) {
        return isSum(counts, at, 1);
    }

    /** '100 men and 20 women, 120 in all'. */
    private static boolean isSumBefore(List<Figure> counts, int at) {
        return isSum(counts, at, -1);
    }

    private static boolean isSum(List<Figure> counts, int at, int step) {
        BigDecimal total = counts.get(at).value();
        var sum = BigDecimal.ZERO;
        int added = 0;
        for (int i = at + step; i >= 0 && i < counts.size() && sum.compareTo(total) < 0; i += step) {
            BigDecimal value = counts.get(i).value();
            if (value == null) {
                return false;
            }
            sum = sum.add(value);
            added++;
        }
        return added > 1 && sum.compareTo(total) == 0;
    }

    /** '10 on Monday, 20 on Tuesday and 30 on Wednesday': the last of a list is no total of it. */
    private static boolean isListed(List<Figure> counts, int at, String text, String language) {
        String between = text.substring(counts.get(at - 1).end(), counts.get(at).start());
        int comma = Math.max(between.lastIndexOf(','), between.lastIndexOf('.'));
        List<String> words = Folding.caseless(between.substring(comma + 1)).words();
        return words.stream().anyMatch(word -> ClauseWords.of(language).are(ClauseWords.Kind.AND, word));
    }
}
