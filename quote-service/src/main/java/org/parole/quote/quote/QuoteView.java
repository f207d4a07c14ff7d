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
@Schema(name = "Quote", description = "One attribution: who said what, in which role, through whom, where it stands, and whether it really stands there.")
public record QuoteView(UUID id, int revision, RevisionType revisionType, String reason, Instant recordedAt,
        String recordedBy,
        @Schema(description = "Who said it; absent where that is unknown") SpeakerRef speaker,
        @Schema(description = "Beside an unknown speaker: who it may have been, as it was given. Nobody of them counts as having said it, until an editor sets the speaker") List<SpeakerCandidate> speakerCandidates,
        @Schema(description = "The speaker's role as given then", examples = "a spokesman for the National Security Council in Kabul") String role,
        @Schema(examples = "said") String cue, String content, QuoteKind kind, PartialDate saidOn,
        DatePrecision saidOnPrecision, Channel channel, List<ReportingLink> reportingChain,
        @Schema(examples = "en") String language, Original original, About about, DocumentRef document,
        List<AnchorView> anchors, VerificationView verification,
        @Schema(description = "The quote whose occurrence in another document this is; absent where it is the first") UUID occurrenceOf,
        @Schema(description = "In how many documents the same words by the same speaker stand, this one included", examples = "1") int occurrences,
        @Schema(description = "How many of them have different roots of their reporting chains", examples = "1") int independentOccurrences,
        @Schema(description = "Quotes by the same speaker in other documents that are alike in words but not the same statement, with what differs; at most 20, absent where there are none. They corroborate nothing") List<NearQuote> near,
        @Schema(description = "In searches: the passage that was found, as HTML in which nothing is markup but mark elements around the words", examples = "by making <mark>excuses</mark> now") String snippet) {
}
