package org.parole.kit.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the words and signs beside a number that say how it is meant: 'nearly 100', '100 or more', '\u2265100', 'from 30 to 40'.
 * The words of over twenty languages are known; of other languages, signs alone are read.
 */
public final class Qualifiers {

    private static final WordLists LISTS = WordLists.read("qualifiers.txt", List.of());
    private static final Map<String, Qualifiers> CACHE = new ConcurrentHashMap<>();
    /** How far from a number the words that qualify it are looked for, in UTF-16 units. */
    private static final int WINDOW = 48;
    /** The longest phrase, in folded signs. */
    private static final int LONGEST = 24;
    /** So many words may stand between a number and what qualifies it from behind: 100 PRISONERS OF WAR or more. */
    private static final int MOST_BETWEEN = 3;
    /** The same in scripts without spaces, in signs. */
    private static final int MOST_SIGNS_BETWEEN = 4;
    private static final int LONGEST_JOINT = 12;
    private static final String BEHIND = "_AFTER";
    private static final String WITHIN = "_WITHIN";
    private static final String CLAUSE_ENDS = ".,;:!?()";
    private static final Map<Character, Qualifier> SIGNS_BEFORE = Map.of('~', Qualifier.ABOUT, '\u2248',
            Qualifier.ABOUT, '\u00B1', Qualifier.ABOUT, '\u223C', Qualifier.ABOUT, '>', Qualifier.OVER, '<',
            Qualifier.UNDER, '\u2265', Qualifier.AT_LEAST, '\u2264', Qualifier.UP_TO);
    private static final Set<Qualifier> PREPOSITIONS = EnumSet.of(Qualifier.OVER, Qualifier.UNDER);

    private final Map<String, Optional<Qualifier>> before = new HashMap<>();
    private final Set<String> phrases = new HashSet<>();
    private final Trie<Qualifier> behind = new Trie<>();
    private final Trie<Qualifier> rightBehind = new Trie<>();
    private final Set<String> round = new HashSet<>();
    private final Set<String> joints = new HashSet<>();
    private final Set<String> betweens = new HashSet<>();
    private final Set<String> ands = new HashSet<>();
    private final String language;

    private Qualifiers(String language) {
        this.language = language;
        joints.add("~");
        for (WordLists.Line line : LISTS.of(language)) {
            line.words().forEach(word -> add(line.what(), word));
        }
    }

    private void add(String what, String word) {
        String folded = NumberWords.fold(word.replace("=", ""));
        switch (what) {
            case "JOINT" -> joints.add(folded);
            case "BETWEEN" -> betweens.add(folded);
            case "AND" -> ands.add(folded);
            case "ABOUT" + WITHIN -> round.add(folded);
            case "NONE" -> before.put(folded, Optional.empty());
            default -> {
                if (what.endsWith(BEHIND)) {
                    (word.startsWith("=") ? rightBehind : behind).put(folded,
                            Qualifier.valueOf(what.substring(0, what.length() - BEHIND.length())));
                } else {
                    before.put(folded, Optional.of(Qualifier.valueOf(what)));
                    if (word.indexOf(' ') > 0) {
                        phrases.add(folded);
                    }
                }
            }
        }
    }

    /** The languages whose words are known, as primary subtags. */
    public static List<String> languages() {
        return LISTS.languages();
    }

    /**
     * What qualifies one of the figures of a text; nothing where it stands for itself.
     *
     * @param figures  all figures of the text, in order
     * @param figure   one of them
     * @param language of the text, BCP 47
     */
    public static Set<Qualifier> of(Figure figure, List<Figure> figures, String text, String language) {
        return CACHE.computeIfAbsent(known(language), Qualifiers::new).find(figure, figures, text);
    }

    /** Whether two figures that follow each other are the ends of a range: 'between 30 and 40', '30\u201340'. */
    public static boolean areRange(Figure low, Figure high, String text, String language) {
        return CACHE.computeIfAbsent(known(language), Qualifiers::new).isRange(low, high, text);
    }

    /** Whether what stands between two numbers can join the ends of a range: 'to', a dash. */
    static boolean join(String between, String language) {
        String folded = NumberWords.fold(between);
        return folded.isEmpty()
                ? between.codePoints().anyMatch(Signs::isDash)
                : CACHE.computeIfAbsent(known(language), Qualifiers::new).joints.contains(folded);
    }

    private static String known(String language) {
        String primary = LanguageCodes.primary(language);
        return LISTS.of(primary).isEmpty() ? "" : primary;
    }

    private Set<Qualifier> find(Figure figure, List<Figure> figures, String text) {
        Set<Qualifier> found = EnumSet.noneOf(Qualifier.class);
        int at = Collections.binarySearch(figures, figure, Comparator.comparingInt(Figure::start));
        Figure last = at > 0 ? figures.get(at - 1) : null;
        Figure next = at >= 0 && at + 1 < figures.size() ? figures.get(at + 1) : null;
        if (next != null && isRange(figure, next, text)) {
            found.add(Qualifier.AT_LEAST);
        }
        if (last != null && isRange(last, figure, text)) {
            found.add(Qualifier.UP_TO);
            return found;
        }
        int from = Math.max(last == null ? 0 : last.end(), figure.start() - WINDOW);
        if (isRound(Folding.caseless(text.substring(from, figure.end())))) {
            found.add(Qualifier.ABOUT);
        }
        inFront(text.substring(from, figure.start())).ifPresent(found::add);
        int to = Math.min(next == null ? text.length() : next.start(), figure.end() + WINDOW);
        behind(text.substring(figure.end(), to), next != null && to == next.start()).ifPresent(found::add);
        return found;
    }

    /** 'Une centaine' is no exact hundred. */
    private boolean isRound(Folding words) {
        return round.stream().anyMatch(word -> words.signs().endsWith(word)
                && (Signs.isWrittenWithoutSpaces(word.codePointAt(0))
                        || Figures.isWordStart(words, words.length() - word.length())));
    }

    /** 'From 30 to 40', '30\u201340'. */
    private boolean isRange(Figure low, Figure high, String text) {
        return low.value() != null && high.value() != null && low.kind() == high.kind()
                && low.value().compareTo(high.value()) < 0 && high.start() > low.end()
                && high.start() - low.end() <= LONGEST_JOINT
                && isJoint(low, text.substring(low.end(), high.start()), text);
    }

    private boolean isJoint(Figure low, String between, String text) {
        String folded = NumberWords.fold(between);
        if (folded.isEmpty()) {
            return between.codePoints().anyMatch(Signs::isDash);
        }
        if (!ands.contains(folded)) {
            return joints.contains(folded);
        }
        var words = Folding.caseless(text.substring(Math.max(0, low.start() - WINDOW), low.start()));
        return betweens.stream().anyMatch(announced -> words.signs().endsWith(announced)
                && Figures.isWordStart(words, words.length() - announced.length()));
    }

    private Optional<Qualifier> inFront(String text) {
        String bare = text.stripTrailing();
        if (!bare.isEmpty() && SIGNS_BEFORE.containsKey(bare.charAt(bare.length() - 1))) {
            return Optional.of(SIGNS_BEFORE.get(bare.charAt(bare.length() - 1)));
        }
        var words = Folding.caseless(text);
        int end = words.length();
        if (end > 0 && words.signs().charAt(end - 1) == '.') {
            // 'Approx. 100', 'ca. 100'.
            end--;
        }
        Optional<Qualifier> direct = endingAt(words, end, false);
        if (direct.isPresent() || end == 0) {
            return direct;
        }
        int start = end - 1;
        while (start > 0 && !Figures.isWordStart(words, start)) {
            start--;
        }
        // 'Nearly all the 100' is as little a hundred; but a talk 'over the 100' may be about them.
        boolean isFunctionWord = FunctionWords.of(language).kindOf(words.signs().substring(start, end)).isPresent();
        return isFunctionWord ? endingAt(words, start, true) : Optional.empty();
    }

    private Optional<Qualifier> endingAt(Folding words, int end, boolean isApart) {
        boolean isDense = end > 0 && Signs.isWrittenWithoutSpaces(words.signs().codePointBefore(end));
        for (int length = Math.min(LONGEST, end); length > 0; length--) {
            String phrase = words.signs().substring(end - length, end);
            Optional<Qualifier> found = before.get(phrase);
            if (found != null && (isDense || Figures.isWordStart(words, end - length))) {
                return found.filter(qualifier -> !isApart || !PREPOSITIONS.contains(qualifier)
                        || phrases.contains(phrase));
            }
        }
        return Optional.empty();
    }

    private Optional<Qualifier> behind(String text, boolean isBeforeFigure) {
        if (text.startsWith("+")) {
            return Optional.of(Qualifier.AT_LEAST);
        }
        var words = Folding.caseless(text);
        String signs = words.signs();
        Trie.Found<Qualifier> direct = rightBehind.longest(signs, 0, end -> isEnd(words, end));
        if (direct != null) {
            return Optional.of(direct.value());
        }
        for (int at : starts(words)) {
            Trie.Found<Qualifier> found = behind.longest(signs, at, end -> isEnd(words, end));
            // '40 men and at least 30 women': that is said of the next number.
            if (found != null && !(isBeforeFigure && found.end() >= signs.length())) {
                return Optional.of(found.value());
            }
        }
        return Optional.empty();
    }

    /** Where words begin, as far as they can be said of the number before them. */
    private static List<Integer> starts(Folding words) {
        List<Integer> starts = new ArrayList<>();
        int spaced = 0;
        for (int at = 0; at < words.length() && CLAUSE_ENDS.indexOf(words.signs().charAt(at)) < 0; at++) {
            boolean isDense = Signs.isWrittenWithoutSpaces(words.signs().codePointAt(at))
                    || Signs.isHangul(words.signs().codePointAt(at));
            if (isDense ? at <= MOST_SIGNS_BETWEEN : at == 0 || Figures.isWordStart(words, at)) {
                starts.add(at);
                spaced += isDense ? 0 : 1;
            }
            if (spaced > MOST_BETWEEN) {
                break;
            }
        }
        return starts;
    }

    private static boolean isEnd(Folding words, int end) {
        return end >= words.length() || Figures.isWordEnd(words, end)
                || Signs.isWrittenWithoutSpaces(words.signs().codePointAt(end))
                || Signs.isHangul(words.signs().codePointAt(end - 1));
    }
}
