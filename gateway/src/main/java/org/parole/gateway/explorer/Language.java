package org.parole.gateway.explorer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;

/** In which language a page is written: as its address says, else as the browser prefers, else English. */
public final class Language {

    private static final List<String> SPOKEN = List.of("en", "de");

    private Language() {
    }

    /** The language of a page that is asked for. */
    public static Locale of(RoutingContext context) {
        String asked = context.request().getParam("lang");
        if (asked != null && SPOKEN.contains(asked)) {
            return Locale.forLanguageTag(asked);
        }
        Optional<String> preferred = context.acceptableLanguages().stream().map(LanguageHeader::tag)
                .filter(SPOKEN::contains).findFirst();
        return Locale.forLanguageTag(preferred.orElse("en"));
    }
}
