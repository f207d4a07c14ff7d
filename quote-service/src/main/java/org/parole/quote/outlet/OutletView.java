package org.parole.quote.outlet;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;

/** An outlet as clients get it. */
@Schema(name = "Outlet", description = "A publisher.")
public record OutletView(UUID id, int revision, RevisionType revisionType, String reason, Instant recordedAt,
        String recordedBy, @Schema(examples = "Reuters") String name, OutletKind kind, String url, String country,
        String language) {

    static OutletView of(Outlet outlet) {
        return new OutletView(outlet.id, outlet.revision, outlet.revisionType, outlet.reason, outlet.recordedFrom,
                outlet.recordedBy, outlet.name, outlet.kind, outlet.url, outlet.country, outlet.language);
    }
}
