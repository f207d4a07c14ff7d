package org.parole.kit.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the words that turn, restrict or weaken a statement: negation, conditions and exceptions, possibility, obligation,
 * future, and how much of a whole is meant. The lists are made to find too much rather than too little; they do not understand sentences.
 */
public final class Markers {

    /** What a marker does to a statement. */
    public enum Kind {
        NEGATION, CONDITION, POSSIBILITY, OBLIGATION, FUTURE,
        /** What would be, or is said to be: a reporter's form of the future. */
        CONDITIONAL,
        /** How much of a whole is meant: all, some. */
        EXTENT
    }

    /**
     * A marker in a text.
     *
     * @param start its first UTF-16 position
     * @param end   the UTF-16 position after it
     * @param text  how it is written
     */
    public record Marker(Kind kind, int start, int end, String text) {
    }

    private static final WordLists LISTS = WordLists.read("markers.txt", List.of());
    private static final String NO_MARKER = "NONE";
    /** 'And' and 'that', which some languages write together with the word after them. */
    private static final Map<String, List<String>> PROCLITICS = Map.of("ar", List.of("\u0648", "\u0641"), "he",
            List.of("\u05D5", "\u05E9", "\u05D4", "\u05D5\u05E9", "\u05DB\u05E9", "\u05E9\u05D4"));
    private static final List<String> WITHOUT_SPACES = List.of("zh", "ja", "ko", "th");
    /** In a longer word no part is looked for. */
    private static final int LONGEST_WORD = 40;
    private static final Map<String, Markers> CACHE = new ConcurrentHashMap<>();

    private final Trie<Kind> whole = new Trie<>();
    private final Map<String, Kind> seconds = new HashMap<>();
    private final Trie<Kind> beginnings = new Trie<>();
    private final List<Map.Entry<String, Kind>> endings = new ArrayList<>();
    private final List<Map.Entry<String, Kind>> inside = new ArrayList<>();
    private final Trie<Kind> anywhere = new Trie<>();
    /** Words that hold the signs of a marker and are none. */
    private final Set<String> others = new HashSet<>();
    private final boolean hasSpaces;
    private final List<String> proclitics;

    private Markers(String language) {
        proclitics = PROCLITICS.getOrDefault(language, List.of());
        hasSpaces = !WITHOUT_SPACES.contains(language);
        LISTS.of(language, NO_MARKER).forEach(word -> others.add(NumberWords.fold(word)));
        for (WordLists.Line line : LISTS.of(language)) {
            if (line.what().indexOf('+') > 0) {
                line.words().forEach(word -> addBoth(word, line.what().split("\\+")));
            } else if (!line.what().equals(NO_MARKER)) {
                line.words().forEach(word -> add(word, Kind.valueOf(line.what())));
            }
        }
    }

    /** The languages whose markers are known, as primary subtags. */
    public static List<String> languages() {
        return LISTS.languages();
    }

    /** The markers in a text, in order. In a text of a language without a list, those of English are looked for. */
    public static List<Marker> in(String text, String language) {
        String primary = LanguageCodes.primary(language);
        String known = LISTS.of(primary).isEmpty() ? "en" : primary;
        return CACHE.computeIfAbsent(known, Markers::new).find(text);
    }

    /** Whether words of this language are known; of other ones nobody can tell what was left out of a statement. */
    public static boolean areKnown(String language) {
        return !LISTS.of(LanguageCodes.primary(language)).isEmpty();
    }

    /** Whether a text has a marker that can turn a statement round: a negation or a condition. */
    public static boolean turnIn(String text, String language) {
        return in(text, language).stream()
                .anyMatch(marker -> marker.kind() == Kind.NEGATION || marker.kind() == Kind.CONDITION);
    }

    /** One word for two: won't is will and not. */
    private void addBoth(String word, String[] kinds) {
        String folded = NumberWords.fold(word);
        whole.put(folded, Kind.valueOf(kinds[0]));
        seconds.put(folded, Kind.valueOf(kinds[1]));
    }

    private void add(String word, Kind kind) {
        String folded = NumberWords.fold(word.replace("*", ""));
        if (!hasSpaces && !word.startsWith("*")) {
            anywhere.add(folded, kind);
        } else if (word.startsWith("*") && word.endsWith("*")) {
            inside.add(Map.entry(folded, kind));
        } else if (word.startsWith("*")) {
            endings.add(Map.entry(folded, kind));
        } else if (word.endsWith("*")) {
            beginnings.add(folded, kind);
        } else {
            whole.add(folded, kind);
        }
    }

    private List<Marker> find(String source) {
        var text = Folding.caseless(source);
        List<Marker> found = new ArrayList<>();
        if (hasSpaces) {
            findWords(text, found);
        } else {
            findSigns(text, found);
        }
        found.sort(Comparator.comparingInt(Marker::start).thenComparingInt(Marker::end)
                .thenComparing(Marker::kind));
        return found;
    }

    private void findSigns(Folding text, List<Marker> found) {
        for (int at = 0; at < text.length(); at++) {
            int other = otherAt(text, at);
            Trie.Found<Kind> marker = other > at ? null : anywhere.longest(text.signs(), at, end -> true);
            if (marker != null) {
                add(found, text, at, marker.end(), marker.value());
            }
            at = Math.max(at, (marker == null ? other : marker.end()) - 1);
        }
        // Korean sets spaces, and says 'if' by the ending of the verb.
        for (int[] word : endings.isEmpty() ? List.<int[]>of() : words(text)) {
            Kind kind = others.contains(text.signs().substring(word[0], word[1]))
                    ? null
                    : kindOfPart(text, word[0], word[1]);
            if (kind != null) {
                add(found, text, word[0], word[1], kind);
            }
        }
    }

    /** The end of a word that is no marker and begins at a sign, or the sign. */
    private int otherAt(Folding text, int at) {
        int end = at;
        for (String word : others) {
            end = text.signs().startsWith(word, at) ? Math.max(end, at + word.length()) : end;
        }
        return end;
    }

    private void findWords(Folding text, List<Marker> found) {
        int behind = 0;
        for (int[] word : words(text)) {
            // The words of a phrase are no markers beside it.
            if (word[0] < behind) {
                continue;
            }
            Trie.Found<Kind> phrase = whole.longest(text.signs(), word[0], end -> Figures.isWordEnd(text, end));
            if (phrase != null) {
                behind = phrase.end();
                add(found, text, word[0], behind, phrase.value());
                Kind second = seconds.get(text.signs().substring(word[0], behind));
                if (second != null) {
                    add(found, text, word[0], behind, second);
                }
                continue;
            }
            Kind kind = behindProclitic(text, word[0], word[1]);
            kind = kind == null ? kindOfPart(text, word[0], word[1]) : kind;
            if (kind != null) {
                add(found, text, word[0], word[1], kind);
            }
        }
    }

    /** Runs of letters; an apostrophe divides them, but the t of "won't" is no word of its own. */
    private static List<int[]> words(Folding text) {
        List<int[]> words = new ArrayList<>();
        int start = -1;
        for (int at = 0; at <= text.length(); at++) {
            boolean isLetter = at < text.length() && (Character.isLetterOrDigit(text.signs().codePointAt(at))
                    || Signs.isCombining(text.signs().codePointAt(at))
                    || Character.isLowSurrogate(text.signs().charAt(at)));
            boolean ends = !isLetter || text.isApart(at) && at > 0
                    || text.hasInnerMark(at) && !(text.signs().charAt(at) == 't' && Figures.isWordEnd(text, at + 1));
            if (start >= 0 && ends) {
                words.add(new int[]{start, at});
                start = -1;
            }
            if (isLetter && start < 0) {
                start = at;
            }
        }
        return words;
    }

    /** In 'ולא' and 'وليس' the negation stands behind an 'and'. */
    private Kind behindProclitic(Folding text, int from, int to) {
        for (String proclitic : proclitics) {
            if (text.signs().startsWith(proclitic, from)) {
                Trie.Found<Kind> found = whole.longest(text.signs(), from + proclitic.length(), end -> end == to);
                if (found != null && (found.value() == Kind.NEGATION || found.value() == Kind.CONDITION)) {
                    return found.value();
                }
            }
        }
        return null;
    }

    private Kind kindOfPart(Folding text, int from, int to) {
        Trie.Found<Kind> beginning = beginnings.longest(text.signs(), from, end -> end <= to);
        if (beginning != null || to - from > LONGEST_WORD) {
            return beginning == null ? null : beginning.value();
        }
        String word = text.signs().substring(from, to);
        for (Map.Entry<String, Kind> ending : endings) {
            if (word.length() > ending.getKey().length() + (hasSpaces ? 1 : 0) && word.endsWith(ending.getKey())) {
                return ending.getValue();
            }
        }
        for (Map.Entry<String, Kind> part : inside) {
            if (word.indexOf(part.getKey()) > 0) {
                return part.getValue();
            }
        }
        return null;
    }

    private static void add(List<Marker> found, Folding text, int from, int to, Kind kind) {
        int start = text.start(from);
        int end = text.end(to - 1);
        found.add(new Marker(kind, start, end, text.source().substring(start, end)));
    }
}
