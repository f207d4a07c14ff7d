package org.parole.quote.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.id.Uuid7;
import org.parole.kit.intake.IntakeHold;
import org.parole.kit.intake.IntakeHoldRepository;
import org.parole.kit.intake.IntakeState;
import org.parole.kit.intake.TwoPhaseIntakes;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.problem.ViolationPointers;
import org.parole.kit.record.Ledger;
import org.parole.kit.text.Names;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.anchor.SourceText;
import org.parole.quote.document.ArticleAddress;
import org.parole.quote.document.CheckedText;
import org.parole.quote.document.Document;
import org.parole.quote.document.DocumentBody;
import org.parole.quote.document.Documents;
import org.parole.quote.document.Passages;
import org.parole.quote.document.TextKind;
import org.parole.quote.outlet.Outlet;
import org.parole.quote.outlet.OutletRepository;
import org.parole.quote.outlet.Outlets;
import org.parole.quote.quote.QuoteBody;
import org.parole.quote.quote.Quotes;
import org.parole.quote.quote.VerificationView;
import org.parole.quote.speaker.Speaker;
import org.parole.quote.speaker.SpeakerBody;
import org.parole.quote.speaker.Speakers;

/** Checks an intake's records beside each other and beside what is recorded, settles their ids, and says what it holds. */
@ApplicationScoped
class Preparations {

    private static final String OUTLET = "outlet";
    static final String DOCUMENT = "document";
    private static final String SPEAKER = "speaker";

    private final Outlets outlets;
    private final OutletRepository outletRepository;
    private final Documents documents;
    private final Speakers speakers;
    private final Quotes quotes;
    private final IntakeHoldRepository holds;
    private final Ledger ledger;

    Preparations(Outlets outlets, OutletRepository outletRepository, Documents documents, Speakers speakers,
            Quotes quotes, IntakeHoldRepository holds, Ledger ledger) {
        this.outlets = outlets;
        this.outletRepository = outletRepository;
        this.documents = documents;
        this.speakers = speakers;
        this.quotes = quotes;
        this.holds = holds;
        this.ledger = ledger;
    }

    /** Adds what Bean Validation finds wrong with a record; whether it found nothing. */
    interface Validation {
        boolean passes(Object record, String at, List<FieldError> errors);
    }

    /** Settles the ids of an intake's records and what it holds; 409 or 422 where something is wrong. */
    TwoPhaseIntakes.Prepared<IntakePlan> of(UUID intakeId, IntakeBody body, Validation validation) {
        Preparation preparation = new Preparation(intakeId, body, validation);
        return new TwoPhaseIntakes.Prepared<>(preparation.plan(), preparation.held, preparation.added);
    }

    /** Refuses a name or an address that a prepared intake is about to give to another record. */
    void refuseHeld(String type, String key, UUID id, String pointer) {
        holds.findNew(type, key).filter(hold -> !hold.recordId.equals(id)).ifPresent(hold -> {
            throw beingAdded(type, pointer);
        });
    }

    private static ProblemException beingAdded(String type, String pointer) {
        return ProblemException.conflict(pointer,
                "An unfinished intake adds this " + type + ". Try again in a moment.");
    }

    /** The preparation of one intake: collects what is wrong, settles ids, holds records. */
    private final class Preparation {
        private final UUID intakeId;
        private final IntakeBody body;
        private final Validation validation;
        private final List<FieldError> errors = new ArrayList<>();
        private final List<IntakeHold> held = new ArrayList<>();
        private final Set<UUID> added = new HashSet<>();
        private List<IntakeHold> ofOthers;

        Preparation(UUID intakeId, IntakeBody body, Validation validation) {
            this.intakeId = intakeId;
            this.body = body;
            this.validation = validation;
            this.ofOthers = holds.findNew(keysThatMayBeHeld());
        }

        IntakePlan plan() {
            UUID documentId;
            UUID outletId = null;
            Optional<CheckedText> text = Optional.empty();
            IntakeDocument document = body.document();
            PublicationTime published = document.publishedAt();
            String language = document.language();
            Optional<Document> recorded = recorded(document);
            if (recorded.isPresent()) {
                documentId = recorded.get().id;
                outletId = recorded.get().outletId;
                published = recorded.get().published();
                language = recorded.get().language;
                text = extended(documents.textOf(recorded.get()));
                hold(DOCUMENT, documentId, null);
            } else if (document.id() != null) {
                documentId = document.id();
                Optional<Document> known = documents.activeDocument(documentId);
                if (document.hasMoreThanAnId()) {
                    errors.add(new FieldError("/document/id", "must be the only field, or be absent"));
                }
                if (known.isEmpty()) {
                    errors.add(new FieldError("/document/id", "is not the id of a document"));
                } else {
                    outletId = known.get().outletId;
                    published = known.get().published();
                    language = known.get().language;
                    text = extended(documents.textOf(known.get()));
                    hold(DOCUMENT, documentId, null);
                }
            } else {
                documentId = Uuid7.next();
                added.add(documentId);
                if (!document.passages().isEmpty() && (document.text() != null || document.textKind() != null)) {
                    errors.add(
                            new FieldError("/document/passages", "must not be given together with text or textKind"));
                }
                outletId = outlet(document.outlet());
                DocumentBody newDocument = document.body(outletId == null ? documentId : outletId);
                if (validation.passes(newDocument, "/document", errors)) {
                    errors.addAll(Documents.defectsOf(newDocument, "/document"));
                }
                if (document.url() != null) {
                    refuseKnown(document.url());
                    hold(DOCUMENT, documentId, ArticleAddress.of(document.url()));
                }
                text = textOf(newDocument);
            }
            Map<String, UUID> speakerIds = speakers();
            List<IntakePlan.LabelledQuote> planned = quotes(documentId, published, language, speakerIds, text);
            if (!errors.isEmpty()) {
                errors.sort(ViolationPointers.ORDER);
                throw ProblemException.invalidBody(errors);
            }
            return new IntakePlan(intakeId, IntakeState.PREPARED, documentId, outletId, labelled(speakerIds),
                    planned);
        }

        private List<String> keysThatMayBeHeld() {
            List<String> keys = new ArrayList<>();
            if (body.document().url() != null) {
                keys.add(ArticleAddress.of(body.document().url()));
            }
            if (body.document().outlet() != null && body.document().outlet().name() != null) {
                keys.add(Names.key(body.document().outlet().body().name()));
            }
            body.speakers().stream().filter(speaker -> speaker.name() != null)
                    .forEach(speaker -> keys.add(key(speaker.body(null))));
            return keys;
        }

        /** What another intake, or this one, is about to add under this name or URL. */
        private Optional<IntakeHold> heldNew(String type, String key) {
            return Stream.concat(held.stream(), ofOthers.stream())
                    .filter(hold -> hold.isNew && hold.recordType.equals(type) && key.equals(hold.key)).findFirst();
        }

        /**
         * The document of this article that is recorded already, for an intake that may be repeated and so has to put up with
         * it. Its text stays the one that is recorded, so that no other one may come.
         */
        private Optional<Document> recorded(IntakeDocument document) {
            if (!body.reusesDocument() || document.id() != null || document.url() == null) {
                return Optional.empty();
            }
            Optional<Document> known = documents.at(document.url());
            if (known.isPresent() && document.text() != null && !documents.textOf(known.get())
                    .map(text -> text.text().value()).equals(Optional.of(SourceText.nfc(document.text())))) {
                throw ProblemException.conflict("/document/text",
                        Documents.knownAs(known.get(), document.url()) + " Its text is another one.");
            }
            return known;
        }

        /** The text that the quotes will be checked against: with the passages that come with them. */
        private Optional<CheckedText> extended(Optional<CheckedText> known) {
            List<String> passages = body.document().passages();
            if (passages.isEmpty()) {
                return known;
            }
            String text = Passages.extend(known.map(its -> its.text().value()), passages);
            if (known.filter(its -> its.kind() == TextKind.FULL).isPresent()) {
                errors.add(
                        new FieldError("/document/passages",
                                "must be absent, because the document already has its full text"));
            } else if (text.length() > DocumentBody.MAX_TEXT) {
                errors.add(new FieldError("/document/passages",
                        "must not make the excerpt longer than 1,000,000 characters"));
            }
            return Optional.of(new CheckedText(SourceText.of(text), TextKind.EXCERPT, null));
        }

        private void refuseKnown(String url) {
            documents.at(url).ifPresent(known -> {
                throw ProblemException.conflict("/document/url", Documents.knownAs(known, url));
            });
            if (heldNew(DOCUMENT, ArticleAddress.of(url)).isPresent()) {
                throw beingAdded(DOCUMENT, "/document/url");
            }
        }

        private UUID outlet(IntakeOutlet outlet) {
            if (outlet == null) {
                errors.add(new FieldError("/document/outlet", "must be given"));
                return null;
            }
            if (outlet.id() != null) {
                if (outletRepository.findActive(outlet.id()).isEmpty()) {
                    errors.add(new FieldError("/document/outlet/id", "is not the id of an outlet"));
                } else {
                    hold(OUTLET, outlet.id(), null);
                }
                return outlet.id();
            }
            if (!validation.passes(outlet.body(), "/document/outlet", errors)) {
                return null;
            }
            Optional<Outlet> known = outlets.named(outlet.name());
            if (known.isEmpty() && ledger.besideLate(Outlets.keyOf(outlet.name()))) {
                // It was retracted or renamed since it was seen, and somebody else may be adding another one.
                ofOthers = holds.findNew(keysThatMayBeHeld());
                known = outlets.named(outlet.name());
            }
            if (known.isPresent()) {
                hold(OUTLET, known.get().id, null);
                return known.get().id;
            }
            String key = Names.key(outlet.body().name());
            UUID id = heldNew(OUTLET, key).map(hold -> hold.recordId).orElseGet(Uuid7::next);
            added.add(id);
            hold(OUTLET, id, key);
            return id;
        }

        private Map<String, UUID> speakers() {
            Map<String, UUID> ids = new LinkedHashMap<>();
            for (int i = 0; i < body.speakers().size(); i++) {
                String at = "/speakers/" + i;
                IntakeSpeaker speaker = body.speakers().get(i);
                TwoPhaseIntakes.checkLabel(speaker.label(), ids.containsKey(speaker.label()), at, errors);
                if (speaker.id() != null) {
                    if (speaker.hasMoreThanAnId()) {
                        errors.add(new FieldError(at + "/id", "must be the only field, or be absent"));
                    }
                    if (Preparations.this.speakers.canonical(speaker.id()).isEmpty()) {
                        errors.add(new FieldError(at + "/id", "is not the id of a speaker"));
                    } else {
                        hold(SPEAKER, speaker.id(), null);
                    }
                    ids.put(speaker.label(), speaker.id());
                } else {
                    ids.put(speaker.label(), speaker(speaker, at));
                }
            }
            for (int i = 0; i < body.speakers().size(); i++) {
                organ(body.speakers().get(i), ids, "/speakers/" + i + "/speaksFor");
            }
            return ids;
        }

        private UUID speaker(IntakeSpeaker speaker, String at) {
            SpeakerBody newSpeaker = speaker.body(null);
            if (!validation.passes(newSpeaker, at, errors)) {
                return Uuid7.next();
            }
            Preparations.this.speakers.check(newSpeaker, at);
            Optional<Speaker> known = Preparations.this.speakers.sameAs(newSpeaker);
            if (known.isPresent()) {
                hold(SPEAKER, known.get().id, null);
                return known.get().id;
            }
            if (!newSpeaker.kind().isNamed()) {
                UUID id = Uuid7.next();
                added.add(id);
                return id;
            }
            String key = key(newSpeaker);
            UUID id = heldNew(SPEAKER, key).map(hold -> hold.recordId).orElseGet(Uuid7::next);
            added.add(id);
            hold(SPEAKER, id, key);
            return id;
        }

        private void organ(IntakeSpeaker speaker, Map<String, UUID> ids, String at) {
            if (speaker.speaksFor() == null || speaker.id() != null) {
                return;
            }
            if (ids.containsKey(speaker.speaksFor())) {
                Map<String, String> organs = new HashMap<>();
                body.speakers().forEach(other -> organs.put(other.label(), other.speaksFor()));
                var seen = new HashSet<String>();
                for (String next = speaker.label(); next != null; next = organs.get(next)) {
                    if (!seen.add(next)) {
                        errors.add(new FieldError(at, "must not lead back to the speaker itself"));
                        return;
                    }
                }
                return;
            }
            try {
                var id = UUID.fromString(speaker.speaksFor());
                if (Preparations.this.speakers.canonical(id).isPresent()) {
                    hold(SPEAKER, id, null);
                    return;
                }
            } catch (IllegalArgumentException e) {
                // The same answer as for an id that is unknown.
            }
            errors.add(new FieldError(at, "is neither the label of a speaker here nor the id of one"));
        }

        private List<IntakePlan.LabelledQuote> quotes(UUID documentId, PublicationTime published,
                String language, Map<String, UUID> speakerIds,
                Optional<CheckedText> text) {
            List<IntakePlan.LabelledQuote> planned = new ArrayList<>();
            Set<String> labels = new HashSet<>();
            for (int i = 0; i < body.quotes().size(); i++) {
                String at = "/quotes/" + i;
                IntakeQuote quote = body.quotes().get(i);
                TwoPhaseIntakes.checkLabel(quote.label(), !labels.add(quote.label()), at, errors);
                checkSpeakers(quote, speakerIds, at);
                VerificationView verification = null;
                QuoteBody newQuote = quote.body(documentId, label -> speakerIds.getOrDefault(label, documentId));
                if (validation.passes(newQuote, at, errors)) {
                    Quotes.defectsOf(newQuote, published, text.map(its -> its.text().length()), at).stream()
                            // who said it is named by a label here
                            .map(error -> error.pointer().equals(at + "/speakerId")
                                    ? new FieldError(at + "/speaker", error.detail())
                                    : error)
                            .forEach(errors::add);
                    verification = errors.isEmpty()
                            ? Preparations.this.quotes.verificationOf(newQuote, language, text)
                            : null;
                }
                planned.add(new IntakePlan.LabelledQuote(quote.label(), Uuid7.next(), verification));
            }
            return planned;
        }

        private void checkSpeakers(IntakeQuote quote, Map<String, UUID> speakerIds, String at) {
            if (quote.speaker() != null && !speakerIds.containsKey(quote.speaker())) {
                errors.add(new FieldError(at + "/speaker", "is not the label of a speaker here"));
            }
            List<IntakeCandidate> candidates = quote.speakerCandidates() == null
                    ? List.<IntakeCandidate>of()
                    : quote.speakerCandidates();
            for (int i = 0; i < candidates.size(); i++) {
                // Null is told with what is wrong with the quote itself.
                String label = candidates.get(i) == null ? null : candidates.get(i).speaker();
                if (label != null && !speakerIds.containsKey(label)) {
                    errors.add(new FieldError(at + "/speakerCandidates/" + i + "/speaker",
                            "is not the label of a speaker here"));
                }
            }
        }

        private void hold(String type, UUID id, String key) {
            if (held.stream().anyMatch(hold -> hold.recordType.equals(type) && hold.recordId.equals(id))) {
                return;
            }
            var hold = new IntakeHold();
            hold.intakeId = intakeId;
            hold.recordType = type;
            hold.recordId = id;
            hold.isNew = key != null;
            hold.key = key;
            held.add(hold);
        }

        private static String key(SpeakerBody speaker) {
            return speaker.kind() + ":" + speaker.party() + ":" + Names.key(speaker.name());
        }

        private static Optional<CheckedText> textOf(DocumentBody document) {
            return document.text() == null
                    ? Optional.empty()
                    : Optional.of(new CheckedText(SourceText.of(document.text()), document.textKind(), null));
        }

        private static List<IntakePlan.Labelled> labelled(Map<String, UUID> ids) {
            return ids.entrySet().stream().map(entry -> new IntakePlan.Labelled(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }
}
