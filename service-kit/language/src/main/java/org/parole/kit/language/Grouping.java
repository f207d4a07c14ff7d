package org.parole.kit.language;

/** What groups the digits of a number. */
final class Grouping {

    private Grouping() {
    }

    /** A point before exactly three digits may group them; which number it is depends on the language. */
    static boolean isPoint(String source, int at) {
        int digits = 0;
        while (digits < 4 && isDigit(source, at + 1 + digits)) {
            digits++;
        }
        int before = 0;
        while (before < 4 && isDigit(source, at - 1 - before)) {
            before++;
        }
        return digits == 3 && before > 0 && before < 4 && (source.charAt(at - before) != '0' || before > 1);
    }

    /** Whether a comma or the like groups digits: it stands between digits, and three of them follow. */
    static boolean is(String source, int at, int next, int codePoint) {
        if (codePoint != ',' && codePoint != '\'' && codePoint != 0x66C && codePoint != 0x60C && codePoint != 0xFF0C
                || !isDigit(source, at - 1)) {
            return false;
        }
        int digits = 0;
        while (digits < 4 && isDigit(source, next + digits)) {
            digits++;
        }
        // In India the groups before the last one are of two digits.
        return digits == 3 || digits == 2 && next + 2 < source.length()
                && source.charAt(next + 2) == source.charAt(at) && isDigit(source, next + 3);
    }

    /** Whether a decimal digit of any script stands somewhere. */
    static boolean isDigit(String source, int at) {
        return at >= 0 && at < source.length() && Character.isDigit(source.charAt(at));
    }

    /** Whether a sign is one of the digits that all others are folded to. */
    static boolean isAscii(char sign) {
        return sign >= '0' && sign <= '9';
    }
}
