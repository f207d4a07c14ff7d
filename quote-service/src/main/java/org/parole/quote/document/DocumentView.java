package org.parole.quote.document;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.outlet.OutletRef;

/** A document as clients get it: without its text, but with what proves which text it is. */
@Schema(name = "Document", description = "One published text: where it stands and which text it is, but not the text itself.")
public record DocumentView(UUID id, int revision, RevisionType revisionType, @Nullable String reason,
        Instant recordedAt,
        String recordedBy, String url, String title, OutletRef outlet, PublicationTime publishedAt, String language,
        @Schema(description = "Absent where there is no text") @Nullable TextKind textKind,
        @Schema(description = "SHA-256 of the text in NFC and UTF-8") @Nullable String sha256,
        @Schema(description = "In Unicode code points") @Nullable Integer textLength,
        @Schema(description = "Rises by one with every change of the text") @Nullable Integer textRevision) {
}
