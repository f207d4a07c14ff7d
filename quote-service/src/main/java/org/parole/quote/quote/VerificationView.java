package org.parole.quote.quote;

import java.time.Instant;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.quote.anchor.AnchorStatus;
import org.parole.quote.document.TextKind;

/** Whether the document's text really says so: computed, never typed in. */
@Schema(name = "Verification", description = "Whether the document's text really says so. Computed, never typed in, and redone with every revision of the text: EXACT, NORMALISED (but for quotation marks, white space, dashes, ellipses, square brackets), AMBIGUOUS (more than once), ORPHANED (not there), UNCHECKED (no text). The worst of the anchors counts.")
public record VerificationView(AnchorStatus status, Instant checkedAt,
        @Schema(description = "SHA-256 of the text it was checked against") @Nullable String sha256,
        @Schema(description = "Whether that text is all of it") @Nullable TextKind textKind,
        @Schema(description = "Why the status is not EXACT") @Nullable String detail) {
}
