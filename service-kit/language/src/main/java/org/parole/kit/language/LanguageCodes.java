package org.parole.kit.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.ibm.icu.util.ULocale;

/** Codes of languages. Several stand for one language: prs, pes and fas are Persian, whose words are listed under fa. */
public final class LanguageCodes {

    /** Languages whose words are listed under a larger one that encloses them in ISO 639-3, and that CLDR keeps apart. */
    private static final Map<String, String> ENCLOSED = enclosed(
            "ar acm acq aeb afb ajp apc apd ary arq ars arz ayl ayn ayp", "ps pbt pbu pst", "no nb nn", "az azb azj",
            "uz uzn uzs", "ms zsm", "sw swh", "sq als aln");
    private static final Map<String, String> CANONICAL = new ConcurrentHashMap<>();
    private static final int LONGEST = 3;

    private LanguageCodes() {
    }

    /**
     * The primary language subtag of a BCP 47 tag, in small letters and in the one code that the language has here; "" for
     * null.
     */
    public static String primary(String language) {
        String code = language == null ? "" : language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        boolean isCode = code.length() > 1 && code.length() <= LONGEST
                && code.chars().allMatch(c -> c >= 'a' && c <= 'z');
        // Any string can come in as a language; only short ones are kept.
        return isCode ? CANONICAL.computeIfAbsent(code, LanguageCodes::canonical) : code;
    }

    private static String canonical(String code) {
        String canonical = ULocale.createCanonical(code).getLanguage();
        return ENCLOSED.getOrDefault(canonical, canonical);
    }

    private static Map<String, String> enclosed(String... lines) {
        Map<String, String> enclosed = new HashMap<>();
        for (String line : lines) {
            String[] codes = line.split(" ");
            Stream.of(codes).skip(1).forEach(code -> enclosed.put(code, codes[0]));
        }
        return Map.copyOf(enclosed);
    }
}
