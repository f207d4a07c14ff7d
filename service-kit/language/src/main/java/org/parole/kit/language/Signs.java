package org.parole.kit.language;

import java.util.HashMap;
import java.util.Map;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.UnicodeSet;

/** What Unicode's data say of single characters, as far as folding needs it. All sets are frozen and shared. */
final class Signs {

    /**
     * Quotation marks, and what keyboards without them type instead: apostrophes, primes, accents that stand alone,
     * geresh and gershayim.
     */
    private static final UnicodeSet MARKS = new UnicodeSet("[[:Quotation_Mark:][`\u00B4\u02B9-\u02BF\u2032-\u2037]"
            + "[\u05F3\u05F4]]").freeze();
    /** Vowel points and signs of recitation, which most writers leave out: of Hebrew, Arabic and Syriac. */
    private static final UnicodeSet POINTS = new UnicodeSet(
            "[[:Mn:]&[[:scx=Hebr:][:scx=Arab:][:scx=Syrc:]]-[:scx=Latn:]]").freeze();
    private static final UnicodeSet DASHES = new UnicodeSet("[[:Pd:]\u2212\u00AF]").freeze();
    private static final UnicodeSet HYPHENS = new UnicodeSet("[[:Hyphen:]־]").freeze();
    private static final UnicodeSet MARKS_ON_LETTERS = new UnicodeSet("[:M:]").freeze();
    /** Lines may break between these without a space: ideographs, kana, and the scripts of South-East Asia. */
    private static final UnicodeSet WITHOUT_SPACES = new UnicodeSet("[[:lb=ID:][:lb=CJ:][:lb=SA:]"
            + "[[:lb=NS:]&[[:scx=Hira:][:scx=Kana:][:scx=Hani:]]][[:P:]&[:ea=W:]][:scx=Bopo:]"
            + "-[:Emoji_Presentation:]]").freeze();
    private static final UnicodeSet HANGUL = new UnicodeSet("[:Hang:]").freeze();
    private static final UnicodeSet ARABIC = new UnicodeSet("[[:Arab:]&[:L:]]").freeze();
    private static final Map<Integer, Character> PUNCTUATION = punctuation();
    /** Letters that keyboards of neighbouring languages put in each other's place, and the Russian yo. */
    private static final Map<Integer, Integer> NEIGHBOURS = Map.ofEntries(
            // kaf and its swash form: the Persian keheh
            Map.entry(0x0643, 0x06A9), Map.entry(0x06AA, 0x06A9),
            // the two Arabic forms of yeh, and the Pashto one with a tail: the Persian yeh
            Map.entry(0x064A, 0x06CC), Map.entry(0x0649, 0x06CC), Map.entry(0x06CD, 0x06CC),
            // heh goal and ae: heh
            Map.entry(0x06C1, 0x0647), Map.entry(0x06D5, 0x0647),
            Map.entry(0x0451, 0x0435), Map.entry(0x0401, 0x0415),
            // the slashes of fractions and of mathematics
            Map.entry(0x2044, 0x2F), Map.entry(0x2215, 0x2F));

    /** Letters that many type for each other, though stemming and spelling tell them apart. */
    private static final Map<Integer, Integer> ALIKE = Map.ofEntries(
            // teh marbuta, of which many leave out the dots: heh
            Map.entry(0x0629, 0x0647), Map.entry(0x06C3, 0x0647),
            // the Pashto gaf: the Persian one
            Map.entry(0x06AB, 0x06AF),
            // Romanian s and t, with the cedilla of older keyboards: with the comma below
            Map.entry(0x015F, 0x0219), Map.entry(0x015E, 0x0218), Map.entry(0x0163, 0x021B),
            Map.entry(0x0162, 0x021A),
            // the Arabic sign of decimals
            Map.entry(0x066B, 0x2E));

    private Signs() {
    }

    /** The letter that stands for all those that many type for each other. */
    static int alike(int codePoint) {
        return codePoint < 0x100 ? codePoint : ALIKE.getOrDefault(codePoint, codePoint);
    }

    /** The letter that stands for all its neighbours on keyboards. */
    static int neighbour(int codePoint) {
        return NEIGHBOURS.getOrDefault(codePoint, codePoint);
    }

    /** Punctuation of all scripts as that of ASCII with the same name and sense, else the character itself. */
    static int punctuation(int codePoint) {
        Character plain = PUNCTUATION.get(codePoint);
        return plain == null ? codePoint : plain;
    }

    static boolean isMark(int codePoint) {
        return MARKS.contains(codePoint);
    }

    static boolean isPoint(int codePoint) {
        return codePoint >= 0x300 && POINTS.contains(codePoint);
    }

    static boolean isDash(int codePoint) {
        return DASHES.contains(codePoint);
    }

    /** Whether a dash is one that joins words rather than holding sentences apart. */
    static boolean isHyphen(int codePoint) {
        return HYPHENS.contains(codePoint);
    }

    /** Whether it combines with the character before it. */
    static boolean isCombining(int codePoint) {
        return codePoint >= 0x300 && MARKS_ON_LETTERS.contains(codePoint);
    }

    /** Whether it is a letter, a digit or a mark on one. */
    static boolean isPartOfWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || isCombining(codePoint);
    }

    static boolean isWrittenWithoutSpaces(int codePoint) {
        return codePoint >= 0xE00 && WITHOUT_SPACES.contains(codePoint);
    }

    static boolean isHangul(int codePoint) {
        return codePoint >= 0x1100 && HANGUL.contains(codePoint);
    }

    /** Whether a Hebrew letter ends a text. */
    static boolean isHebrew(CharSequence text) {
        return text.length() > 0
                && UScript.getScript(Character.codePointBefore(text, text.length())) == UScript.HEBREW;
    }

    static boolean isArabicLetter(int codePoint) {
        return codePoint >= 0x600 && ARABIC.contains(codePoint);
    }

    static boolean isSpace(int codePoint) {
        // The wordspace of Ethiopic is a sign that stands for a space.
        return UCharacter.isUWhiteSpace(codePoint) || codePoint == 0x1361;
    }

    static boolean isLineEnd(int codePoint) {
        return codePoint == '\n' || codePoint == '\r' || codePoint == 0x85 || codePoint == 0x2028
                || codePoint == 0x2029;
    }

    /** Characters that are not seen: joiners, marks of direction, selectors of a shape, the kashida. */
    static boolean isInvisible(int codePoint) {
        return codePoint >= 0x80 && (UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || UCharacter.getIntPropertyValue(codePoint,
                        UProperty.JOINING_TYPE) == UCharacter.JoiningType.JOIN_CAUSING);
    }

    static boolean isSentenceEnd(int codePoint) {
        return codePoint == ':' || UCharacter.hasBinaryProperty(codePoint, UProperty.S_TERM);
    }

    /** Whether a script has letters of which marks are left out at will: their letters are taken apart for that. */
    static boolean hasPoints(int codePoint) {
        if (codePoint < 0x590 || codePoint > 0x8FF) {
            return false;
        }
        int script = UScript.getScript(codePoint);
        return script == UScript.ARABIC || script == UScript.HEBREW || script == UScript.SYRIAC;
    }

    /** From the names that Unicode gives: an ARABIC COMMA and an IDEOGRAPHIC COMMA are commas. */
    private static Map<Integer, Character> punctuation() {
        Map<Integer, Character> map = new HashMap<>();
        for (String text : new UnicodeSet("[[:Po:]-[:ASCII:]]")) {
            int codePoint = text.codePointAt(0);
            String name = UCharacter.getName(codePoint);
            if (name == null || name.contains("INVERTED") || name.contains("REVERSED")) {
                continue;
            }
            if (name.endsWith("QUESTION MARK")) {
                map.put(codePoint, '?');
            } else if (name.endsWith("EXCLAMATION MARK")) {
                map.put(codePoint, '!');
            } else if (name.endsWith(" SEMICOLON")) {
                map.put(codePoint, ';');
            } else if (name.endsWith(" COMMA")) {
                map.put(codePoint, ',');
            } else if (name.endsWith(" PERCENT SIGN")) {
                map.put(codePoint, '%');
            } else if (name.endsWith(" FULL STOP") || name.endsWith(" DANDA")) {
                map.put(codePoint, '.');
            }
        }
        return Map.copyOf(map);
    }
}
