package org.parole.quote.imports;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.time.PublicationTime;
import org.parole.quote.outlet.OutletBody;
import org.parole.quote.outlet.OutletKind;
import org.parole.quote.quote.Channel;
import org.parole.quote.quote.QuoteKind;
import org.parole.quote.speaker.SpeakerBody;
import org.parole.quote.speaker.SpeakerKind;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Quotebank's quotations, one a line, in both published shapes: with the probability of each possible speaker ({@code probas}), who
 * then is a candidate and not the speaker; and cut down to one speaker with the Wikidata item ({@code id}). What is lost, docs/formats.md
 * says.
 */
@ApplicationScoped
class QuotebankFormat implements LineFormat {

    @Override
    public String name() {
        return "quotebank";
    }

    @Override
    public String dataset() {
        return "quotebank";
    }

    @Override
    public boolean isLike(JsonNode line) {
        return line.has("quoteID") && line.has("quotation");
    }

    @Override
    public String expected() {
        return "an object with quoteID and quotation on each line";
    }

    @Override
    public Row read(JsonNode line) {
        String key = Fields.required(line, "quoteID");
        List<String> urls = Fields.list(line, "urls");
        PublicationTime published = Fields.published(line, "date");
        Row.DocumentDraft document = urls.isEmpty()
                ? new Row.DocumentDraft(null, null, new OutletBody("Quotebank", OutletKind.OTHER, null, null, null),
                        published,
                        "en", List.of(), "Quotebank " + key)
                : new Row.DocumentDraft(urls.get(0), null, Fields.site(urls.get(0), "/urls/0"), published, "en",
                        List.of(),
                        null);
        SpeakerBody speaker = speaker(line);
        return new Row(key, document,
                List.of(new Row.QuoteDraft("/quotation", speaker,
                        speaker == null ? Candidates.of(line.path("probas"), "/probas") : null, null, null,
                        Fields.required(line, "quotation"), QuoteKind.DIRECT, null, Channel.OTHER, null, "en", null,
                        null,
                        null)));
    }

    /** Somebody whom the line names without a doubt; null where it gives probabilities, or names nobody. */
    private static SpeakerBody speaker(JsonNode line) {
        String name = Fields.optional(line, "speaker");
        if (line.path("probas").size() > 0 || name == null || name.equals(Candidates.NOBODY)) {
            return null;
        }
        return new SpeakerBody(name, SpeakerKind.PERSON, null, wikidata(line), null, null, null);
    }

    private static String wikidata(JsonNode line) {
        String item = Fields.optional(line, "id");
        if (item != null) {
            return item;
        }
        // Several items are namesakes between whom nobody has decided.
        List<String> items = Fields.list(line, "qids");
        return items.size() == 1 ? items.get(0) : null;
    }
}
