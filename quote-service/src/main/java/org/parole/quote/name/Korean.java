package org.parole.quote.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;

/** Korean names in Hangul: the family's comes first, of one syllable mostly, and everybody spells both as they like. */
final class Korean {

    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    private static final Pattern NAME = Pattern.compile("[\\uAC00-\\uD7A3]{2,5}");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");
    private static final int LONGEST_GIVEN = 3;
    private static final int MOST_READINGS = 9;

    private Korean() {
    }

    /** Whether a word is written in Hangul. */
    static boolean isWritten(String word) {
        return UScript.getScript(word.codePointAt(0)) == UScript.HANGUL;
    }

    /** The parts of a name: the family's and the given one where they are written together, else the name. */
    static Stream<String> parts(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (NAME.matcher(composed).matches()) {
            for (int family = Math.min(2, composed.length() - 1); family > 0; family--) {
                if (NameWords.koreanFamily(composed.substring(0, family)) != null
                        && composed.length() - family <= LONGEST_GIVEN) {
                    return Stream.of(composed.substring(0, family), composed.substring(family));
                }
            }
        }
        return Stream.of(name);
    }

    /** How a word is spelled in Latin letters, the official way first. */
    static List<String> readings(String written) {
        String word = Normalizer.normalize(written, Normalizer.Form.NFC);
        List<String> family = NameWords.koreanFamily(word);
        if (family != null) {
            return family;
        }
        Set<String> readings = new LinkedHashSet<>(Set.of(""));
        for (int i = 0; i < word.length(); i++) {
            List<String> syllable = syllable(word.substring(i, i + 1));
            Set<String> longer = new LinkedHashSet<>();
            for (String reading : readings) {
                syllable.stream().limit(readings.size() * syllable.size() > MOST_READINGS ? 1 : MOST_READINGS)
                        .forEach(next -> longer.add(reading + next));
            }
            readings = longer;
        }
        return List.copyOf(readings);
    }

    private static List<String> syllable(String sign) {
        String official = NO_LETTER.matcher(LATIN.transliterate(sign).toLowerCase(Locale.ROOT)).replaceAll("")
                // At the end of a syllable they are voiceless.
                .replaceAll("(?<=[aeiou])g$", "k").replaceAll("(?<=[aeiou])d$", "t")
                .replaceAll("(?<=[aeiou])b$", "p");
        Set<String> readings = new LinkedHashSet<>(List.of(official));
        if (official.contains("eo")) {
            readings.add(official.replace("yeo", "you").replace("eo", "u"));
            readings.add(official.replace("eo", "o"));
        }
        readings.add(official.equals("ui") ? "eui" : official.replace("eu", "u"));
        return new ArrayList<>(readings);
    }
}
