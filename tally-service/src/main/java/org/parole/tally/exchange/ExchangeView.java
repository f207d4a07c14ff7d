package org.parole.tally.exchange;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;
import org.parole.kit.time.DatePrecision;
import org.parole.kit.time.PartialDate;

/** An exchange as clients get it. */
@Schema(name = "Exchange", description = "Two or more parties that release people at one time, by one arrangement, with or without an agreement.")
public record ExchangeView(
        @Schema(description = "Its slug, which never changes", examples = "example-exchange-2024-01-31") String slug,
        @Schema(description = "Which revision of the record this is, from 1") int revision,
        @Schema(description = "Why there is this revision") RevisionType revisionType,
        @Schema(description = "What the editor gave as the reason of the revision; none for a first one") @Nullable String reason,
        @Schema(description = "When the revision was recorded: what `asOf` compares") Instant recordedAt,
        @Schema(description = "By whom it was recorded") String recordedBy,
        @Schema(description = "Its title") String title,
        @Schema(description = "Slugs of the parties that exchanged") List<String> parties,
        @Schema(description = "Slugs of the parties that mediated") List<String> mediators,
        @Schema(description = "Where it took place") @Nullable String place,
        @Schema(description = "When it began") @Nullable PartialDate startedOn,
        @Schema(description = "How much of that date is known") DatePrecision startedOnPrecision,
        @Schema(description = "When it ended") @Nullable PartialDate endedOn,
        @Schema(description = "How much of that date is known") DatePrecision endedOnPrecision,
        @Schema(description = "The number of this exchange in the series between these parties, as an editor has settled it") @Nullable Integer ordinal,
        @Schema(description = "Slug of the agreement that it stems from") @Nullable String agreement,
        @Schema(description = "Where it can be read about") @Nullable String url,
        @Schema(description = "Anything else") @Nullable String note) {
}
