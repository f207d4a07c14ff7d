package org.parole.quote.quote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;
import org.parole.kit.time.DatePrecision;
import org.parole.kit.time.PartialDate;
import org.parole.quote.document.DocumentRef;
import org.parole.quote.speaker.SpeakerRef;

/** A quote as clients get it. */
@Schema(name = "Quote", description = "One attribution: who said what, in which role, through whom, in which document, and whether the document's text confirms it.")
public record QuoteView(@Schema(description = "The quote's id") UUID id,
        @Schema(description = "Which revision of the record this is, from 1") int revision,
        @Schema(description = "Why there is this revision") RevisionType revisionType,
        @Schema(description = "What the editor gave as the reason of the revision; none for a first one") @Nullable String reason,
        @Schema(description = "When the revision was recorded: what `asOf` compares") Instant recordedAt,
        @Schema(description = "By whom it was recorded") String recordedBy,
        @Schema(description = "Who said it; absent where that is unknown") @Nullable SpeakerRef speaker,
        @Schema(description = "Possible speakers of a quote whose speaker is unknown, as recorded. None of them counts as the speaker until an editor sets one") @Nullable List<SpeakerCandidate> speakerCandidates,
        @Schema(description = "The speaker's role, as given at that time", examples = "a spokesman for the National Security Council in Kabul") @Nullable String role,
        @Schema(description = "The word that attributes it ('said')", examples = "said") @Nullable String cue,
        @Schema(description = "What was said, in the words of the document") String content,
        @Schema(description = "Whether the words are the speaker's own (DIRECT), retold (INDIRECT), or both (MIXED)") QuoteKind kind,
        @Schema(description = "When it was said, as far as that is known") @Nullable PartialDate saidOn,
        @Schema(description = "How much of that date is known") DatePrecision saidOnPrecision,
        @Schema(description = "How it was said") Channel channel, List<ReportingLink> reportingChain,
        @Schema(description = "The language of the content (BCP 47)", examples = "en") String language,
        @Nullable Original original, About about, DocumentRef document,
        List<AnchorView> anchors, VerificationView verification,
        @Schema(description = "The first quote of which this one is an occurrence. Absent if this one is the first") @Nullable UUID occurrenceOf,
        @Schema(description = "The number of documents with the same words by the same speaker, including this one", examples = "1") int occurrences,
        @Schema(description = "How many of them have different roots of their reporting chains", examples = "1") int independentOccurrences,
        @Schema(description = "Quotes by the same speaker in other documents that are alike in words but not the same statement, with what differs; at most 20, absent where there are none. They corroborate nothing") @Nullable List<NearQuote> near,
        @Schema(description = "In searches: the matching passage as HTML. Its only markup are mark elements around the matches", examples = "by making <mark>excuses</mark> now") @Nullable String snippet,
        @Schema(description = "The data set that it was imported with; none for what was recorded by hand", examples = "quotebank-2020") @Nullable String dataset,
        @Schema(description = "The licence of that data set, if the import named one", examples = "CC-BY-4.0") @Nullable String licence) {

    /** The same with a snippet: HTML. */
    QuoteView withSnippet(String html) {
        return new QuoteView(id, revision, revisionType, reason, recordedAt, recordedBy, speaker, speakerCandidates,
                role,
                cue, content, kind, saidOn, saidOnPrecision, channel, reportingChain, language, original, about,
                document,
                anchors, verification, occurrenceOf, occurrences, independentOccurrences, near, html, dataset,
                licence);
    }
}
