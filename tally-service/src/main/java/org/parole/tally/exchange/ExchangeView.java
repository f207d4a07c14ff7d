package org.parole.tally.exchange;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;
import org.parole.kit.time.DatePrecision;
import org.parole.kit.time.PartialDate;

/** An exchange as clients get it. */
@Schema(name = "Exchange", description = "Two or more parties that release people at one time, by one arrangement, with or without an agreement.")
public record ExchangeView(@Schema(examples = "example-exchange-2024-01-31") String slug, int revision,
        RevisionType revisionType, String reason, Instant recordedAt, String recordedBy, String title,
        List<String> parties, List<String> mediators, String place, PartialDate startedOn,
        DatePrecision startedOnPrecision, PartialDate endedOn, DatePrecision endedOnPrecision,
        @Schema(description = "The number of this exchange in the series between these parties, as an editor has settled it") Integer ordinal,
        String agreement, String url, String note) {
}
