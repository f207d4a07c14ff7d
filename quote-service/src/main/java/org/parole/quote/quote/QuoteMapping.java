package org.parole.quote.quote;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.record.Ledger;
import org.parole.kit.text.Names;
import org.parole.kit.time.PartialDate;
import org.parole.quote.document.CheckedText;
import org.parole.quote.document.Document;
import org.parole.quote.occurrence.Occurrences;
import org.parole.quote.occurrence.Wording;
import org.parole.quote.outlet.Outlets;
import org.parole.quote.search.SearchText;

import com.fasterxml.jackson.core.type.TypeReference;

/** How the body of a quote becomes a revision, and a revision a body. */
@ApplicationScoped
class QuoteMapping {

    private static final TypeReference<List<ReportingLink>> LINKS = new TypeReference<>() {
    };
    private static final TypeReference<List<AnchorBody>> ANCHORS = new TypeReference<>() {
    };
    private static final TypeReference<List<SpeakerCandidateBody>> CANDIDATES = new TypeReference<>() {
    };

    private final Outlets outlets;
    private final QuoteVerifier verifier;
    private final JsonColumns columns;
    private final Ledger ledger;

    QuoteMapping(Outlets outlets, QuoteVerifier verifier, JsonColumns columns, Ledger ledger) {
        this.outlets = outlets;
        this.verifier = verifier;
        this.columns = columns;
        this.ledger = ledger;
    }

    /** The body that a client would have to send for this revision. */
    QuoteBody bodyOf(Quote quote) {
        return new QuoteBody(quote.documentId, quote.speakerId, columns.read(quote.speakerCandidates, CANDIDATES),
                quote.role, quote.cue, quote.content, quote.kind,
                PartialDate.of(quote.saidFrom, quote.saidPrecision), quote.channel,
                columns.read(quote.reportingChain, LINKS),
                quote.language, columns.read(quote.original, new TypeReference<Original>() {
                }), new About(quote.aboutParties, quote.aboutAgreements, quote.aboutTopics, quote.aboutExchanges),
                columns.read(quote.anchors, ANCHORS));
    }

    /**
     * A revision of a body that was checked, with its verification and what it is found by; grouped as the previous one was.
     *
     * @param previous  the revision before; null for the first
     * @param text      of the document, if it has one
     * @param speakerId the id that the speaker stands under now; null where it is unknown
     */
    Quote revisionOf(QuoteBody body, Quote previous, Document document, Optional<CheckedText> text, UUID speakerId) {
        Quote quote = new Quote();
        quote.documentId = document.id;
        quote.outletId = document.outletId;
        quote.publishedAt = document.publishedAt;
        quote.speakerId = speakerId;
        quote.speakerCandidates = speakerId == null ? columns.json(body.speakerCandidates()) : null;
        quote.role = body.role();
        quote.cue = body.cue();
        quote.content = body.content();
        quote.contentSearch = SearchText.indexed(body.language(), body.content());
        quote.kind = body.kind();
        quote.saidFrom = body.saidOn() == null ? null : body.saidOn().from();
        quote.saidPrecision = PartialDate.precisionOf(body.saidOn());
        quote.channel = body.channel();
        quote.reportingChain = columns.json(body.reportingChain());
        quote.language = body.language();
        quote.original = columns.json(body.original());
        quote.aboutParties = body.about().parties();
        quote.aboutAgreements = body.about().agreements();
        quote.aboutExchanges = body.about().exchanges();
        quote.aboutTopics = body.about().topics();
        quote.anchors = columns.json(body.anchors());
        verifier.verify(quote, body, previous, document, text);
        quote.sortAt = quote.saidFrom == null
                ? quote.publishedAt
                : quote.saidFrom.atStartOfDay(ZoneOffset.UTC).toInstant();
        quote.tags = tagsOf(quote, body);
        quote.rootKey = rootOf(body, document);
        Wording wording = Wording.of(body.content());
        quote.contentHash = wording.hash();
        quote.sketch = wording.sketch();
        if (previous != null) {
            if (!previous.rootKey.equals(quote.rootKey)) {
                // Its group is counted again.
                ledger.beside(List.of(Occurrences.keyOf(previous.occurrenceOf)));
            }
            quote.occurrenceOf = previous.occurrenceOf;
            quote.occurrenceFixed = previous.occurrenceFixed;
            quote.importId = previous.importId;
        }
        return quote;
    }

    private static List<String> tagsOf(Quote quote, QuoteBody body) {
        Tags tags = Tags.none().kind(quote.kind).channel(quote.channel).verification(quote.verification)
                .outlet(quote.outletId).languageAndItsParents(quote.language);
        body.about().parties().forEach(tags::party);
        body.about().agreements().forEach(tags::agreement);
        body.about().exchanges().forEach(tags::exchange);
        body.about().topics().forEach(tags::topic);
        if (quote.speakerId == null) {
            tags.unknownSpeaker();
            body.speakerCandidates()
                    .forEach(candidate -> tags.candidate(candidate.speaker()).candidate(candidate.name()));
        }
        return tags.list();
    }

    /** Where the words come from: an outlet that we know by name is the same root as a document of that outlet. */
    private String rootOf(QuoteBody body, Document document) {
        if (body.reportingChain().isEmpty()) {
            return document.outletId.toString();
        }
        String name = body.reportingChain().get(0).name();
        return outlets.named(name).map(outlet -> outlet.id.toString()).orElse(Names.key(name));
    }
}
