package org.parole.quote.anchor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.parole.kit.language.Folding;

/**
 * Finds a quote that tells in its own words and order what stands around the quoted stretches: '“Free them all,” the minister
 * said' for 'The minister said: “Free them all.”'. The stretches must stand near each other, and most of what is told beside them.
 */
final class MixedPassage {

    /** How far from each other the stretches and what is told may stand, in UTF-16 units. */
    private static final int FARTHEST = 600;
    private static final int AROUND = 300;
    /** Fewer quoted words than this stand anywhere. */
    private static final int FEWEST_WORDS = 3;
    private static final int SHORTEST_BEGINNING = 4;

    private final String text;
    private final PassageFinder finder;
    private final PassageFinder caseless;

    MixedPassage(String text, PassageFinder finder, PassageFinder caseless) {
        this.text = text;
        this.finder = finder;
        this.caseless = caseless;
    }

    /** The places of all quoted stretches in order, as one place; null where they do not stand together. */
    Place find(String content) {
        List<String> stretches = Stretches.in(content);
        if (stretches.stream().mapToInt(stretch -> wordsOf(stretch).size()).sum() < FEWEST_WORDS) {
            return null;
        }
        List<int[]> spans = new ArrayList<>();
        for (String stretch : stretches) {
            PassageFinder.Found found = finder.find(stretch);
            found = found == null ? caseless.find(stretch) : found;
            // Of several places nobody can tell which one is meant.
            if (found == null || found.places().size() > 1) {
                return null;
            }
            spans.addAll(found.places().get(0).spans());
        }
        spans.sort(Comparator.comparingInt(span -> span[0]));
        int start = spans.get(0)[0];
        int end = spans.get(spans.size() - 1)[1];
        return end - start <= FARTHEST && isTold(content, stretches, start, end)
                ? new Place(List.copyOf(spans), List.of(), false)
                : null;
    }

    /** Whether at least half of the words around the stretches stand near them in the text as well. */
    private boolean isTold(String content, List<String> stretches, int start, int end) {
        String told = content;
        for (String stretch : stretches) {
            told = told.replace(stretch, " ");
        }
        List<String> words = wordsOf(told);
        List<String> around = wordsOf(text.substring(
                Graphemes.boundaryAtOrAfter(text, Math.max(0, start - AROUND)),
                Graphemes.boundaryAtOrBefore(text, Math.min(text.length(), end + AROUND))));
        long known = words.stream().filter(word -> around.stream().anyMatch(other -> isForm(word, other))).count();
        return 2 * known >= words.size();
    }

    private static boolean isForm(String one, String other) {
        return one.equals(other) || one.length() >= SHORTEST_BEGINNING && other.length() >= SHORTEST_BEGINNING
                && one.regionMatches(0, other, 0, SHORTEST_BEGINNING);
    }

    private static List<String> wordsOf(String words) {
        return Folding.caseless(words).words();
    }
}
