package org.parole.tally.exchange;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;
import org.parole.kit.time.DatePrecision;
import org.parole.kit.time.PartialDate;

/** An exchange as clients get it. */
@Schema(name = "Exchange", description = "Parties that let people go at one time, by one arrangement, with or without an agreement.")
public record ExchangeView(@Schema(examples = "example-exchange-2024-01-31") String slug, int revision,
        RevisionType revisionType, @Nullable String reason, Instant recordedAt, String recordedBy, String title,
        List<String> parties, List<String> mediators, @Nullable String place, @Nullable PartialDate startedOn,
        DatePrecision startedOnPrecision, @Nullable PartialDate endedOn, DatePrecision endedOnPrecision,
        @Schema(description = "The how manyth between these parties, as an editor has settled it") @Nullable Integer ordinal,
        @Nullable String agreement, @Nullable String url, @Nullable String note) {
}
