package org.parole.quote.quote;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.UriBuilder;

import org.parole.quote.anchor.TextPositionSelector;
import org.parole.quote.document.DocumentRef;
import org.parole.quote.speaker.SpeakerKind;
import org.parole.quote.speaker.SpeakerRef;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A quote as JSON-LD: a schema.org Quotation, with its anchors as W3C Web Annotations whose targets are spans of the
 * document.
 */
@JsonPropertyOrder({"@context", "@id", "@type"})
public record QuotationLd(@JsonProperty("@context") Object context, @JsonProperty("@id") String id,
        @JsonProperty("@type") String type, String text, String inLanguage, Map<String, Object> creator,
        String dateCreated, Map<String, Object> isPartOf, List<Map<String, Object>> about,
        Map<String, Object> translationOfWork, List<Map<String, Object>> annotation, Map<String, Object> verification) {

    private static final List<Object> CONTEXT = List.of("https://schema.org/", annotationTerms());

    /** A page of quotations. */
    @JsonPropertyOrder({"@context", "@id", "@type"})
    public record Collection(@JsonProperty("@context") Object context, @JsonProperty("@id") String id,
            @JsonProperty("@type") String type, Integer numberOfItems, List<QuotationLd> itemListElement,
            String nextPage) {
    }

    /** A quote; addresses begin with the public one. */
    static QuotationLd of(QuoteView quote, URI base) {
        return of(quote, base, CONTEXT);
    }

    static Collection collection(QuotePage page, URI base, UriBuilder request) {
        return new Collection(CONTEXT, request.build().toString(), "ItemList",
                Boolean.TRUE.equals(page.totalIsExact()) ? page.total() : null,
                page.items().stream().map(quote -> of(quote, base, null)).toList(),
                page.next() == null ? null : request.replaceQueryParam("cursor", page.next()).build().toString());
    }

    private static QuotationLd of(QuoteView quote, URI base, Object context) {
        Map<String, Object> speaker = speaker(quote.speaker(), base);
        return new QuotationLd(context, (base + "/api/v1/quotes/" + quote.id()), "Quotation",
                quote.content(), quote.language(), role(quote, speaker),
                quote.saidOn() == null ? null : quote.saidOn().toString(), document(quote, base), about(quote),
                quote.original() == null
                        ? null
                        : map("@type", "Quotation", "text", quote.original().content(), "inLanguage",
                                quote.original().language()),
                quote.anchors().stream().filter(anchor -> anchor.start() != null)
                        .map(anchor -> annotation(quote, anchor, base)).toList(),
                verification(quote.verification()));
    }

    /** What a reader must know before the words are printed: schema.org has no term for it, so it stands in our own. */
    private static Map<String, Object> verification(VerificationView verification) {
        return map("@type", "Verification", "status", verification.status().name(), "passage",
                verification.passage() == null ? null : verification.passage().name(), "words",
                verification.words() == null ? null : verification.words().name(), "detail", verification.detail(),
                "omitted", verification.omitted(), "difference", verification.difference(), "checkedAt",
                verification.checkedAt().toString(), "sha256", verification.sha256());
    }

    /** The role as given then qualifies who said it: schema.org's way is a Role between the two. */
    private static Map<String, Object> role(QuoteView quote, Map<String, Object> speaker) {
        return quote.role() == null || speaker == null
                ? speaker
                : map("@type", "Role", "roleName", quote.role(), "creator", speaker);
    }

    private static Map<String, Object> speaker(SpeakerRef speaker, URI base) {
        if (speaker == null) {
            return null;
        }
        return map("@type", speaker.kind() == SpeakerKind.ORGANISATION || speaker.kind() == SpeakerKind.GROUP
                ? "Organization"
                : "Person", "@id", (base + "/api/v1/speakers/" + speaker.id()), "name", speaker.name());
    }

    private static Map<String, Object> document(QuoteView quote, URI base) {
        DocumentRef document = quote.document();
        return map("@type", "CreativeWork", "@id", (base + "/api/v1/documents/" + document.id()), "url",
                document.url(), "headline", document.title(), "datePublished", document.publishedAt().toString(),
                "publisher", map("@type", "Organization", "name", document.outlet().name()));
    }

    private static List<Map<String, Object>> about(QuoteView quote) {
        List<Map<String, Object>> things = new ArrayList<>();
        quote.about().parties().forEach(slug -> things.add(map("@type", "Organization", "identifier", slug)));
        quote.about().agreements().forEach(slug -> things.add(map("@type", "CreativeWork", "identifier", slug)));
        quote.about().exchanges().forEach(slug -> things.add(map("@type", "Event", "identifier", slug)));
        quote.about().topics().forEach(topic -> things.add(map("@type", "Thing", "name", topic)));
        return things;
    }

    private static Map<String, Object> annotation(QuoteView quote, AnchorView anchor, URI base) {
        List<TextPositionSelector> spans = anchor.spans() != null
                ? anchor.spans()
                : List.of(new TextPositionSelector(anchor.start(), anchor.end()));
        List<Map<String, Object>> selectors = new ArrayList<>();
        selectors.add(map("@type", "oa:TextQuoteSelector", "oa:exact", anchor.exact(), "oa:prefix", anchor.prefix(),
                "oa:suffix", anchor.suffix()));
        spans.forEach(span -> selectors.add(map("@type", "oa:TextPositionSelector", "oa:start", span.start(), "oa:end",
                span.end())));
        return map("@type", "oa:Annotation", "oa:hasTarget", map("@type", "oa:SpecificResource", "oa:hasSource",
                map("@id", (base + "/api/v1/documents/" + quote.document().id())), "oa:hasSelector",
                selectors));
    }

    private static Map<String, Object> annotationTerms() {
        Map<String, Object> ours = map("@vocab", "urn:parole:vocabulary:");
        return map("oa", "http://www.w3.org/ns/oa#", "annotation", map("@id", "oa:hasAnnotation"), "verification",
                map("@id", "urn:parole:vocabulary:verification", "@context", ours));
    }

    /** In the given order, without the nulls. */
    private static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            if (entries[i + 1] != null) {
                map.put((String) entries[i], entries[i + 1]);
            }
        }
        return map;
    }
}
