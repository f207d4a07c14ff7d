package org.parole.kit.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

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

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    /** How far a square bracket of the text may be from the one that closes it, in UTF-16 units. */
    private static final int LONGEST_BRACKET = 200;
    /** A few signs stand for whole sentences; those stay whole, so that a text grows little by being folded. */
    private static final int LONGEST_LIGATURE = 8;

    private final String source;
    private final boolean caseless;
    private final boolean withoutBracketed;
    private final StringBuilder signs;
    private int[] starts;
    private int[] ends;
    private int[] seams;
    private int seam;
    private String signsAsString;

    private Folding(String source, boolean caseless, boolean withoutBracketed) {
        this.source = source;
        this.caseless = caseless;
        this.withoutBracketed = withoutBracketed;
        this.signs = new StringBuilder(source.length());
        this.starts = new int[source.length() + 8];
        this.ends = new int[source.length() + 8];
        this.seams = new int[source.length() + 8];
        fold();
        seams = Arrays.copyOf(seams, signs.length() + 1);
        seams[signs.length()] = seam;
        signsAsString = signs.toString();
    }

    /** A text in normal form NFC with its letters' case kept. */
    public static Folding of(String source) {
        return new Folding(source, false, false);
    }

    /** The same without the difference between capital and small letters. */
    public static Folding caseless(String source) {
        return new Folding(source, true, false);
    }

    /** A text with its letters' case kept and without what stands in square brackets. */
    public static Folding withoutBracketed(String source) {
        return new Folding(source, false, true);
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
        return signsAsString;
    }

    /** The number of signs, in UTF-16 units. */
    public int length() {
        return signsAsString.length();
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
        for (var i = 0; i < length(); i++) {
            if (i > 0 && !isInsideCharacter(i)) {
                value.append(separator(i));
            }
            value.append(signsAsString.charAt(i));
        }
        return value.toString();
    }

    /** The words alone: runs of letters, digits and marks, in order. An apostrophe or a hyphen divides no word. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        for (var i = 0; i < length(); i += Character.charCount(signsAsString.codePointAt(i))) {
            var codePoint = signsAsString.codePointAt(i);
            var isWord = Character.isLetterOrDigit(codePoint) || Signs.isCombining(codePoint);
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
        var needle = words.signsAsString.substring(from, to);
        if (needle.isEmpty()) {
            return found;
        }
        // What hostile words may cost: more seams than this are not compared.
        var budget = 64L * (length() + needle.length()) + 1_000_000;
        for (var places = new Occurrences(signsAsString, needle); places.next();) {
            var at = places.position();
            var i = 1;
            while (i < needle.length() && isSameSeam(at + i, words, from + i)) {
                i++;
            }
            budget -= i;
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
        var one = seams[sign];
        var two = other.seams[otherSign];
        return one == two || sign == 0 || sign >= length()
                || Seam.isSame(one, two, signsAsString.codePointBefore(sign), signsAsString.codePointAt(sign));
    }

    /** Whether two texts are two ways of writing the same words. */
    public boolean isSame(Folding other) {
        if (!signsAsString.equals(other.signsAsString)) {
            return false;
        }
        for (var i = 1; i < length(); i++) {
            if (!isSameSeam(i, other, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean dividesWords(int sign) {
        var at = seams[sign];
        return (at & (Seam.OUTER_MARK | Seam.LONG_DASH)) != 0 || separator(sign).equals(" ")
                || (at & Seam.DASH) != 0 && ((at & Seam.SPACE) != 0 && (at & Seam.BREAK) == 0
                        || Character.isDigit(signsAsString.charAt(sign)));
    }

    private boolean isInsideCharacter(int sign) {
        return starts[sign] == starts[sign - 1];
    }

    private String separator(int sign) {
        var at = seams[sign];
        if (sign == 0) {
            return "";
        }
        var before = signsAsString.codePointBefore(sign);
        var after = signsAsString.codePointAt(sign);
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

    private void fold() {
        var at = 0;
        while (at < source.length()) {
            var codePoint = source.codePointAt(at);
            var next = at + Character.charCount(codePoint);
            if (codePoint == ELLIPSIS || codePoint == '.') {
                next = dots(at, codePoint);
            } else if (Signs.isSpace(codePoint)) {
                seam |= Seam.SPACE | (Signs.isLineEnd(codePoint) ? Seam.BREAK : 0);
            } else if (Signs.isInvisible(codePoint)) {
                invisible(codePoint, next);
            } else if (Signs.isPoint(codePoint)) {
                reachTo(next);
            } else if (Signs.isDash(codePoint)) {
                dash(codePoint, next);
            } else if (Signs.isMark(codePoint)) {
                mark(at, next);
            } else if (codePoint == '[' || codePoint == ']') {
                next = bracket(at, next);
            } else if (!isGroup(at, next, codePoint) && !isEzafe(at, codePoint)) {
                sign(codePoint, at, next);
            }
            at = next;
        }
    }

    /** One dot is a sign; three or more, with or without single spaces between them, are an ellipsis. */
    private int dots(int start, int codePoint) {
        var dots = 0;
        var end = start;
        for (var at = start; at < source.length(); at++) {
            var c = source.charAt(at);
            if (c == '.' || c == ELLIPSIS) {
                dots += c == '.' ? 1 : 3;
                end = at + 1;
            } else if (!Signs.isSpace(c) || at > end) {
                break;
            }
        }
        if (dots < 3) {
            sign(codePoint, start, start + 1);
            return start + 1;
        }
        append(ELLIPSIS, start, end);
        return end;
    }

    private void invisible(int codePoint, int end) {
        if (codePoint == 0xAD) {
            seam |= Seam.SOFT_HYPHEN;
        } else if (codePoint == 0x200C || codePoint == 0x200B) {
            seam |= Seam.JOINER;
        } else {
            reachTo(end);
        }
    }

    private void dash(int codePoint, int next) {
        seam |= Seam.DASH | (Signs.isHyphen(codePoint) ? 0 : Seam.LONG_DASH);
        if ((seam & Seam.SPACE) == 0 && next < source.length() && Signs.isSpace(source.codePointAt(next))
                && signs.length() > 0 && Character.isLetter(signs.codePointBefore(signs.length()))) {
            seam |= Seam.TRAILING_DASH;
        }
    }

    private void mark(int start, int end) {
        var isInner = start > 0 && end < source.length() && (seam & (Seam.SPACE | Seam.OUTER_MARK | Seam.DASH)) == 0
                && signs.length() > 0 && isPartOfWord(signs.codePointBefore(signs.length()))
                && isPartOfWord(source.codePointAt(end));
        if (isInner && !isGroup(start, end, '\'')) {
            seam |= Seam.INNER_MARK;
        } else if (!isInner) {
            seam |= Seam.OUTER_MARK;
        }
    }

    private static boolean isPartOfWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Signs.isCombining(codePoint);
    }

    private int bracket(int start, int next) {
        if (withoutBracketed && source.charAt(start) == '[') {
            var limit = Math.min(source.length(), start + LONGEST_BRACKET);
            for (var at = next; at < limit; at++) {
                if (source.charAt(at) == ']') {
                    return at + 1;
                }
            }
        }
        seam |= Seam.BRACKET;
        return next;
    }

    /** Whether this character groups digits: it stands between digits, and three of them follow. */
    private boolean isGroup(int at, int next, int codePoint) {
        if (codePoint != ',' && codePoint != '\'' && codePoint != 0x66C && codePoint != 0x60C && codePoint != 0xFF0C
                || at == 0 || !isDigit(at - 1) || seam != 0) {
            return false;
        }
        var digits = 0;
        while (digits < 4 && isDigit(next + digits)) {
            digits++;
        }
        // In India the groups before the last one are of two digits.
        var isGroup = digits == 3 || digits == 2 && next + 2 < source.length()
                && source.charAt(next + 2) == source.charAt(at) && isDigit(next + 3);
        if (isGroup) {
            seam |= Seam.GROUP;
        }
        return isGroup;
    }

    private boolean isDigit(int at) {
        return at >= 0 && at < source.length() && Character.isDigit(source.charAt(at));
    }

    /**
     * A yeh of its own behind a final heh, which binds two words as a hamza above that heh does, or as nothing written.
     */
    private boolean isEzafe(int at, int codePoint) {
        if (codePoint != 0x06CC && codePoint != 0x064A && codePoint != 0x0649 || seam == 0
                || (seam & ~(Seam.JOINER | Seam.SPACE)) != 0 || signs.length() == 0
                || signs.charAt(signs.length() - 1) != 0x0647) {
            return false;
        }
        var end = at + 1;
        var isAlone = end >= source.length() || !isPartOfWord(source.codePointAt(end)) && source.charAt(end) != 0x200C;
        if (isAlone) {
            seam = Seam.EZAFE;
            reachTo(end);
        }
        return isAlone;
    }

    private void sign(int codePoint, int start, int end) {
        if (codePoint < 0x80) {
            append(caseless && codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 32 : codePoint, start, end);
            return;
        }
        var digit = UCharacter.digit(codePoint, 10);
        if (digit >= 0) {
            append('0' + digit, start, end);
            return;
        }
        if (Signs.hasPoints(codePoint)) {
            letters(NFD.getDecomposition(codePoint), codePoint, start, end);
        } else if (UCharacter.getIntPropertyValue(codePoint, UProperty.NFKC_QUICK_CHECK) == 0) {
            letters(NFKC.normalize(Character.toString(codePoint)), codePoint, start, end);
        } else {
            letter(codePoint, start, end);
        }
    }

    private void letters(String decomposed, int codePoint, int start, int end) {
        if (decomposed == null || decomposed.length() > LONGEST_LIGATURE) {
            letter(codePoint, start, end);
            return;
        }
        decomposed.codePoints().forEach(part -> {
            if (Signs.isSpace(part)) {
                seam |= Seam.SPACE;
            } else if (Signs.isPoint(part)) {
                reachTo(end);
            } else {
                letter(part, start, end);
            }
        });
    }

    private void letter(int codePoint, int start, int end) {
        var plain = Signs.neighbour(Signs.punctuation(codePoint));
        if (Signs.isCombining(plain) && signs.length() > 0 && seam == 0) {
            var composed = NFKC.composePair(signs.codePointBefore(signs.length()), plain);
            if (composed >= 0 && composed < 0x10000) {
                signs.setCharAt(signs.length() - 1, (char) composed);
                reachTo(end);
                return;
            }
        }
        if (!caseless) {
            append(plain, start, end);
        } else {
            UCharacter.foldCase(Character.toString(plain), true).codePoints()
                    .forEach(folded -> append(Signs.neighbour(folded), start, end));
        }
    }

    private void append(int codePoint, int start, int end) {
        var isSpacedGroup = isSpacedGroup(codePoint, start);
        var chars = Character.charCount(codePoint);
        grow(signs.length() + chars);
        signs.appendCodePoint(codePoint);
        for (var i = signs.length() - chars; i < signs.length(); i++) {
            starts[i] = start;
            ends[i] = end;
            seams[i] = isSpacedGroup ? Seam.GROUP : seam;
            seam = 0;
        }
    }

    /** Spaces group digits, too: one to three before it, and exactly three after it. */
    private boolean isSpacedGroup(int codePoint, int start) {
        if (seam != Seam.SPACE || codePoint < '0' || codePoint > '9' || signs.length() == 0
                || !isAsciiDigit(signs.charAt(signs.length() - 1))
                || !isDigit(start + 1) || !isDigit(start + 2) || isDigit(start + 3)
                || start != ends[signs.length() - 1] + 1) {
            return false;
        }
        var first = signs.length() - 1;
        while (first > 0 && signs.length() - first < 4 && seams[first] == 0 && isAsciiDigit(signs.charAt(first - 1))) {
            first--;
        }
        return signs.length() - first < 4 && !(seams[first] == 0 && first > 0 && isAsciiDigit(signs.charAt(first - 1)));
    }

    private static boolean isAsciiDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void grow(int length) {
        if (length + 1 > starts.length) {
            starts = Arrays.copyOf(starts, length * 2);
            ends = Arrays.copyOf(ends, length * 2);
            seams = Arrays.copyOf(seams, length * 2);
        }
    }

    /** What belongs to the sign before it, such as the vowel point of a letter. */
    private void reachTo(int end) {
        if (signs.length() > 0 && (seam & ~Seam.EZAFE) == 0) {
            for (var i = signs.length() - 1; i >= 0 && starts[i] == starts[signs.length() - 1]; i--) {
                ends[i] = Math.max(ends[i], end);
            }
        }
    }
}
