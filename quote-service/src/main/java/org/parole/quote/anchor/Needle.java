package org.parole.quote.anchor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Folded words to look for, taken apart where something was left out or put in: at an ellipsis, bracketed or not, and at
 * an editor's square brackets.
 */
record Needle(List<Piece> pieces) {

    /** What may stand in the text between a piece and the one before it. */
    enum Gap {
        /** The first piece: nothing before it. */
        NONE,
        /** An ellipsis: some sentences. */
        OMISSION,
        /** Square brackets between words: some words. */
        INSERTION,
        /** Square brackets inside a word: some letters, as in {@code [T]hey} or {@code the[ir]}. */
        LETTERS
    }

    /** Words without a gap, and the gap before them. */
    record Piece(Gap before, String words) {
    }

    private static final Pattern SEAM = Pattern.compile("[\\[(]\u2026[\\])]|\u2026|\\[[^\\[\\]]*\\]");
    private static final int MOST_PIECES = 50;

    static Needle of(String folded) {
        var pieces = new ArrayList<Piece>();
        var matcher = SEAM.matcher(folded);
        var from = 0;
        var gap = Gap.NONE;
        while (pieces.size() < MOST_PIECES && matcher.find()) {
            gap = add(pieces, gap, folded.substring(from, matcher.start()));
            gap = wider(gap, gapFor(folded, matcher.start(), matcher.end()));
            from = matcher.end();
        }
        add(pieces, gap, folded.substring(from));
        return new Needle(List.copyOf(pieces));
    }

    boolean isBroken() {
        return pieces.size() > 1 || !pieces.isEmpty() && pieces.get(0).before() != Gap.NONE;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** Adds the words unless there are none, and says which gap still waits for words. */
    private static Gap add(List<Piece> pieces, Gap gap, String words) {
        var trimmed = gap == Gap.LETTERS ? words.stripTrailing() : words.strip();
        if (trimmed.isEmpty()) {
            return gap;
        }
        // What a gap at the very beginning left out cannot be seen; the letters before it must not matter either.
        pieces.add(new Piece(gap, trimmed));
        return Gap.NONE;
    }

    private static Gap wider(Gap first, Gap second) {
        if (first == Gap.NONE) {
            return second;
        }
        return first == Gap.OMISSION || second == Gap.OMISSION ? Gap.OMISSION : Gap.INSERTION;
    }

    private static Gap gapFor(String folded, int start, int end) {
        if (folded.indexOf(FoldedText.ELLIPSIS, start) >= 0 && folded.indexOf(FoldedText.ELLIPSIS, start) < end) {
            return Gap.OMISSION;
        }
        var touchesBefore = start > 0 && Character.isLetter(folded.charAt(start - 1));
        var touchesAfter = end < folded.length() && Character.isLetter(folded.charAt(end));
        return touchesBefore || touchesAfter ? Gap.LETTERS : Gap.INSERTION;
    }
}
