package org.parole.quote.name;

import java.util.regex.Pattern;

/**
 * The vowels that a script without vowels does write: the long ones and those at a word's end. A Latin spelling of the same
 * name has each of them, and at its end no vowel that is not written: Bashar is not Bushra, nor Samira Samir.
 */
final class LongVowels {

    private static final String VOWELS = "aeiou";
    private static final Pattern NO_CONSONANT = Pattern.compile("[aeiouyvh]");
    /** 'Of God', whose vowel is that of a case. */
    private static final String OF_GOD = "ula";
    private static final int SHORTEST = 3;

    private LongVowels() {
    }

    /**
     * Whether a spelling can be read for a word without vowels.
     *
     * @param written the word, romanised letter by letter: its vowels are long ones
     * @param read    the Latin spelling, in the form that spellings have in common
     */
    static boolean agree(String written, String read) {
        return written.isEmpty() || read.isEmpty() || read.endsWith(OF_GOD)
                || isSameEnd(written, read) && hasLong(written, read);
    }

    private static boolean isSameEnd(String written, String read) {
        char last = written.charAt(written.length() - 1);
        char heard = read.charAt(read.length() - 1);
        if (VOWELS.indexOf(heard) < 0 && heard != 'y') {
            // What is written as a yeh or a waw may be a glide.
            return last != 'a' && last != 'h' || heard == 'h' || written.length() < SHORTEST;
        }
        return switch (last) {
            case 'a', 'h' -> "aeoiy".indexOf(heard) >= 0;
            case 'i', 'y' -> "iye".indexOf(heard) >= 0;
            case 'o', 'u', 'v' -> "ouv".indexOf(heard) >= 0;
            default -> false;
        };
    }

    /** Between the same two consonants, each long vowel is heard as one of its kind. */
    private static boolean hasLong(String written, String read) {
        String consonants = NO_CONSONANT.matcher(written).replaceAll("");
        if (!consonants.equals(NO_CONSONANT.matcher(read).replaceAll(""))) {
            return true;
        }
        int at = 0;
        int in = 0;
        for (int i = 0; i < consonants.length(); i++) {
            int end = written.indexOf(consonants.charAt(i), at);
            int heard = read.indexOf(consonants.charAt(i), in);
            if (at > 0 && !isHeard(written.substring(at, end), read.substring(in, heard))) {
                return false;
            }
            at = end + 1;
            in = heard + 1;
        }
        return true;
    }

    private static boolean isHeard(String written, String vowels) {
        String kind = switch (written) {
            case "a" -> "aeo";
            case "i", "y" -> "iey";
            case "u", "v" -> "uov";
            default -> "";
        };
        return kind.isEmpty() || vowels.chars().anyMatch(c -> kind.indexOf(c) >= 0);
    }
}
