package org.parole.quote.quote;

import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.format.Paged;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One page of quotes. */
@Schema(name = "QuotePage", description = "One page of quotes. The first page has the total.")
public record QuotePage(List<QuoteView> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next,
        @Schema(description = "The number of matching quotes, at most 10,000, or 1,000 with q. On the first page only", examples = "42") @Nullable Integer total,
        @Schema(description = "Whether the total is exact. false if more quotes match than are counted") @Nullable Boolean totalIsExact,
        @Schema(description = "The words of the request, which match nothing. The page shows the matches of correctedTo", examples = "prisnoers") @Nullable String correctedFrom,
        @Schema(description = "The words that Parole searched for instead", examples = "prisoners") @Nullable String correctedTo)
        implements
            Paged<QuoteView> {
}
