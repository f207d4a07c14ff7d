package org.parole.quote.imports;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parole.quote.outlet.OutletBody;
import org.parole.quote.quote.AnchorBody;
import org.parole.quote.quote.Channel;
import org.parole.quote.quote.QuoteKind;
import org.parole.quote.speaker.SpeakerBody;
import org.parole.quote.speaker.SpeakerKind;

import io.quarkus.runtime.configuration.MemorySize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Quotations that are annotated with brat: texts, standoff annotations and a table of the documents in a zip archive, which
 * {@link BratSource} brings into lines. What each name is read as and what is lost, docs/formats.md says.
 */
@ApplicationScoped
class BratFormat implements LineFormat {

    private static final String SPEAKER = "speaker";
    private static final int LONGEST_CUE = 200;
    private static final int LONGEST_ROLE = 300;

    private final ObjectMapper mapper;
    private final long largest;

    BratFormat(ObjectMapper mapper, @ConfigProperty(name = "parole.imports.largest") MemorySize largest) {
        this.mapper = mapper;
        this.largest = largest.asLongValue();
    }

    @Override
    public String name() {
        return "brat";
    }

    @Override
    public String dataset() {
        return "brat";
    }

    @Override
    public boolean isLike(JsonNode line) {
        return line.has("document");
    }

    @Override
    public String expected() {
        return "a zip archive of .txt and .ann files of one name, and documents.csv";
    }

    @Override
    public LineSource open(InputStream plain) throws IOException {
        return BratSource.open(mapper, plain, largest, expected());
    }

    @Override
    public Row read(JsonNode line) {
        return line.has("quotation") ? quotation(line) : document(line);
    }

    private static Row document(JsonNode line) {
        String url = Fields.optional(line, "url");
        String outlet = Fields.optional(line, "outlet");
        if (outlet == null && url == null) {
            throw new RefusedRowException("/outlet", "must be given in documents.csv, or url");
        }
        String language = Fields.optional(line, "language");
        // Without a language it is undetermined: 'und'.
        return new Row(Fields.required(line, "document"),
                new Row.DocumentDraft(url, Fields.title(line),
                        outlet == null ? Fields.site(url, "/url") : new OutletBody(outlet, null, null, null, null),
                        Fields.published(line, "publishedAt"), language == null ? "und" : language, List.of(),
                        Fields.optional(line, "citation"), Fields.required(line, "text")),
                List.of());
    }

    private static Row quotation(JsonNode line) {
        JsonNode source = line.path(SPEAKER);
        String words = Fields.optional(source, "words", "/" + SPEAKER);
        String kind = Fields.optional(source, "kind", "/" + SPEAKER);
        String cue = Fields.optional(line, "cue");
        SpeakerBody speaker = kind == null
                ? null
                : new SpeakerBody(words, SpeakerKind.valueOf(kind), null,
                        Fields.optional(source, "wikidataId", "/" + SPEAKER), null, null, null);
        boolean isName = source.path("isName").asBoolean();
        List<Row.Candidate> candidates = speaker != null
                ? null
                : words != null && isName ? List.of(new Row.Candidate(words, BigDecimal.ONE)) : List.of();
        String role = speaker == null && words != null && !isName && words.length() <= LONGEST_ROLE ? words : null;
        List<AnchorBody> anchors = new ArrayList<>();
        for (JsonNode anchor : line.path("anchors")) {
            anchors.add(new AnchorBody(anchor.path("exact").textValue(), anchor.path("prefix").textValue(),
                    anchor.path("suffix").textValue(), anchor.path("start").intValue(), anchor.path("end").intValue()));
        }
        var quote = new Row.QuoteDraft("", speaker, candidates, role,
                cue == null || cue.length() > LONGEST_CUE ? null : cue, Fields.required(line, "content"),
                QuoteKind.valueOf(Fields.required(line, "kind")), null, Channel.OTHER, null,
                Fields.required(line, "language"), null, null, anchors);
        return new Row(Fields.required(line, "quotation"), null, List.of(quote), Fields.required(line, "document"));
    }
}
