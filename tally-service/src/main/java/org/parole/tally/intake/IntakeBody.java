package org.parole.tally.intake;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.json.CheckedLater;

/** What one document gives: new exchanges and commitments, and release reports. */
@Schema(name = "TallyIntakeBody", description = "The release reports from one document, with new exchanges and commitments.")
@CheckedLater
public record IntakeBody(@Size(max = 500) List<@NotNull IntakeReport> releaseReports,
        @Size(max = 20) List<@NotNull IntakeExchange> exchanges,
        @Size(max = 50) List<@NotNull IntakeCommitment> commitments,
        @Schema(description = "The data set that the new records are of", examples = "releases-2020") @Size(min = 1, max = 200) String dataset,
        @Schema(description = "The licence under which they may be used", examples = "CC-BY-4.0") @Size(min = 1, max = 200) String licence) {

    /** Nothing is an empty list. */
    public IntakeBody {
        releaseReports = releaseReports == null ? List.of() : releaseReports;
        exchanges = exchanges == null ? List.of() : exchanges;
        commitments = commitments == null ? List.of() : commitments;
    }
}
