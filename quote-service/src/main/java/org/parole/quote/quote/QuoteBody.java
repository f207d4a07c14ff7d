package org.parole.quote.quote;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.LanguageTag;
import org.parole.kit.text.OneLine;
import org.parole.kit.time.PartialDate;
import org.parole.quote.anchor.SourceText;

/** A quote as a client sends it. */
@Schema(name = "QuoteBody", description = "One attribution: who said what, in which role, through whom, and where it can be read.")
public record QuoteBody(@Schema(description = "Id of the document that contains the quote") @NotNull UUID documentId,
        @Schema(description = "Id of the speaker; left out where it is unknown who said it, with speakerCandidates in its place") UUID speakerId,
        @Schema(description = "In place of speakerId: who it may have been, [] where nothing is known. Nobody of them counts as having said it") @Size(max = 20) List<@NotNull @Valid SpeakerCandidateBody> speakerCandidates,
        @Schema(description = "The speaker's role, as given at that time", examples = "a spokesman for the National Security Council in Kabul") @Size(max = 300) @OneLine String role,
        @Schema(description = "The words that attribute the content, such as 'said'", examples = "said") @Size(max = 200) String cue,
        @Schema(description = "The quoted words", examples = "We ask the Taliban to not sabotage the process by making excuses now") @NotBlank @Size(max = MAX_CONTENT) String content,
        @Schema(examples = "DIRECT") @NotNull QuoteKind kind,
        @Schema(description = "When it was said. Absent if unknown") PartialDate saidOn,
        @Schema(examples = "STATEMENT") @NotNull Channel channel,
        @Schema(description = "The intermediaries between the speaker and the document, starting next to the speaker") @Size(max = 10) List<@NotNull @Valid ReportingLink> reportingChain,
        @Schema(description = "Language tag (BCP 47) of the content", examples = "en") @NotNull @LanguageTag String language,
        @Valid Original original, @Valid About about,
        @Schema(description = "Where the document's text contains the quote. Without an anchor, Parole searches for the content") @Size(max = 50) List<@NotNull @Valid AnchorBody> anchors) {

    /** The longest content that is taken. */
    public static final int MAX_CONTENT = 10_000;

    /** Brings the texts into NFC; nothing is an empty list. */
    public QuoteBody {
        role = SourceText.nfc(role);
        cue = SourceText.nfc(cue);
        content = SourceText.nfc(content);
        reportingChain = reportingChain == null ? List.of() : reportingChain;
        about = about == null ? About.NOTHING : about;
        anchors = anchors == null ? List.of() : anchors;
    }

    /** The same without those who may have said it. */
    QuoteBody withoutCandidates() {
        return new QuoteBody(documentId, speakerId, null, role, cue, content, kind, saidOn, channel, reportingChain,
                language,
                original, about, anchors);
    }
}
