package org.parole.kit.language;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** Tells the past of a verb from its present by its ending, in languages whose present tells of the future as well. */
public final class Tenses {

    private static final WordLists LISTS = WordLists.read("tenses.txt", List.of());
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    /** A shorter word is no verb with such an ending. */
    private static final int SHORTEST_STEM = 3;

    private Tenses() {
    }

    /** Whether one of two forms of a word tells of what was and the other of what is or will be. */
    public static boolean differ(String one, String other, String language) {
        String primary = LanguageCodes.primary(language);
        if (LISTS.of(primary).isEmpty()) {
            return false;
        }
        boolean isPast = ends(one, primary, "PAST");
        return isPast != ends(other, primary, "PAST") && ends(isPast ? other : one, primary, "PRESENT");
    }

    private static boolean ends(String word, String language, String tense) {
        String plain = withoutAccents(word);
        return LISTS.of(language, tense).stream().map(Tenses::withoutAccents)
                .anyMatch(ending -> plain.endsWith(ending) && plain.length() >= ending.length() + SHORTEST_STEM);
    }

    private static String withoutAccents(String word) {
        return ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    }
}
