package org.parole.quote.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The languages whose words are stemmed; the migration V1 names the same. */
public final class SearchLanguages {

    /** Their primary language subtags. */
    public static final List<String> STEMMED = List.of("ar", "de", "en", "es", "fr", "ru");

    private static final Map<String, String> DICTIONARIES = Map.of("ar", "arabic_stem", "de", "german_stem", "en",
            "english_stem", "es", "spanish_stem", "fr", "french_stem", "ru", "russian_stem");

    /** The same with "" for all other languages. */
    static final List<String> ALL = Stream.concat(STEMMED.stream(), Stream.of("")).toList();

    private SearchLanguages() {
    }

    /** The subtag if the language is stemmed, else "". */
    static String of(String language) {
        String primary = language.split("-")[0].toLowerCase(java.util.Locale.ROOT);
        return STEMMED.contains(primary) ? primary : "";
    }

    /** By which content is read: the migration V451 names the same. */
    static String wholeConfigurationOf(String language) {
        return language.isEmpty() ? configurationOf(language) : configurationOf(language) + "_all";
    }

    /** PostgreSQL's dictionary of a language with a stemming, which knows its stop words. */
    static String dictionaryOf(String language) {
        return DICTIONARIES.get(language);
    }

    /** By which single words that are searched for are read: those that all texts have are left out. */
    static String configurationOf(String language) {
        return "parole_" + (language.isEmpty() ? "simple" : language);
    }
}
