package org.parole.quote.name;

import java.util.regex.Pattern;

/** How far two spellings of a word are apart: what transcribers vary costs little, what makes another name costs much. */
final class Spellings {

    /** What a difference that makes another name costs. */
    private static final double OTHER = 1;
    private static final double NO_MATCH = 0;
    private static final double MOST_PER_LETTER = 0.13;
    private static final double MOST_PER_SHORT_WORD = 0.25;
    private static final double MOST_WITHOUT_VOWELS = 0.75;
    private static final double VOWEL_LEFT_OUT = 0.08;
    private static final double ONE_SKELETON = 0.93;
    private static final String VOWELS = "aeiou";
    private static final Pattern NO_SKELETON = Pattern.compile("[aeiou]+|(.)(?=\\1)|h$");

    private Spellings() {
    }

    /** From 0 to 1: 1 for the same, 0 where they are two names. */
    static double similarity(NameForm.Word one, NameForm.Word two) {
        return one.readings().stream()
                .flatMapToDouble(first -> two.readings().stream().mapToDouble(second -> similarityOf(first, second)))
                .max().orElse(NO_MATCH);
    }

    private static double similarityOf(NameForm.Word one, NameForm.Word two) {
        if (one.han() != null && two.han() != null) {
            // Many signs sound alike.
            return one.han().equals(two.han()) ? 1 : NO_MATCH;
        }
        if (one.latin().equals(two.latin())) {
            return 1;
        }
        if (NameWords.family(one.form()).equals(NameWords.family(two.form()))) {
            return one.form().equals(two.form()) ? 0.98 : 0.95;
        }
        if (NameWords.isKnown(one.form()) && NameWords.isKnown(two.form())) {
            // Two names that are known, and are not one: Hassan is not Hussein, however much of them is written.
            return NO_MATCH;
        }
        if (one.withoutVowels() || two.withoutVowels()) {
            return withoutVowels(one, two);
        }
        int longer = Math.max(one.form().length(), two.form().length());
        double distance = distance(one.form(), two.form(), false);
        double most = longer <= 4 ? MOST_PER_SHORT_WORD : Math.min(0.9, longer * MOST_PER_LETTER);
        return distance <= most ? 1 - distance / longer : NO_MATCH;
    }

    private static double withoutVowels(NameForm.Word one, NameForm.Word two) {
        String first = NameWords.family(one.form());
        String second = NameWords.family(two.form());
        if (one.withoutVowels() != two.withoutVowels() && !(one.withoutVowels()
                ? LongVowels.agree(first, second)
                : LongVowels.agree(second, first))) {
            return NO_MATCH;
        }
        if (isSameSkeleton(one.latin(), two.latin())) {
            return ONE_SKELETON;
        }
        long consonants = Math.min(consonants(first), consonants(second));
        double distance = distance(first, second, true);
        return consonants >= 2 && distance <= MOST_WITHOUT_VOWELS ? 1 - distance / 5 : NO_MATCH;
    }

    /** Short words have no consonants but those that are half vowels: Hayya, Aryeh. They must then be the same ones. */
    private static boolean isSameSkeleton(String one, String two) {
        String skeleton = skeleton(one);
        return skeleton.length() >= 2 && skeleton.equals(skeleton(two))
                && VOWELS.indexOf(one.charAt(0)) >= 0 == VOWELS.indexOf(two.charAt(0)) >= 0;
    }

    private static String skeleton(String latin) {
        // A last h is how a last vowel is written.
        return NO_SKELETON.matcher(latin).replaceAll("").replace('w', 'v');
    }

    private static long consonants(String form) {
        return (form.startsWith("y") ? 1 : 0) + form.chars().filter(c -> VOWELS.indexOf(c) < 0 && c != 'y').count();
    }

    private static double distance(String one, String two, boolean withoutVowels) {
        var before = new double[two.length() + 1];
        for (int j = 1; j <= two.length(); j++) {
            before[j] = before[j - 1] + leftOut(two, j - 1, withoutVowels);
        }
        for (int i = 1; i <= one.length(); i++) {
            var now = new double[two.length() + 1];
            now[0] = before[0] + leftOut(one, i - 1, withoutVowels);
            for (int j = 1; j <= two.length(); j++) {
                now[j] = Math.min(before[j - 1] + replaced(one, i - 1, two, j - 1, withoutVowels),
                        Math.min(before[j] + leftOut(one, i - 1, withoutVowels),
                                now[j - 1] + leftOut(two, j - 1, withoutVowels)));
            }
            before = now;
        }
        return before[two.length()];
    }

    /** What it costs that one spelling has the letter and the other has nothing. */
    private static double leftOut(String word, int at, boolean withoutVowels) {
        char letter = word.charAt(at);
        boolean isLast = at == word.length() - 1;
        boolean isVowel = VOWELS.indexOf(letter) >= 0;
        if (withoutVowels && (isVowel || letter == 'y' || letter == 'v' || letter == 'h')) {
            return VOWEL_LEFT_OUT;
        }
        if (isVowel) {
            // A vowel at the end tells a woman's name from a man's, and a son's from his father's.
            return isLast || at == 0 ? OTHER : 0.5;
        }
        return switch (letter) {
            case 'h' -> 0.3;
            case 'y' -> 0.3;
            case 'v' -> 0.6;
            default -> OTHER;
        };
    }

    private static double replaced(String first, int i, String second, int j, boolean withoutVowels) {
        char one = first.charAt(i);
        char two = second.charAt(j);
        if (one == two) {
            return 0;
        }
        if (withoutVowels && isWeak(one) && isWeak(two)) {
            return VOWEL_LEFT_OUT;
        }
        if (i == first.length() - 1 && j == second.length() - 1 && one + two == 'a' + 'o') {
            // Mario is not Maria.
            return OTHER;
        }
        String pair = one < two ? "" + one + two : "" + two + one;
        if (withoutVowels && (pair.equals("Ss") || pair.equals("fp") || pair.equals("bv"))) {
            // One letter of Hebrew for both.
            return 0.15;
        }
        return switch (pair) {
            case "ae", "ei", "ou" -> 0.2;
            case "iy", "jy" -> 0.15;
            case "ao", "eu", "ey" -> 0.45;
            case "sz", "uv" -> 0.3;
            case "dt", "gk", "bp", "fv", "gj", "bv", "dz" -> 0.6;
            default -> OTHER;
        };
    }

    private static boolean isWeak(char letter) {
        return VOWELS.indexOf(letter) >= 0 || letter == 'y' || letter == 'v';
    }
}
