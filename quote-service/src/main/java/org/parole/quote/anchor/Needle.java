package org.parole.quote.anchor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.parole.kit.language.Folding;

/**
 * Words to look for, taken apart where something was left out or put in: at an ellipsis, bracketed or not, and at an
 * editor's square brackets.
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
        LETTERS,
        /** Who said it, between two parts of what was said. */
        ATTRIBUTION
    }

    /**
     * Words without a gap, and the gap before them.
     *
     * @param inserted what stands in the square brackets of the gap, or ""
     * @param from     the first sign that is looked for: punctuation at the ends is not
     * @param to       the sign after the last one
     */
    record Piece(Gap before, String inserted, Folding words, int from, int to) {

        int length() {
            return to - from;
        }

        Piece behind(Gap gap) {
            return new Piece(gap, inserted, words, from, to);
        }
    }

    /** Dots are counted up to a bound, because the engine calls itself for each of them. */
    private static final Pattern SEAM = Pattern
            .compile(
                    "[\\[(<{/]\\s?(?:\u2026|\\.(?:\\s?\\.){2,100})\\s?[\\])>}/]|\u2026+|\\.(?:\\s?\\.){2,100}|\\[[^\\[\\]]{0,200}\\]");
    private static final int MOST_PIECES = 50;

    /** Takes words apart; no piece where there is nothing but punctuation. */
    static Needle of(String words, boolean isCaseless) {
        var pieces = new ArrayList<Piece>();
        Matcher matcher = SEAM.matcher(words);
        int from = 0;
        var gap = Gap.NONE;
        String inserted = "";
        while (pieces.size() < MOST_PIECES && matcher.find()) {
            if (add(pieces, gap, inserted, words.substring(from, matcher.start()), isCaseless)) {
                gap = Gap.NONE;
                inserted = "";
            }
            gap = wider(gap, gapFor(words, matcher.start(), matcher.end()));
            inserted = matcher.group().startsWith("[") && gap != Gap.OMISSION
                    ? (inserted + " " + matcher.group().substring(1, matcher.group().length() - 1)).strip()
                    : inserted;
            from = matcher.end();
        }
        add(pieces, gap, inserted, words.substring(from), isCaseless);
        return new Needle(List.copyOf(pieces));
    }

    boolean isBroken() {
        return pieces.size() > 1 || !pieces.isEmpty() && pieces.get(0).before() != Gap.NONE;
    }

    private static boolean add(List<Piece> pieces, Gap gap, String inserted, String words, boolean isCaseless) {
        Folding folding = Folding.loosely(words, isCaseless);
        int from = 0;
        int to = folding.length();
        while (from < to && isPunctuation(folding.signs().charAt(from))) {
            from++;
        }
        while (to > from && isPunctuation(folding.signs().charAt(to - 1))) {
            to--;
        }
        return from < to && pieces.add(new Piece(gap, inserted, folding, from, to));
    }

    /** Closing punctuation belongs to the sentence around a quotation as often as to the quotation. */
    static boolean isPunctuation(char sign) {
        return ".,;:".indexOf(sign) >= 0;
    }

    private static Gap wider(Gap first, Gap second) {
        if (first == Gap.NONE) {
            return second;
        }
        return first == Gap.OMISSION || second == Gap.OMISSION ? Gap.OMISSION : Gap.INSERTION;
    }

    private static Gap gapFor(String words, int start, int end) {
        if (words.charAt(start) != '[' || words.substring(start, end).matches("\\[\\s?[.\u2026].*")) {
            return Gap.OMISSION;
        }
        boolean touchesBefore = start > 0 && Character.isLetter(words.charAt(start - 1));
        boolean touchesAfter = end < words.length() && Character.isLetter(words.charAt(end));
        return touchesBefore || touchesAfter ? Gap.LETTERS : Gap.INSERTION;
    }
}
