package org.parole.quote.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.quote.quote.AnchorBody;
import org.parole.quote.quote.Channel;
import org.parole.quote.quote.QuoteKind;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The minutes of the GDELT Global Quotation Graph: one article a line, with its quotes and what stands around them. Who said them it does
 * not tell, so nobody is even a candidate. The surroundings become the context of anchors; without the article's text, nothing is checked.
 */
@ApplicationScoped
class GdeltFormat implements LineFormat {

    /** GDELT names languages in English. */
    private static final Map<String, String> LANGUAGES = new HashMap<>();

    static {
        for (String code : Locale.getISOLanguages()) {
            LANGUAGES.putIfAbsent(
                    Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH).toUpperCase(Locale.ROOT),
                    Locale.forLanguageTag(code).toLanguageTag());
        }
    }

    @Override
    public String name() {
        return "gdelt-gqg";
    }

    @Override
    public String dataset() {
        return "gdelt-gqg";
    }

    @Override
    public boolean isLike(JsonNode line) {
        return line.has("url") && line.path("quotes").isArray();
    }

    @Override
    public String expected() {
        return "an object with url and an array quotes on each line";
    }

    @Override
    public Row read(JsonNode line) {
        String url = Fields.required(line, "url");
        String language = language(line);
        Fields.requireArray(line.path("quotes"), "/quotes");
        List<Row.QuoteDraft> quotes = new ArrayList<>();
        for (int i = 0; i < line.path("quotes").size(); i++) {
            quotes.add(quote(line.path("quotes").get(i), "/quotes/" + i, language));
        }
        if (quotes.isEmpty()) {
            throw new RefusedRowException("/quotes", "must not be empty");
        }
        return new Row(Fields.required(line, "date") + " " + url, new Row.DocumentDraft(url, Fields.title(line),
                Fields.site(url, "/url"), Fields.published(line, "date"), language, List.of(), null), quotes);
    }

    private static Row.QuoteDraft quote(JsonNode quote, String pointer, String language) {
        String words = Fields.required(quote, "quote", pointer);
        return new Row.QuoteDraft(pointer + "/quote", null, List.of(), null, null, words, QuoteKind.DIRECT, null,
                Channel.OTHER, null, language, null, null,
                List.of(new AnchorBody(words, Fields.before(quote, "pre", pointer),
                        Fields.after(quote, "post", pointer),
                        null, null)));
    }

    private static String language(JsonNode line) {
        String name = Fields.optional(line, "lang");
        String tag = name == null ? null : LANGUAGES.get(name.toUpperCase(Locale.ROOT));
        if (tag == null) {
            throw new RefusedRowException("/lang", "must be the English name of a language, such as ENGLISH");
        }
        return tag;
    }
}
