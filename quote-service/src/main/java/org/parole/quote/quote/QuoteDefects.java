package org.parole.quote.quote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import org.parole.kit.problem.FieldError;
import org.parole.kit.text.Names;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;

/** What can be wrong with a quote beyond its single fields. */
final class QuoteDefects {

    private QuoteDefects() {
    }

    /**
     * What is wrong with a quote, seen without its speaker and its document being recorded yet.
     *
     * @param published when its document was published, where that is known
     * @param textLength of the text of its document in code points, where it has one
     * @param at         where the quote stands in the request
     */
    static List<FieldError> in(QuoteBody body, PublicationTime published, Optional<Integer> textLength,
            String at) {
        List<FieldError> errors = new ArrayList<>(defectsOfSpeaker(body, at));
        defectOfTime(body.saidOn(), published).ifPresent(defect -> errors.add(new FieldError(at + "/saidOn", defect)));
        for (int i = 0; i < body.anchors().size(); i++) {
            AnchorBody anchor = body.anchors().get(i);
            String where = at + "/anchors/" + i;
            FieldError defect = anchor.defect(where);
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

    /** Either it is known who said it, or the quote tells who it may have been. */
    private static List<FieldError> defectsOfSpeaker(QuoteBody body, String at) {
        if (body.speakerId() == null && body.speakerCandidates() == null) {
            return List.of(new FieldError(at + "/speakerId",
                    "must be given, or speakerCandidates where it is unknown who said it, [] where nothing is known"));
        }
        if (body.speakerId() != null && body.speakerCandidates() != null) {
            return List.of(new FieldError(at + "/speakerCandidates", "must be left out where speakerId is given"));
        }
        List<FieldError> errors = new ArrayList<>();
        if (body.speakerCandidates() != null) {
            var known = new HashSet<Object>();
            for (int i = 0; i < body.speakerCandidates().size(); i++) {
                SpeakerCandidateBody candidate = body.speakerCandidates().get(i);
                String where = at + "/speakerCandidates/" + i;
                if ((candidate.speaker() == null) == (candidate.name() == null)) {
                    errors.add(new FieldError(where, "must have either speaker or name"));
                } else if (!known
                        .add(candidate.speaker() == null ? Names.key(candidate.name()) : candidate.speaker())) {
                    errors.add(new FieldError(where, "is in the list already"));
                }
            }
        }
        return errors;
    }
}
