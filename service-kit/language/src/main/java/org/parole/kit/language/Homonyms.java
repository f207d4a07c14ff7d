package org.parole.kit.language;

import java.util.HashSet;
import java.util.Set;

/** Words of a language that are written like numbers and are none where they stand: brand new in French, this year in Vietnamese. */
final class Homonyms {

    /** The longest phrases, in folded signs. */
    private static final int LONGEST_WORDS = 24;

    private final NumberWords words;
    /** Phrases that hold the word of a number and none. */
    private final Set<String> others = new HashSet<>();
    /** Words that are numbers only before what is counted by them. */
    private final Set<String> doubtful = new HashSet<>();
    /** Words that say something else behind a determiner and a noun. */
    private final Set<String> adjectives = new HashSet<>();
    private final Set<String> determiners = new HashSet<>();

    Homonyms(NumberWords words) {
        this.words = words;
    }

    /** Adds a folded word or phrase of a kind of {@code numbers.txt}. */
    void add(String what, String folded) {
        (switch (what) {
            case "other" -> others;
            case "doubtful" -> doubtful;
            case "adjective" -> adjectives;
            default -> determiners;
        }).add(folded);
    }

    /** Whether what is spelled as a number is something else where it stands. */
    boolean are(Folding text, int from, int end) {
        String signs = text.signs();
        String word = signs.substring(from, end);
        if (doubtful.contains(word)) {
            return words.behind.longest(signs, end, at -> Figures.isWordEnd(text, at)) == null;
        }
        return adjectives.contains(word) && isAdjective(text, from, end) || isInOther(text, from, end);
    }

    private boolean isInOther(Folding text, int from, int end) {
        for (int length = 1; !others.isEmpty() && length <= LONGEST_WORDS; length++) {
            if (from + length > end && from + length <= text.length() && Figures.isWordEnd(text, from + length)
                    && others.contains(text.signs().substring(from, from + length))
                    || end - length < from && end - length >= 0 && Figures.isWordStart(text, end - length)
                            && others.contains(text.signs().substring(end - length, end))) {
                return true;
            }
        }
        return false;
    }

    /** 'Un camion neuf est parti': behind a determiner and a noun, and before no other noun. */
    private boolean isAdjective(Folding text, int from, int end) {
        int noun = wordBefore(text, from);
        int determiner = wordBefore(text, noun);
        if (noun == from || determiner == noun || !determiners.contains(text.signs().substring(determiner, noun))) {
            return false;
        }
        int next = end;
        while (next < text.length() && (next == end || !Figures.isWordEnd(text, next))) {
            next++;
        }
        String behindIt = text.signs().substring(end, next);
        return behindIt.isEmpty() || !Character.isLetter(behindIt.codePointAt(0)) || behindIt.length() < 3
                || FunctionWords.of(words.language).kindOf(behindIt).isPresent() || !behindIt.endsWith("s");
    }

    private static int wordBefore(Folding text, int end) {
        int start = end;
        while (start > 0 && (start == end || !Figures.isWordStart(text, start))
                && Character.isLetter(text.signs().codePointBefore(start))) {
            start--;
        }
        return start;
    }
}
