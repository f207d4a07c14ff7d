package org.parole.gateway.imports.mapping;

import java.util.Map;
import java.util.stream.Collectors;

import com.ibm.icu.lang.UScript;

/** Tells the language of a text as far as its letters do. */
final class Scripts {

    private static final Map<Integer, String> LANGUAGES = Map.ofEntries(Map.entry(UScript.CYRILLIC, "ru"),
            Map.entry(UScript.ARABIC, "ar"),
            Map.entry(UScript.HAN, "zh"), Map.entry(UScript.HEBREW, "he"), Map.entry(UScript.GREEK, "el"),
            Map.entry(UScript.HANGUL, "ko"), Map.entry(UScript.HIRAGANA, "ja"), Map.entry(UScript.KATAKANA, "ja"),
            Map.entry(UScript.DEVANAGARI, "hi"), Map.entry(UScript.ARMENIAN, "hy"), Map.entry(UScript.GEORGIAN, "ka"),
            Map.entry(UScript.THAI, "th"), Map.entry(UScript.ETHIOPIC, "am"));
    private static final Map<String, Integer> SCRIPTS_OF = Map.ofEntries(Map.entry("uk", UScript.CYRILLIC),
            Map.entry("bg", UScript.CYRILLIC),
            Map.entry("sr", UScript.CYRILLIC), Map.entry("ru", UScript.CYRILLIC), Map.entry("fa", UScript.ARABIC),
            Map.entry("ps", UScript.ARABIC),
            Map.entry("ur", UScript.ARABIC), Map.entry("ar", UScript.ARABIC), Map.entry("ckb", UScript.ARABIC));
    private static final String UKRAINIAN = "іїєґ";
    private static final String PERSIAN = "پچژگی";
    private static final String PASHTO = "ټډړښځڅ";

    private Scripts() {
    }

    /** The language that most letters speak for, if it is not that of the declared one's script; else the declared one. */
    static String language(String text, String declared) {
        Map<Integer, Long> counts = text.codePoints().filter(Character::isLetter).boxed()
                .collect(Collectors.groupingBy(UScript::getScript, Collectors.counting()));
        int most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .orElse(UScript.LATIN);
        String base = declared.split("-")[0];
        if (most == UScript.LATIN || Integer.valueOf(most).equals(SCRIPTS_OF.get(base))) {
            return declared;
        }
        if (most == UScript.CYRILLIC && has(text, UKRAINIAN)) {
            return "uk";
        }
        if (most == UScript.ARABIC && has(text, PASHTO)) {
            return "ps";
        }
        if (most == UScript.ARABIC && has(text, PERSIAN)) {
            return "fa";
        }
        return LANGUAGES.getOrDefault(most, declared);
    }

    private static boolean has(String text, String letters) {
        return text.chars().anyMatch(c -> letters.indexOf(c) >= 0);
    }
}
