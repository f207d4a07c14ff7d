package org.parole.quote.anchor;

import java.util.List;

import org.parole.kit.language.Figure;
import org.parole.kit.language.Figures;

/**
 * Whether two writings of the same digits are the same numbers in the languages of the words: 1.200 is 1,200 in German and a
 * little more than one in English.
 */
final class SameNumbers {

    private SameNumbers() {
    }

    /** The first number of a passage that is another one in a quote, or null. */
    static Figure different(String passage, String content, List<String> languages) {
        if (passage.equals(content) || content.codePoints().noneMatch(Character::isDigit)) {
            return null;
        }
        Figure different = null;
        for (String language : languages) {
            different = differentIn(Figures.in(passage, language), Figures.in(content, language));
            if (different == null) {
                return null;
            }
        }
        return different;
    }

    private static Figure differentIn(List<Figure> ours, List<Figure> theirs) {
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            Figure one = ours.get(i);
            Figure other = theirs.get(i);
            boolean isSame = one.value() == null || other.value() == null
                    ? one.value() == other.value()
                    : one.value().compareTo(other.value()) == 0;
            if (!isSame && one.text().codePoints().anyMatch(Character::isDigit)) {
                return one;
            }
        }
        return null;
    }
}
