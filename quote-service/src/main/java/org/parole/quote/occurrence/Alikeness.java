package org.parole.quote.occurrence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.parole.kit.language.FunctionWords;
import org.parole.kit.language.Tenses;

/**
 * Looks for a word of one text that stands in the place of another word of the other. Words that one text has and the other
 * leaves out are no such thing: outlets shorten. Neither are other forms and spellings of one word.
 */
final class Alikeness {

    /** Longer texts, in pairs of words, are not compared word by word: they are taken for different. */
    private static final int MOST_PAIRS = 1_000_000;
    /** In shorter texts a word that is left out here and another one put in there are a replacement, wherever they stand. */
    private static final int SHORT = 12;
    private static final int SHORTEST_FORM = 4;
    private static final double SAME_BEGINNING = 0.65;

    private final List<String> ours;
    private final List<String> theirs;
    private final FunctionWords ourFunctionWords;
    private final FunctionWords theirFunctionWords;
    private final boolean personMayChange;
    private final String language;

    private Alikeness(String one, Said said, String other, Said otherSaid) {
        this.ours = Wording.of(one).words();
        this.theirs = Wording.of(other).words();
        this.ourFunctionWords = FunctionWords.of(said.language());
        this.theirFunctionWords = FunctionWords.of(otherSaid.language());
        this.language = said.language();
        this.personMayChange = said.isReported() || otherSaid.isReported();
    }

    /** The first replacement, or nothing. */
    static Optional<Deviation> of(String one, Said said, String other, Said otherSaid) {
        return new Alikeness(one, said, other, otherSaid).find();
    }

    /** Whether two words are one, in other forms or spellings. */
    static boolean isSameWord(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int longer = Math.max(one.length(), other.length());
        int shorter = Math.min(one.length(), other.length());
        if (shorter < SHORTEST_FORM || longer <= SHORTEST_FORM) {
            return false;
        }
        int before = 0;
        while (before < shorter && one.charAt(before) == other.charAt(before)) {
            before++;
        }
        if (before >= SAME_BEGINNING * longer) {
            return true;
        }
        int after = 0;
        while (after < shorter - before
                && one.charAt(one.length() - 1 - after) == other.charAt(other.length() - 1 - after)) {
            after++;
        }
        return isSpelling(one.substring(before, one.length() - after), other.substring(before, other.length() - after),
                longer);
    }

    /** The differences between spellings of one word: organise, colour, judgement, Taleban. */
    private static boolean isSpelling(String one, String other, int length) {
        String pair = one.compareTo(other) <= 0 ? one + "|" + other : other + "|" + one;
        return Set.of("s|z", "|u", "|e", "|h", "ph|f", "f|ph", "er|re", "i|y").contains(pair)
                || length >= 7 && Set.of("e|i", "a|e", "o|u").contains(pair) && one.length() == 1;
    }

    private Optional<Deviation> find() {
        if ((long) ours.size() * theirs.size() > MOST_PAIRS) {
            return ours.equals(theirs)
                    ? Optional.empty()
                    : Optional.of(new Deviation(Deviation.Kind.WORDS, null, null));
        }
        List<String> leftOut = new ArrayList<>();
        List<String> putIn = new ArrayList<>();
        for (Gap gap : gaps()) {
            Optional<Deviation> replaced = replacement(gap.ours, gap.theirs);
            if (replaced.isPresent()) {
                return replaced;
            }
            leftOut.addAll(gap.ours);
            putIn.addAll(gap.theirs);
        }
        return Math.min(ours.size(), theirs.size()) < SHORT ? replacement(leftOut, putIn) : Optional.empty();
    }

    private Optional<Deviation> replacement(List<String> here, List<String> there) {
        if (here.stream().anyMatch(mine -> there.stream()
                .anyMatch(theirs -> isSameWord(mine, theirs) && Tenses.differ(mine, theirs, language)))) {
            return Optional.of(new Deviation(Deviation.Kind.MODALITY, text(here), text(there)));
        }
        List<String> one = content(here, ourFunctionWords);
        List<String> other = content(there, theirFunctionWords);
        List<String> others = content(there, theirFunctionWords);
        others.removeIf(word -> one.stream().anyMatch(mine -> isSameWord(mine, word)));
        one.removeIf(word -> other.stream().anyMatch(theirs -> isSameWord(theirs, word)));
        boolean isReplaced = !one.isEmpty() && !others.isEmpty()
                && !isSameWord(String.join("", here), String.join("", there));
        return isReplaced || isOtherPerson(here, there)
                ? Optional.of(new Deviation(Deviation.Kind.WORDS, text(here), text(there)))
                : Optional.empty();
    }

    private static String text(List<String> words) {
        return words.isEmpty() ? null : String.join(" ", words);
    }

    private static List<String> content(List<String> words, FunctionWords functionWords) {
        return new ArrayList<>(words.stream().filter(word -> functionWords.kindOf(word).isEmpty()).toList());
    }

    private boolean isOtherPerson(List<String> here, List<String> there) {
        if (personMayChange) {
            return false;
        }
        Set<FunctionWords.Kind> one = persons(here, ourFunctionWords);
        Set<FunctionWords.Kind> other = persons(there, theirFunctionWords);
        return !one.isEmpty() && !other.isEmpty() && one.stream().noneMatch(other::contains);
    }

    private static Set<FunctionWords.Kind> persons(List<String> words, FunctionWords functionWords) {
        Set<FunctionWords.Kind> persons = EnumSet.noneOf(FunctionWords.Kind.class);
        words.forEach(word -> functionWords.kindOf(word).filter(FunctionWords.Kind::isPerson).ifPresent(persons::add));
        return persons;
    }

    /** Words between two that both texts have, in the order of both. */
    private record Gap(List<String> ours, List<String> theirs) {
    }

    /** Where the texts part, by their longest common subsequence. */
    private List<Gap> gaps() {
        var length = new int[ours.size() + 1][theirs.size() + 1];
        for (int i = ours.size() - 1; i >= 0; i--) {
            for (int k = theirs.size() - 1; k >= 0; k--) {
                length[i][k] = ours.get(i).equals(theirs.get(k))
                        ? length[i + 1][k + 1] + 1
                        : Math.max(length[i + 1][k], length[i][k + 1]);
            }
        }
        List<Gap> gaps = new ArrayList<>();
        int i = 0;
        int k = 0;
        while (i < ours.size() || k < theirs.size()) {
            int from = i;
            int fromTheirs = k;
            while (i < ours.size() && k < theirs.size() && !ours.get(i).equals(theirs.get(k))
                    || i < ours.size() != k < theirs.size()) {
                if (k >= theirs.size() || i < ours.size() && length[i + 1][k] >= length[i][k + 1]) {
                    i++;
                } else {
                    k++;
                }
            }
            if (i > from || k > fromTheirs) {
                gaps.add(new Gap(ours.subList(from, i), theirs.subList(fromTheirs, k)));
            }
            while (i < ours.size() && k < theirs.size() && ours.get(i).equals(theirs.get(k))) {
                i++;
                k++;
            }
        }
        return gaps;
    }
}
