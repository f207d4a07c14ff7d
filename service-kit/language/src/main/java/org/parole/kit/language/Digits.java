package org.parole.kit.language;

import java.math.BigDecimal;
import java.util.List;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.ULocale;

/** Reads a number in digits, with whatever groups them. */
final class Digits {

    /** A number of more digits than this means nothing. */
    private static final int LONGEST = 30;

    private Digits() {
    }

    /** Whether a character is a digit or another number, raised and encircled ones among them. */
    static boolean isNumeric(int codePoint) {
        return Character.isDigit(codePoint) || Character.getType(codePoint) == Character.OTHER_NUMBER;
    }

    /** Whether it is one sign for a fraction. */
    static boolean isFraction(int codePoint) {
        return UCharacter.getIntPropertyValue(codePoint,
                UProperty.DECOMPOSITION_TYPE) == UCharacter.DecompositionType.FRACTION;
    }

    /** Whether a character begins with a digit where its compatible characters stand for it. */
    static boolean areAtBeginning(String decomposed) {
        return !decomposed.isEmpty() && Character.isDigit(decomposed.codePointAt(0));
    }

    /** The same of its end. */
    static boolean areAtEnd(String decomposed) {
        return !decomposed.isEmpty() && Character.isDigit(decomposed.codePointBefore(decomposed.length()));
    }

    /** The number that raised digits are, or -1 where a character is none. */
    static int superscript(int codePoint) {
        return UCharacter.getIntPropertyValue(codePoint,
                UProperty.DECOMPOSITION_TYPE) == UCharacter.DecompositionType.SUPER
                && Character.getType(codePoint) == Character.OTHER_NUMBER
                        ? (int) UCharacter.getUnicodeNumericValue(codePoint)
                        : -1;
    }

    /**
     * What a number can be, the way in which the language reads it first; nothing where it is no number.
     *
     * @param written digits of one script with separators between them
     */
    static List<BigDecimal> read(String written, String language) {
        var digits = new StringBuilder();
        var separators = new StringBuilder();
        var lengths = new StringBuilder();
        int run = 0;
        for (int at = 0; at < written.length();) {
            int codePoint = written.codePointAt(at);
            int digit = UCharacter.digit(codePoint, 10);
            if (digit >= 0) {
                digits.append(digit);
                run++;
            } else if (!Signs.isInvisible(codePoint)) {
                separators.append(separator(codePoint));
                lengths.append((char) Math.min(run, LONGEST + 1));
                run = 0;
            }
            at += Character.charCount(codePoint);
        }
        if (digits.length() > LONGEST || digits.length() == 0) {
            return List.of();
        }
        lengths.append((char) run);
        var whole = new BigDecimal(digits.toString());
        if (separators.length() == 0) {
            return List.of(whole);
        }
        char last = separators.charAt(separators.length() - 1);
        BigDecimal decimal = whole.movePointLeft(run);
        boolean isGrouped = isGrouped(lengths, lengths.length());
        if (separators.length() == 1) {
            return ofOneSeparator(whole, decimal, last, isGrouped, language);
        }
        if (separators.chars().allMatch(c -> c == last)) {
            return isGrouped ? List.of(whole) : List.of();
        }
        // The last one is another than those before it: what it leads are decimals.
        boolean isDecimal = separators.indexOf(String.valueOf(last)) == separators.length() - 1
                && isGrouped(lengths, lengths.length() - 1);
        return isDecimal ? List.of(decimal) : List.of();
    }

    private static List<BigDecimal> ofOneSeparator(BigDecimal whole, BigDecimal decimal, char separator,
            boolean isGrouped, String language) {
        if (separator == '\u066B' || !isGrouped) {
            return separator == '\'' || separator == '\u066C' ? List.of() : List.of(decimal);
        }
        if (separator == '\'' || separator == '\u066C') {
            return List.of(whole);
        }
        var symbols = DecimalFormatSymbols.getInstance(new ULocale(language));
        return symbols.getDecimalSeparator() == separator ? List.of(decimal, whole) : List.of(whole, decimal);
    }

    /** Spaces and apostrophes do nothing but group, like the Arabic sign for it. */
    private static char separator(int codePoint) {
        return switch (codePoint) {
            case '.', ',', 0x066B, 0x066C -> (char) codePoint;
            case 0x060C, 0xFF0C -> ',';
            case 0xFF0E -> '.';
            default -> '\'';
        };
    }

    /** Whether every group but the first has three digits, or two in the way of India, and the last has three. */
    private static boolean isGrouped(CharSequence lengths, int count) {
        char first = lengths.charAt(0);
        if (first == 0 || first > 3) {
            return false;
        }
        for (int i = 1; i < count; i++) {
            boolean isLast = i == count - 1;
            if (lengths.charAt(i) != 3 && (isLast || lengths.charAt(i) != 2)) {
                return false;
            }
        }
        return true;
    }
}
