package org.parole.quote.document;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.anchor.TextDefect;
import org.parole.quote.outlet.OutletRef;

/** A document as clients get it: without its text, but with what proves which text it is. */
@Schema(name = "Document", description = "One published text: its address and the hash of its text, without the text itself.")
public record DocumentView(UUID id, int revision, RevisionType revisionType, String reason, Instant recordedAt,
        String recordedBy, String url, String title, OutletRef outlet, PublicationTime publishedAt, String language,
        @Schema(description = "Absent if there is no text") TextKind textKind,
        @Schema(description = "SHA-256 of the text in NFC and UTF-8") String sha256,
        @Schema(description = "Length in Unicode code points") Integer textLength,
        @Schema(description = "The number of the text's revision; every change of the text adds one") Integer textRevision,
        @Schema(description = "How to find a document without a url") String citation,
        @Schema(description = "The fields that are still missing: title, or citation if there is no url either") List<String> missing,
        @Schema(description = "Remains of scraping that were not published: HTML entities, markup. Parole does not find quotes across them; send the text without them. Absent if the text is clean") List<TextDefect> textDefects) {
}
