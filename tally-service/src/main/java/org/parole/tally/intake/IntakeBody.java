package org.parole.tally.intake;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.json.CheckedLater;

/** The release reports of an intake. */
@Schema(name = "TallyIntakeBody", description = "The release reports that one document gives.")
@CheckedLater
public record IntakeBody(@Size(max = 500) List<@NotNull IntakeReport> releaseReports) {

    /** Nothing is an empty list. */
    public IntakeBody {
        releaseReports = releaseReports == null ? List.of() : releaseReports;
    }
}
