package org.parole.kit.language;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with the differences of writing set aside, that knows for each of its signs which characters of the source it
 * stands for. One folding for all scripts, by Unicode's own data.
 *
 * <p>What two keyboards, two scrapers or a line break do to the same words is set aside: the shape of quotation marks,
 * the kind and amount of white space, the kind of dash, words divided at a line end, compatibility forms, the digits of
 * all scripts and what groups them, the points of Hebrew and Arabic, the seats of hamza, the zero-width non-joiner, the
 * kashida, the ways of writing ezafe, and what is not seen. Letters keep their accents, and their case where it is
 * wanted.
 *
 * <p>A folded text is a row of {@link #signs()} - letters, digits, punctuation - with seams between them. {@link #find}
 * looks for the signs and then asks whether the seams are two ways of writing the same. All of it takes time that is
 * linear in the length of the text.
 */
public final class Folding {

    /** The sign of an ellipsis, however it was typed. */
    public static final char ELLIPSIS = '\u2026';

    private final String source;
    private final String signs;
    private final int[] starts;
    private final int[] ends;
    private final char[] seams;

    private Folding(String source, boolean caseless, boolean withoutBracketed, boolean loosely) {
        var folder = new Folder(source, caseless, withoutBracketed, loosely);
        this.source = source;
        this.signs = folder.signs();
        this.starts = folder.starts();
        this.ends = folder.ends();
        this.seams = folder.seams();
    }

    /** A text in normal form NFC with its letters' case kept. */
    public static Folding of(String source) {
        return new Folding(source, false, false, false);
    }

    /** The same without the difference between capital and small letters. */
    public static Folding caseless(String source) {
        return new Folding(source, true, false, false);
    }

    /**
     * A text for looking for words in it and for looking for it in another: what many type for each other is the same as well,
     * such as teh marbuta and heh, or a point that groups digits.
     */
    public static Folding loosely(String source, boolean caseless) {
        return new Folding(source, caseless, false, true);
    }

    /** A text with its letters' case kept and without what stands in square brackets. */
    public static Folding withoutBracketed(String source) {
        return new Folding(source, false, true, true);
    }

    /** Whether words of this character's script are not held apart by spaces. */
    public static boolean isWrittenWithoutSpaces(int codePoint) {
        return Signs.isWrittenWithoutSpaces(codePoint);
    }

    /** What was folded. */
    public String source() {
        return source;
    }

    /** Letters, digits and punctuation without anything between them: equal for equal words, whatever divides them. */
    public String signs() {
        return signs;
    }

    /** The number of signs, in UTF-16 units. */
    public int length() {
        return signs.length();
    }

    /** The UTF-16 position of the source at which the sign begins. */
    public int start(int sign) {
        return starts[sign];
    }

    /** The UTF-16 position of the source right after the sign and what belongs to it. */
    public int end(int sign) {
        return ends[sign];
    }

    /** Whether white space, a dash or a quotation mark stands before the sign; true at both ends of the text. */
    public boolean isApart(int sign) {
        return sign == 0 || sign >= length()
                || (seams[sign] & (Seam.SPACE | Seam.DASH | Seam.OUTER_MARK | Seam.BREAK)) != 0;
    }

    /** Whether an apostrophe or the like stands before the sign, inside a word. */
    public boolean hasInnerMark(int sign) {
        return sign > 0 && sign < length() && (seams[sign] & Seam.INNER_MARK) != 0;
    }

    /**
     * The words in one line: folded, divided by single spaces, hyphens as {@code -} and marks as {@code '}. Where some
     * write a space and others nothing, as at a zero-width non-joiner, there is nothing.
     */
    public String value() {
        var value = new StringBuilder(length() + length() / 4);
        for (int i = 0; i < length(); i++) {
            if (i > 0 && !isInsideCharacter(i)) {
                value.append(separator(i));
            }
            value.append(signs.charAt(i));
        }
        return value.toString();
    }

    /** The words alone: runs of letters, digits and marks, in order. An apostrophe or a hyphen divides no word. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        for (int i = 0; i < length(); i += Character.charCount(signs.codePointAt(i))) {
            int codePoint = signs.codePointAt(i);
            boolean isWord = Character.isLetterOrDigit(codePoint) || Signs.isCombining(codePoint);
            if (word.length() > 0 && (!isWord || dividesWords(i))) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (isWord) {
                word.appendCodePoint(codePoint);
            }
        }
        if (word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }

    /** All places of a string in another, letter by letter, in order, but no more than a number of them. */
    public static List<Integer> findLiterally(String text, String words, int most) {
        List<Integer> found = new ArrayList<>();
        if (!words.isEmpty()) {
            for (var places = new Occurrences(text, words); found.size() < most && places.next();) {
                found.add(places.position());
            }
        }
        return found;
    }

    /** All places of other words in this text, in order, but no more than a number of them. */
    public List<Integer> find(Folding words, int most) {
        return find(words, 0, words.length(), most);
    }

    /** All places of a part of other words in this text, in order, but no more than a number of them. */
    public List<Integer> find(Folding words, int from, int to, int most) {
        List<Integer> found = new ArrayList<>();
        String needle = words.signs.substring(from, to);
        if (needle.isEmpty()) {
            return found;
        }
        // What hostile words may cost: more seams than this are not compared.
        long budget = 64L * (length() + needle.length()) + 1_000_000;
        for (var places = new Occurrences(signs, needle); places.next();) {
            int at = places.position();
            int i = isSameLetter(at, words, from) ? 1 : 0;
            while (i > 0 && i < needle.length() && isSameSeam(at + i, words, from + i)
                    && isSameLetter(at + i, words, from + i)) {
                i++;
            }
            budget -= i + 1;
            if (i >= needle.length()) {
                found.add(at);
            }
            if (found.size() >= most || budget < 0) {
                break;
            }
        }
        return found;
    }

    /** Whether a seam of this text and one of another are two ways of writing the same, between the same signs. */
    public boolean isSameSeam(int sign, Folding other, int otherSign) {
        int one = seams[sign];
        int two = other.seams[otherSign];
        return one == two || sign == 0 || sign >= length()
                || Seam.isSame(one, two, signs.codePointBefore(sign), signs.codePointAt(sign));
    }

    /** Whether two texts are two ways of writing the same words. */
    public boolean isSame(Folding other) {
        if (!signs.equals(other.signs)) {
            return false;
        }
        for (int i = 0; i < length(); i++) {
            if (i > 0 && !isSameSeam(i, other, i) || !isSameLetter(i, other, i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * A small dotless i is another letter than one with a dot; only the capital I may be either. So it is with the tonos of
     * Greek, which capitals leave out.
     */
    private boolean isSameLetter(int sign, Folding other, int otherSign) {
        char letter = signs.charAt(sign);
        if (letter != 'i' && (letter < 0x390 || letter > 0x3CE)) {
            return true;
        }
        char one = source.charAt(starts[sign]);
        char two = other.source.charAt(other.starts[otherSign]);
        if (letter != 'i') {
            return Sequences.isSameTonos(one, two);
        }
        return one == two || one == 'I' || two == 'I' || one != Folder.DOTLESS && two != Folder.DOTLESS;
    }

    private boolean dividesWords(int sign) {
        int at = seams[sign];
        return (at & (Seam.OUTER_MARK | Seam.LONG_DASH)) != 0 || separator(sign).equals(" ")
                || (at & Seam.DASH) != 0 && ((at & Seam.SPACE) != 0 && (at & Seam.BREAK) == 0
                        || Character.isDigit(signs.charAt(sign)));
    }

    private boolean isInsideCharacter(int sign) {
        return starts[sign] == starts[sign - 1];
    }

    private String separator(int sign) {
        int at = seams[sign];
        if (sign == 0) {
            return "";
        }
        int before = signs.codePointBefore(sign);
        int after = signs.codePointAt(sign);
        if (Seam.isSame(at, 0, before, after) && !(Signs.isArabicLetter(before) && (at & Seam.SPACE) != 0)) {
            return "";
        }
        if ((at & Seam.DASH) != 0) {
            return "-";
        }
        if ((at & Seam.INNER_MARK) != 0) {
            return "'";
        }
        return (at & Seam.OUTER_MARK) == 0 ? " " : (at & Seam.SPACE) == 0 ? "'" : " '";
    }
}
