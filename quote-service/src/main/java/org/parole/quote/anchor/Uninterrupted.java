package org.parole.quote.anchor;

import java.util.ArrayList;
import java.util.List;

import org.parole.kit.language.Folding;
import org.parole.quote.anchor.SentenceSpans.Span;

/** A text without the attributions that interrupt what was said, with the way back to the places of the text. */
final class Uninterrupted {

    private final Folding folding;
    private final List<Span> cuts;
    /** Where the text goes on behind each cut, in the text that is left. */
    private final int[] resumed;
    private final int[] spaces;

    /**
     * A text without these attributions.
     *
     * @param keepsPauses whether the pause before each stays: it may be the speaker's or the reporter's
     */
    Uninterrupted(String text, List<Span> cuts, boolean keepsPauses, boolean isCaseless) {
        this.cuts = cuts;
        this.resumed = new int[cuts.size()];
        this.spaces = new int[cuts.size()];
        var left = new StringBuilder(text.length());
        int from = 0;
        for (int i = 0; i < cuts.size(); i++) {
            left.append(text, from, cuts.get(i).start());
            String joint = joint(text.substring(cuts.get(i).start(), cuts.get(i).end()), keepsPauses);
            left.append(joint);
            spaces[i] = joint.length();
            resumed[i] = left.length();
            from = cuts.get(i).end();
        }
        left.append(text, from, text.length());
        this.folding = Folding.loosely(left.toString(), isCaseless);
    }

    private static String joint(String cut, boolean keepsPauses) {
        String stripped = cut.replaceAll("[^\\p{L}\\p{N}.]+$", "");
        if (stripped.endsWith(".")) {
            return ". ";
        }
        return keepsPauses && ",;".indexOf(cut.charAt(0)) >= 0 ? cut.charAt(0) + " " : " ";
    }

    Folding folding() {
        return folding;
    }

    /** The spans of the text that a span of what is left stands for: more than one where an attribution is cut out of it. */
    List<int[]> inText(int start, int end) {
        List<int[]> spans = new ArrayList<>();
        int from = toText(start);
        for (int i = 0; i < cuts.size(); i++) {
            int before = resumed[i] - spaces[i];
            if (start < before && end > resumed[i]) {
                spans.add(new int[]{from, cuts.get(i).start()});
                from = cuts.get(i).end();
            }
        }
        spans.add(new int[]{from, toText(end)});
        return spans;
    }

    private int toText(int left) {
        for (int i = cuts.size() - 1; i >= 0; i--) {
            if (left >= resumed[i]) {
                return cuts.get(i).end() + left - resumed[i];
            }
        }
        return left;
    }
}
