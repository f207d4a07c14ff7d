package org.parole.quote.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.quote.anchor.TextDefect;
import org.parole.quote.anchor.TextDefects;
import org.parole.quote.outlet.Outlets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How the body of a document becomes a revision and its text a row of its own, and how a revision becomes a body or a view. */
@ApplicationScoped
class DocumentMapping {

    private static final TypeReference<List<TextDefect>> DEFECTS = new TypeReference<>() {
    };

    private final DocumentTextRepository texts;
    private final Outlets outlets;
    private final ObjectMapper mapper;

    DocumentMapping(DocumentTextRepository texts, Outlets outlets, ObjectMapper mapper) {
        this.texts = texts;
        this.outlets = outlets;
        this.mapper = mapper;
    }

    /** The body that a client would have to send for this revision. */
    DocumentBody bodyOf(Document document) {
        Optional<DocumentText> text = texts.findOf(document);
        return new DocumentBody(document.url, document.title, document.outletId,
                document.published(), document.language,
                text.map(t -> t.text).orElse(null), text.map(t -> t.kind).orElse(null), document.citation);
    }

    /** The document with its outlet at a record time, or now for null. */
    DocumentView viewOf(Document document, Instant asOf) {
        Optional<DocumentText> text = texts.findOf(document);
        return new DocumentView(document.id, document.revision, document.revisionType, document.reason,
                document.recordedFrom, document.recordedBy, document.url, document.title,
                outlets.ref(document.outletId, asOf),
                document.published(), document.language,
                text.map(t -> t.kind).orElse(null), text.map(t -> t.sha256).orElse(null),
                text.map(t -> t.length).orElse(null), document.textRevision, document.citation, missing(document),
                text.map(t -> t.defects).map(this::defects).orElse(null), document.dataset, document.licence);
    }

    private List<TextDefect> defects(String json) {
        try {
            return mapper.readValue(json, DEFECTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document's JSON column cannot be read", e);
        }
    }

    private static List<String> missing(Document document) {
        List<String> missing = new ArrayList<>();
        if (document.title == null) {
            missing.add("title");
        }
        if (document.url == null && document.citation == null) {
            missing.add("citation");
        }
        return missing;
    }

    /**
     * A revision with the content of a body that was checked; its text is written.
     *
     * @param previous the revision before; null for the first
     */
    Document revisionOf(DocumentBody body, Document previous, UUID id) {
        var document = new Document();
        document.url = body.url();
        document.urlKey = body.url() == null ? null : ArticleAddress.of(body.url());
        document.mergedInto = previous == null ? null : previous.mergedInto;
        document.citation = body.citation();
        document.title = body.title();
        document.outletId = body.outletId();
        document.publishedAt = body.publishedAt().instant();
        document.publishedWholeDay = body.publishedAt().wholeDay();
        document.publishedOffset = body.publishedAt().offsetSeconds();
        document.language = body.language();
        if (previous != null) {
            document.importId = previous.importId;
            document.dataset = previous.dataset;
            document.licence = previous.licence;
        }
        document.textRevision = keepText(body, previous, id);
        return document;
    }

    private Integer keepText(DocumentBody body, Document previous, UUID id) {
        if (body.text() == null) {
            return null;
        }
        String sha256 = sha256(body.text());
        if (previous != null) {
            Optional<DocumentText> kept = texts.findOf(previous)
                    .filter(text -> text.sha256.equals(sha256) && text.kind == body.textKind());
            if (kept.isPresent()) {
                return previous.textRevision;
            }
        }
        var text = new DocumentText();
        text.documentId = id;
        text.textRevision = previous == null ? 1 : texts.lastRevisionOf(id) + 1;
        text.kind = body.textKind();
        text.text = body.text();
        text.length = body.text().codePointCount(0, body.text().length());
        text.sha256 = sha256;
        List<TextDefect> defects = TextDefects.in(body.text());
        text.defects = defects.isEmpty() ? null : mapper.valueToTree(defects).toString();
        texts.persist(text);
        return text.textRevision;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
