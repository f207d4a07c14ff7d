package org.parole.quote.search;

import java.util.List;
import java.util.stream.Stream;

/** The languages whose words are stemmed; the migration V1 names the same. */
public final class SearchLanguages {

    /** Their primary language subtags. */
    public static final List<String> STEMMED = List.of("ar", "de", "en", "es", "fr", "ru");

    /** The same with "" for all other languages. */
    static final List<String> ALL = Stream.concat(STEMMED.stream(), Stream.of("")).toList();

    private SearchLanguages() {
    }

    /** The subtag if the language is stemmed, else "". */
    static String of(String language) {
        String primary = language.split("-")[0].toLowerCase(java.util.Locale.ROOT);
        return STEMMED.contains(primary) ? primary : "";
    }

    static String configurationOf(String language) {
        return "parole_" + (language.isEmpty() ? "simple" : language);
    }
}
