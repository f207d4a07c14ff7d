package org.parole.quote.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.anchor.SourceText;
import org.parole.quote.document.DocumentBody;
import org.parole.quote.document.Passages;
import org.parole.quote.document.TextKind;

/** The document of an intake. */
@Schema(description = "The id of a recorded document, or a new document with its outlet.")
public record IntakeDocument(UUID id, String url, String title, IntakeOutlet outlet, PublicationTime publishedAt,
        String language, String text, TextKind textKind, String citation,
        @Schema(description = "Passages of the text: in place of text for a new document, or additions to the excerpt of a recorded document") @Size(max = 50) List<@NotBlank @Size(max = DocumentBody.MAX_TEXT) String> passages) {

    /** Nothing is an empty list; passages are brought into NFC. */
    public IntakeDocument {
        passages = passages == null ? List.of() : passages.stream().map(SourceText::nfc).toList();
    }

    DocumentBody body(UUID outletId) {
        return passages.isEmpty()
                ? new DocumentBody(url, title, outletId, publishedAt, language, text, textKind, citation)
                : new DocumentBody(url, title, outletId, publishedAt, language,
                        Passages.extend(Optional.empty(), passages), TextKind.EXCERPT, citation);
    }

    boolean hasMoreThanAnId() {
        return url != null || title != null || outlet != null || publishedAt != null || language != null || text != null
                || textKind != null || citation != null;
    }
}
