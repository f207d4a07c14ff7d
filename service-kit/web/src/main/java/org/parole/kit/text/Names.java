package org.parole.kit.text;

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

    /** The name as it is kept: NFC, without white space around it. */
    public static String clean(String name) {
        return name == null ? null : Normalizer.normalize(name, Normalizer.Form.NFC).strip();
    }

    /** The name as it is compared; never blank where the name has any visible character. */
    public static String key(String name) {
        var plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        var words = SEPARATORS.matcher(APOSTROPHES.matcher(plain).replaceAll("")).replaceAll(" ").strip()
                .toLowerCase(Locale.ROOT)
                // as in the search: keyboards mix the Arabic and the Persian letters up
                .replace('\u064A', '\u06CC').replace('\u0649', '\u06CC').replace('\u0643', '\u06A9');
        return words.isEmpty() ? name.strip() : words;
    }
}
