package org.parole.quote.imports;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.quote.quote.AnchorBody;
import org.parole.quote.quote.Channel;
import org.parole.quote.quote.QuoteKind;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Quotebank's articles: one a line, with its quotations, what stands around each, and the probabilities of its possible speakers, who are
 * candidates. The surroundings become the context of anchors; without the article's text, nothing is checked.
 */
@ApplicationScoped
class QuotebankArticlesFormat implements LineFormat {

    @Override
    public String name() {
        return "quotebank-articles";
    }

    @Override
    public String dataset() {
        return "quotebank-articles";
    }

    @Override
    public boolean isLike(JsonNode line) {
        return line.has("articleID") && line.path("quotations").isArray();
    }

    @Override
    public String expected() {
        return "an object with articleID and an array quotations on each line";
    }

    @Override
    public Row read(JsonNode line) {
        String url = Fields.required(line, "url");
        Fields.requireArray(line.path("quotations"), "/quotations");
        List<Row.QuoteDraft> quotes = new ArrayList<>();
        for (int i = 0; i < line.path("quotations").size(); i++) {
            quotes.add(quote(line.path("quotations").get(i), "/quotations/" + i));
        }
        if (quotes.isEmpty()) {
            throw new RefusedRowException("/quotations", "must not be empty");
        }
        return new Row(Fields.required(line, "articleID"), new Row.DocumentDraft(url, Fields.title(line),
                Fields.site(url, "/url"), Fields.published(line, "date"), "en", List.of(), null), quotes);
    }

    private static Row.QuoteDraft quote(JsonNode quotation, String pointer) {
        String words = Fields.required(quotation, "quotation", pointer);
        // What was found out about this very place; the global ones are of all places together.
        String field = quotation.path("localProbas").size() > 0 ? "localProbas" : "globalProbas";
        return new Row.QuoteDraft(pointer + "/quotation", null,
                Candidates.of(quotation.path(field), pointer + "/" + field), null,
                null, words, QuoteKind.DIRECT, null, Channel.OTHER, null, "en", null, null,
                List.of(new AnchorBody(words, Fields.before(quotation, "leftContext", pointer),
                        Fields.after(quotation, "rightContext", pointer), null, null)));
    }
}
