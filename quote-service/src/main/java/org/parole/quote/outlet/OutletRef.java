package org.parole.quote.outlet;

import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An outlet as other records show it. */
@Schema(description = "A short form of an outlet.")
public record OutletRef(@Schema(description = "The outlet's id") UUID id,
        @Schema(description = "Its name", examples = "Reuters") String name,
        @Schema(description = "What kind of outlet it is") @Nullable OutletKind kind) {
}
