package org.parole.kit.language;

/**
 * The places of a string in another, one after the other, in linear time whatever the strings are (Knuth, Morris and
 * Pratt). {@code String.indexOf} is quadratic for hostile ones.
 */
final class Occurrences {

    private final String text;
    private final String words;
    /** Up to this product of lengths the plain search is quicker, however hostile the strings are. */
    private static final long FEW = 50_000_000;

    private final int[] borders;
    private final boolean isPlain;
    private int at;
    private int matched;

    Occurrences(String text, String words) {
        this.text = text;
        this.words = words;
        this.isPlain = (long) text.length() * words.length() <= FEW;
        this.borders = isPlain || words.length() > text.length() ? new int[0] : borders(words);
    }

    /** Goes on to the next place; false where there is none. */
    boolean next() {
        if (isPlain) {
            int found = text.indexOf(words, at == 0 ? 0 : at - words.length() + 1);
            at = found < 0 ? text.length() + words.length() : found + words.length();
            return found >= 0;
        }
        if (borders.length == 0) {
            return false;
        }
        while (at < text.length()) {
            char c = text.charAt(at++);
            while (matched > 0 && (matched == words.length() || words.charAt(matched) != c)) {
                matched = borders[matched - 1];
            }
            if (words.charAt(matched) == c) {
                matched++;
            }
            if (matched == words.length()) {
                return true;
            }
        }
        return false;
    }

    /** Where the place begins that {@link #next} has found. */
    int position() {
        return at - words.length();
    }

    private static int[] borders(String words) {
        var borders = new int[words.length()];
        int length = 0;
        for (int i = 1; i < words.length(); i++) {
            while (length > 0 && words.charAt(length) != words.charAt(i)) {
                length = borders[length - 1];
            }
            if (words.charAt(length) == words.charAt(i)) {
                length++;
            }
            borders[i] = length;
        }
        return borders;
    }
}
