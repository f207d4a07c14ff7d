package org.parole.quote.imports;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.json.InvalidValueException;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.imports.Annotation.Part;
import org.parole.quote.outlet.OutletBody;
import org.parole.quote.quote.About;
import org.parole.quote.quote.AnchorBody;
import org.parole.quote.quote.Channel;
import org.parole.quote.quote.QuoteKind;
import org.parole.quote.speaker.SpeakerBody;
import org.parole.quote.speaker.SpeakerKind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * W3C Web Annotations that mark a passage as somebody's words. The annotation's creator is who marked it, never who said it: the speaker is a
 * body that is a person or an organisation. What is lost, docs/formats.md says.
 */
@ApplicationScoped
class AnnotationFormat implements LineFormat {

    /** What an annotation is made for, where the passage itself is what matters. */
    private static final Set<String> MARKING = Set.of("highlighting", "identifying", "classifying", "describing",
            "tagging", "linking", "quoting");
    private static final Pattern WIKIDATA = Pattern
            .compile("https?://(?:www\\.)?wikidata\\.org/(?:entity|wiki)/(Q[1-9]\\d{0,11})");
    private static final String BETWEEN = " … ";
    private static final String SOURCE = "source";
    private static final String SELECTOR = "selector";
    private static final String EXACT = "exact";

    private final ObjectMapper mapper;

    AnnotationFormat(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "annotation";
    }

    @Override
    public String dataset() {
        return "annotation";
    }

    @Override
    public boolean isLike(JsonNode line) {
        return isAnnotation(line);
    }

    static boolean isAnnotation(JsonNode line) {
        return line.isObject() && Annotation.types(line).contains("annotation");
    }

    @Override
    public String expected() {
        return "W3C Web Annotations (type Annotation): one a line, an array, an AnnotationPage, or an AnnotationCollection with its pages in it";
    }

    @Override
    public LineSource open(InputStream plain) throws IOException {
        return AnnotationSource.open(mapper, plain);
    }

    @Override
    public Row read(JsonNode line) {
        if (!isAnnotation(line)) {
            throw new RefusedRowException("/type", "must be Annotation");
        }
        requireMarking(line);
        List<Part> targets = Annotation.parts(line, "target", "");
        if (targets.isEmpty()) {
            throw new RefusedRowException("/target", "must be given: the passage in its document");
        }
        Part source = source(targets);
        List<AnchorBody> anchors = targets.stream().map(AnnotationFormat::anchor).toList();
        Row.DocumentDraft document = document(source);
        Attribution said = attribution(line);
        String first = anchors.get(0).exact();
        QuoteKind kind = said.kind != null
                ? said.kind
                : anchors.size() == 1
                        ? QuotationMarks.kindOf(first, anchors.get(0).prefix(), anchors.get(0).suffix())
                        : kindOf(anchors);
        String content = String.join(BETWEEN,
                anchors.stream().map(anchor -> kind == QuoteKind.DIRECT
                        ? QuotationMarks.without(anchor.exact())
                        : anchor.exact().strip()).toList());
        var quote = new Row.QuoteDraft("/target", said.speaker, said.speaker == null ? said.candidates : null,
                said.role,
                null, content, kind, null, Channel.OTHER, null, document.language(), null,
                said.topics.isEmpty() ? null : new About(null, null, said.topics, null), anchors);
        return new Row(key(line, document.url(), anchors), document, List.of(quote));
    }

    private static QuoteKind kindOf(List<AnchorBody> anchors) {
        List<QuoteKind> kinds = anchors.stream()
                .map(anchor -> QuotationMarks.kindOf(anchor.exact(), anchor.prefix(), anchor.suffix())).distinct()
                .toList();
        return kinds.size() == 1 ? kinds.get(0) : QuoteKind.MIXED;
    }

    /** An annotation without an IRI is known by its place and its words. */
    private static String key(JsonNode line, String url, List<AnchorBody> anchors) {
        String id = Annotation.id(new Part(line, ""));
        if (id != null) {
            return id;
        }
        StringBuilder place = new StringBuilder(url);
        anchors.forEach(anchor -> place.append('\n').append(anchor.start()).append('\n').append(anchor.prefix())
                .append('\n').append(anchor.exact()));
        return "urn:uuid:" + UUID.nameUUIDFromBytes(place.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void requireMarking(JsonNode line) {
        Set<String> motivations = Annotation.words(line, "motivation");
        if (!motivations.isEmpty() && motivations.stream().noneMatch(MARKING::contains) && !hasSpeaker(line)) {
            throw new RefusedRowException("/motivation", "is " + String.join(", ", new TreeSet<>(motivations))
                    + ", which marks no quotation: must be one of " + String.join(", ", new TreeSet<>(MARKING))
                    + ", or the annotation must have a body that is a Person, an Organization or a Group, who said it");
        }
    }

    private static boolean hasSpeaker(JsonNode line) {
        return Annotation.parts(line, "body", "").stream().anyMatch(body -> kindOf(agent(body).value()) != null);
    }

    private static Part source(List<Part> targets) {
        Part first = null;
        for (Part target : targets) {
            if (target.value().isTextual()) {
                throw new RefusedRowException(target.pointer(),
                        "must be an object with source and selector: an address alone is a whole document, and no quotation");
            }
            List<Part> sources = Annotation.parts(target.value(), SOURCE, target.pointer());
            if (sources.size() != 1 || Annotation.id(sources.get(0)) == null) {
                throw new RefusedRowException(target.pointer() + "/source", "must be the address of one document");
            }
            if (first == null) {
                first = sources.get(0);
            } else if (!Annotation.id(first).equals(Annotation.id(sources.get(0)))) {
                throw new RefusedRowException(target.pointer() + "/source",
                        "must be the source of the first target: the passages of one quote are in one document");
            }
        }
        return first;
    }

    private static Row.DocumentDraft document(Part source) {
        String url = Annotation.id(source);
        String publisher = Annotation.first(source, "publisher");
        String language = Annotation.first(source, "language", "inLanguage");
        String title = Annotation.first(source, "title", "headline", "name");
        OutletBody outlet = publisher == null
                ? Fields.site(url, source.pointer())
                : new OutletBody(publisher, null, null, null, null);
        // Without a language it is undetermined: 'und'.
        return new Row.DocumentDraft(url, title == null ? null : title.replaceAll("\\s+", " "), outlet,
                published(source), language == null ? "und" : language, List.of(), null);
    }

    private static PublicationTime published(Part source) {
        String published = Annotation.first(source, "datePublished", "issued", "published");
        try {
            return published == null ? null : PublicationTime.parse(published);
        } catch (InvalidValueException e) {
            throw new RefusedRowException(source.pointer() + "/datePublished", e.getMessage());
        }
    }

    /** The words that a target selects, with their position where it is told too. */
    private static AnchorBody anchor(Part target) {
        List<Part> selectors = new ArrayList<>();
        collect(Annotation.parts(target.value(), SELECTOR, target.pointer()), selectors);
        Part quote = selectors.stream().filter(one -> Annotation.types(one.value()).contains("textquoteselector"))
                .findFirst().orElseThrow(() -> new RefusedRowException(target.pointer() + "/selector",
                        "must have a TextQuoteSelector: without the words nothing can be checked"));
        // A position inside of a part of a document says nothing about the place in the whole.
        Part position = Annotation.parts(target.value(), SELECTOR, target.pointer()).stream()
                .filter(one -> Annotation.types(one.value()).contains("textpositionselector")).findFirst().orElse(null);
        String exact = Fields.required(quote.value(), EXACT, quote.pointer());
        return new AnchorBody(exact, Fields.before(quote.value(), "prefix", quote.pointer()),
                Fields.after(quote.value(), "suffix", quote.pointer()),
                position == null ? null : number(position, "start"), position == null ? null : number(position, "end"));
    }

    private static void collect(List<Part> selectors, List<Part> all) {
        for (Part selector : selectors) {
            all.add(selector);
            collect(Annotation.parts(selector.value(), "refinedBy", selector.pointer()), all);
        }
    }

    private static Integer number(Part selector, String field) {
        JsonNode value = selector.value().path(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw new RefusedRowException(selector.pointer() + "/" + field,
                    "must be a number of code points from 0, and is " + value);
        }
        return value.intValue();
    }

    /** Who said it, how, and about what. */
    private static final class Attribution {
        private SpeakerBody speaker;
        private final List<Row.Candidate> candidates = new ArrayList<>();
        private final List<String> topics = new ArrayList<>();
        private String role;
        private QuoteKind kind;
    }

    private static Attribution attribution(JsonNode line) {
        var said = new Attribution();
        for (Part body : Annotation.parts(line, "body", "")) {
            Part agent = agent(body);
            if (kindOf(agent.value()) != null) {
                if (said.speaker != null) {
                    throw new RefusedRowException(body.pointer(), "is a second speaker: a quote has one");
                }
                said.speaker = speaker(agent);
                said.role = Annotation.first(agent, "jobTitle", "role");
            } else if (Annotation.types(body.value()).contains("textualbody")) {
                textual(line, body, said);
            }
        }
        return said;
    }

    private static void textual(JsonNode line, Part body, Attribution said) {
        Set<String> purposes = Annotation.words(body.value(), body.value().has("purpose") ? "purpose" : "none");
        Set<String> motivations = Annotation.words(line, "motivation");
        String value = Fields.optional(body.value(), "value", body.pointer());
        if (value == null || value.isBlank()) {
            return;
        }
        String text = value.strip();
        if (purposes.contains("identifying")) {
            // A name alone does not say whether it is a person, so that nobody is taken for the speaker.
            said.candidates.add(new Row.Candidate(text, BigDecimal.ONE));
        } else if (purposes.contains("tagging") || purposes.contains("classifying")
                || purposes.isEmpty() && (motivations.contains("tagging") || motivations.contains("classifying"))) {
            QuoteKind kind = kindNamed(text);
            if (kind == null) {
                said.topics.add(text);
            } else {
                said.kind = kind;
            }
        }
    }

    private static QuoteKind kindNamed(String text) {
        for (QuoteKind kind : QuoteKind.values()) {
            if (text.toUpperCase(Locale.ROOT).equals(kind.name())) {
                return kind;
            }
        }
        return null;
    }

    /** A body that is an agent, or that is made of one. */
    private static Part agent(Part body) {
        List<Part> sources = Annotation.parts(body.value(), SOURCE, body.pointer());
        return sources.size() == 1 && sources.get(0).value().isObject() ? sources.get(0) : body;
    }

    private static SpeakerKind kindOf(JsonNode agent) {
        Set<String> types = Annotation.types(agent);
        return types.contains("person")
                ? SpeakerKind.PERSON
                : types.contains("organization") || types.contains("organisation")
                        ? SpeakerKind.ORGANISATION
                        : types.contains("group") ? SpeakerKind.GROUP : null;
    }

    private static SpeakerBody speaker(Part agent) {
        String name = Annotation.first(agent, "name", "label", "rdfs:label");
        if (name == null) {
            throw new RefusedRowException(agent.pointer() + "/name", "must be given: the name of the speaker");
        }
        List<String> addresses = new ArrayList<>();
        if (Annotation.id(agent) != null) {
            addresses.add(Annotation.id(agent));
        }
        Annotation.parts(agent.value(), "sameAs", agent.pointer())
                .forEach(same -> addresses.add(same.value().asText()));
        String item = addresses.stream().map(WIKIDATA::matcher).filter(Matcher::matches).map(found -> found.group(1))
                .findFirst().orElse(null);
        return new SpeakerBody(name, kindOf(agent.value()), null, item, null, null, null);
    }
}
