package org.parole.quote.relation;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.quote.anchor.SourceText;

/** A relation as a client sends it. */
@Schema(name = "RelationBody", description = "The relation of a quote to another, earlier one.")
public record RelationBody(@Schema(hidden = true) UUID from, @Schema(examples = "DENIES") @NotNull RelationType type,
        @Schema(description = "Id of the earlier quote") @NotNull UUID to, @Size(max = 1000) String note,
        @Schema(description = "The reason why the relation goes against the order of time. Required if the other quote is the later one") @Size(min = 1, max = 500) String forcedReason) {

    /** Brings the texts into NFC. */
    public RelationBody {
        note = SourceText.nfc(note);
        forcedReason = SourceText.nfc(forcedReason);
    }

    RelationBody withFrom(UUID quote) {
        return new RelationBody(quote, type, to, note, forcedReason);
    }
}
