package org.parole.quote.imports;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.json.InvalidValueException;
import org.parole.kit.time.PartialDate;
import org.parole.quote.outlet.OutletBody;
import org.parole.quote.quote.Channel;
import org.parole.quote.quote.QuoteKind;
import org.parole.quote.speaker.SpeakerBody;
import org.parole.quote.speaker.SpeakerKind;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reviews of claims as fact checkers publish them (schema.org ClaimReview): one a line. The claim is in the reviewer's words, so that it is
 * INDIRECT, and stands in the review. Of the verdict nothing is taken: Parole says who said what, not whether it is so.
 */
@ApplicationScoped
class ClaimReviewFormat implements LineFormat {

    private static final String CLAIM = "claimReviewed";
    private static final String REVIEWED = "/itemReviewed";
    private static final String TYPE = "@type";

    @Override
    public String name() {
        return "claimreview";
    }

    @Override
    public String dataset() {
        return "claimreview";
    }

    @Override
    public boolean isLike(JsonNode line) {
        return isA(line, "ClaimReview");
    }

    @Override
    public String expected() {
        return "a ClaimReview of schema.org on each line";
    }

    @Override
    public Row read(JsonNode line) {
        String url = Fields.required(line, "url");
        String claim = Fields.required(line, CLAIM);
        String id = Fields.optional(line, "@id");
        // Without a language it is undetermined: 'und'.
        String language = Fields.optional(line, "inLanguage") == null ? "und" : Fields.optional(line, "inLanguage");
        JsonNode item = line.path("itemReviewed");
        SpeakerBody speaker = speaker(item);
        Row.QuoteDraft quote = new Row.QuoteDraft("/" + CLAIM, speaker, speaker == null ? List.of() : null, null, null,
                claim.strip(), QuoteKind.INDIRECT, saidOn(item), Channel.OTHER, null, language, null, null, List.of());
        return new Row(id == null ? url + " " + claim : id, new Row.DocumentDraft(url, title(line), reviewer(line, url),
                Fields.published(line, "datePublished"), language, List.of(), null), List.of(quote));
    }

    private static String title(JsonNode line) {
        for (String field : List.of("headline", "name")) {
            String title = Fields.optional(line, field);
            if (title != null && !title.isBlank()) {
                return title.strip().replaceAll("\\s+", " ");
            }
        }
        return null;
    }

    /** Who published the review: the site, where it does not say. */
    private static OutletBody reviewer(JsonNode line, String url) {
        String name = Fields.optional(line.path("author"), "name", "/author");
        return name == null || name.isBlank()
                ? Fields.site(url, "/url")
                : new OutletBody(name, null, null, null, null);
    }

    /** Whom the review names as the claim's author, if it says what he is; null for nobody, or for several. */
    private static SpeakerBody speaker(JsonNode item) {
        JsonNode author = item.path("author");
        JsonNode one = author.isArray() && author.size() == 1 ? author.path(0) : author;
        String name = one.isObject() ? Fields.optional(one, "name", REVIEWED + "/author") : null;
        SpeakerKind kind = isA(one, "Person")
                ? SpeakerKind.PERSON
                : isA(one, "Organization") ? SpeakerKind.ORGANISATION : null;
        return name == null || name.isBlank() || kind == null
                ? null
                : new SpeakerBody(name, kind, null, null, null, null, null);
    }

    private static boolean isA(JsonNode object, String type) {
        JsonNode types = object.path(TYPE);
        if (types.isArray()) {
            for (JsonNode one : types) {
                if (one.asText().equals(type)) {
                    return true;
                }
            }
        }
        return types.asText().equals(type);
    }

    private static PartialDate saidOn(JsonNode item) {
        String date = Fields.optional(item, "datePublished", REVIEWED);
        try {
            return date == null ? null : PartialDate.parse(date.length() > 10 ? date.substring(0, 10) : date);
        } catch (InvalidValueException e) {
            throw new RefusedRowException(REVIEWED + "/datePublished", e.getMessage());
        }
    }
}
