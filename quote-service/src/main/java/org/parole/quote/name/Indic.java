package org.parole.quote.name;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;

/** Words in the scripts of India, whose letters bear an a that is written in scholarly Latin but mostly not spoken. */
final class Indic {

    private static final Set<Integer> SCRIPTS = Set.of(UScript.DEVANAGARI, UScript.BENGALI, UScript.GUJARATI,
            UScript.GURMUKHI, UScript.ORIYA, UScript.TAMIL, UScript.TELUGU, UScript.KANNADA, UScript.MALAYALAM);
    private static final Transliterator EXACT = Transliterator.getInstance("Any-Latin; NFC; Lower");
    private static final Transliterator SPOKEN = Transliterator.createFromRules("spoken",
            "\u015B > sh; \u1E63 > sh; ch > ch; c > ch; r\u0325 > ri; \u1E5B > ri; \u1E41 > n; :: Latin-ASCII;",
            Transliterator.FORWARD);
    private static final String VOWEL = "[ae\u0113i\u012Bou\u016B\u0101\u014D]";
    private static final String CONSONANT = "[\\p{L}&&[^aei\u0113\u012Bou\u016B\u0101\u014D]]";
    /** Behind a single consonant at the end: Rama is Ram, but Krishna is not Krishn. */
    private static final Pattern LAST = Pattern.compile("(?<=" + VOWEL + CONSONANT + "h?)a$");
    /** Between two single consonants: Rajanath is Rajnath. */
    private static final Pattern INNER = Pattern
            .compile("(?<=" + VOWEL + CONSONANT + ")a(?=" + CONSONANT + "h?" + VOWEL + ')');

    private Indic() {
    }

    static boolean is(int script) {
        return SCRIPTS.contains(script);
    }

    /** In Latin letters: without the last a that is not spoken, without the inner ones, and with all. */
    static List<String> readings(String word) {
        String exact = EXACT.transliterate(word).toLowerCase(Locale.ROOT);
        String spoken = LAST.matcher(exact).replaceFirst("");
        Set<String> readings = new LinkedHashSet<>();
        for (String reading : List.of(spoken, INNER.matcher(spoken).replaceAll(""), exact)) {
            readings.add(SPOKEN.transliterate(reading));
        }
        return List.copyOf(readings);
    }
}
