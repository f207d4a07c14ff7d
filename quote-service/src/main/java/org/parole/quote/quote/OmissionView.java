package org.parole.quote.quote;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.quote.anchor.Omission;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Words that a quote leaves out, as readers see them. */
@RegisterForReflection
@Schema(name = "Omission", description = "Words that the quote leaves out of its passage, or of the sentence around it")
public record OmissionView(
        @Schema(description = "The words that are left out, as they stand in the document", examples = "not") String text,
        @Schema(description = "Their first code point in the document's text", examples = "35") int start,
        @Schema(description = "The code point after them", examples = "38") int end,
        @Schema(description = "Whether the quote says something else without these words than the speaker said: true if they contain a negation ('not', 'never'), a condition ('if', 'unless', 'only'), a number, or a word that weakens the statement ('may', 'some'). Do not print such a quote without the words left out. False if only details are missing", examples = "true") boolean changesMeaning) {

    static List<OmissionView> of(List<Omission> omitted) {
        return omitted.isEmpty()
                ? null
                : omitted.stream().map(part -> new OmissionView(part.text(), part.start(), part.end(),
                        part.changesMeaning())).toList();
    }
}
