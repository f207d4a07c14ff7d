package org.parole.kit.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the words that turn, restrict or weaken a statement: negation, conditions and exceptions, possibility, obligation,
 * future. The lists are made to find too much rather than too little; they do not understand sentences.
 */
public final class Markers {

    /** What a marker does to a statement. */
    public enum Kind {
        NEGATION, CONDITION, POSSIBILITY, OBLIGATION, FUTURE
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
    private static final List<String> WITHOUT_SPACES = List.of("zh", "ja", "ko");
    /** Of phrases as well: more words are in none. */
    private static final int MOST_WORDS = 4;
    private static final Map<String, Markers> CACHE = new ConcurrentHashMap<>();

    private final Map<String, Kind> whole = new HashMap<>();
    private final List<Map.Entry<String, Kind>> beginnings = new ArrayList<>();
    private final List<Map.Entry<String, Kind>> endings = new ArrayList<>();
    private final List<Map.Entry<String, Kind>> inside = new ArrayList<>();
    private final Trie<Kind> anywhere = new Trie<>();
    private final boolean hasSpaces;

    private Markers(String language) {
        hasSpaces = !WITHOUT_SPACES.contains(language);
        for (var line : LISTS.of(language)) {
            line.words().forEach(word -> add(word, Kind.valueOf(line.what())));
        }
    }

    /** The languages whose markers are known, as primary subtags. */
    public static List<String> languages() {
        return LISTS.languages();
    }

    /** The markers in a text, in order. In a text of a language without a list, those of English are looked for. */
    public static List<Marker> in(String text, String language) {
        var primary = WordLists.primary(language);
        var known = LISTS.of(primary).isEmpty() ? "en" : primary;
        return CACHE.computeIfAbsent(known, Markers::new).find(text);
    }

    /** Whether a text has a marker that can turn a statement round: a negation or a condition. */
    public static boolean turnIn(String text, String language) {
        return in(text, language).stream()
                .anyMatch(marker -> marker.kind() == Kind.NEGATION || marker.kind() == Kind.CONDITION);
    }

    private void add(String word, Kind kind) {
        var folded = NumberWords.fold(word.replace("*", ""));
        if (!hasSpaces) {
            anywhere.add(folded, kind);
        } else if (word.startsWith("*") && word.endsWith("*")) {
            inside.add(Map.entry(folded, kind));
        } else if (word.startsWith("*")) {
            endings.add(Map.entry(folded, kind));
        } else if (word.endsWith("*")) {
            beginnings.add(Map.entry(folded, kind));
        } else {
            whole.putIfAbsent(folded, kind);
        }
    }

    private List<Marker> find(String source) {
        var text = Folding.caseless(source);
        List<Marker> found = new ArrayList<>();
        if (hasSpaces) {
            findWords(text, found);
        } else {
            for (var at = 0; at < text.length(); at++) {
                var marker = anywhere.longest(text.signs(), at, end -> true);
                if (marker != null) {
                    add(found, text, at, marker.end(), marker.value());
                    at = marker.end() - 1;
                }
            }
        }
        found.sort(Comparator.comparingInt(Marker::start).thenComparingInt(Marker::end));
        return found;
    }

    private void findWords(Folding text, List<Marker> found) {
        var words = words(text);
        for (var i = 0; i < words.size(); i++) {
            for (var last = Math.min(words.size(), i + MOST_WORDS) - 1; last >= i; last--) {
                var kind = kind(text.signs().substring(words.get(i)[0], words.get(last)[1]), last == i);
                if (kind != null) {
                    add(found, text, words.get(i)[0], words.get(last)[1], kind);
                    // The words of a phrase are no markers beside it.
                    i = last;
                    break;
                }
            }
        }
    }

    /** Runs of letters; an apostrophe divides them, but the t of "won't" is no word of its own. */
    private static List<int[]> words(Folding text) {
        List<int[]> words = new ArrayList<>();
        var start = -1;
        for (var at = 0; at <= text.length(); at++) {
            var isLetter = at < text.length() && (Character.isLetterOrDigit(text.signs().codePointAt(at))
                    || Signs.isCombining(text.signs().codePointAt(at))
                    || Character.isLowSurrogate(text.signs().charAt(at)));
            var ends = !isLetter || text.isApart(at) && at > 0
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

    private Kind kind(String word, boolean isOne) {
        var kind = whole.get(word);
        if (kind == null && isOne && word.length() <= 40) {
            kind = beginnings.stream().filter(entry -> word.startsWith(entry.getKey())).map(Map.Entry::getValue)
                    .findFirst().orElse(null);
            kind = kind != null
                    ? kind
                    : endings.stream().filter(entry -> word.endsWith(entry.getKey()) && word.length() > entry.getKey()
                            .length() + 1).map(Map.Entry::getValue).findFirst().orElse(null);
            kind = kind != null
                    ? kind
                    : inside.stream().filter(entry -> word.indexOf(entry.getKey()) > 0).map(Map.Entry::getValue)
                            .findFirst().orElse(null);
        }
        return kind;
    }

    private static void add(List<Marker> found, Folding text, int from, int to, Kind kind) {
        var start = text.start(from);
        var end = text.end(to - 1);
        found.add(new Marker(kind, start, end, text.source().substring(start, end)));
    }
}
