package org.parole.quote.outlet;

import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An outlet as other records show it. */
@Schema(description = "An outlet in short.")
public record OutletRef(UUID id, @Schema(examples = "Reuters") String name, @Nullable OutletKind kind) {
}
