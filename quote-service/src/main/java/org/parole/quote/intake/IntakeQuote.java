package org.parole.quote.intake;

import java.util.List;
import java.util.UUID;

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
        @Schema(description = "Label of a speaker", examples = "faisal") String speaker, String role, String cue,
        String content, QuoteKind kind, PartialDate saidOn, Channel channel, List<ReportingLink> reportingChain,
        String language, Original original, About about, List<AnchorBody> anchors) {

    QuoteBody body(UUID documentId, UUID speakerId) {
        return new QuoteBody(documentId, speakerId, role, cue, content, kind, saidOn, channel, reportingChain, language,
                original, about, anchors);
    }
}
