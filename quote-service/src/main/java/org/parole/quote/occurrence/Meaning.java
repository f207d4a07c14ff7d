package org.parole.quote.occurrence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;

import org.parole.kit.language.Figures;
import org.parole.kit.language.Markers;

/** Whether two wordings that are alike say the same: they agree in every number, in negation and in modality. */
final class Meaning {

    private Meaning() {
    }

    /** Whether nothing that turns or weakens a statement stands in one of them only; languages are BCP 47 tags. */
    static boolean agrees(String one, String language, String other, String otherLanguage) {
        return markers(one, language).equals(markers(other, otherLanguage))
                && figuresAgree(one, language, other, otherLanguage);
    }

    private static boolean figuresAgree(String one, String language, String other, String otherLanguage) {
        var figures = Figures.in(one, language);
        var others = new ArrayList<>(Figures.in(other, otherLanguage));
        if (figures.size() != others.size()) {
            return false;
        }
        for (var figure : figures) {
            var same = others.stream().filter(figure::isSame).findFirst();
            if (same.isEmpty()) {
                return false;
            }
            others.remove(same.get());
        }
        return true;
    }

    private static Map<Markers.Kind, Integer> markers(String text, String language) {
        Map<Markers.Kind, Integer> counts = new EnumMap<>(Markers.Kind.class);
        Markers.in(text, language).forEach(marker -> counts.merge(marker.kind(), 1, Integer::sum));
        return counts;
    }
}
