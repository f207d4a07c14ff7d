package org.parole.kit.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The words of a language that hold a sentence together: articles, auxiliaries, conjunctions, and the pronouns apart from them. */
public final class FunctionWords {

    /** What kind of word it is; pronouns by their person. */
    public enum Kind {
        FUNCTION, FIRST, SECOND, THIRD;

        /** Whether it is a pronoun. */
        public boolean isPerson() {
            return this != FUNCTION;
        }
    }

    private static final WordLists LISTS = WordLists.read("function-words.txt", List.of());
    private static final Map<String, FunctionWords> CACHE = new ConcurrentHashMap<>();

    private final Map<String, Kind> kinds = new HashMap<>();

    private FunctionWords(String language) {
        for (WordLists.Line line : LISTS.of(language)) {
            line.words().forEach(word -> kinds.put(Folding.caseless(word).value(), Kind.valueOf(line.what())));
        }
    }

    /** The words of a language, as a BCP 47 tag; none for a language without a list. */
    public static FunctionWords of(String language) {
        String primary = LanguageCodes.primary(language);
        return LISTS.of(primary).isEmpty()
                ? CACHE.computeIfAbsent("", FunctionWords::new)
                : CACHE.computeIfAbsent(primary, FunctionWords::new);
    }

    /** What kind of word this is; empty for one that says something of its own. */
    public Optional<Kind> kindOf(String word) {
        return Optional.ofNullable(kinds.get(Folding.caseless(word).value()));
    }
}
