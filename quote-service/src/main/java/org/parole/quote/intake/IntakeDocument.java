package org.parole.quote.intake;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.document.DocumentBody;
import org.parole.quote.document.TextKind;

/** The document of an intake. */
@Schema(description = "The id of a document that is recorded already, or a new document with its outlet.")
public record IntakeDocument(UUID id, String url, String title, IntakeOutlet outlet, PublicationTime publishedAt,
        String language, String text, TextKind textKind) {

    DocumentBody body(UUID outletId) {
        return new DocumentBody(url, title, outletId, publishedAt, language, text, textKind);
    }

    boolean hasMoreThanAnId() {
        return url != null || title != null || outlet != null || publishedAt != null || language != null || text != null
                || textKind != null;
    }
}
