package org.parole.tally.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.parole.kit.language.Figure;
import org.parole.kit.language.Figures;
import org.parole.kit.language.Qualifier;
import org.parole.kit.language.Qualifiers;
import org.parole.tally.count.QuantityComparator;

/**
 * Whether a figure stands in words: in digits of any script, grouped as anywhere, or spelled out. Dates, years, ages,
 * percentages and the like are no figures, and the 90 in 'half of the 90' are not who is told of. Words that say of the
 * figure what the report does not say, such as 'nearly' or 'not', do not carry it.
 */
final class FigureCheck {

    private FigureCheck() {
    }

    /**
     * VERIFIED, DERIVED, FIGURE_QUALIFIED or FIGURE_ABSENT.
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
        var told = ToldCounts.in(counts, figures, words, language);
        if (!wanted.stream().allMatch(number -> stands(number, counts, words, language) || told.comeTo(number)
                || parts.have(number))) {
            return EvidenceCheck.FIGURE_ABSENT;
        }
        // The words must carry the figure as it is reported: 'nearly 100' is not exactly 100, and 'not 100 but 80' not 100.
        boolean stands = true;
        for (BigDecimal number : wanted) {
            Reading reading = Reading.of(comparator, min != null && number.intValueExact() == min);
            if (counts.stream().filter(count -> count.canBe(number) && !told.denied().contains(count))
                    .anyMatch(count -> reading.carries(Qualifiers.of(count, figures, words, language)))
                    || isNone(number, words, language)) {
                continue;
            }
            stands = false;
            boolean isDerived = told.without(
                    count -> !reading.carriesInSum(Qualifiers.of(count, figures, words, language))).comeTo(number);
            if (!isDerived && !parts.have(number)) {
                return EvidenceCheck.FIGURE_QUALIFIED;
            }
        }
        return stands ? EvidenceCheck.VERIFIED : EvidenceCheck.DERIVED;
    }

    /** By which words a figure is carried, as its comparator wants it. */
    private record Reading(boolean plain, Set<Qualifier> qualified) {

        static Reading of(QuantityComparator comparator, boolean isLowerEnd) {
            return switch (comparator) {
                case EXACTLY, SOME -> new Reading(true, Set.of());
                case ABOUT -> new Reading(true, Set.of(Qualifier.ABOUT, Qualifier.ALMOST));
                case AT_LEAST -> new Reading(true, Set.of(Qualifier.AT_LEAST, Qualifier.OVER));
                case OVER -> new Reading(false, Set.of(Qualifier.OVER));
                case UP_TO -> new Reading(true, Set.of(Qualifier.UP_TO, Qualifier.UNDER, Qualifier.ALMOST));
                case BETWEEN -> new Reading(true, isLowerEnd
                        ? Set.of(Qualifier.ABOUT, Qualifier.AT_LEAST, Qualifier.OVER)
                        : Set.of(Qualifier.ABOUT, Qualifier.ALMOST, Qualifier.UP_TO, Qualifier.UNDER));
            };
        }

        boolean carries(Set<Qualifier> found) {
            return found.isEmpty() ? plain : qualified.containsAll(found);
        }

        /** More than 31 and 52 are more than 83. */
        boolean carriesInSum(Set<Qualifier> found) {
            return found.isEmpty() || qualified.containsAll(found);
        }
    }

    private static boolean stands(BigDecimal number, List<Figure> counts, String words, String language) {
        return counts.stream().anyMatch(figure -> figure.canBe(number)) || isNone(number, words, language);
    }

    private static boolean isNone(BigDecimal number, String words, String language) {
        return number.signum() == 0 && Figures.saysNone(words, language);
    }
}
