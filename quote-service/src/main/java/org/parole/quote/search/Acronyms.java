package org.parole.quote.search;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Acronyms, with points and without. Of two letters they may be words as well ('US' and 'us'): the index then has a form of its own
 * for the acronym, with a point between. Longer ones stand without points.
 */
final class Acronyms {

    private static final Pattern DOTTED = Pattern.compile(
            "(?<![\\p{L}\\p{N}.])(\\p{L}(?:\\.\\p{L})++)(?![\\p{L}\\p{N}\\p{M}])\\.?(-?)");
    /** As Spanish doubles the letters of what is many: EE. UU. */
    private static final Pattern DOUBLED = Pattern
            .compile("(?<![\\p{L}\\p{N}.])(\\p{Lu})\\1\\. ?(\\p{Lu})\\2(?![\\p{L}\\p{N}])\\.?");
    private static final Pattern PAIR = Pattern.compile("(?<![\\p{L}\\p{N}.&])[A-Z]{2}(?!\\.?[\\p{L}\\p{N}&])");
    private static final Pattern TWO_LETTERS = Pattern
            .compile("(?<![\\p{L}\\p{N}.])([A-Za-z])([A-Za-z])(?![\\p{L}\\p{N}.])");
    private static final Pattern ASCII = Pattern.compile("[A-Za-z]\\.[A-Za-z]");
    private static final Pattern SMALL_LETTER = Pattern.compile("\\p{Ll}");

    private Acronyms() {
    }

    /** Whether a text has any. */
    static boolean areIn(String text) {
        return DOTTED.matcher(text).find() || DOUBLED.matcher(text).find() || hasPairs(text);
    }

    /** In capitals throughout, every word looks like one. */
    private static boolean hasPairs(String text) {
        return PAIR.matcher(text).find() && SMALL_LETTER.matcher(text).find();
    }

    /** A folded text with all that have points in one form, each a word by itself. */
    static String inOneForm(String folded) {
        return DOTTED.matcher(DOUBLED.matcher(folded).replaceAll("$1$1$2$2"))
                .replaceAll(found -> ASCII.matcher(found.group(1)).matches()
                        ? ' ' + found.group(1).toLowerCase(Locale.ROOT) + ' '
                        : Matcher.quoteReplacement(found.group(1).replace(".", "") + found.group(2)));
    }

    /** The forms for the index of those that a text has without points. */
    static Set<String> formsIn(String folded) {
        Set<String> forms = new LinkedHashSet<>();
        if (hasPairs(folded)) {
            Matcher pair = PAIR.matcher(folded);
            while (pair.find()) {
                forms.add(dotted(pair.group()));
            }
        }
        return forms;
    }

    /** The index's form of each word of two letters: as it was typed, it may be an acronym. */
    static Set<String> possibleIn(String folded) {
        Set<String> forms = new LinkedHashSet<>();
        Matcher word = TWO_LETTERS.matcher(folded);
        while (word.find()) {
            forms.add(dotted(word.group()));
        }
        return forms;
    }

    /** The same words with those as acronyms that some quote has as one. */
    static String asAcronyms(String folded, Set<String> onRecord) {
        return TWO_LETTERS.matcher(folded).replaceAll(
                word -> onRecord.contains(dotted(word.group())) ? ' ' + dotted(word.group()) + ' ' : word.group());
    }

    /** The same words with acronyms of two letters as others write them, without the point. */
    static String withoutPoints(String folded) {
        return ASCII.matcher(folded).replaceAll(found -> found.group().replace(".", ""));
    }

    private static String dotted(String pair) {
        String small = pair.toLowerCase(Locale.ROOT);
        return small.charAt(0) + "." + small.charAt(1);
    }
}
