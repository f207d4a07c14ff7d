package org.parole.quote.document;

import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.outlet.OutletRef;

/** A document as a quote shows it. */
@Schema(description = "A short form of a document.")
public record DocumentRef(UUID id, @Nullable String url, @Nullable String title, OutletRef outlet,
        PublicationTime publishedAt,
        @Schema(description = "How to find a document without a url") @Nullable String citation) {
}
