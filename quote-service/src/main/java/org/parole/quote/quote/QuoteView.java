package org.parole.quote.quote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;
import org.parole.kit.time.DatePrecision;
import org.parole.kit.time.PartialDate;
import org.parole.quote.document.DocumentRef;
import org.parole.quote.speaker.SpeakerRef;

/** A quote as clients get it. */
@Schema(name = "Quote", description = "One attribution: who said what, in which role, through whom, in which document, and whether the document's text confirms it.")
public record QuoteView(UUID id, int revision, RevisionType revisionType, String reason, Instant recordedAt,
        String recordedBy, SpeakerRef speaker,
        @Schema(description = "The speaker's role, as given at that time", examples = "a spokesman for the National Security Council in Kabul") String role,
        @Schema(examples = "said") String cue, String content, QuoteKind kind, PartialDate saidOn,
        DatePrecision saidOnPrecision, Channel channel, List<ReportingLink> reportingChain,
        @Schema(examples = "en") String language, Original original, About about, DocumentRef document,
        List<AnchorView> anchors, VerificationView verification,
        @Schema(description = "The first quote of which this one is an occurrence. Absent if this one is the first") UUID occurrenceOf,
        @Schema(description = "The number of documents with the same words by the same speaker, including this one", examples = "1") int occurrences,
        @Schema(description = "How many of them have different roots of their reporting chains", examples = "1") int independentOccurrences,
        @Schema(description = "In searches: the matching passage as HTML. Its only markup are mark elements around the matches", examples = "by making <mark>excuses</mark> now") String snippet) {
}
