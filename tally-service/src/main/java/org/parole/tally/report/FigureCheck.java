package org.parole.tally.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.parole.kit.language.Figure;
import org.parole.kit.language.Figures;
import org.parole.tally.count.QuantityComparator;

/**
 * Whether a figure stands in words: in digits of any script, grouped as anywhere, or spelled out. Dates, years, ages,
 * percentages and the like are no figures, and the 90 in 'half of the 90' are not who is told of.
 */
final class FigureCheck {

    /** Of more figures than this no sums are tried. */
    private static final int MOST_PARTS = 16;

    private FigureCheck() {
    }

    /**
     * VERIFIED, DERIVED or FIGURE_ABSENT.
     *
     * @param comparator how the figure is to be read; null where a report gives no figure, which every words verify
     * @param min        its lower end, or null
     * @param max        its upper end, or null
     * @param wording    its wording, or null
     * @param language   of the words, BCP 47; null where it is not known
     */
    static EvidenceCheck check(QuantityComparator comparator, Integer min, Integer max, String wording, String words,
            String language) {
        if (comparator == null) {
            return EvidenceCheck.VERIFIED;
        }
        List<Figure> figures = Figures.in(words, language);
        if (comparator == QuantityComparator.SOME) {
            boolean isVague = figures.stream().anyMatch(figure -> figure.kind() == Figure.Kind.VAGUE);
            return isVague || wording != null && words.contains(wording)
                    ? EvidenceCheck.VERIFIED
                    : EvidenceCheck.FIGURE_ABSENT;
        }
        var parts = PartsOfWholes.in(figures, words);
        List<Figure> counts = parts.counts();
        List<BigDecimal> wanted = Stream.of(min, max).filter(number -> number != null).distinct()
                .map(BigDecimal::valueOf).toList();
        if (wanted.stream().allMatch(number -> stands(number, counts, words, language))) {
            return EvidenceCheck.VERIFIED;
        }
        return wanted.stream().allMatch(number -> stands(number, counts, words, language) || isSum(number, counts)
                || parts.have(number))
                        ? EvidenceCheck.DERIVED
                        : EvidenceCheck.FIGURE_ABSENT;
    }

    private static boolean stands(BigDecimal number, List<Figure> counts, String words, String language) {
        return counts.stream().anyMatch(figure -> figure.canBe(number))
                || number.signum() == 0 && Figures.saysNone(words, language);
    }

    /** Whether the number is the sum of two or more of the figures. */
    private static boolean isSum(BigDecimal number, List<Figure> counts) {
        List<BigDecimal> parts = counts.stream().map(Figure::value).filter(value -> value != null && value.signum() > 0)
                .limit(MOST_PARTS).toList();
        for (int chosen = 1; chosen < 1 << parts.size(); chosen++) {
            if (Integer.bitCount(chosen) < 2) {
                continue;
            }
            var sum = BigDecimal.ZERO;
            for (int i = 0; i < parts.size() && sum.compareTo(number) <= 0; i++) {
                sum = (chosen >> i & 1) == 0 ? sum : sum.add(parts.get(i));
            }
            if (sum.compareTo(number) == 0) {
                return true;
            }
        }
        return false;
    }
}
