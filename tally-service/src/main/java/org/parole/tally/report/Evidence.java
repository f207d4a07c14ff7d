package org.parole.tally.report;

import java.util.UUID;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Names;
import org.parole.kit.text.WebAddress;

/** Where the figure stands. */
@Schema(name = "ReportEvidence", description = "The source of the figure: a quote of the quote-service, or a document and its words.")
public record Evidence(@Schema(description = "Id of the quote at the quote-service") @Nullable UUID quoteId,
        @Schema(description = "Address of the document that states it", examples = "https://example.org/articles/1") @WebAddress @Nullable String documentUrl,
        @Schema(description = "The words", examples = "100 prisoners were released on Wednesday") @Size(max = 2000) @Nullable String quotation,
        @Schema(description = "DIRECT if the figure is in the claimant's own words", examples = "DIRECT") @Nullable QuoteKind quoteKind,
        @Schema(description = "Id of the document at the quote-service; also for documents without a URL") @Nullable UUID documentId) {

    /** Brings the words into NFC. */
    public Evidence {
        quotation = Names.clean(quotation);
    }

    /** The quote that a report names, or null. */
    static UUID quoteOf(Evidence evidence) {
        return evidence == null ? null : evidence.quoteId;
    }

    /** Whether there is something to ask the quote-service for: a quote, or words and the address of their document. */
    static boolean isCheckable(Evidence evidence) {
        return evidence != null && (evidence.quoteId != null
                || evidence.documentUrl != null && evidence.quotation != null && !evidence.quotation.isBlank());
    }

    boolean pointsSomewhere() {
        return quoteId != null || documentUrl != null || documentId != null;
    }
}
