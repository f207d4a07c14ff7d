package org.parole.kit.language;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words that say of a number that it is a part of people who are named beside it: '20 of them', 'including 20 women'. Known in over
 * twenty-five languages.
 */
public final class PartWords {

    private static final WordLists LISTS = WordLists.read("part-words.txt", List.of());
    private static final Map<String, PartWords> CACHE = new ConcurrentHashMap<>();
    /** How far from a number they are looked for, in UTF-16 units. */
    private static final int WINDOW = 40;
    /** Words that may stand between a number and what says that it is a part: 20 WOMEN among them. */
    private static final int MOST_BETWEEN = 2;
    private static final String CLAUSE_ENDS = ".;:!?()";

    private final Set<String> before = new HashSet<>();
    private final Trie<Boolean> behind = new Trie<>();
    private final int longest;

    private PartWords(String language) {
        LISTS.of(language, "BEFORE").forEach(word -> before.add(NumberWords.fold(word)));
        LISTS.of(language, "BEHIND").forEach(word -> behind.add(NumberWords.fold(word), true));
        longest = before.stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * Whether the words around a number say that it is a part.
     *
     * @param text     the text
     * @param start    the first UTF-16 position of the number
     * @param end      the UTF-16 position after it
     * @param language of the text, BCP 47
     */
    public static boolean areAround(String text, int start, int end, String language) {
        PartWords words = of(language);
        return words.endIn(text.substring(Math.max(0, start - WINDOW), start))
                || words.beginIn(text.substring(end, Math.min(text.length(), end + WINDOW)), MOST_BETWEEN);
    }

    /** Whether words that say 'of them' begin a text. */
    public static boolean begin(String text, String language) {
        return of(language).beginIn(text, 0);
    }

    private static PartWords of(String language) {
        String primary = WordLists.primary(language);
        return CACHE.computeIfAbsent(LISTS.of(primary).isEmpty() ? "" : primary, PartWords::new);
    }

    private boolean endIn(String text) {
        var words = Folding.caseless(text);
        int end = words.length();
        while (end > 0 && ",:".indexOf(words.signs().charAt(end - 1)) >= 0) {
            end--;
        }
        for (int length = Math.min(longest, end); length > 0; length--) {
            if (before.contains(words.signs().substring(end - length, end))
                    && (Figures.isWordStart(words, end - length)
                            || Signs.isWrittenWithoutSpaces(words.signs().codePointAt(end - length)))) {
                return true;
            }
        }
        return false;
    }

    private boolean beginIn(String text, int mostBetween) {
        var words = Folding.caseless(text);
        int between = 0;
        for (int at = 0; at < words.length() && CLAUSE_ENDS.indexOf(words.signs().charAt(at)) < 0; at++) {
            boolean isDense = Signs.isWrittenWithoutSpaces(words.signs().codePointAt(at))
                    || Signs.isHangul(words.signs().codePointAt(at));
            boolean isStart = at == 0 || isDense || Figures.isWordStart(words, at);
            if (isStart && behind.longest(words.signs(), at, end -> Figures.isWordEnd(words, end)
                    || Signs.isHangul(words.signs().codePointBefore(end))) != null) {
                return true;
            }
            if (Figures.isDigit(words.signs().charAt(at))) {
                return false;
            }
            between += isDense || isStart && at > 0 ? 1 : 0;
            if (between > (isDense ? 3 * mostBetween : mostBetween)) {
                return false;
            }
        }
        return false;
    }
}
