package org.parole.quote.quote;

import java.util.List;
import java.util.Map;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often each value of each filter occurs among the quotes that a filter holds for. */
@Schema(name = "QuoteFacets", description = "How often each value of a filter occurs in the matching quotes: the 20 most frequent values of each filter.")
public record Facets(
        @Schema(description = "How many quotes were counted", examples = "42") int total,
        @Schema(description = "False where there are more: then the 10,000 newest were counted") boolean totalIsExact,
        @Schema(description = "Values by the name of the filter that takes them") Map<String, List<Value>> facets) {

    /**
     * One value of a filter.
     *
     * @param label what to show for a value that is an id
     */
    @Schema(name = "FacetValue")
    public record Value(@Schema(examples = "DIRECT") String value, @Nullable String label,
            @Schema(examples = "17") int count) {
    }
}
