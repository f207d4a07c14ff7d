package org.parole.quote.document;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.LanguageTag;
import org.parole.kit.text.OneLine;
import org.parole.kit.text.WebAddress;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.anchor.SourceText;

/** A document as a client sends it. */
@Schema(name = "DocumentBody", description = "One published text. Parole keeps the text to check quotes against it, and never returns the whole text.")
public record DocumentBody(
        @Schema(description = "Unique. Absent for a text without an address, such as an agency's copy or a printed page", examples = "https://example.org/news/2020/04/07/talks") @WebAddress String url,
        @Schema(description = "Can be added later: incomplete=true lists the documents without a title", examples = "Taliban break off talks on prisoner exchange") @Size(min = 1, max = 500, message = "must have 1 to 500 characters") @OneLine String title,
        @Schema(description = "Id of the outlet", examples = "0190163d-8694-739b-aea5-966c26f8ad91") @NotNull UUID outletId,
        @NotNull PublicationTime publishedAt,
        @Schema(description = "Language tag (BCP 47)", examples = "en") @NotNull @LanguageTag String language,
        @Schema(description = "The text as published. Parole stores it in Unicode normal form NFC") @Size(min = 1, max = MAX_TEXT, message = "must have 1 to 1,000,000 characters") String text,
        @Schema(description = "Whether the text is complete. The default is FULL") TextKind textKind,
        @Schema(description = "How to find a document without a url: the agency's item, or the issue and page", examples = "AFP copy of 7 April 2020, 14:32 GMT") @Size(min = 1, max = 300, message = "must have 1 to 300 characters") String citation) {

    /** The longest text that is taken. */
    public static final int MAX_TEXT = 1_000_000;

    /** Brings the texts into NFC. */
    public DocumentBody {
        title = title == null ? null : SourceText.nfc(title).strip();
        citation = citation == null ? null : SourceText.nfc(citation).strip();
        text = SourceText.nfc(text);
        textKind = text == null ? null : textKind == null ? TextKind.FULL : textKind;
    }

    /** The same with this excerpt for a text. */
    DocumentBody withExcerpt(String excerpt) {
        return new DocumentBody(url, title, outletId, publishedAt, language, excerpt, TextKind.EXCERPT, citation);
    }
}
