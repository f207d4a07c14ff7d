package org.parole.tally.report;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.tally.language.Sentences;

/** Two reports that may be one. */
@Schema(name = "PossibleDuplicateReports", description = "Two release reports that may be the same, and the reason.")
public record Duplicate(
        @Schema(description = "ENTERED_TWICE: the same figure of the same line through the same outlet. SAME_RELEASE: batches with overlapping days and agreeing numbers") org.parole.tally.count.Duplicate.Kind kind,
        LocalDate eventOn, List<String> reports, String text) {

    static Duplicate of(org.parole.tally.count.Duplicate found, Sentences sentences) {
        return new Duplicate(found.kind(), LocalDate.ofEpochDay(found.day()), List.of(found.first(), found.second()),
                sentences.text(found.text()));
    }
}
