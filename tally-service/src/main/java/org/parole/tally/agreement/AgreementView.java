package org.parole.tally.agreement;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;
import org.parole.kit.time.DatePrecision;
import org.parole.kit.time.PartialDate;

/** An agreement as clients get it. */
@Schema(name = "Agreement", description = "A text with the parties that signed it and those that it binds.")
public record AgreementView(
        @Schema(description = "Its slug, which never changes", examples = "us-taliban-2020") String slug,
        @Schema(description = "Which revision of the record this is, from 1") int revision,
        @Schema(description = "Why there is this revision") RevisionType revisionType,
        @Schema(description = "What the editor gave as the reason of the revision; none for a first one") @Nullable String reason,
        @Schema(description = "When the revision was recorded: what `asOf` compares") Instant recordedAt,
        @Schema(description = "By whom it was recorded") String recordedBy,
        @Schema(description = "Its title") String title,
        @Schema(description = "When it was signed, if that is known") @Nullable PartialDate signedOn,
        @Schema(description = "How much of that date is known") DatePrecision signedOnPrecision,
        @Schema(description = "Slugs of the parties that signed") List<String> signatories,
        @Schema(description = "Slugs of the parties that it binds") List<String> boundParties,
        @Schema(description = "Where it was signed") @Nullable String place,
        @Schema(description = "Where its text stands") @Nullable String url,
        @Schema(description = "Anything else") @Nullable String note) {
}
