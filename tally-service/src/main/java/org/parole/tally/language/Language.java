package org.parole.tally.language;

import java.util.List;
import java.util.Locale;

/** The languages in which findings are told. */
public enum Language {
    EN, DE, FR;

    private final Locale locale = Locale.forLanguageTag(name().toLowerCase(Locale.ROOT));

    /** Its locale. */
    public Locale locale() {
        return locale;
    }

    /** Its tag, as in Content-Language. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** The one that a reader prefers: English where none of the wanted ones is there, or none is named. */
    public static Language preferred(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return EN;
        }
        try {
            List<Locale> there = List.of(EN.locale, DE.locale, FR.locale);
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), there);
            return found == null ? EN : values()[there.indexOf(found)];
        } catch (IllegalArgumentException e) {
            // What is no list of languages asks for none.
            return EN;
        }
    }
}
