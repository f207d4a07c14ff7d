package org.parole.quote.quote;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.parole.kit.page.CursorKeys;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.ChangeKind;
import org.parole.kit.record.RecordRetracting;
import org.parole.kit.record.Records;
import org.parole.kit.record.RevisionType;
import org.parole.kit.record.RevisionedRepository;
import org.parole.kit.text.Names;
import org.parole.kit.time.AsOf;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.anchor.Anchor;
import org.parole.quote.anchor.AnchorChecker;
import org.parole.quote.anchor.AnchorStatus;
import org.parole.quote.anchor.QuotedWords;
import org.parole.quote.document.CheckedText;
import org.parole.quote.document.Document;
import org.parole.quote.document.DocumentRevised;
import org.parole.quote.document.Documents;
import org.parole.quote.occurrence.Occurrences;
import org.parole.quote.occurrence.Wording;
import org.parole.quote.outlet.Outlets;
import org.parole.quote.search.SearchText;
import org.parole.quote.search.Searches;
import org.parole.quote.speaker.Speakers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be done with quotes. */
@ApplicationScoped
public class Quotes extends Records<Quote, QuoteBody, QuoteView> {

    private static final TypeReference<List<ReportingLink>> LINKS = new TypeReference<>() {
    };
    private static final TypeReference<List<AnchorBody>> ANCHORS = new TypeReference<>() {
    };
    private static final TypeReference<List<AnchorView>> CHECKS = new TypeReference<>() {
    };

    private static final String OCCURRENCES = "occurrences";

    private final QuoteRepository quotes;
    private final QuoteReader reader;
    private final Documents documents;
    private final Outlets outlets;
    private final Speakers speakers;
    private final Searches searches;
    private final Occurrences occurrences;
    private final Cursors cursors;

    Quotes(QuoteRepository quotes, QuoteReader reader, Documents documents, Outlets outlets, Speakers speakers,
            Searches searches, Occurrences occurrences, Cursors cursors) {
        this.quotes = quotes;
        this.reader = reader;
        this.documents = documents;
        this.outlets = outlets;
        this.speakers = speakers;
        this.searches = searches;
        this.occurrences = occurrences;
        this.cursors = cursors;
    }

    /** Without a transaction: one statement is of one moment anyway. */
    @Override
    public QuoteView view(UUID id, AsOf asOf) {
        var row = reader.find(id, asOf == null ? null : ledger.readAt(asOf))
                .orElseThrow(() -> ProblemException.notFound(recordType(), id));
        if (row.retracted()) {
            throw ProblemException.retracted(recordType(), id, row.view().reason());
        }
        return row.view();
    }

    QuotePage list(QuoteFilter filter, PageRequest page) {
        var order = filter.order != null ? filter.order : filter.q == null ? QuoteOrder.NEWEST : QuoteOrder.RELEVANCE;
        if (order == QuoteOrder.RELEVANCE && filter.q == null) {
            throw ProblemException.invalidParameter("order", "can be relevance only where q is given");
        }
        var cursor = page.cursor == null ? null : QuoteCursor.decode(cursors, page.cursor, filter);
        var query = queryOf(filter, cursor == null ? filter.q : cursor.words());
        if (cursor == null) {
            return firstPage(query, order, page.limit);
        }
        return page(query, order, cursor, page.limit, null);
    }

    /** How often each value of each filter occurs among the quotes that the filter holds for. */
    Facets facets(QuoteFilter filter) {
        var query = queryOf(filter, filter.q);
        return query.isNothing() ? new Facets(0, true, Map.of()) : reader.countFacets(query);
    }

    private QuoteQuery queryOf(QuoteFilter filter, String words) {
        return new QuoteQuery(filter, filter.asOf == null ? null : ledger.readAt(filter.asOf),
                words == null ? null : searches.understand(words, filter.language),
                filter.role == null ? null : searches.understandPlain(filter.role));
    }

    private QuotePage firstPage(QuoteQuery query, QuoteOrder order, int limit) {
        if (query.isNothing()) {
            return new QuotePage(List.of(), null, 0, true, null, null);
        }
        // The same while nothing changes, so that the answer and its ETag are, too.
        var start = order == QuoteOrder.RELEVANCE ? ledger.lastRecordedAt() : Instant.EPOCH;
        var page = page(query, order, QuoteCursor.first(start, query.text()), limit, null);
        if (!page.items().isEmpty() || query.text() == null) {
            return page;
        }
        var words = query.text().words();
        return searches.corrections(words, query.asOf()).stream()
                .map(other -> query.with(searches.understand(other, query.filter().language)))
                .filter(other -> !other.isNothing())
                .map(other -> page(other, order, QuoteCursor.first(start, other.text()), limit, words))
                .filter(corrected -> !corrected.items().isEmpty()).findFirst().orElse(page);
    }

    private QuotePage page(QuoteQuery query, QuoteOrder order, QuoteCursor cursor, int limit, String correctedFrom) {
        var found = order == QuoteOrder.RELEVANCE
                ? reader.findByRelevance(query, cursor.start(), cursor.after(), limit + 1)
                : reader.findPage(query, cursor.after(), limit + 1);
        var page = Page.of(found.rows(), limit, last -> cursor.following(last).encode(cursors, query.filter()));
        var total = cursor.after() == null ? total(query, found, page.next() == null) : null;
        return new QuotePage(page.items().stream().map(QuoteReader.Row::view).toList(), page.next(),
                total == null ? null : Math.min(total, QuoteReader.MAX_COUNTED),
                total == null ? null : total <= QuoteReader.MAX_COUNTED, correctedFrom,
                correctedFrom == null ? null : query.text().words());
    }

    private Integer total(QuoteQuery query, QuoteReader.Slice first, boolean isAll) {
        if (isAll) {
            return first.rows().size();
        }
        return first.total() == null ? Integer.valueOf(reader.count(query)) : first.total();
    }

    /**
     * What is wrong with a quote's anchors, seen without its speaker and its document being recorded yet.
     *
     * @param published when its document was published, where that is known
     * @param textLength of the text of its document in code points, where it has one
     * @param at         where the quote stands in the request
     */
    public List<FieldError> defectsOf(QuoteBody body, PublicationTime published, Optional<Integer> textLength,
            String at) {
        List<FieldError> errors = new ArrayList<>();
        defectOfTime(body.saidOn(), published).ifPresent(defect -> errors.add(new FieldError(at + "/saidOn", defect)));
        for (var i = 0; i < body.anchors().size(); i++) {
            var anchor = body.anchors().get(i);
            var where = at + "/anchors/" + i;
            var defect = anchor.defect(where);
            if (defect != null) {
                errors.add(defect);
            } else if (anchor.exact() == null && textLength.isEmpty()) {
                errors.add(new FieldError(where + "/exact",
                        "must be given, because the document has no text that contains it"));
            } else if (anchor.end() != null && textLength.isPresent() && anchor.end() > textLength.get()) {
                errors.add(new FieldError(where + "/end",
                        "must be inside the document's text, which has " + textLength.get() + " characters"));
            }
        }
        return errors;
    }

    private static Optional<String> defectOfTime(PartialDate saidOn, PublicationTime published) {
        if (saidOn == null) {
            return Optional.empty();
        }
        if (saidOn.isInFuture(Instant.now())) {
            return Optional.of("must not be in the future");
        }
        return published != null && saidOn.isAfter(published)
                ? Optional.of("must not be after its document was published, on " + published)
                : Optional.empty();
    }

    /** Adds a quote that was checked before, under an id that was settled then. Nothing is refused. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addChecked(UUID id, QuoteBody body, String recordedBy) {
        var document = documents.activeDocument(body.documentId()).orElseThrow();
        var speaker = speakers.canonical(body.speakerId()).orElseThrow();
        var first = newRevision(body, null, document, documents.textOf(document), speaker.id, ledger.begin());
        group(first, null, id);
        addFirst(first, id, recordedBy);
    }

    void keepSpeakersAndDocumentsInUse(@Observes RecordRetracting retracting) {
        if (retracting.recordType().equals("speaker") && quotes.existsUsableBy(retracting.id())) {
            throw ProblemException.conflict("The speaker has quotes. Retract or move them first.");
        }
        if (retracting.recordType().equals("document") && quotes.existsUsableIn(retracting.id())) {
            throw ProblemException.conflict("The document has quotes. Retract or move them first.");
        }
    }

    /** Checks all quotes of a document again when its text, its outlet or its date has changed. */
    void verifyAgain(@Observes DocumentRevised revised) {
        var before = revised.before();
        var after = revised.after();
        if (after.retracted || !revised.hasOtherText() && before.outletId.equals(after.outletId)
                && before.publishedAt.equals(after.publishedAt)) {
            return;
        }
        var text = documents.textOf(after);
        for (var quote : quotes.findUsableIn(after.id)) {
            var saidOn = PartialDate.of(quote.saidFrom, quote.saidPrecision);
            if (saidOn != null && saidOn.isAfter(after.published()) && !saidOn.isAfter(before.published())) {
                throw ProblemException.conflict("/publishedAt",
                        "The quote " + quote.id + " in this document was said on " + saidOn + ", after that.");
            }
            var next = newRevision(bodyOf(quote), quote, after, text, quote.speakerId, ledger.begin());
            saveRevision(quote, next, RevisionType.REVERIFICATION,
                    revised.hasOtherText() ? "The document's text has a new revision" : "The document was revised",
                    kindOfChange(quote.verification, next.verification));
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
        var recordedAt = ledger.begin();
        var old = quotes.findToReverify(most);
        for (var quote : old) {
            var document = documents.activeDocument(quote.documentId).orElseThrow();
            var next = newRevision(bodyOf(quote), quote, document, documents.textOf(document), quote.speakerId,
                    recordedAt);
            saveRevision(quote, next, RevisionType.REVERIFICATION, "The words are checked apart from the passage",
                    kindOfChange(quote.verification, next.verification));
        }
        return old.size();
    }

    private static ChangeKind kindOfChange(AnchorStatus before, AnchorStatus after) {
        var held = before == AnchorStatus.EXACT || before == AnchorStatus.NORMALISED;
        var holds = after == AnchorStatus.EXACT || after == AnchorStatus.NORMALISED;
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
        return new QuoteBody(quote.documentId, quote.speakerId, quote.role, quote.cue, quote.content, quote.kind,
                PartialDate.of(quote.saidFrom, quote.saidPrecision), quote.channel, read(quote.reportingChain, LINKS),
                quote.language, quote.original == null ? null : read(quote.original, new TypeReference<Original>() {
                }), new About(quote.aboutParties, quote.aboutAgreements, quote.aboutTopics, quote.aboutExchanges),
                read(quote.anchors, ANCHORS));
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
        var document = documents.activeDocument(body.documentId());
        var speaker = speakers.canonical(body.speakerId());
        List<FieldError> errors = new ArrayList<>();
        if (document.isEmpty()) {
            errors.add(new FieldError(at + "/documentId", "is not the id of a document"));
        }
        if (speaker.isEmpty()) {
            errors.add(new FieldError(at + "/speakerId", "is not the id of a speaker"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalidBody(errors);
        }
        errors.addAll(defectsOf(body, document.get().published(), documents.textLengthOf(document.get()), at));
        if (!errors.isEmpty()) {
            throw ProblemException.invalidBody(errors);
        }
    }

    @Override
    protected Quote newRevision(QuoteBody body, Quote previous, UUID id, Instant recordedAt) {
        var document = documents.activeDocument(body.documentId()).orElseThrow();
        var isSameSpeaker = previous != null && previous.speakerId.equals(body.speakerId());
        var speakerId = isSameSpeaker ? previous.speakerId : speakers.canonical(body.speakerId()).orElseThrow().id;
        var quote = newRevision(body, previous, document, documents.textOf(document), speakerId, recordedAt);
        group(quote, previous, id);
        return quote;
    }

    private Quote newRevision(QuoteBody body, Quote previous, Document document, Optional<CheckedText> text,
            UUID speakerId,
            Instant recordedAt) {
        var quote = new Quote();
        quote.documentId = document.id;
        quote.outletId = document.outletId;
        quote.publishedAt = document.publishedAt;
        quote.speakerId = speakerId;
        quote.role = body.role();
        quote.cue = body.cue();
        quote.content = body.content();
        quote.contentSearch = SearchText.indexed(body.language(), body.content());
        quote.kind = body.kind();
        quote.saidFrom = body.saidOn() == null ? null : body.saidOn().from();
        quote.saidPrecision = PartialDate.precisionOf(body.saidOn());
        quote.channel = body.channel();
        quote.reportingChain = json(body.reportingChain());
        quote.language = body.language();
        quote.original = body.original() == null ? null : json(body.original());
        quote.aboutParties = body.about().parties();
        quote.aboutAgreements = body.about().agreements();
        quote.aboutExchanges = body.about().exchanges();
        quote.aboutTopics = body.about().topics();
        quote.anchors = json(body.anchors());
        verify(quote, body, previous, document, text, recordedAt);
        quote.sortAt = quote.saidFrom == null
                ? quote.publishedAt
                : quote.saidFrom.atStartOfDay(ZoneOffset.UTC).toInstant();
        var tags = Tags.none().kind(quote.kind).channel(quote.channel).verification(quote.verification)
                .outlet(quote.outletId).languageAndItsParents(quote.language);
        body.about().parties().forEach(tags::party);
        body.about().agreements().forEach(tags::agreement);
        body.about().exchanges().forEach(tags::exchange);
        body.about().topics().forEach(tags::topic);
        quote.tags = tags.list();
        quote.rootKey = rootOf(body, document);
        var wording = Wording.of(body.content());
        quote.contentHash = wording.hash();
        quote.sketch = wording.sketch();
        if (previous != null) {
            quote.occurrenceOf = previous.occurrenceOf;
            quote.occurrenceFixed = previous.occurrenceFixed;
        }
        return quote;
    }

    /** Finds whose occurrence the quote is, unless an editor has said so or nothing has changed that matters to it. */
    private void group(Quote quote, Quote previous, UUID id) {
        if (previous != null && (previous.occurrenceFixed || previous.contentHash == quote.contentHash
                && previous.speakerId.equals(quote.speakerId) && previous.documentId.equals(quote.documentId))) {
            return;
        }
        if (previous != null && previous.occurrenceOf.equals(id) && quotes.findUsableOccurrencesOf(id).size() > 1) {
            // The first of a group stays its first: the others refer to it.
            return;
        }
        quote.occurrenceOf = occurrences
                .groupOf(id, quote.speakerId, quote.documentId, quote.content, quote.language, quote.sortAt)
                .orElse(id);
    }

    @Override
    protected void added(Quote first) {
        if (!first.occurrenceOf.equals(first.id)) {
            occurrences.count(first.occurrenceOf, first.recordedFrom);
        }
    }

    @Override
    protected void revised(Quote before, Quote after) {
        occurrences.count(before.occurrenceOf, after.recordedFrom);
        if (!before.occurrenceOf.equals(after.occurrenceOf)) {
            occurrences.count(after.occurrenceOf, after.recordedFrom);
        }
    }

    /** When a quote was said, or published where that is unknown; empty where it is unknown or retracted. */
    public Optional<Instant> saidAt(UUID id) {
        return quotes.findActive(id).map(quote -> quote.sortAt);
    }

    /** The same words by the same speaker, wherever they stand. */
    @Transactional
    Page<QuoteView> occurrences(UUID id, AsOf asOf, PageRequest page) {
        var at = ledger.readAt(asOf);
        var filters = Arrays.asList(id, asOf);
        var keys = page.cursor == null ? null : cursors.decode(page.cursor, OCCURRENCES, filters, 2);
        var after = keys == null
                ? null
                : new QuoteReader.PageKey(CursorKeys.instant(keys.get(0)), 0, CursorKeys.uuid(keys.get(1)));
        var rows = reader.findOccurrences(requireAsOf(id, at).occurrenceOf, at, after, page.limit + 1);
        return Page.of(rows, page.limit, last -> cursors.encode(OCCURRENCES, filters,
                List.of(last.sortAt().toString(), last.view().id().toString()))).map(QuoteReader.Row::view);
    }

    /** Puts a quote where an editor says it belongs. */
    @Transactional
    QuoteView join(UUID id, String ifMatch, OccurrenceBody body) {
        ledger.begin();
        var quote = requireCurrent(id);
        requireMatch(ifMatch, viewOf(quote, null));
        var other = quotes.findActive(body.quote())
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
        ledger.begin();
        var quote = requireCurrent(id);
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
        var others = quotes.findUsableOccurrencesOf(quote.id).stream().filter(other -> !other.id.equals(quote.id))
                .toList();
        for (var other : others) {
            var next = copy(other, ledger.begin());
            next.occurrenceOf = others.get(0).id;
            saveRevision(other, next, RevisionType.RECLASSIFICATION, reason, ChangeKind.REVISED);
        }
    }

    private void regroup(Quote quote, UUID group, String reason, ChangeKind kind) {
        var next = copy(quote, ledger.begin());
        next.occurrenceOf = group;
        next.occurrenceFixed = true;
        saveRevision(quote, next, RevisionType.RECLASSIFICATION, reason, kind);
    }

    /** Where the words come from: an outlet that we know by name is the same root as a document of that outlet. */
    private String rootOf(QuoteBody body, Document document) {
        if (body.reportingChain().isEmpty()) {
            return document.outletId.toString();
        }
        var name = body.reportingChain().get(0).name();
        return outlets.named(name).map(outlet -> outlet.id.toString()).orElse(Names.key(name));
    }

    private void verify(Quote quote, QuoteBody body, Quote previous, Document document, Optional<CheckedText> text,
            Instant recordedAt) {
        var checker = AnchorChecker.of(text.map(CheckedText::text).orElse(null));
        var original = body.original();
        var verification = checker.verify(anchors(body, previous), new QuotedWords(body.content(), body.language(),
                original == null ? null : original.content(), original == null ? null : original.language(),
                document.language, body.kind().claim()));
        var found = WordsFound.of(verification.words());
        quote.words = verification.words().status();
        quote.wordsFound = found == null ? null : json(found);
        quote.anchorChecks = json(verification.anchors().stream().map(AnchorView::of).toList());
        quote.verification = verification.status();
        quote.verificationDetail = verification.detail();
        quote.verifiedAt = recordedAt;
        quote.verifiedSha256 = text.map(CheckedText::sha256).orElse(null);
        quote.verifiedTextKind = text.map(CheckedText::kind).orElse(null);
    }

    /**
     * The anchors to look for. Where the client gave no context, the one that was found in the text before tells equal
     * words apart in the next.
     */
    private List<Anchor> anchors(QuoteBody body, Quote previous) {
        var known = previous == null ? List.<AnchorView>of() : read(previous.anchorChecks, CHECKS);
        if (body.anchors().isEmpty() && previous != null && known.size() == 1
                && Objects.equals(previous.content, body.content())) {
            return List.of(Anchor.ofWords(body.content()).withHint(known.get(0).prefix(), known.get(0).suffix()));
        }
        List<Anchor> anchors = new ArrayList<>();
        for (var i = 0; i < body.anchors().size(); i++) {
            var anchor = body.anchors().get(i);
            var before = i < known.size() ? known.get(i) : null;
            // Words that were named by cursor alone are looked for by themselves from then on.
            var exact = anchor.exact() == null && before != null && isAt(before, anchor)
                    ? before.exact()
                    : anchor.exact();
            if (anchor.prefix() == null && anchor.suffix() == null && before != null
                    && Objects.equals(before.exact(), exact)) {
                anchors.add(new Anchor(exact, before.prefix(), before.suffix(), anchor.start(), anchor.end(), true));
            } else {
                anchors.add(new Anchor(exact, anchor.prefix(), anchor.suffix(), anchor.start(), anchor.end()));
            }
        }
        return anchors;
    }

    private static boolean isAt(AnchorView found, AnchorBody anchor) {
        return Objects.equals(found.start(), anchor.start()) && Objects.equals(found.end(), anchor.end());
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A quote's JSON column cannot be read", e);
        }
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A quote's part cannot be written as JSON", e);
        }
    }
}
