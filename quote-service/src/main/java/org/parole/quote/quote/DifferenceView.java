package org.parole.quote.quote;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.quote.anchor.Difference;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Where a quote's words part from those of its passage, as readers see it. */
@RegisterForReflection
@Schema(name = "Difference", description = "Where the words of the quote part from those of its passage")
public record DifferenceView(
        @Schema(description = "What stands in the document; empty if the quote puts something in", examples = "fruitful") String passage,
        @Schema(description = "What the quote has in its place; empty if it has nothing there", examples = "fruitless") String quote,
        @Schema(description = "The first code point of that part in the document's text", examples = "35") int start,
        @Schema(description = "The code point after it", examples = "43") int end) {

    static DifferenceView of(Difference difference) {
        return difference == null
                ? null
                : new DifferenceView(difference.passage(), difference.quote(), difference.start(), difference.end());
    }
}
