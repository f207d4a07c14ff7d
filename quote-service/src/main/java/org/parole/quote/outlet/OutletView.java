package org.parole.quote.outlet;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;

/** An outlet as clients get it. */
@Schema(name = "Outlet", description = "A publisher.")
public record OutletView(@Schema(description = "The outlet's id") UUID id,
        @Schema(description = "Which revision of the record this is, from 1") int revision,
        @Schema(description = "Why there is this revision") RevisionType revisionType,
        @Schema(description = "What the editor gave as the reason of the revision; none for a first one") @Nullable String reason,
        @Schema(description = "When the revision was recorded: what `asOf` compares") Instant recordedAt,
        @Schema(description = "By whom it was recorded") String recordedBy,
        @Schema(description = "Its name", examples = "Reuters") String name,
        @Schema(description = "What kind of outlet it is") @Nullable OutletKind kind,
        @Schema(description = "Its address") @Nullable String url,
        @Schema(description = "Its country (ISO 3166-1)") @Nullable String country,
        @Schema(description = "The language that it mostly publishes in (BCP 47)") @Nullable String language) {

    static OutletView of(Outlet outlet) {
        return new OutletView(outlet.id, outlet.revision, outlet.revisionType, outlet.reason, outlet.recordedFrom,
                outlet.recordedBy, outlet.name, outlet.kind, outlet.url, outlet.country, outlet.language);
    }
}
