package org.parole.quote.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of words in names: titles, particles, spellings of one name that no rule brings together. */
final class NameWords {

    private static final String FILE = "/names.txt";
    private static final Map<String, Set<String>> SETS = new HashMap<>();
    /** The form of a spelling, and the form that stands for its family. */
    private static final Map<String, String> FAMILIES = new HashMap<>();
    private static final Map<String, List<String>> KOREAN = new HashMap<>();

    static {
        read();
    }

    private NameWords() {
    }

    static boolean isTitle(String latin) {
        return SETS.get("titles").contains(latin);
    }

    static boolean isParticle(String latin) {
        return SETS.get("particles").contains(latin);
    }

    static boolean isPatronymic(String latin) {
        return SETS.get("patronymics").contains(latin);
    }

    static boolean isGeneration(String latin) {
        return SETS.get("generations").contains(latin);
    }

    /** Whether it is what an organisation is called. */
    static boolean isBody(String latin) {
        return SETS.get("bodies").contains(latin);
    }

    /** Whether it is a given name and a family name as well. */
    static boolean isCommon(String latin) {
        return SETS.get("common").contains(latin);
    }

    /** The form that all spellings of this form's name have in common; the form itself where nothing is known of it. */
    static String family(String form) {
        return FAMILIES.getOrDefault(form, form);
    }

    /** How a Korean family spells its name, the official way first; null where it is none. */
    static List<String> koreanFamily(String hangul) {
        return KOREAN.get(hangul);
    }

    /** Whether it is a given name that stands beside another one as well: Juan Carlos. */
    static boolean isSecondGiven(String latin) {
        return SETS.get("given").contains(latin);
    }

    /** Whether it is what a numbered unit is called. */
    static boolean isUnit(String latin) {
        return SETS.get("units").contains(latin);
    }

    /** Whether the spellings of this form's name are known. */
    static boolean isKnown(String form) {
        return FAMILIES.containsKey(form);
    }

    private static void read() {
        try (var file = new BufferedReader(
                new InputStreamReader(NameWords.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            Set<String> set = null;
            boolean korean = false;
            for (String line = file.readLine(); line != null; line = file.readLine()) {
                if (line.startsWith("[")) {
                    String name = line.substring(1, line.length() - 1);
                    korean = name.equals("korean");
                    set = korean || name.equals("families")
                            ? null
                            : SETS.computeIfAbsent(name, first -> new HashSet<>());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    String[] words = line.strip().split(" +");
                    if (korean) {
                        KOREAN.put(words[0], List.of(words).subList(1, words.length));
                        continue;
                    }
                    for (String word : words) {
                        if (set == null) {
                            FAMILIES.put(Romanisation.form(word), Romanisation.form(words[0]));
                        } else {
                            set.add(word);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
