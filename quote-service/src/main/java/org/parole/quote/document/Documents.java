package org.parole.quote.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.parole.kit.page.CursorKeys;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.ChangeKind;
import org.parole.kit.record.MergedRecordException;
import org.parole.kit.record.RecordRetracting;
import org.parole.kit.record.Records;
import org.parole.kit.record.RevisionType;
import org.parole.kit.record.RevisionedRepository;
import org.parole.kit.time.AsOf;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.anchor.AnchorChecker;
import org.parole.quote.anchor.AnchorStatus;
import org.parole.quote.anchor.QuotedWords;
import org.parole.quote.anchor.SourceText;
import org.parole.quote.anchor.TextPositionSelector;
import org.parole.quote.anchor.Verification;
import org.parole.quote.outlet.OutletRepository;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be done with documents. */
@ApplicationScoped
public class Documents extends Records<Document, DocumentBody, DocumentView> {

    private static final String LIST = "documents";

    private final DocumentRepository documents;
    private final DocumentTextRepository texts;
    private final DocumentMapping mapping;
    private final OutletRepository outletRepository;
    private final Cursors cursors;
    private final Event<DocumentAdding> adding;
    private final Event<DocumentRevised> revised;
    private final Event<DocumentMerged> merged;

    Documents(DocumentRepository documents, DocumentTextRepository texts, DocumentMapping mapping,
            OutletRepository outletRepository, Cursors cursors, Event<DocumentAdding> adding,
            Event<DocumentRevised> revised, Event<DocumentMerged> merged) {
        this.documents = documents;
        this.texts = texts;
        this.mapping = mapping;
        this.outletRepository = outletRepository;
        this.cursors = cursors;
        this.adding = adding;
        this.revised = revised;
        this.merged = merged;
    }

    /** The current document at this URL. */
    public Optional<Document> at(String url) {
        return documents.findUsableAt(url);
    }

    /** The current document at each of many URLs; a URL at which there is none is absent. */
    public Map<String, Document> at(Collection<String> urls) {
        return documents.findUsableAt(urls);
    }

    /** The document that this id stands for now, mergers followed; empty where unknown or retracted. */
    public Optional<Document> activeDocument(UUID id) {
        return documents.findActive(id).flatMap(documents::standing);
    }

    /**
     * Joins a document into another one of the same article: from now on its id stands for the other, and its quotes are
     * checked against the other's text.
     */
    @Transactional
    DocumentView merge(UUID id, String ifMatch, DocumentMergeBody body) {
        ledger.alone();
        Document loser = requireCurrent(id);
        requireMatch(ifMatch, viewOf(loser, null));
        Document winner = activeDocument(body.into())
                .orElseThrow(() -> ProblemException.invalidBody("/into", "is not the id of a document"));
        if (winner.id.equals(id)) {
            throw ProblemException.conflict("/into", body.into().equals(id)
                    ? "A document cannot be merged with itself."
                    : "That document was merged into this one.");
        }
        Optional<TextKind> kept = texts.findOf(winner).map(text -> text.kind);
        Optional<TextKind> lost = texts.findOf(loser).map(text -> text.kind);
        if (lost.isPresent() && !lost.equals(kept) && kept.filter(TextKind.FULL::equals).isEmpty()) {
            throw ProblemException.conflict("/into",
                    "That document has less of the text than this one: merge it into this one.");
        }
        Document next = copy(loser);
        next.mergedInto = winner.id;
        saveRevision(loser, next, RevisionType.MERGE, body.reason(), ChangeKind.MERGED);
        merged.fire(new DocumentMerged(next, winner, false, body.reason()));
        return viewOf(winner, null);
    }

    /** Undoes a merger: the document stands for itself again, with the quotes that came from it. */
    @Transactional
    DocumentView unmerge(UUID id, String reason) {
        ledger.alone();
        Document current = documents.findActive(id).orElseThrow(() -> ProblemException.notFound(recordType(), id));
        if (current.mergedInto == null) {
            throw ProblemException.conflict("The document is not merged into another one.");
        }
        Document winner = documents.standing(current).orElseThrow();
        Document next = copy(current);
        next.mergedInto = null;
        saveRevision(current, next, RevisionType.MERGE, reason, ChangeKind.UNMERGED);
        merged.fire(new DocumentMerged(winner, next, true, reason));
        return viewOf(next, null);
    }

    /** A merged document is found under the id of the one it was merged into. */
    @Override
    protected Document requireAsOf(UUID id, Instant asOf) {
        Document document = super.requireAsOf(id, asOf);
        if (document.mergedInto != null) {
            throw new MergedRecordException("documents", document.mergedInto);
        }
        return document;
    }

    /**
     * The first revision of a document that was checked before, is not {@link #at recorded} and is not {@link #refuseHeld held},
     * as it would be written. Of it, only the text is written.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Document firstRevision(UUID id, DocumentBody body, String recordedBy) {
        Instant recordedAt = ledger.begin();
        Document first = newRevision(body, null, id);
        first.begin(id, recordedAt, recordedBy);
        return first;
    }

    /**
     * Refuses an address that is about to be taken by a document that is not recorded yet.
     *
     * @throws ProblemException 409 where an unfinished intake adds it
     */
    public void refuseHeld(UUID id, String url) {
        adding.fire(new DocumentAdding(id, ArticleAddress.of(url), "/url"));
    }

    /** The text of a revision of a document, if it has one. */
    public Optional<CheckedText> textOf(Document document) {
        return texts.findOf(document)
                .map(text -> new CheckedText(SourceText.of(text.text), text.kind, text.sha256));
    }

    /**
     * Adds another passage to a document's excerpt. Positions of what stood in it stay as they are, and quotes are checked again;
     * a passage that stands in it already changes nothing.
     *
     * @throws ProblemException 409 where the text is the full one, 422 where it would become too long
     */
    @Transactional
    DocumentView addPassage(UUID id, PassageBody passage) {
        ledger.alone();
        Document current = requireCurrent(id);
        Optional<DocumentText> text = texts.findOf(current);
        if (text.isPresent() && text.get().kind == TextKind.FULL) {
            throw ProblemException.conflict("The document already has its full text. No passage can be added.");
        }
        String extended = Passages.extend(text.map(t -> t.text), List.of(passage.text()));
        if (extended.length() > DocumentBody.MAX_TEXT) {
            throw ProblemException.invalidBody("/text", "must not make the excerpt longer than 1,000,000 characters");
        }
        return extend(current, extended);
    }

    /** Adds the passages of an intake, which were checked when it was prepared; what does not fit any more is left out. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addPassages(UUID id, List<String> passages) {
        ledger.alone();
        Document current = documents.findActive(id).orElseThrow();
        Optional<DocumentText> text = texts.findOf(current);
        String extended = Passages.extend(text.map(t -> t.text), passages);
        if (text.filter(t -> t.kind == TextKind.FULL).isEmpty() && extended.length() <= DocumentBody.MAX_TEXT) {
            extend(current, extended);
        }
    }

    private DocumentView extend(Document current, String text) {
        DocumentBody body = bodyOf(current);
        if (!text.equals(body.text())) {
            Document next = newRevision(body.withExcerpt(text), current, current.id);
            saveRevision(current, next, RevisionType.EXTENSION, "Another passage of the text", ChangeKind.REVISED);
            return viewOf(next, null);
        }
        return viewOf(current, null);
    }

    /** The number of code points of that text, for callers that do not need the text itself. */
    public Optional<Integer> textLengthOf(Document document) {
        return texts.findLengthOf(document);
    }

    @Transactional
    Page<DocumentView> list(String url, UUID outletId, String language, Boolean incomplete, PublicationTime publishedBy,
            AsOf asOf,
            PageRequest page) {
        List<Object> filters = Arrays.asList(url, outletId, language, incomplete, publishedBy, asOf);
        List<String> after = page.cursor == null ? null : cursors.decode(page.cursor, LIST, filters, 2);
        Instant at = ledger.readAt(asOf);
        List<Document> rows = documents.findPage(at, url, outletId, language, incomplete,
                publishedBy == null ? null : publishedBy.end(),
                after == null ? null : CursorKeys.instant(after.get(0)),
                after == null ? null : CursorKeys.uuid(after.get(1)), page.limit + 1);
        return Page
                .of(rows, page.limit,
                        last -> cursors.encode(LIST, filters, List.of(last.publishedAt.toString(), last.id.toString())))
                .map(document -> viewOf(document, at));
    }

    @Transactional
    DocumentContext context(UUID id, int start, int end, AsOf asOf) {
        Document document = requireAsOf(id, ledger.readAt(asOf));
        DocumentText text = texts.findOf(document)
                .orElseThrow(() -> ProblemException.notFound("text of document", id));
        return SourceText.of(text.text).context(new TextPositionSelector(start, end))
                .map(found -> new DocumentContext(id, text.textRevision, text.sha256, start, end, found.before(),
                        found.words(), found.after()))
                .orElseThrow(() -> ProblemException.invalidParameter("end",
                        "must be inside the text, which has " + text.length + " characters"));
    }

    @Transactional
    DocumentPassage passage(UUID id, String words, AsOf asOf) {
        Document document = requireAsOf(id, ledger.readAt(asOf));
        Optional<CheckedText> text = textOf(document);
        Verification found = AnchorChecker.of(text.map(CheckedText::text).orElse(null)).verify(List.of(),
                QuotedWords.direct(SourceText.nfc(words), document.language));
        List<TextPositionSelector> span = found.anchors().get(0).spans();
        AnchorStatus status = found.words().changesMeaning() ? AnchorStatus.ALTERED : found.status();
        return new DocumentPassage(id, text.map(CheckedText::sha256).orElse(null), status,
                span.isEmpty() ? null : span.get(0).start(), span.isEmpty() ? null : span.get(span.size() - 1).end(),
                found.detail(), document.language);
    }

    void keepOutletsInUse(@Observes RecordRetracting retracting) {
        if (retracting.recordType().equals("outlet") && documents.existsUsableOf(retracting.id())) {
            throw ProblemException.conflict("The outlet has documents. Retract or move them first.");
        }
    }

    @Override
    protected String recordType() {
        return "document";
    }

    @Override
    protected RevisionedRepository<Document> repository() {
        return documents;
    }

    @Override
    protected DocumentBody bodyOf(Document document) {
        return mapping.bodyOf(document);
    }

    @Override
    protected Class<DocumentBody> bodyType() {
        return DocumentBody.class;
    }

    @Override
    protected DocumentView viewOf(Document document, Instant asOf) {
        return mapping.viewOf(document, asOf);
    }

    /** The text is evidence, not for reading: its hash says as well whether it has changed. */
    @Override
    protected JsonNode stateOf(Document document) {
        ObjectNode state = mapper.valueToTree(bodyOf(document));
        state.remove("text");
        texts.findOf(document).ifPresent(text -> state.put("sha256", text.sha256).put("textLength", text.length)
                .put("textRevision", text.textRevision));
        return state;
    }

    @Override
    protected Collection<String> keysOfNew(DocumentBody body) {
        return body.url() == null ? List.of() : List.of(keyOf(body.url()));
    }

    /** The key of an article's address, for those that add a document of this article: there is one at the most. */
    public static String keyOf(String url) {
        return "article:" + ArticleAddress.of(url);
    }

    @Override
    protected void check(DocumentBody body, Document previous, String at, UUID id) {
        if (body.url() != null) {
            refuseTaken(body, previous, at, id);
        }
        List<FieldError> errors = new ArrayList<>(defectsOf(body, at));
        if (outletRepository.findActive(body.outletId()).isEmpty()) {
            errors.add(new FieldError(at + "/outletId", "is not the id of an outlet"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalidBody(errors);
        }
    }

    private void refuseTaken(DocumentBody body, Document previous, String at, UUID id) {
        if (previous != null && ArticleAddress.of(body.url()).equals(previous.urlKey)) {
            // Twins from before they were refused can still be revised.
            return;
        }
        documents.findUsableAt(body.url()).filter(other -> !other.id.equals(id)).ifPresent(other -> {
            throw ProblemException.conflict(at + "/url", knownAs(other, body.url()));
        });
        adding.fire(new DocumentAdding(id, ArticleAddress.of(body.url()), at + "/url"));
    }

    /** Says under which id the article at an address is recorded. */
    public static String knownAs(Document known, String url) {
        return url.equals(known.url)
                ? "A document with this URL is already recorded, with id " + known.id + "."
                : "This article is already recorded, with id " + known.id + ", at " + known.url + ".";
    }

    /** What is wrong with a document beyond its single fields; {@code at} is where it stands in the request. */
    public static List<FieldError> defectsOf(DocumentBody body, String at) {
        return body.publishedAt() != null && body.publishedAt().isInFuture(Instant.now())
                ? List.of(new FieldError(at + "/publishedAt", "must not be in the future"))
                : List.of();
    }

    @Override
    protected Document newRevision(DocumentBody body, Document previous, UUID id) {
        return mapping.revisionOf(body, previous, id);
    }

    @Override
    protected void revised(Document before, Document after) {
        revised.fire(new DocumentRevised(before, after));
    }
}
