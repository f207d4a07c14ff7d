package org.parole.quote.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.parole.kit.export.DatasetRecords;
import org.parole.kit.intake.IntakeState;
import org.parole.kit.intake.TwoPhaseIntakes;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.Ledger;
import org.parole.kit.record.RecordRetracting;
import org.parole.quote.document.CheckedText;
import org.parole.quote.document.Document;
import org.parole.quote.document.DocumentAdding;
import org.parole.quote.document.Documents;
import org.parole.quote.occurrence.Occurrences;
import org.parole.quote.outlet.Outlet;
import org.parole.quote.outlet.OutletAdding;
import org.parole.quote.outlet.OutletRepository;
import org.parole.quote.outlet.Outlets;
import org.parole.quote.quote.Quote;
import org.parole.quote.quote.QuoteBody;
import org.parole.quote.quote.Quotes;
import org.parole.quote.speaker.Speaker;
import org.parole.quote.speaker.SpeakerRepository;
import org.parole.quote.speaker.Speakers;

/**
 * The quote-service's half of an intake. Preparing checks everything, settles all ids and holds what the commit will
 * need, so that the commit has nothing left to refuse: names and URLs of new records cannot be taken by others, and
 * records that are referred to cannot be retracted, until the intake is committed or aborted.
 */
@ApplicationScoped
public class QuoteIntakes extends TwoPhaseIntakes<IntakeBody, IntakePlan> {

    private final Preparations preparations;
    private final Outlets outlets;
    private final OutletRepository outletRepository;
    private final Documents documents;
    private final Speakers speakers;
    private final SpeakerRepository speakerRepository;
    private final Quotes quotes;
    private final DatasetRecords datasets;

    QuoteIntakes(Preparations preparations, Outlets outlets, OutletRepository outletRepository, Documents documents,
            Speakers speakers,
            SpeakerRepository speakerRepository, Quotes quotes, DatasetRecords datasets) {
        this.preparations = preparations;
        this.outlets = outlets;
        this.outletRepository = outletRepository;
        this.documents = documents;
        this.speakers = speakers;
        this.speakerRepository = speakerRepository;
        this.quotes = quotes;
        this.datasets = datasets;
    }

    @Override
    protected Class<IntakeBody> bodyType() {
        return IntakeBody.class;
    }

    @Override
    protected Class<IntakePlan> planType() {
        return IntakePlan.class;
    }

    @Override
    protected Prepared<IntakePlan> plan(UUID id, IntakeBody body) {
        return preparations.of(id, body, this::validate);
    }

    @Override
    protected IntakePlan in(IntakePlan plan, IntakeState state) {
        return plan.in(state);
    }

    @Override
    protected IntakePlan empty(UUID id, IntakeState state) {
        return new IntakePlan(id, state, null, null, null, null);
    }

    void keepWhatIsHeld(@Observes RecordRetracting retracting) {
        if (holds.existsOn(retracting.id())
                || speakerRepository.findMergedInto(retracting.id()).stream().anyMatch(holds::existsOn)) {
            throw ProblemException.conflict("An unfinished intake refers to this " + retracting.recordType()
                    + ". Try again in a moment.");
        }
    }

    void keepNamesThatAreHeld(@Observes OutletAdding adding) {
        preparations.refuseHeld("outlet", adding.nameKey(), adding.id(), adding.pointer());
    }

    void keepAddressesThatAreHeld(@Observes DocumentAdding adding) {
        preparations.refuseHeld("document", adding.address(), adding.id(), adding.pointer());
    }

    @Override
    protected Optional<Collection<String>> keysOf(IntakeBody body) {
        IntakeDocument document = body.document();
        if (!document.passages().isEmpty() && (document.id() != null || body.reusesDocument())) {
            // Another passage has all quotes of the document checked again.
            return Optional.empty();
        }
        if (body.quotes().size() * Occurrences.MOST_KEYS > Ledger.MOST_KEYS) {
            // The keys of their words come later, when the speakers are known, and are too many.
            return Optional.empty();
        }
        List<String> keys = new ArrayList<>();
        if (document.url() != null) {
            keys.add(Documents.keyOf(document.url()));
        }
        if (document.outlet() != null && document.outlet().name() != null
                && !outlets.isProbablyRecorded(document.outlet().name())) {
            // Where it is recorded, only those who write alone can change that, and nobody has to wait for others that name it.
            keys.add(Outlets.keyOf(document.outlet().name()));
        }
        body.speakers().stream().filter(speaker -> speaker.name() != null)
                .forEach(speaker -> keys.addAll(Speakers.keysOf(speaker.body(null))));
        return Optional.of(keys);
    }

    @Override
    protected String typeAddedByOne() {
        return Preparations.DOCUMENT;
    }

    @Override
    protected void write(IntakeBody body, IntakePlan plan, String by, Set<UUID> added) {
        Optional<Document> known = added.contains(plan.documentId())
                ? Optional.empty()
                : documents.activeDocument(plan.documentId());
        if (known.isPresent() && !body.document().passages().isEmpty()) {
            documents.addPassages(plan.documentId(), body.document().passages());
            known = documents.activeDocument(plan.documentId());
        }
        List<Outlet> newOutlets = known.isPresent() || !added.contains(plan.outletId()) && isRecorded(plan, body)
                ? List.of()
                : List.of(outlets.draftChecked(plan.outletId(), body.document().outlet().body()));
        Document document = known
                .orElseGet(() -> documents.draftChecked(plan.documentId(), body.document().body(plan.outletId())));
        Map<String, UUID> ids = new HashMap<>();
        plan.speakers().forEach(speaker -> ids.put(speaker.label(), speaker.id()));
        Map<UUID, UUID> recorded = speakerRepository
                .findLatest(ids.values().stream().filter(id -> !added.contains(id)).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(speaker -> speaker.id, speaker -> speaker.canonicalId));
        List<Speaker> newSpeakers = newSpeakers(body, ids, recorded.keySet());
        // What was merged since it was prepared stands for another one.
        ids.replaceAll((label, id) -> recorded.getOrDefault(id, id));
        Optional<CheckedText> text = documents.textOf(document);
        List<QuoteBody> bodies = body.quotes().stream().map(quote -> quote.body(document.id, ids::get)).toList();
        // Of those who are added now, whose names are locked, nobody else can have words.
        ledger.beside(bodies.stream().filter(quote -> recorded.containsValue(quote.speakerId()))
                .flatMap(quote -> Occurrences.keysOf(quote.speakerId(), quote.content()).stream()).toList());
        List<Quote> newQuotes = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            QuoteBody quote = bodies.get(i);
            newQuotes.add(quotes.draftChecked(plan.quotes().get(i).id(), quote, quote.speakerId(), document, text));
        }
        outlets.writeAll(newOutlets, by);
        documents.writeAll(known.isPresent() ? List.of() : List.of(document), by);
        speakers.writeAll(newSpeakers, by);
        quotes.writeAll(newQuotes, by);
        List<UUID> records = newQuotes.stream().map(quote -> quote.id).collect(Collectors.toList());
        if (known.isEmpty()) {
            records.add(document.id);
        }
        datasets.keep(body.dataset(), body.licence(), records);
    }

    private boolean isRecorded(IntakePlan plan, IntakeBody body) {
        return outletRepository.findActive(plan.outletId()).isPresent()
                || ledger.besideLate(Outlets.keyOf(body.document().outlet().name()))
                        && outletRepository.findActive(plan.outletId()).isPresent();
    }

    /** Those that are not recorded yet, each once, however many labels it has. */
    private List<Speaker> newSpeakers(IntakeBody body, Map<String, UUID> ids, Set<UUID> recorded) {
        Map<UUID, Speaker> found = new LinkedHashMap<>();
        for (IntakeSpeaker speaker : body.speakers()) {
            UUID id = ids.get(speaker.label());
            if (!recorded.contains(id) && !found.containsKey(id)) {
                found.put(id, speakers.draftChecked(id, speaker.body(organ(speaker.speaksFor(), ids))));
            }
        }
        return List.copyOf(found.values());
    }

    private static UUID organ(String speaksFor, Map<String, UUID> ids) {
        if (speaksFor == null) {
            return null;
        }
        UUID id = ids.get(speaksFor);
        return id != null ? id : UUID.fromString(speaksFor);
    }
}
