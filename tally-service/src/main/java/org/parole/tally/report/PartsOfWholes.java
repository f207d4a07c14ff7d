package org.parole.tally.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.parole.kit.language.Figure;
import org.parole.kit.language.Figures;
import org.parole.kit.language.Folding;

/**
 * Fractions and percentages that words take of a count: 'half of the 90', '20% of 500'. The whole is not the figure that such
 * words tell; the part is, where it comes to a whole number.
 *
 * @param counts the counts that stand for themselves
 * @param parts  what the fractions come to
 */
record PartsOfWholes(List<Figure> counts, List<BigDecimal> parts) {

    /** How many words may stand between a share and its whole: half OF THE 90, la moitié DES 90. */
    private static final int MOST_BETWEEN = 3;
    private static final int LONGEST_BETWEEN = 24;
    private static final Set<Figure.Kind> SHARES = Set.of(Figure.Kind.FRACTION, Figure.Kind.PERCENTAGE);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Tells the wholes of the figures of a text from the other counts. */
    static PartsOfWholes in(List<Figure> figures, String text) {
        List<Figure> counts = new ArrayList<>();
        List<BigDecimal> parts = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            if (figure.kind() != Figure.Kind.COUNT) {
                continue;
            }
            Figure share = i > 0 && isShareOf(figures.get(i - 1), figure, text)
                    ? figures.get(i - 1)
                    : i + 1 < figures.size() && isWholeBefore(figure, figures.get(i + 1), text)
                            ? figures.get(i + 1)
                            : null;
            if (share == null) {
                counts.add(figure);
            } else if (share.value() != null) {
                BigDecimal factor = share.kind() == Figure.Kind.PERCENTAGE
                        ? share.value().divide(HUNDRED, MathContext.DECIMAL32)
                        : share.value();
                figure.readings().forEach(whole -> parts.add(whole.multiply(factor)));
            }
        }
        return new PartsOfWholes(List.copyOf(counts), List.copyOf(parts));
    }

    /** Whether a part comes to a number, with the little that a third leaves over set aside. */
    boolean have(BigDecimal number) {
        return parts.stream().anyMatch(part -> part.subtract(number).abs().compareTo(new BigDecimal("0.001")) < 0);
    }

    private static boolean isShareOf(Figure share, Figure whole, String text) {
        if (!SHARES.contains(share.kind()) || whole.start() < share.end()
                || whole.start() - share.end() > LONGEST_BETWEEN) {
            return false;
        }
        String between = text.substring(share.end(), whole.start());
        int words = Folding.of(between).words().size();
        return words > 0 && words <= MOST_BETWEEN && isNotDivided(between);
    }

    /** In some languages the whole comes first: 90人の半分, 90'ın yarısı. */
    private static boolean isWholeBefore(Figure whole, Figure share, String text) {
        if (share.kind() != Figure.Kind.FRACTION && share.kind() != Figure.Kind.PERCENTAGE
                || share.start() < whole.end() || share.start() - whole.end() > MOST_BETWEEN + 1) {
            return false;
        }
        String between = text.substring(whole.end(), share.start());
        return isNotDivided(between) && (between.codePoints().anyMatch(Folding::isWrittenWithoutSpaces)
                || between.startsWith("'") || between.startsWith("\u2019"));
    }

    private static boolean isNotDivided(String between) {
        return between.codePoints().noneMatch(c -> ",.;:\u060C\u3001\u3002\uFF0C()\u2014\u2013".indexOf(c) >= 0)
                && Figures.in(between, "und").isEmpty();
    }
}
