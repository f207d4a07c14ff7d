package org.parole.quote.quote;

import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.format.Paged;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One page of quotes. */
@Schema(name = "QuotePage", description = "One page of quotes; the first page says how many there are in all.")
public record QuotePage(List<QuoteView> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next,
        @Schema(description = "How many quotes the filters hold for, at most 10,000; on the first page only", examples = "42") @Nullable Integer total,
        @Schema(description = "Whether the total is exact; false where there are more than 10,000") @Nullable Boolean totalIsExact,
        @Schema(description = "What was searched for and found nothing; the page shows what correctedTo finds", examples = "prisnoers") @Nullable String correctedFrom,
        @Schema(description = "What was searched for instead", examples = "prisoners") @Nullable String correctedTo)
        implements
            Paged<QuoteView> {
}
