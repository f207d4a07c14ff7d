package org.parole.kit.language;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

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
    /** Words, and signs of scripts without spaces, that may stand between what says so and the number: including AT LEAST 20. */
    private static final int MOST_BEFORE = 3;
    private static final int MOST_SIGNS = 6;
    private static final String CLAUSE_ENDS = ".;:!?()";
    private static final String COMMAS = ",\u060C\u3001\uFF0C";

    private final Set<String> before = new HashSet<>();
    private final Set<String> than = new HashSet<>();
    private final Trie<Boolean> behind = new Trie<>();
    private final Trie<Boolean> shares = new Trie<>();
    private final int longest;

    private PartWords(String language) {
        LISTS.of(language, "BEFORE").forEach(word -> before.add(NumberWords.fold(word)));
        LISTS.of(language, "BEHIND").forEach(word -> behind.add(NumberWords.fold(word), true));
        LISTS.of(language, "OF").forEach(word -> shares.add(NumberWords.fold(word), true));
        LISTS.of(language, "THAN").forEach(word -> than.add(NumberWords.fold(word)));
        longest = Stream.concat(before.stream(), than.stream()).mapToInt(String::length).max().orElse(0);
    }

    /** Whether the words right before a number say that it is a part: including 20, of whom 20. */
    public static boolean end(String before, String language) {
        PartWords words = of(language);
        return words.endIn(before.substring(Math.max(0, before.length() - WINDOW)), words.before);
    }

    /** Whether the words right before a number say that it stands there for comparison: up from 80. */
    public static boolean compare(String before, String language) {
        PartWords words = of(language);
        return words.endIn(before.substring(Math.max(0, before.length() - WINDOW)), words.than);
    }

    /**
     * Whether the words behind a number say that it is a part: 20 of them, 20 women among them.
     *
     * @param behind what stands there
     * @param isBeforeFigure whether another number follows, of which the last of these words may tell
     */
    public static boolean follow(String behind, boolean isBeforeFigure, String language) {
        String near = behind.substring(0, Math.min(behind.length(), WINDOW));
        return of(language).beginIn(near, MOST_BETWEEN, isBeforeFigure && near.length() == behind.length());
    }

    /** Whether one of two numbers is a part of the other, by what stands between them: 10 of the 90. */
    public static boolean areBetween(String between, String language) {
        if (between.length() > WINDOW || between.codePoints().anyMatch(c -> (CLAUSE_ENDS + COMMAS).indexOf(c) >= 0)) {
            return false;
        }
        PartWords words = of(language);
        var folded = Folding.caseless(between);
        for (int at = 0; at < folded.length(); at++) {
            if ((at == 0 || Figures.isWordStart(folded, at) || Signs.isHangul(folded.signs().codePointAt(at)))
                    && words.shares.longest(folded.signs(), at, end -> Figures.isWordEnd(folded, end)) != null) {
                return folded.words().size() <= MOST_BETWEEN + 1;
            }
        }
        return false;
    }

    /** Whether words that say 'of them' begin a text. */
    public static boolean begin(String text, String language) {
        return of(language).beginIn(text, 0, false);
    }

    /** Whether a clause begins by taking something of the number behind it: of the 100, out of 100. */
    public static boolean announce(String clause, String language) {
        if (clause.length() > WINDOW) {
            return false;
        }
        PartWords words = of(language);
        var folded = Folding.caseless(clause);
        Trie.Found<Boolean> found = words.shares.longest(folded.signs(), 0, end -> Figures.isWordEnd(folded, end));
        return found != null && Folding.caseless(clause.substring(folded.end(found.end() - 1))).words().stream()
                .allMatch(word -> FunctionWords.of(language).kindOf(word).isPresent());
    }

    private static PartWords of(String language) {
        String primary = LanguageCodes.primary(language);
        return CACHE.computeIfAbsent(LISTS.of(primary).isEmpty() ? "" : primary, PartWords::new);
    }

    private boolean endIn(String text, Set<String> phrases) {
        var words = Folding.caseless(text);
        int end = words.length();
        int between = 0;
        int signs = 0;
        // 'Including at least 20', うち女性20人.
        while (end > 0 && between <= MOST_BEFORE && signs <= MOST_SIGNS) {
            if (endsAt(words, end, phrases)) {
                return true;
            }
            int code = words.signs().codePointBefore(end);
            boolean isPause = (CLAUSE_ENDS + ",").indexOf(code) >= 0;
            if (isPause && (end < words.length() || CLAUSE_ENDS.replace(":", "").indexOf(code) >= 0)) {
                return false;
            }
            end -= Character.charCount(code);
            signs += Signs.isWrittenWithoutSpaces(code) ? 1 : 0;
            between += end == 0 || Figures.isWordStart(words, end) && !Signs.isWrittenWithoutSpaces(code) && !isPause
                    ? 1
                    : 0;
        }
        return false;
    }

    private boolean endsAt(Folding words, int end, Set<String> phrases) {
        if (end < words.length() && !Figures.isWordStart(words, end)) {
            return false;
        }
        for (int length = Math.min(longest, end); length > 0; length--) {
            if (phrases.contains(words.signs().substring(end - length, end))
                    && (Figures.isWordStart(words, end - length)
                            || Signs.isWrittenWithoutSpaces(words.signs().codePointAt(end - length)))) {
                return true;
            }
        }
        return false;
    }

    private boolean beginIn(String text, int mostBetween, boolean isBeforeFigure) {
        var words = Folding.caseless(text);
        int between = 0;
        for (int at = 0; at < words.length() && (CLAUSE_ENDS + COMMAS).indexOf(words.signs().charAt(at)) < 0; at++) {
            boolean isDense = Signs.isWrittenWithoutSpaces(words.signs().codePointAt(at))
                    || Signs.isHangul(words.signs().codePointAt(at));
            boolean isStart = at == 0 || isDense || Figures.isWordStart(words, at);
            Trie.Found<Boolean> found = isStart
                    ? behind.longest(words.signs(), at, end -> Figures.isWordEnd(words, end)
                            || Signs.isHangul(words.signs().codePointBefore(end)))
                    : null;
            if (found != null) {
                return !(isBeforeFigure && found.end() >= words.length());
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
