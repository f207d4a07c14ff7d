package org.parole.quote.intake;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.time.PartialDate;
import org.parole.quote.quote.About;
import org.parole.quote.quote.AnchorBody;
import org.parole.quote.quote.Channel;
import org.parole.quote.quote.Original;
import org.parole.quote.quote.QuoteBody;
import org.parole.quote.quote.QuoteKind;
import org.parole.quote.quote.ReportingLink;

/** A quote of an intake, under a label; its speaker is the label of one of the intake's speakers. */
@Schema(description = "A quote with a label. It refers to its speaker by label.")
public record IntakeQuote(@Schema(examples = "faisal-excuses") String label,
        @Schema(description = "Label of a speaker; left out where it is unknown who said it, with speakerCandidates in its place", examples = "faisal") String speaker,
        @Size(max = 20) List<@NotNull IntakeCandidate> speakerCandidates, String role, String cue,
        String content, QuoteKind kind, PartialDate saidOn, Channel channel, List<ReportingLink> reportingChain,
        String language, Original original, About about, List<AnchorBody> anchors) {

    /** The quote with ids in place of labels; a label that is unknown becomes the id that {@code ids} has for it. */
    QuoteBody body(UUID documentId, Function<String, UUID> ids) {
        return new QuoteBody(documentId, speaker == null ? null : ids.apply(speaker),
                speakerCandidates == null
                        ? null
                        : speakerCandidates.stream().map(one -> one == null ? null : one.body(ids)).toList(),
                role,
                cue, content, kind, saidOn, channel, reportingChain, language,
                original, about, anchors);
    }
}
