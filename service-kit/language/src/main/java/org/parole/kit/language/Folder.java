package org.parole.kit.language;

import java.util.Arrays;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/** Reads a text once, from its beginning to its end, and makes the signs and seams of a {@link Folding} of it. */
final class Folder {

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    /** Room for so many signs that are neither letters nor digits is made at once. */
    private static final int FIRST_ROOM = 32_768;
    /** How far a square bracket of the text may be from the one that closes it, in UTF-16 units. */
    private static final int LONGEST_BRACKET = 200;
    /** A few signs stand for whole sentences; those stay whole, so that a text grows little by being folded. */
    private static final int LONGEST_LIGATURE = 8;
    private static final int DOTTED_CAPITAL = 0x130;
    static final int DOTLESS = 0x131;
    private static final int DOT_ABOVE = 0x307;

    private final String source;
    private final boolean caseless;
    private final boolean withoutBracketed;
    private final boolean loosely;
    private final StringBuilder signs;
    private int[] starts;
    private int[] ends;
    private char[] seams;
    private int seam;

    /**
     * Reads a text.
     *
     * @param loosely whether what many type for each other is the same: for looking for words, not for their meaning
     */
    Folder(String source, boolean caseless, boolean withoutBracketed, boolean loosely) {
        this.loosely = loosely;
        this.source = source;
        this.caseless = caseless;
        this.withoutBracketed = withoutBracketed;
        // A text of nothing but quotation marks has no signs: room is made for what there is.
        int room = (int) source.chars().filter(Character::isLetterOrDigit).count();
        room += Math.min(room / 16, FIRST_ROOM) + 8;
        this.signs = new StringBuilder(room);
        this.starts = new int[room];
        this.ends = new int[room];
        this.seams = new char[room];
        fold();
    }

    String signs() {
        return signs.toString();
    }

    /** The UTF-16 positions of the source at which the signs begin. */
    int[] starts() {
        return Arrays.copyOf(starts, signs.length());
    }

    /** The UTF-16 positions of the source right after the signs. */
    int[] ends() {
        return Arrays.copyOf(ends, signs.length());
    }

    /** What stands before each sign, and behind the last one. */
    char[] seams() {
        char[] all = Arrays.copyOf(seams, signs.length() + 1);
        all[signs.length()] = (char) seam;
        return all;
    }

    private void fold() {
        int at = 0;
        while (at < source.length()) {
            int codePoint = source.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (Sequences.isFullStop(source, at)) {
                next = at + 2;
                sign('.', at, next);
            } else if (codePoint == '>' && (seam & Seam.BREAK) != 0) {
                // Mail quotes each line so.
                seam |= Seam.OUTER_MARK;
            } else if (loosely && codePoint == '.' && seam == 0 && Grouping.isPoint(source, at)) {
                seam |= Seam.GROUP;
            } else if (codePoint == Folding.ELLIPSIS || codePoint == '.') {
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
        int dots = 0;
        int end = start;
        for (int at = start; at < source.length(); at++) {
            char c = source.charAt(at);
            if (c == '.' || c == Folding.ELLIPSIS) {
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
        append(Folding.ELLIPSIS, start, end);
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
        if (seam == 0 && signs.length() > 0 && Grouping.isAscii(signs.charAt(signs.length() - 1))
                && Sequences.isFraction(source, next)) {
            // Three and a half is 3-1/2 as well as 3 1/2.
            seam |= Seam.SPACE;
            return;
        }
        seam |= Seam.DASH | (Signs.isHyphen(codePoint) ? 0 : Seam.LONG_DASH);
        if ((seam & Seam.SPACE) == 0 && next < source.length() && Signs.isSpace(source.codePointAt(next))
                && signs.length() > 0 && Character.isLetter(signs.codePointBefore(signs.length()))) {
            seam |= Seam.TRAILING_DASH;
        }
    }

    private void mark(int start, int end) {
        // Two apostrophes make the gershayim where the keyboard has none.
        boolean isTwice = end < source.length() && source.charAt(start) == source.charAt(end) && Signs.isHebrew(signs);
        int behind = isTwice ? end + 1 : end;
        boolean isInner = start > 0 && behind < source.length()
                && (seam & (Seam.SPACE | Seam.OUTER_MARK | Seam.DASH)) == 0
                && signs.length() > 0 && Signs.isPartOfWord(signs.codePointBefore(signs.length()))
                && Signs.isPartOfWord(source.codePointAt(behind));
        if (isInner && !isGroup(start, end, '\'')) {
            seam |= Seam.INNER_MARK;
        } else if (!isInner) {
            seam |= Seam.OUTER_MARK;
        }
    }

    private int bracket(int start, int next) {
        if (withoutBracketed && source.charAt(start) == '[') {
            int limit = Math.min(source.length(), start + LONGEST_BRACKET);
            for (int at = next; at < limit; at++) {
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
        boolean isGroup = seam == 0 && Grouping.is(source, at, next, codePoint);
        if (isGroup) {
            seam |= Seam.GROUP;
        }
        return isGroup;
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
        int end = at + 1;
        boolean isAlone = end >= source.length()
                || !Signs.isPartOfWord(source.codePointAt(end)) && source.charAt(end) != 0x200C;
        if (isAlone) {
            seam = Seam.EZAFE;
            reachTo(end);
        }
        return isAlone;
    }

    private void sign(int codePoint, int start, int end) {
        if (codePoint < 0x80) {
            if (isToneBefore(codePoint, end)) {
                return;
            }
            append(caseless && codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 32 : codePoint, start, end);
            return;
        }
        int digit = UCharacter.digit(codePoint, 10);
        if (digit >= 0) {
            append('0' + digit, start, end);
            return;
        }
        String expanded = Sequences.expanded(codePoint);
        if (expanded != null) {
            letters(expanded, codePoint, start, end);
        } else if (Signs.hasPoints(codePoint)) {
            letters(NFD.getDecomposition(codePoint), codePoint, start, end);
        } else if (UCharacter.getIntPropertyValue(codePoint, UProperty.NFKC_QUICK_CHECK) == 0) {
            compatible(NFKC.normalize(Character.toString(codePoint)), codePoint, start, end);
        } else {
            letter(codePoint, start, end);
        }
    }

    /** A raised, encircled or squared digit never becomes a digit of the number beside it: ten to the sixth is not 106. */
    private void compatible(String decomposed, int codePoint, int start, int end) {
        boolean isAtNumber = Digits.areAtBeginning(decomposed) && signs.length() > 0
                && (seam & (Seam.SPACE | Seam.DASH | Seam.OUTER_MARK)) == 0
                && Digits.isNumeric(signs.codePointBefore(signs.length()));
        boolean isBeforeNumber = Digits.areAtEnd(decomposed) && Digits.isNumeric(seenAt(end));
        if (isAtNumber && !isBeforeNumber && Digits.isFraction(codePoint)) {
            // Three and a half is written with a space where the keyboard has no such sign.
            seam |= Seam.SPACE;
        } else if (isAtNumber || isBeforeNumber) {
            letter(codePoint, start, end);
            return;
        }
        letters(Signs.hasPoints(decomposed.codePointAt(0)) ? NFD.normalize(decomposed) : decomposed, codePoint, start,
                end);
    }

    /** The next character that is seen, or a space at the end. */
    private int seenAt(int from) {
        int at = from;
        while (at < source.length() && Signs.isInvisible(source.codePointAt(at))) {
            at += Character.charCount(source.codePointAt(at));
        }
        return at < source.length() ? source.codePointAt(at) : ' ';
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
        int near = Signs.neighbour(Signs.punctuation(codePoint));
        int plain = loosely ? Signs.alike(near) : near;
        if (caseless && (plain == DOTTED_CAPITAL || plain == DOTLESS)) {
            // Turkish has an i with a dot and one without, each with its capital; an I alone may be either.
            append('i', start, end);
            return;
        }
        if (caseless && plain == DOT_ABOVE && seam == 0 && signs.length() > 0
                && signs.charAt(signs.length() - 1) == 'i') {
            reachTo(end);
            return;
        }
        if (Signs.isCombining(plain) && signs.length() > 0 && seam == 0) {
            int composed = NFKC.composePair(signs.codePointBefore(signs.length()), plain);
            if (composed >= 0 && composed < 0x10000) {
                signs.setCharAt(signs.length() - 1, (char) composed);
                reachTo(end);
                return;
            }
        }
        if (isToneBefore(plain, end) || isMerged(plain, start, end)) {
            return;
        }
        if (caseless && loosely) {
            plain = Sequences.withoutTonos(plain);
        }
        if (!caseless || !UCharacter.hasBinaryProperty(plain, UProperty.CHANGES_WHEN_CASEFOLDED)) {
            append(plain, start, end);
        } else {
            UCharacter.foldCase(Character.toString(plain), true).codePoints()
                    .forEach(folded -> append(loosely ? Signs.alike(Signs.neighbour(folded)) : Signs.neighbour(folded),
                            start,
                            end));
        }
    }

    /** Whether this letter and the sign before it are one, or stand in the other order. */
    private boolean isMerged(int plain, int start, int end) {
        char before = signs.length() == 0 || seam != 0 ? 0 : signs.charAt(signs.length() - 1);
        if (Sequences.isStress(before, plain)) {
            reachTo(end);
            return true;
        }
        int merged = Sequences.merged(before, plain);
        if (merged >= 0) {
            signs.setCharAt(signs.length() - 1, (char) merged);
            reachTo(end);
        } else if (Sequences.isSwapped(before, plain)) {
            signs.setCharAt(signs.length() - 1, (char) plain);
            append(before, start, end);
        }
        return merged >= 0 || Sequences.isSwapped(before, plain);
    }

    /** The sign before loses the tone to this one where it is the first of oa, oe or uy at a word's end. */
    private boolean isToneBefore(int plain, int end) {
        char before = signs.length() == 0 ? 0 : signs.charAt(signs.length() - 1);
        if (!loosely || before < 0x80 || "aeyAEY".indexOf(plain) < 0 || seam != 0 || Character.isLetter(seenAt(end))
                || Signs.isCombining(seenAt(end))) {
            return false;
        }
        int toned = Tones.moved(before, caseless ? Character.toLowerCase(plain) : plain);
        if (toned < 0) {
            return false;
        }
        signs.setCharAt(signs.length() - 1, Tones.plain(before));
        append(toned, end - 1, end);
        return true;
    }

    private void append(int codePoint, int start, int end) {
        boolean isSpacedGroup = isSpacedGroup(codePoint, start);
        int chars = Character.charCount(codePoint);
        grow(signs.length() + chars);
        signs.appendCodePoint(codePoint);
        for (int i = signs.length() - chars; i < signs.length(); i++) {
            starts[i] = start;
            ends[i] = end;
            seams[i] = (char) (isSpacedGroup ? Seam.GROUP : seam);
            seam = 0;
        }
    }

    /** Spaces group digits, too: one to three before it, and exactly three after it. */
    private boolean isSpacedGroup(int codePoint, int start) {
        if (seam != Seam.SPACE || codePoint < '0' || codePoint > '9' || signs.length() == 0
                || !Grouping.isAscii(signs.charAt(signs.length() - 1))
                || !Grouping.isDigit(source, start + 1)
                || !Grouping.isDigit(source, start + 2) || Grouping.isDigit(source, start + 3)
                || start != ends[signs.length() - 1] + 1) {
            return false;
        }
        int first = signs.length() - 1;
        while (first > 0 && signs.length() - first < 4 && seams[first] == 0
                && Grouping.isAscii(signs.charAt(first - 1))) {
            first--;
        }
        return signs.length() - first < 4
                && !(seams[first] == 0 && first > 0 && Grouping.isAscii(signs.charAt(first - 1)));
    }

    private void grow(int length) {
        if (length + 1 > starts.length) {
            int room = length + length / 2 + 8;
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
            seams = Arrays.copyOf(seams, room);
        }
    }

    /** What belongs to the sign before it, such as the vowel point of a letter. */
    private void reachTo(int end) {
        if (signs.length() > 0 && (seam & ~Seam.EZAFE) == 0) {
            for (int i = signs.length() - 1; i >= 0 && starts[i] == starts[signs.length() - 1]; i--) {
                ends[i] = Math.max(ends[i], end);
            }
        }
    }
}
