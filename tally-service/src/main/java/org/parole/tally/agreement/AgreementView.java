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
public record AgreementView(@Schema(examples = "us-taliban-2020") String slug, int revision, RevisionType revisionType,
        @Nullable String reason, Instant recordedAt,
        String recordedBy, String title, PartialDate signedOn, DatePrecision signedOnPrecision,
        List<String> signatories,
        List<String> boundParties, @Nullable String place, @Nullable String url, @Nullable String note) {
}
