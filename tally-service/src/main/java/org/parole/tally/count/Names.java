package org.parole.tally.count;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names as they are compared: they are typed in, so case, spacing and composition say nothing. */
final class Names {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Map<String, String> folded = new HashMap<>();

    /** A name without regard to case, spacing and composition; null stays null. */
    String plain(String name) {
        return name == null ? null : folded.computeIfAbsent(name, Names::fold);
    }

    static String fold(String name) {
        return SPACES.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).strip()).replaceAll(" ")
                .toLowerCase(Locale.ROOT);
    }
}
