package org.parole.kit.language;

import java.util.Map;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;

/** Letters that keyboards write with one code point or with several, where Unicode has no normal form for it. */
final class Sequences {

    private static final int ACUTE = 0x301;
    private static final int WORDSPACE = 0x1361;
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final String VIRAMA = "\u0D4D";
    private static final Map<Integer, String> EXPANDED = Map.of(
            // the Urdu yeh barree with a hamza: a yeh with a hamza before it
            0x06D3, "\u06CC\u06D2",
            // the chillus of Malayalam: letters with a virama, and a joiner that is not seen
            0x0D7A, "\u0D23" + VIRAMA, 0x0D7B, "\u0D28" + VIRAMA, 0x0D7C, "\u0D30" + VIRAMA, 0x0D7D,
            "\u0D32" + VIRAMA, 0x0D7E, "\u0D33" + VIRAMA, 0x0D7F, "\u0D15" + VIRAMA);

    private Sequences() {
    }

    /** The code points that others type for one, or null. */
    static String expanded(int codePoint) {
        return codePoint < 0x600 ? null : EXPANDED.get(codePoint);
    }

    /** What two signs make one of: two of the Thai or Lao vowel e are the vowel ae. Else -1. */
    static int merged(char before, int sign) {
        return before == sign && (sign == 0x0E40 || sign == 0x0EC0) ? sign + 1 : -1;
    }

    /** The ring of the Thai and the Lao am stands before the tone, whichever was typed first. */
    static boolean isSwapped(char before, int sign) {
        return sign == 0x0E4D && before >= 0x0E48 && before <= 0x0E4B
                || sign == 0x0ECD && before >= 0x0EC8 && before <= 0x0ECB;
    }

    /** The accent that shows where a Cyrillic word is stressed; with some letters it makes another letter. */
    static boolean isStress(char before, int sign) {
        return sign == ACUTE && UScript.getScript(before) == UScript.CYRILLIC;
    }

    /** Two wordspaces are the full stop of Ethiopic, where the keyboard has none. */
    static boolean isFullStop(String source, int at) {
        return source.charAt(at) == WORDSPACE && at + 1 < source.length() && source.charAt(at + 1) == WORDSPACE;
    }

    /** Whether a simple fraction begins somewhere: 1/2, and no date such as 1/2/20. */
    static boolean isFraction(String source, int at) {
        int end = digits(source, at);
        if (end == at || end >= source.length() || "/\u2044".indexOf(source.charAt(end)) < 0) {
            return false;
        }
        int last = digits(source, end + 1);
        return last > end + 1 && (last >= source.length() || source.charAt(last) != '/');
    }

    private static int digits(String source, int from) {
        int at = from;
        while (at - from <= 2 && Grouping.isDigit(source, at)) {
            at++;
        }
        return at - from > 2 ? from : at;
    }

    /** A Greek letter without its tonos, which capitals do not have. */
    static int withoutTonos(int letter) {
        if (letter < 0x386 || letter > 0x3CE) {
            return letter;
        }
        String decomposed = NFD.getDecomposition(letter);
        return decomposed != null && decomposed.length() == 2 && decomposed.charAt(1) == ACUTE
                ? decomposed.charAt(0)
                : letter;
    }

    /** Whether two letters of the sources are one: only a capital letter has lost its tonos. */
    static boolean isSameTonos(char one, char other) {
        if (one == other || UScript.getScript(one) != UScript.GREEK || UScript.getScript(other) != UScript.GREEK) {
            return true;
        }
        boolean isOne = withoutTonos(one) != one;
        boolean isOther = withoutTonos(other) != other;
        return isOne == isOther || UCharacter.isUUppercase(isOne ? other : one);
    }
}
