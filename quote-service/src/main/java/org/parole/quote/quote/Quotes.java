package org.parole.quote.quote;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.ChangeKind;
import org.parole.kit.record.RecordRetracting;
import org.parole.kit.record.Records;
import org.parole.kit.record.RevisionType;
import org.parole.kit.record.RevisionedRepository;
import org.parole.kit.time.AsOf;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.anchor.AnchorStatus;
import org.parole.quote.document.CheckedText;
import org.parole.quote.document.Document;
import org.parole.quote.document.DocumentMerged;
import org.parole.quote.document.DocumentRevised;
import org.parole.quote.document.Documents;
import org.parole.quote.occurrence.NearQuotes;
import org.parole.quote.occurrence.Occurrences;
import org.parole.quote.speaker.Speakers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be done with quotes. */
@ApplicationScoped
public class Quotes extends Records<Quote, QuoteBody, QuoteView> {

    /** The fields that no other record's revision and no grouping depends on. */
    private static final Set<String> OF_ITS_OWN = Set.of("role", "cue", "channel", "about", "anchors", "original");

    private final QuoteRepository quotes;
    private final QuoteReader reader;
    private final Documents documents;
    private final QuoteMapping mapping;
    private final QuoteChecks checks;
    private final Speakers speakers;
    private final Occurrences occurrences;
    private final NearQuotes near;
    private final QuoteVerifier verifier;
    private final QuoteGroups groups;

    Quotes(QuoteRepository quotes, QuoteReader reader, QuoteMapping mapping, QuoteChecks checks, Documents documents,
            Speakers speakers, Occurrences occurrences, NearQuotes near, QuoteVerifier verifier, QuoteGroups groups) {
        this.quotes = quotes;
        this.reader = reader;
        this.documents = documents;
        this.mapping = mapping;
        this.checks = checks;
        this.speakers = speakers;
        this.occurrences = occurrences;
        this.near = near;
        this.verifier = verifier;
        this.groups = groups;
    }

    /** Without a transaction: one statement is of one moment anyway. */
    @Override
    public QuoteView view(UUID id, AsOf asOf) {
        QuoteReader.Row row = reader.find(id, asOf == null ? null : ledger.readAt(asOf))
                .orElseThrow(() -> ProblemException.notFound(recordType(), id));
        if (row.retracted()) {
            throw ProblemException.retracted(recordType(), id, row.view().reason());
        }
        return row.view();
    }

    /**
     * What is wrong with a quote, seen without its speaker and its document being recorded yet.
     *
     * @param published when its document was published, where that is known
     * @param textLength of the text of its document in code points, where it has one
     * @param at         where the quote stands in the request
     */
    public static List<FieldError> defectsOf(QuoteBody body, PublicationTime published, Optional<Integer> textLength,
            String at) {
        return QuoteDefects.in(body, published, textLength, at);
    }

    /**
     * The first revision of a quote that was checked before, as it would be written: with its verification and what it is found
     * by, but not yet grouped with others. Nothing is written.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Quote firstRevision(UUID id, QuoteBody body, Document document, Optional<CheckedText> text,
            String recordedBy) {
        Quote first = mapping.revisionOf(body, null, document, text, body.speakerId());
        first.occurrenceOf = id;
        first.begin(id, ledger.begin(), recordedBy);
        return first;
    }

    /**
     * A quote that was checked before, under an id that was settled then, to be written with others of its document.
     *
     * @param speaker the id that its speaker stands under now; null where it is unknown
     * @param text of the document, if it has one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Quote draftChecked(UUID id, QuoteBody body, UUID speaker, Document document, Optional<CheckedText> text) {
        Quote first = mapping.revisionOf(body, null, document, text, speaker);
        first.id = id;
        findGroup(first, null, id);
        return first;
    }

    void keepSpeakersAndDocumentsInUse(@Observes RecordRetracting retracting) {
        if (retracting.recordType().equals("speaker") && quotes.existsUsableBy(retracting.id())) {
            throw ProblemException.conflict("The speaker has quotes. Retract or move them first.");
        }
        if (retracting.recordType().equals("speaker") && quotes.existsUsableCandidate(retracting.id())) {
            throw ProblemException.conflict("Quotes name this speaker as a candidate; retract or change them first.");
        }
        if (retracting.recordType().equals("document") && quotes.existsUsableIn(retracting.id())) {
            throw ProblemException.conflict("The document has quotes. Retract or move them first.");
        }
    }

    /** Checks all quotes of a document again when its text, its outlet or its date has changed. */
    void verifyAgain(@Observes DocumentRevised revised) {
        Document before = revised.before();
        Document after = revised.after();
        if (after.retracted || !revised.hasOtherText() && before.outletId.equals(after.outletId)
                && before.publishedAt.equals(after.publishedAt)) {
            return;
        }
        Optional<CheckedText> text = documents.textOf(after);
        for (Quote quote : quotes.findUsableIn(after.id)) {
            if (after.publishedAt.isBefore(before.publishedAt)) {
                refuseSaidAfter(after, quote, "/publishedAt");
            }
            Quote next = mapping.revisionOf(bodyOf(quote), quote, after, text, quote.speakerId);
            group(next, quote, quote.id);
            saveRevision(quote, next, RevisionType.REVERIFICATION,
                    revised.hasOtherText() ? "The document's text has a new revision" : "The document was revised",
                    kindOfChange(quote.verification, next.verification));
        }
    }

    /** Moves the quotes of a document that was merged, or those back that came with it. */
    void move(@Observes DocumentMerged merged) {
        Optional<CheckedText> text = documents.textOf(merged.to());
        List<Quote> quotesToMove = quotes.findUsableIn(merged.from().id).stream()
                .filter(quote -> !merged.isUndo() || quotes.existsRevisionIn(quote.id, merged.to().id)).toList();
        for (Quote quote : quotesToMove) {
            refuseSaidAfter(merged.to(), quote, "/into");
            Quote next = mapping.revisionOf(bodyOf(quote), quote, merged.to(), text, quote.speakerId);
            group(next, quote, quote.id);
            saveRevision(quote, next, RevisionType.MERGE, merged.reason(),
                    kindOfChange(quote.verification, next.verification));
        }
    }

    private static void refuseSaidAfter(Document document, Quote quote, String pointer) {
        var saidOn = PartialDate.of(quote.saidFrom, quote.saidPrecision);
        if (saidOn != null && saidOn.isAfter(document.published())) {
            throw ProblemException.conflict(pointer,
                    "The quote " + quote.id + " in this document was said on " + saidOn + ", after that.");
        }
    }

    /**
     * Checks some of the current quotes again that were checked before passage and words were told apart. Each gets a
     * revision, so that answers for a time before stay as they were.
     *
     * @return how many were checked; 0 when none is left
     */
    @Transactional
    int verifySomeOld(int most) {
        if (quotes.findToReverify(1).isEmpty()) {
            return 0;
        }
        // Another replica may have been faster: what is left is read behind the lock.
        ledger.alone();
        List<Quote> old = quotes.findToReverify(most);
        for (Quote quote : old) {
            Document document = documents.activeDocument(quote.documentId).orElseThrow();
            Quote next = mapping.revisionOf(bodyOf(quote), quote, document, documents.textOf(document),
                    quote.speakerId);
            // They were grouped by likeness alone.
            findGroup(next, quote, quote.id);
            saveRevision(quote, next, RevisionType.REVERIFICATION, "The words are checked apart from the passage",
                    kindOfChange(quote.verification, next.verification));
        }
        return old.size();
    }

    private static ChangeKind kindOfChange(AnchorStatus before, AnchorStatus after) {
        boolean held = before == AnchorStatus.EXACT || before == AnchorStatus.NORMALISED;
        boolean holds = after == AnchorStatus.EXACT || after == AnchorStatus.NORMALISED;
        if (held == holds) {
            return ChangeKind.REVISED;
        }
        return holds ? ChangeKind.ANCHOR_MENDED : ChangeKind.ANCHOR_BROKEN;
    }

    @Override
    protected String recordType() {
        return "quote";
    }

    @Override
    protected RevisionedRepository<Quote> repository() {
        return quotes;
    }

    @Override
    protected QuoteBody bodyOf(Quote quote) {
        return mapping.bodyOf(quote);
    }

    @Override
    protected Class<QuoteBody> bodyType() {
        return QuoteBody.class;
    }

    @Override
    protected QuoteView viewOf(Quote quote, Instant asOf) {
        return reader.find(quote.id, asOf).orElseThrow().view();
    }

    /** What was found in the text is part of a quote's history, though nobody typed it in. */
    @Override
    protected JsonNode stateOf(Quote quote) {
        ObjectNode state = mapper.valueToTree(bodyOf(quote));
        state.putObject("verification").put("status", quote.verification.name()).put("sha256", quote.verifiedSha256);
        if (quote.words != null) {
            ((ObjectNode) state.get("verification")).put("words", quote.words.name());
        }
        if (!quote.occurrenceOf.equals(quote.id)) {
            state.put("occurrenceOf", quote.occurrenceOf.toString());
        }
        return state;
    }

    @Override
    protected void check(QuoteBody body, Quote previous, String at, UUID id) {
        Optional<Document> document = documents.activeDocument(body.documentId());
        checks.check(body, previous, at, document, document.flatMap(documents::textLengthOf),
                checks.standing(body.speakerId()));
    }

    @Override
    protected Quote newRevision(QuoteBody body, Quote previous, UUID id) {
        Document document = documents.activeDocument(body.documentId()).orElseThrow();
        return newRevision(body, previous, id, document, documents.textOf(document));
    }

    private Quote newRevision(QuoteBody body, Quote previous, UUID id, Document document, Optional<CheckedText> text) {
        boolean isSameSpeaker = body.speakerId() == null
                || previous != null && body.speakerId().equals(previous.speakerId);
        UUID speakerId = isSameSpeaker ? body.speakerId() : speakers.canonical(body.speakerId()).orElseThrow().id;
        Quote quote = mapping.revisionOf(body, previous, document, text, speakerId);
        group(quote, previous, id);
        return quote;
    }

    /** Finds whose occurrence the quote is and what is near it, unless nothing has changed that matters to it. */
    private void group(Quote quote, Quote previous, UUID id) {
        if (!QuoteGroups.areSameWords(quote, previous)) {
            findGroup(quote, previous, id);
        }
    }

    private void findGroup(Quote quote, Quote previous, UUID id) {
        if (groups.find(quote, previous, id)) {
            leaveBehind(previous, "The first of the group was revised");
        }
    }

    @Override
    protected Collection<String> keysOfNew(QuoteBody body) {
        return body.speakerId() == null ? List.of() : Occurrences.keysOf(body.speakerId(), body.content());
    }

    @Override
    protected void beginToPatch(UUID id, JsonNode patch) {
        if (patch.properties().stream().allMatch(field -> OF_ITS_OWN.contains(field.getKey()))) {
            ledger.beside(List.of("quote:" + id));
        } else {
            ledger.alone();
        }
    }

    @Override
    protected Quote draft(UUID id, QuoteBody body, String at) {
        Optional<Document> document = documents.activeDocument(body.documentId());
        Optional<CheckedText> text = document.flatMap(documents::textOf);
        Optional<UUID> speaker = checks.standing(body.speakerId());
        checks.check(body, null, at, document, text.map(its -> its.text().length()), speaker);
        // Who was merged into another one speaks with the other's words.
        speaker.filter(known -> !known.equals(body.speakerId()))
                .ifPresent(known -> ledger.beside(Occurrences.keysOf(known, body.content())));
        return draftChecked(id, body, speaker.orElse(null), document.orElseThrow(), text);
    }

    @Override
    protected void added(Quote first) {
        if (!first.near.isEmpty()) {
            near.keep(first.id, first.near, first.recordedFrom);
        }
        if (!first.occurrenceOf.equals(first.id)) {
            occurrences.count(first.occurrenceOf, first.recordedFrom);
        }
    }

    @Override
    protected void revised(Quote before, Quote after) {
        if (after.retracted) {
            near.keep(after.id, Map.of(), after.recordedFrom);
        } else if (after.near != null) {
            near.keep(after.id, after.near, after.recordedFrom);
        }
        if (!after.retracted && before.occurrenceOf.equals(after.occurrenceOf)
                && before.documentId.equals(after.documentId) && before.rootKey.equals(after.rootKey)) {
            return;
        }
        occurrences.count(before.occurrenceOf, after.recordedFrom);
        if (!before.occurrenceOf.equals(after.occurrenceOf)) {
            occurrences.count(after.occurrenceOf, after.recordedFrom);
        }
    }

    /** When a quote was said, or published where that is unknown; empty where it is unknown or retracted. */
    public Optional<Instant> saidAt(UUID id) {
        return quotes.findActive(id).map(quote -> quote.sortAt);
    }

    /** Puts a quote where an editor says it belongs. */
    @Transactional
    QuoteView join(UUID id, String ifMatch, OccurrenceBody body) {
        ledger.alone();
        Quote quote = requireCurrent(id);
        requireMatch(ifMatch, viewOf(quote, null));
        Quote other = quotes.findActive(body.quote())
                .orElseThrow(() -> ProblemException.invalidBody("/quote", "is not the id of a quote"));
        if (other.id.equals(id) || other.occurrenceOf.equals(quote.occurrenceOf)) {
            throw ProblemException.conflict("/quote", "The two quotes are already occurrences of one statement.");
        }
        leaveBehind(quote, body.reason());
        regroup(quote, other.occurrenceOf, body.reason(), ChangeKind.GROUPED);
        return viewOf(requireCurrent(id), null);
    }

    /** Takes a quote out of its group for good. */
    @Transactional
    QuoteView split(UUID id, String ifMatch, String reason) {
        ledger.alone();
        Quote quote = requireCurrent(id);
        requireMatch(ifMatch, viewOf(quote, null));
        if (quotes.findUsableOccurrencesOf(quote.occurrenceOf).size() < 2) {
            throw ProblemException.conflict("The quote has no other occurrence.");
        }
        leaveBehind(quote, reason);
        regroup(quote, id, reason, ChangeKind.UNGROUPED);
        return viewOf(requireCurrent(id), null);
    }

    /** When the first of a group leaves it, the next one becomes the first. */
    private void leaveBehind(Quote quote, String reason) {
        if (!quote.occurrenceOf.equals(quote.id)) {
            return;
        }
        List<Quote> others = quotes.findUsableOccurrencesOf(quote.id).stream()
                .filter(other -> !other.id.equals(quote.id))
                .toList();
        for (Quote other : others) {
            Quote next = copy(other);
            next.occurrenceOf = others.get(0).id;
            saveRevision(other, next, RevisionType.RECLASSIFICATION, reason, ChangeKind.REVISED);
        }
    }

    private void regroup(Quote quote, UUID group, String reason, ChangeKind kind) {
        Quote next = copy(quote);
        next.occurrenceOf = group;
        next.occurrenceFixed = true;
        near.forget(quote.id, group, ledger.recordedAt());
        saveRevision(quote, next, RevisionType.RECLASSIFICATION, reason, kind);
    }

    /** How the words of a quote that is not recorded yet stand in the text of a document in this language. */
    public VerificationView verificationOf(QuoteBody body, String language, Optional<CheckedText> text) {
        return verifier.verificationOf(body, language, text);
    }
}
