package org.parole.kit.language;

/**
 * What stands between two signs of a folded text: white space, hyphens, quotation marks and what is not seen. Two writings
 * of the same words differ in their seams and nowhere else; which seams may stand for each other is said here.
 */
final class Seam {

    static final int SPACE = 1;
    /** A line ends. */
    static final int BREAK = 2;
    static final int DASH = 4;
    /** A hyphen right behind a letter and before white space, as where a word is divided. */
    static final int TRAILING_DASH = 8;
    static final int SOFT_HYPHEN = 16;
    /** A zero-width non-joiner or space: some keyboards type a space for it, others nothing. */
    static final int JOINER = 32;
    /** A quotation mark next to white space, punctuation or another mark. */
    static final int OUTER_MARK = 64;
    /** A mark between two letters or digits: an apostrophe, gershayim. */
    static final int INNER_MARK = 128;
    /** What groups the digits of a number. */
    static final int GROUP = 256;
    /** A square bracket. */
    static final int BRACKET = 512;
    /** The way that Persian binds two words with a yeh of its own. */
    static final int EZAFE = 1024;
    /** A dash that is longer than a hyphen. */
    static final int LONG_DASH = 2048;

    private Seam() {
    }

    /**
     * Whether two seams are two ways of writing the same, between the same two signs.
     *
     * @param before the code point before both seams
     * @param after  the code point after both seams
     */
    static boolean isSame(int one, int other, int before, int after) {
        // Around an ellipsis neither spaces nor marks mean anything.
        if (one == other || before == Folding.ELLIPSIS || after == Folding.ELLIPSIS) {
            return true;
        }
        if (((one ^ other) & BRACKET) != 0 && Character.isDigit(before) && Character.isDigit(after)) {
            // The number of a note is no digit of the number before it.
            return false;
        }
        return isSameMark(one, other, before) && isSameJoint(one, other, before, after);
    }

    private static boolean isSameMark(int one, int other, int before) {
        if (((one ^ other) & INNER_MARK) != 0) {
            // An apostrophe at a word's end is outside of it: "prisoners' families".
            return false;
        }
        return ((one ^ other) & OUTER_MARK) == 0
                // A long quotation opens each of its paragraphs; a sentence in it may be marked as it begins.
                || ((one | other) & BREAK) != 0 || Signs.isSentenceEnd(before);
    }

    private static boolean isSameJoint(int one, int other, int before, int after) {
        if (((one | other) & GROUP) != 0) {
            // Only one of them is a number's grouping: the other must be closed.
            return (one & GROUP) != 0 && (other & GROUP) != 0 || isClosed(one & ~GROUP) && isClosed(other & ~GROUP);
        }
        boolean dashes = (one & DASH) != 0;
        boolean otherDashes = (other & DASH) != 0;
        if (dashes && otherDashes) {
            return true;
        }
        if (dashes || otherDashes) {
            int dashed = dashes ? one : other;
            int plain = dashes ? other : one;
            return isDivided(dashed, after) && isClosed(plain) || isDialogue(dashed) && (plain & SPACE) != 0;
        }
        boolean spaced = (one & SPACE) != 0;
        if (spaced == ((other & SPACE) != 0)) {
            return true;
        }
        int space = spaced ? one : other;
        int closed = spaced ? other : one;
        return Signs.isArabicLetter(before) && Signs.isArabicLetter(after)
                || (space & SOFT_HYPHEN) != 0
                || Signs.isWrittenWithoutSpaces(before) || Signs.isWrittenWithoutSpaces(after)
                || (space & BREAK) != 0 && Signs.isHangul(before) && Signs.isHangul(after)
                // French sets a space before '!', and some set one before '%'
                || "!?;:,.%)".indexOf(after) >= 0
                // marks hold their neighbours apart as well as a space does
                || (closed & OUTER_MARK) != 0 && !Character.isLetterOrDigit(before);
    }

    /** A word that a line end divides, also where the line end has become a space. */
    private static boolean isDivided(int dashed, int after) {
        return (dashed & TRAILING_DASH) != 0
                && ((dashed & BREAK) != 0 || Character.isLowerCase(after)) && Character.isLetter(after);
    }

    /** The dash with which a line of dialogue begins, or an item of a list. */
    private static boolean isDialogue(int dashed) {
        return (dashed & BREAK) != 0 && (dashed & TRAILING_DASH) == 0;
    }

    private static boolean isClosed(int seam) {
        return (seam & (SPACE | DASH | OUTER_MARK)) == 0;
    }
}
