package org.parole.kit.language;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Verbs of saying in over thirty languages, as they stand beside quoted words. */
public final class SpeechVerbs {

    private static final WordLists LISTS = WordLists.read("saying.txt", List.of());
    private static final SpeechVerbs SAYING = new SpeechVerbs("SAYING");
    private static final SpeechVerbs QUESTION = new SpeechVerbs("QUESTION");
    private static final SpeechVerbs DASHED = new SpeechVerbs("DASHED");
    private static final int LONGEST_BEGINNING = 14;

    private final Set<String> whole;
    private final Set<String> beginnings;
    private final List<String> inside;

    private SpeechVerbs(String what) {
        whole = words(what).filter(word -> !word.endsWith("*")).map(SpeechVerbs::key).collect(Collectors.toSet());
        beginnings = words(what).filter(word -> word.endsWith("*"))
                .map(word -> key(word.substring(0, word.length() - 1))).collect(Collectors.toSet());
        inside = whole.stream().filter(word -> isDense(word.codePointAt(0))).toList();
    }

    private static Stream<String> words(String what) {
        return LISTS.languages().stream().flatMap(language -> LISTS.of(language, what).stream());
    }

    private static String key(String words) {
        return String.join(" ", Folding.caseless(words).words());
    }

    /** Whether a word, folded without case, says that somebody says something. */
    public static boolean isSaying(String word) {
        return SAYING.has(word);
    }

    /** Whether a word, folded without case, asks something or says what nobody knows. */
    public static boolean isQuestion(String word) {
        return QUESTION.has(word);
    }

    /** How many verbs of saying stand in some words, counting 'went on' as one. */
    public static int count(List<String> words) {
        return SAYING.countIn(words);
    }

    /** The same of languages that set off between dashes who speaks. */
    public static int countDashed(List<String> words) {
        return DASHED.countIn(words);
    }

    private int countIn(List<String> words) {
        int count = 0;
        for (int i = 0; i < words.size(); i++) {
            boolean isTwo = i + 1 < words.size() && whole.contains(words.get(i) + " " + words.get(i + 1));
            count += isTwo || has(words.get(i)) ? 1 : 0;
            i += isTwo ? 1 : 0;
        }
        return count;
    }

    private boolean has(String word) {
        if (whole.contains(word)) {
            return true;
        }
        if (!word.isEmpty() && isDense(word.codePointAt(0))) {
            return inside.stream().anyMatch(word::contains);
        }
        for (int length = Math.min(LONGEST_BEGINNING, word.length()); length > 1; length--) {
            if (beginnings.contains(word.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    /** In these scripts a verb ends in what is written together with it, or nothing holds words apart. */
    private static boolean isDense(int codePoint) {
        return Signs.isWrittenWithoutSpaces(codePoint) || Signs.isHangul(codePoint);
    }
}
