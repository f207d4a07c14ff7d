package org.parole.quote.name;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Compares names across spellings and scripts. Precision comes first: where two people may bear the two names as well as
 * one, they are not the same.
 */
public final class NameMatcher {

    private static final Comparator<NameMatch> SUREST = Comparator.comparingDouble(NameMatch::score);
    private static final float MISSING_WORD = 0.06f;
    private static final float OTHER_ORDER = 0.03f;
    private static final float OTHER_TITLE = 0.01f;
    private static final float FAMILY_ALONE = 0.75f;
    /** More words than this, put together in pairs, are not tried. */
    private static final int MOST_JOINED = 6;

    private static final String FATHER_OF = "abu";
    private static final Pattern SYLLABLE = Pattern.compile("[^aeiouy]*[aeiouy]*[^aeiouy]*");

    private NameMatcher() {
    }

    /** Whether the two may be names of one person or organisation, and why. */
    public static Optional<NameMatch> sameAs(String one, String two) {
        return compare(NameForm.of(one), NameForm.of(two), false);
    }

    /** The surest match between any of the names of two speakers. */
    public static Optional<NameMatch> sameAs(Collection<String> ones, Collection<String> twos) {
        List<NameForm> forms = twos.stream().map(NameForm::of).toList();
        return ones.stream().map(NameForm::of)
                .flatMap(one -> forms.stream().flatMap(two -> compare(one, two, false).stream())).max(SUREST);
    }

    /**
     * How well a name that is searched for fits the surest of some names; a part of a name is enough. Empty where it does
     * not.
     */
    public static Optional<NameMatch> find(String searched, Collection<String> names) {
        var form = NameForm.of(searched);
        return names.stream().map(NameForm::of).flatMap(name -> compare(form, name, true).stream()).max(SUREST);
    }

    private record Pair(int one, int two, double similarity) {
    }

    private static Optional<NameMatch> compare(NameForm one, NameForm two, boolean partly) {
        if (one.key.equals(two.key)) {
            return Optional.of(new NameMatch(NameReason.SAME_NAME, 1));
        }
        if (one.isOfInitials || two.isOfInitials
                || !agreeInGeneration(one, two, partly)
                || contradict(one.initials, two.initials) || !agreeInNumbers(one, two, partly)) {
            return Optional.empty();
        }
        if (one.isOfNumbers) {
            return partly ? Optional.of(new NameMatch(NameReason.SHORTER_NAME, FAMILY_ALONE)) : Optional.empty();
        }
        NameMatch match = aligned(one, two, one.words, two.words, partly);
        // 'Jin ping' is 'Jinping'.
        for (List<NameForm.Word> joined : joined(one.words)) {
            match = surer(match, aligned(one, two, joined, two.words, partly));
        }
        for (List<NameForm.Word> joined : joined(two.words)) {
            match = surer(match, aligned(one, two, one.words, joined, partly));
        }
        return Optional.ofNullable(match);
    }

    private static NameMatch surer(NameMatch one, NameMatch two) {
        return one == null || two != null && two.score() > one.score() ? two : one;
    }

    private static List<List<NameForm.Word>> joined(List<NameForm.Word> words) {
        List<List<NameForm.Word>> all = new ArrayList<>();
        for (int i = 0; i + 1 < words.size() && words.size() <= MOST_JOINED; i++) {
            ArrayList<NameForm.Word> joined = new ArrayList<>(words);
            joined.set(i, words.get(i).with(words.get(i + 1)));
            joined.remove(i + 1);
            all.add(joined);
        }
        return all;
    }

    /** A father is not his son, though searches for one of them may mean either. */
    private static boolean agreeInGeneration(NameForm one, NameForm two, boolean partly) {
        return Objects.equals(one.generation, two.generation)
                || partly && (one.generation == null || two.generation == null);
    }

    /** Numbers tell units apart that are called alike; who searches may leave them out, or name nothing else. */
    private static boolean agreeInNumbers(NameForm one, NameForm two, boolean partly) {
        return one.numbers.equals(two.numbers)
                || partly && (one.numbers.isEmpty() || one.isOfNumbers && two.numbers.containsAll(one.numbers));
    }

    /** Two people: both have initials, and neither's begin the other's. */
    private static boolean contradict(List<String> ones, List<String> twos) {
        int fewer = Math.min(ones.size(), twos.size());
        return !ones.subList(0, fewer).equals(twos.subList(0, fewer));
    }

    private static NameMatch aligned(NameForm one, NameForm two, List<NameForm.Word> ones, List<NameForm.Word> twos,
            boolean partly) {
        List<Pair> pairs = pairs(ones, twos);
        int fewer = Math.min(ones.size(), twos.size());
        if (pairs.size() < fewer) {
            return null;
        }
        int missing = Math.max(ones.size(), twos.size()) - fewer;
        if (!partly && missing > 0 && !isEnough(one, two, ones, twos, pairs)) {
            return null;
        }
        boolean inOrder = isInOrder(pairs);
        if (!inOrder && !partly && orderMatters(one, two, ones, pairs)) {
            return null;
        }
        var reason = NameReason.SAME_NAME;
        double sum = 0.0;
        for (Pair pair : pairs) {
            sum += pair.similarity;
            reason = larger(reason, difference(ones.get(pair.one), twos.get(pair.two)));
        }
        double score = sum / pairs.size();
        if (one.hasTitle != two.hasTitle || !one.particles.equals(two.particles)
                || one.hasPatronymic != two.hasPatronymic || !one.initials.equals(two.initials)) {
            reason = larger(reason, NameReason.TITLE_OR_PARTICLE);
            score -= OTHER_TITLE;
        }
        if (!inOrder) {
            reason = larger(reason, NameReason.WORD_ORDER);
            score -= OTHER_ORDER;
        }
        if (missing > 0) {
            reason = NameReason.SHORTER_NAME;
            score = (fewer == 1 ? FAMILY_ALONE : score) - MISSING_WORD * missing;
        }
        return new NameMatch(reason, (float) Math.max(0.3, Math.min(0.99, score)));
    }

    /** The pairs of words that fit best, each word in one of them. */
    private static List<Pair> pairs(List<NameForm.Word> ones, List<NameForm.Word> twos) {
        List<Pair> all = new ArrayList<>();
        for (int i = 0; i < ones.size(); i++) {
            for (int j = 0; j < twos.size(); j++) {
                double similarity = Spellings.similarity(ones.get(i), twos.get(j));
                if (similarity > 0) {
                    all.add(new Pair(i, j, similarity));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Pair::similarity).reversed()
                .thenComparing(pair -> Math.abs(pair.one - pair.two)));
        var takenOnes = new HashSet<Integer>();
        var takenTwos = new HashSet<Integer>();
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : all) {
            if (!takenOnes.contains(pair.one) && !takenTwos.contains(pair.two)) {
                takenOnes.add(pair.one);
                takenTwos.add(pair.two);
                pairs.add(pair);
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::one));
        return pairs;
    }

    private static boolean isInOrder(List<Pair> pairs) {
        for (int i = 1; i < pairs.size(); i++) {
            if (pairs.get(i).two < pairs.get(i - 1).two) {
                return false;
            }
        }
        return true;
    }

    /** Whether the words that both have are enough to say who it is, where one of them has more. */
    private static boolean isEnough(NameForm one, NameForm two, List<NameForm.Word> ones, List<NameForm.Word> twos,
            List<Pair> pairs) {
        // The army of a state is not its free army, and Jean not Jean-Pierre.
        if (one.isBody || two.isBody
                || one.isDouble != two.isDouble && pairs.get(0).one == 0 && pairs.get(0).two == 0) {
            return false;
        }
        if (pairs.size() >= 2) {
            // The name of a family, or of a father, is among them: two given names are many people's.
            Pair last = pairs.get(pairs.size() - 1);
            return last.one == ones.size() - 1 && last.two == twos.size() - 1
                    || pairs.get(0).one == 0 && pairs.get(0).two == 0 && !one.hasPatronymic && !two.hasPatronymic
                            && endsWithFamily(pairs, ones, twos);
        }
        // One word is only enough with the family's particles before it, as in 'van der Bellen'.
        NameForm shorter = ones.size() == 1 ? one : two;
        NameForm longer = shorter == one ? two : one;
        Pair pair = pairs.get(0);
        int place = shorter == one ? pair.two : pair.one;
        return shorter.particles.size() >= 2 && shorter.particles.equals(longer.particles)
                && place == longer.words.size() - 1;
    }

    /**
     * Whether a name of which another one is the beginning names a family or a father: not where two given names are many
     * people's, nor in syllables, of which those of Burma, Vietnam or Korea can be anything. Aung San is not Aung San Suu Kyi.
     */
    private static boolean endsWithFamily(List<Pair> pairs, List<NameForm.Word> ones, List<NameForm.Word> twos) {
        Pair last = pairs.get(pairs.size() - 1);
        if (pairs.size() == 2 && NameWords.family(ones.get(pairs.get(0).one).form()).equals(FATHER_OF)) {
            // Abu Bakr is what the fathers of all Bakrs are called.
            return false;
        }
        return pairs.stream().noneMatch(pair -> NameWords.isCommon(ones.get(pair.one).latin())
                || NameWords.isCommon(twos.get(pair.two).latin()))
                && !NameWords.isSecondGiven(ones.get(last.one).latin())
                && !NameWords.isSecondGiven(twos.get(last.two).latin())
                && !pairs.stream().allMatch(pair -> isSyllable(ones.get(pair.one), twos.get(pair.two)));
    }

    /** As far as one of the two says so, whose script writes vowels. */
    private static boolean isSyllable(NameForm.Word one, NameForm.Word two) {
        NameForm.Word spelled = one.withoutVowels() ? two : one;
        return !spelled.withoutVowels() && SYLLABLE.matcher(spelled.form()).matches();
    }

    private static boolean orderMatters(NameForm one, NameForm two, List<NameForm.Word> ones, List<Pair> pairs) {
        if (one.hasPatronymic || two.hasPatronymic) {
            return true;
        }
        return !one.hasComma && !two.hasComma
                && pairs.stream().allMatch(pair -> NameWords.isCommon(ones.get(pair.one).latin()));
    }

    private static NameReason difference(NameForm.Word one, NameForm.Word two) {
        if (one.isLatin() != two.isLatin()) {
            return NameReason.OTHER_SCRIPT;
        }
        return one.latin().equals(two.latin()) ? NameReason.SAME_NAME : NameReason.OTHER_SPELLING;
    }

    private static NameReason larger(NameReason one, NameReason two) {
        return one.compareTo(two) >= 0 ? one : two;
    }
}
