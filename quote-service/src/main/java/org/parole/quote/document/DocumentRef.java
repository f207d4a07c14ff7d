package org.parole.quote.document;

import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.outlet.OutletRef;

/** A document as a quote shows it. */
@Schema(description = "A short form of a document.")
public record DocumentRef(@Schema(description = "The document's id") UUID id,
        @Schema(description = "Its address, if it has one") @Nullable String url,
        @Schema(description = "Its title, if it is known") @Nullable String title, OutletRef outlet,
        @Schema(description = "When it was published: a date, or a time with its offset") PublicationTime publishedAt,
        @Schema(description = "How to find a document without a url") @Nullable String citation) {
}
