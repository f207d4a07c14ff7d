package org.parole.quote.intake;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.json.CheckedLater;

/** What is to be written whole: one document, its speakers and its quotes. */
@Schema(name = "IntakeBody", description = "One document with its speakers and quotes.")
@CheckedLater
public record IntakeBody(@NotNull @Valid IntakeDocument document,
        @Size(max = 200) List<@NotNull IntakeSpeaker> speakers,
        @Size(max = 500) List<@NotNull IntakeQuote> quotes,
        @Schema(description = "Whether a document of the same article that is recorded already takes the place of this one; else it is a conflict") Boolean reuseDocument,
        @Schema(description = "The data set that the new records are of", examples = "releases-2020") @Size(min = 1, max = 200) String dataset,
        @Schema(description = "The licence under which they may be used", examples = "CC-BY-4.0") @Size(min = 1, max = 200) String licence) {

    /** Nothing is an empty list. */
    public IntakeBody {
        speakers = speakers == null ? List.of() : speakers;
        quotes = quotes == null ? List.of() : quotes;
    }

    boolean reusesDocument() {
        return Boolean.TRUE.equals(reuseDocument);
    }
}
