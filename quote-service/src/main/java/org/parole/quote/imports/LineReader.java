package org.parole.quote.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.parole.kit.id.Uuid7;
import org.parole.kit.problem.FieldError;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.document.DocumentBody;
import org.parole.quote.document.Documents;
import org.parole.quote.document.Passages;
import org.parole.quote.document.TextKind;
import org.parole.quote.outlet.OutletBody;
import org.parole.quote.quote.QuoteBody;
import org.parole.quote.quote.Quotes;
import org.parole.quote.quote.SpeakerCandidateBody;
import org.parole.quote.speaker.SpeakerBody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads lines and checks what stands in them, by the rules for what is typed in. Needs no database. */
@ApplicationScoped
class LineReader {

    private static final int LONGEST_KEY = 500;
    /** Stands for ids that are not known yet, where only the rest of a body is checked. */
    private static final UUID SOME_ID = new UUID(0, 0);

    private static final PublicationTime SOME_TIME = PublicationTime.parse("2000-01-01");

    private final ObjectMapper mapper;
    private final Validator validator;

    LineReader(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * A line that was read: a row, or why it is refused.
     *
     * @param hash of what it says, to compare it with the same row in another file; null where it is refused
     */
    record Read(RawLine line, Row row, byte[] hash, Refusal refusal) {
    }

    /** Reads lines; blank ones are no rows. */
    List<Read> read(LineFormat format, List<RawLine> lines) {
        List<Read> read = new ArrayList<>();
        for (RawLine line : lines) {
            if (!isBlank(line.bytes())) {
                read.add(read(format, line));
            }
        }
        return read;
    }

    /** Whether any of these lines looks like the format. */
    boolean hasAnyLike(LineFormat format, List<RawLine> lines) {
        return lines.stream().anyMatch(line -> {
            try {
                return format.isLike(parse(line));
            } catch (RefusedRowException e) {
                return false;
            }
        });
    }

    private Read read(LineFormat format, RawLine line) {
        try {
            JsonNode json = parse(line);
            if (!json.isObject()) {
                throw new RefusedRowException("", "must be a JSON object");
            }
            Row row = format.read(json);
            check(row);
            return new Read(line, row, sha256(line.bytes()), null);
        } catch (RefusedRowException e) {
            return new Read(line, null, null, Refusal.of(line, e.error()));
        }
    }

    private JsonNode parse(RawLine line) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.bytes())).toString();
        } catch (CharacterCodingException e) {
            throw new RefusedRowException("", "must be UTF-8");
        }
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new RefusedRowException("", "must be valid JSON" + (e.getLocation() == null
                    ? ""
                    : ": the error is at column " + e.getLocation().getColumnNr()));
        }
    }

    private void check(Row row) {
        if (row.key().length() > LONGEST_KEY) {
            throw new RefusedRowException("", "has a key of more than " + LONGEST_KEY + " characters");
        }
        Row.DocumentDraft draft = row.document();
        Optional<Integer> length = Optional.empty();
        if (draft != null) {
            length = check(draft);
        }
        for (Row.QuoteDraft quote : row.quotes()) {
            if (quote.speaker() != null) {
                valid(quote.speaker(), quote.pointer());
            }
            QuoteBody body = bodyOf(quote, SOME_ID, quote.speaker() == null ? null : SOME_ID);
            valid(body, quote.pointer());
            // Without its document here, the rest is checked when that is known.
            RefusedRowException.throwIfAny(
                    Quotes.defectsOf(body, draft == null ? null : draft.publishedAt(), length, quote.pointer()));
        }
    }

    /** The length of the document's text, if the row has one. */
    private Optional<Integer> check(Row.DocumentDraft draft) {
        valid(draft.outlet(), "");
        // One that must be recorded already needs no time: any stands for it.
        DocumentBody document = bodyOf(draft.publishedAt() == null ? draft.publishedAt(SOME_TIME) : draft, SOME_ID);
        valid(document, "");
        // The line calls its fields otherwise.
        RefusedRowException.throwIfAny(Documents.defectsOf(document, "").stream()
                .map(error -> new FieldError("", "document " + error.pointer().substring(1) + " " + error.detail()))
                .toList());
        return Optional.ofNullable(document.text()).map(text -> text.codePointCount(0, text.length()));
    }

    /** The outlet, the document, the quote or the speaker must be one that could be typed in. */
    private void valid(Object body, String pointer) {
        Set<ConstraintViolation<Object>> violations = validator.validate(body);
        if (!violations.isEmpty()) {
            ConstraintViolation<Object> first = violations.stream()
                    .min(java.util.Comparator.comparing(violation -> violation.getPropertyPath().toString()))
                    .orElseThrow();
            throw new RefusedRowException(
                    new FieldError(pointer, nameOf(body) + " " + first.getPropertyPath() + " " + first.getMessage()));
        }
    }

    private static String nameOf(Object body) {
        return body instanceof OutletBody
                ? "outlet"
                : body instanceof DocumentBody ? "document" : body instanceof SpeakerBody ? "speaker" : "quote";
    }

    /** The document as a client would send it. */
    static DocumentBody bodyOf(Row.DocumentDraft draft, UUID outletId) {
        if (draft.text() != null) {
            return new DocumentBody(draft.url(), draft.title(), outletId, draft.publishedAt(), draft.language(),
                    draft.text(), TextKind.FULL, draft.citation());
        }
        String text = draft.passages().isEmpty() ? null : Passages.extend(Optional.empty(), draft.passages());
        return new DocumentBody(draft.url(), draft.title(), outletId, draft.publishedAt(), draft.language(), text,
                text == null ? null : TextKind.EXCERPT, draft.citation());
    }

    /** The quote as a client would send it. */
    static QuoteBody bodyOf(Row.QuoteDraft draft, UUID documentId, UUID speakerId) {
        List<SpeakerCandidateBody> candidates = draft.candidates() == null
                ? null
                : draft.candidates().stream()
                        .map(one -> new SpeakerCandidateBody(null, one.name(), one.confidence())).toList();
        return new QuoteBody(documentId, speakerId, speakerId == null ? candidates : null, draft.role(), draft.cue(),
                draft.content(), draft.kind(), draft.saidOn(), draft.channel(), draft.reportingChain(),
                draft.language(),
                draft.original(), draft.about(), draft.anchors());
    }

    /** An id for a record that is to come. */
    static UUID newId() {
        return Uuid7.next();
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte one : bytes) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
