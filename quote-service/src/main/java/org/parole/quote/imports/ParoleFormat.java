package org.parole.quote.imports;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.json.InvalidValueException;
import org.parole.kit.time.PartialDate;
import org.parole.quote.outlet.OutletBody;
import org.parole.quote.outlet.OutletKind;
import org.parole.quote.quote.About;
import org.parole.quote.quote.AnchorBody;
import org.parole.quote.quote.Channel;
import org.parole.quote.quote.Original;
import org.parole.quote.quote.QuoteKind;
import org.parole.quote.quote.ReportingLink;
import org.parole.quote.speaker.SpeakerBody;
import org.parole.quote.speaker.SpeakerKind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Our own quotes, one a line, as an export writes them: to bring them to another installation. They get ids of their own there; what
 * Parole computes is computed anew.
 */
@ApplicationScoped
class ParoleFormat implements LineFormat {

    private final ObjectMapper mapper;

    ParoleFormat(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "parole";
    }

    @Override
    public String dataset() {
        return "parole";
    }

    @Override
    public boolean isLike(JsonNode line) {
        return line.has("id") && line.has("content") && line.path("document").isObject();
    }

    @Override
    public String expected() {
        return "a quote as GET /api/v1/exports/quotes writes it on each line";
    }

    @Override
    public Row read(JsonNode line) {
        String language = Fields.required(line, "language");
        SpeakerBody speaker = line.hasNonNull("speaker") ? speaker(line.path("speaker"), "/speaker") : null;
        List<AnchorBody> anchors = anchors(line);
        return new Row(Fields.required(line, "id"), document(line.path("document"), language),
                List.of(new Row.QuoteDraft("",
                        speaker, speaker == null ? candidates(line) : null, Fields.optional(line, "role"),
                        Fields.optional(line, "cue"), Fields.required(line, "content"),
                        value(line, "kind", QuoteKind.class),
                        saidOn(line), value(line, "channel", Channel.class), links(line), language,
                        value(line, "original", Original.class), value(line, "about", About.class), anchors)),
                null, Fields.label(line, "dataset"), line.hasNonNull("dataset") ? Fields.label(line, "licence") : null);
    }

    private Row.DocumentDraft document(JsonNode document, String language) {
        JsonNode outlet = document.path("outlet");
        String at = "/document";
        return new Row.DocumentDraft(Fields.optional(document, "url", at), Fields.optional(document, "title", at),
                new OutletBody(Fields.required(outlet, "name", at + "/outlet"), value(outlet, "kind", OutletKind.class),
                        null,
                        null, null),
                Fields.published(document, "publishedAt"), language, List.of(),
                Fields.optional(document, "citation", at));
    }

    private SpeakerBody speaker(JsonNode speaker, String at) {
        return new SpeakerBody(Fields.required(speaker, "name", at), value(speaker, "kind", SpeakerKind.class), null,
                null,
                Fields.optional(speaker, "party", at), null, null);
    }

    /** By name: the ids of speakers are of another installation. */
    private static List<Row.Candidate> candidates(JsonNode line) {
        List<Row.Candidate> candidates = new ArrayList<>();
        for (JsonNode candidate : line.path("speakerCandidates")) {
            String at = "/speakerCandidates/" + candidates.size();
            JsonNode named = candidate.hasNonNull("speaker") ? candidate.path("speaker") : candidate;
            candidates.add(new Row.Candidate(Fields.required(named, "name", at),
                    candidate.path("confidence").decimalValue()));
        }
        return candidates;
    }

    /** The words and their context; positions are those in a text that does not come along. */
    private static List<AnchorBody> anchors(JsonNode line) {
        List<AnchorBody> anchors = new ArrayList<>();
        for (JsonNode anchor : line.path("anchors")) {
            String at = "/anchors/" + anchors.size();
            if (anchor.hasNonNull("exact")) {
                anchors.add(new AnchorBody(Fields.optional(anchor, "exact", at), Fields.before(anchor, "prefix", at),
                        Fields.after(anchor, "suffix", at), null, null));
            }
        }
        return anchors;
    }

    private static PartialDate saidOn(JsonNode line) {
        String date = Fields.optional(line, "saidOn");
        try {
            return date == null ? null : PartialDate.parse(date);
        } catch (InvalidValueException e) {
            throw new RefusedRowException("/saidOn", e.getMessage());
        }
    }

    private List<ReportingLink> links(JsonNode line) {
        List<ReportingLink> links = new ArrayList<>();
        for (int i = 0; i < line.path("reportingChain").size(); i++) {
            links.add(value(line.path("reportingChain"), i, "/reportingChain/" + i, ReportingLink.class));
        }
        return links;
    }

    private <T> T value(JsonNode part, String field, Class<T> type) {
        return part.hasNonNull(field) ? convert(part.path(field), "/" + field, type) : null;
    }

    private <T> T value(JsonNode array, int index, String pointer, Class<T> type) {
        return convert(array.path(index), pointer, type);
    }

    private <T> T convert(JsonNode value, String pointer, Class<T> type) {
        try {
            return mapper.treeToValue(value, type);
        } catch (JsonProcessingException | InvalidValueException e) {
            throw new RefusedRowException(pointer, "is not what an export writes there");
        }
    }
}
