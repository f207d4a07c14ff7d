package org.parole.quote.document;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.anchor.TextDefect;
import org.parole.quote.outlet.OutletRef;

/** A document as clients get it: without its text, but with what proves which text it is. */
@Schema(name = "Document", description = "One published text: its address and the hash of its text, without the text itself.")
public record DocumentView(@Schema(description = "Its id") UUID id,
        @Schema(description = "Which revision of the record this is, from 1") int revision,
        @Schema(description = "Why there is this revision") RevisionType revisionType,
        @Schema(description = "What the editor gave as the reason of the revision; none for a first one") @Nullable String reason,
        @Schema(description = "When the revision was recorded: what `asOf` compares") Instant recordedAt,
        @Schema(description = "By whom it was recorded") String recordedBy,
        @Schema(description = "Its address") @Nullable String url,
        @Schema(description = "Its title") @Nullable String title, OutletRef outlet,
        @Schema(description = "When the world could read it: what `publishedBy` compares") PublicationTime publishedAt,
        @Schema(description = "The language of the text (BCP 47)") String language,
        @Schema(description = "Absent if there is no text") @Nullable TextKind textKind,
        @Schema(description = "SHA-256 of the text in NFC and UTF-8") @Nullable String sha256,
        @Schema(description = "Length in Unicode code points") @Nullable Integer textLength,
        @Schema(description = "The number of the text's revision; every change of the text adds one") @Nullable Integer textRevision,
        @Schema(description = "How to find a document without a url") @Nullable String citation,
        @Schema(description = "The fields that are still missing: title, or citation if there is no url either") @Nullable List<String> missing,
        @Schema(description = "Remains of scraping that were not published: HTML entities, markup. Parole does not find quotes across them; send the text without them. Absent if the text is clean") @Nullable List<TextDefect> textDefects,
        @Schema(description = "The data set that it was imported with; none for what was recorded by hand", examples = "quotebank-2020") @Nullable String dataset,
        @Schema(description = "The licence of that data set, if the import named one", examples = "CC-BY-4.0") @Nullable String licence) {
}
