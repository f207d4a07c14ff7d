package org.parole.quote.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * How names are found that may be similar: codes of how their words sound, by Double Metaphone. An index on them yields
 * candidates, which {@link NameMatcher} then compares.
 *
 * @param words of each word: what a search for a single word looks for
 * @param names of each two words, or of the only one: names that share one of them may be the same
 */
public record NameCodes(List<String> words, List<String> names) {

    private static final int MOST = 400;
    private static final int CODE_LENGTH = 6;
    private static final Pattern SILENT = Pattern.compile("(?<=.)h");
    private static final Pattern LABIAL = Pattern.compile("[bpvw]");
    /** As in Tatiana, where English would hear a hiss. */
    private static final Pattern BEFORE_VOWEL = Pattern.compile("(?<=[tsc])i(?=[aeou])");
    private static final Pattern WEAK = Pattern.compile("(?<=.)[vy]");
    private static final Pattern BETWEEN_CONSONANTS = Pattern
            .compile("(?<=[bcdfghjklmnpqrstvwxyzSC])(?=[bcdfghjklmnpqrstvwxyzSC])");

    /** The codes of a speaker's names. */
    public static NameCodes of(List<String> names) {
        Set<String> words = new LinkedHashSet<>();
        Set<String> pairs = new LinkedHashSet<>();
        for (String name : names) {
            add(NameForm.of(name), words, pairs);
        }
        return new NameCodes(words.stream().limit(MOST).toList(), pairs.stream().limit(MOST).toList());
    }

    private static void add(NameForm name, Set<String> words, Set<String> pairs) {
        List<Set<String>> codes = new ArrayList<>();
        for (int i = 0; i < name.words.size(); i++) {
            codes.add(codes(name.words.get(i)));
            words.addAll(codes.get(i));
        }
        for (int i = 0; i + 1 < codes.size(); i++) {
            for (int j = i + 1; j < codes.size(); j++) {
                for (String one : codes.get(i)) {
                    for (String two : codes.get(j)) {
                        pairs.add(one.compareTo(two) <= 0 ? one + '+' + two : two + '+' + one);
                    }
                }
            }
        }
        // Of what is numbered there are many with one name.
        name.numbers.forEach(number -> words.add(number.toString()));
        if (codes.size() == 1) {
            boolean isNumbered = !name.numbers.isEmpty() && !name.isOfNumbers;
            codes.get(0).forEach(code -> pairs.add(isNumbered ? name.numbers.get(0) + "+" + code : code));
        }
        // 'Jin ping' is 'Jinping'.
        for (int i = 0; i + 1 < name.words.size() && name.words.size() <= 4; i++) {
            Set<String> joined = codes(name.words.get(i).with(name.words.get(i + 1)));
            words.addAll(joined);
            if (name.words.size() == 2) {
                pairs.addAll(joined);
            }
            for (int j = 0; j < codes.size(); j++) {
                for (String one : codes.get(j)) {
                    for (String two : joined) {
                        if (j != i && j != i + 1) {
                            pairs.add(one.compareTo(two) <= 0 ? one + '+' + two : two + '+' + one);
                        }
                    }
                }
            }
        }
        if (!name.particles.isEmpty()) {
            // 'van der Bellen' may be Alexander's: the family's name in full.
            codes.get(codes.size() - 1).forEach(code -> pairs.add(String.join("-", name.particles) + '=' + code));
        }
    }

    private static Set<String> codes(NameForm.Word word) {
        Set<String> codes = new LinkedHashSet<>();
        word.readings().forEach(reading -> codes.addAll(codesOf(reading)));
        return codes;
    }

    private static Set<String> codesOf(NameForm.Word word) {
        String form = NameWords.family(word.form());
        if (!word.withoutVowels()) {
            return sounds(form);
        }
        // What is written v or y is a consonant or a vowel.
        Set<String> codes = new LinkedHashSet<>();
        for (String read : List.of(form, WEAK.matcher(form).replaceAll("a"))) {
            codes.addAll(sounds(BETWEEN_CONSONANTS.matcher(read).replaceAll("a")));
        }
        return codes;
    }

    private static Set<String> sounds(String written) {
        // What one letter stands for in some script is one sound.
        String form = LABIAL.matcher(SILENT.matcher(written).replaceAll("")).replaceAll("f").replace("S", "s")
                .replace("C", "ch");
        form = BEFORE_VOWEL.matcher(form).replaceAll("y");
        var sound = new DoubleMetaphone();
        sound.setMaxCodeLen(CODE_LENGTH);
        Set<String> codes = new LinkedHashSet<>();
        for (boolean alternate : new boolean[]{false, true}) {
            String code = sound.doubleMetaphone(form, alternate);
            if (code != null && !code.isEmpty()) {
                codes.add(code);
            }
        }
        if (codes.isEmpty()) {
            codes.add(form);
        }
        return codes;
    }
}
