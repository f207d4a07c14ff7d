package org.parole.kit.text;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared: case, accents, punctuation, white space and compatibility forms are set aside. */
public final class Names {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019\u02BC`]");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Names() {
    }

    /** The stored form of a name: NFC, without white space around it. */
    public static String clean(String name) {
        return name == null ? null : Normalizer.normalize(name, Normalizer.Form.NFC).strip();
    }

    /**
     * The name for an English sentence: where any of it is written from right to left, between the marks that keep its direction to
     * itself (FSI and PDI), so that it does not turn round what stands beside it.
     */
    public static String isolated(String name) {
        return name != null && Bidi.requiresBidi(name.toCharArray(), 0, name.length())
                ? "\u2068" + name + "\u2069"
                : name;
    }

    /** The form in which names are compared; never blank if the name has a visible character. */
    public static String key(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String words = SEPARATORS.matcher(APOSTROPHES.matcher(plain).replaceAll("")).replaceAll(" ").strip()
                .toLowerCase(Locale.ROOT)
                // as in the search: keyboards mix the Arabic and the Persian letters up
                .replace('\u064A', '\u06CC').replace('\u0649', '\u06CC').replace('\u0643', '\u06A9');
        return words.isEmpty() ? name.strip() : words;
    }
}
