package org.parole.quote.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;
import org.parole.quote.document.Document;
import org.parole.quote.speaker.Speakers;

/** Checks a quote against what it refers to. */
@ApplicationScoped
class QuoteChecks {

    private final Speakers speakers;
    private final QuoteMapping mapping;

    QuoteChecks(Speakers speakers, QuoteMapping mapping) {
        this.speakers = speakers;
        this.mapping = mapping;
    }

    /** The id that a speaker stands under now; empty where it is unknown or retracted. */
    Optional<UUID> standing(UUID speaker) {
        return speaker == null ? Optional.empty() : speakers.canonical(speaker).map(known -> known.id);
    }

    /**
     * Throws 422 with all that is wrong with a body.
     *
     * @param previous the revision before; null for the first
     * @param at       where the quote stands in the request
     * @param speaker  see {@link #standing}
     */
    void check(QuoteBody body, Quote previous, String at, Optional<Document> document,
            Optional<Integer> textLength, Optional<UUID> speaker) {
        List<FieldError> errors = new ArrayList<>();
        if (document.isEmpty()) {
            errors.add(new FieldError(at + "/documentId", "is not the id of a document"));
        }
        if (body.speakerId() != null && speaker.isEmpty()) {
            errors.add(new FieldError(at + "/speakerId", "is not the id of a speaker"));
        }
        List<SpeakerCandidateBody> candidates = body.speakerCandidates() == null ? List.of() : body.speakerCandidates();
        for (int i = 0; i < candidates.size(); i++) {
            UUID candidate = candidates.get(i).speaker();
            if (candidate != null && speakers.canonical(candidate).isEmpty()) {
                errors.add(new FieldError(at + "/speakerCandidates/" + i + "/speaker", "is not the id of a speaker"));
            }
        }
        if (document.isPresent()) {
            errors.addAll(QuoteDefects.in(isChoice(body, previous) ? body.withoutCandidates() : body,
                    document.get().published(), textLength, at));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalidBody(errors);
        }
    }

    /** Whether an editor says who said it: the candidates beside an unknown speaker have served their turn. */
    private boolean isChoice(QuoteBody body, Quote previous) {
        return previous != null && previous.speakerId == null && body.speakerId() != null
                && Objects.equals(body.speakerCandidates(), mapping.bodyOf(previous).speakerCandidates());
    }
}
