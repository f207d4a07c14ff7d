package org.parole.quote.quote;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.quote.anchor.AnchorStatus;
import org.parole.quote.anchor.WordsStatus;
import org.parole.quote.document.TextKind;

/** Whether the document's text really says so: computed, never typed in. */
@Schema(name = "Verification", description = "Whether the document's text really says so. Computed, never typed in, and redone with every revision of the text. Two facts, and the verdict on both.")
public record VerificationView(
        @Schema(description = "The verdict. EXACT and NORMALISED: the passage stands in the text and the words are its words, all or shortened, or indirect speech; NORMALISED with the way of writing set aside. AMBIGUOUS: more than once. ALTERED: the passage is there, but the words are not its words. ORPHANED: not in the text. UNCHECKED: no text, or the words could not be compared.") AnchorStatus status,
        @Schema(description = "When it was checked") Instant checkedAt,
        @Schema(description = "SHA-256 of the text it was checked against") @Nullable String sha256,
        @Schema(description = "Whether that text is all of it") @Nullable TextKind textKind,
        @Schema(description = "Why the status is not EXACT, and what there is to say about the words") @Nullable String detail,
        @Schema(description = "Where the passage stands: the worst of the anchors. Absent on revisions that were checked before passage and words were told apart") @Nullable AnchorStatus passage,
        @Schema(description = "How the quote's words relate to the passage: SAME, SHORTENED (see omitted), ALTERED (see difference), PARAPHRASE (indirect speech: nothing is claimed), UNCHECKED (nothing to compare). Absent like passage") @Nullable WordsStatus words,
        @Schema(description = "The words of the passage that the quote leaves out, in their order") @Nullable List<OmissionView> omitted,
        @Schema(description = "Where the words part from the passage: what stands there, and what the quote has") @Nullable DifferenceView difference) {
}
