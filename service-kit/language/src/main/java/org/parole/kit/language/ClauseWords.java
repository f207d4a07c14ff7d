package org.parole.kit.language;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The words of a language that begin or bound a clause: but, and, only. Known in over forty languages. */
public final class ClauseWords {

    /** What such a word does. */
    public enum Kind {
        /** It goes on with something else, and says nothing about what was said before. */
        TURN,
        /** It begins another clause of its own. */
        AND,
        /** A condition that restricts what stands right before it, and further on something else. */
        NEAR,
        /** A negation of its own word that can stand at the end, where the verb would. */
        DENIED,
        /** It denies the number right behind it. */
        NOT,
        /** An extent that leaves nothing out. */
        ALL,
        /** A clause that it begins is a condition: 'should the shelling stop'. */
        INVERTED,
        /** How a verb ends that needs no pronoun. */
        VERB
    }

    private static final WordLists LISTS = WordLists.read("clauses.txt", List.of());
    private static final Map<String, ClauseWords> CACHE = new ConcurrentHashMap<>();

    private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);

    private ClauseWords(String language) {
        for (WordLists.Line line : LISTS.of(language)) {
            Set<String> known = words.computeIfAbsent(Kind.valueOf(line.what()), kind -> new HashSet<>());
            line.words().forEach(word -> known.add(NumberWords.fold(word.replace("*", ""))));
        }
    }

    /** The words of a language, as a BCP 47 tag; those of English for a language without a list, as markers are. */
    public static ClauseWords of(String language) {
        String primary = LanguageCodes.primary(language);
        return CACHE.computeIfAbsent(LISTS.of(primary).isEmpty() ? "en" : primary, ClauseWords::new);
    }

    /** Whether a word or phrase, however it is written, is of a kind. */
    public boolean are(Kind kind, String phrase) {
        return words.getOrDefault(kind, Set.of()).contains(NumberWords.fold(phrase));
    }

    /** Whether a word of a script that holds no words apart has one of a kind in it. */
    public boolean holds(Kind kind, String word) {
        String folded = NumberWords.fold(word);
        return !folded.isEmpty()
                && (Signs.isWrittenWithoutSpaces(folded.codePointAt(0)) || Signs.isHangul(folded.codePointAt(0)))
                && words.getOrDefault(kind, Set.of()).stream().anyMatch(folded::contains);
    }

    /** Whether a word ends as a verb without a pronoun does. */
    public boolean isVerb(String word) {
        String folded = NumberWords.fold(word);
        return words.getOrDefault(Kind.VERB, Set.of()).stream()
                .anyMatch(ending -> folded.length() > ending.length() + 1 && folded.endsWith(ending));
    }
}
