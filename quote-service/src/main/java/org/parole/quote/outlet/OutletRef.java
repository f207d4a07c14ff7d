package org.parole.quote.outlet;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An outlet as other records show it. */
@Schema(description = "A short form of an outlet.")
public record OutletRef(UUID id, @Schema(examples = "Reuters") String name, OutletKind kind) {
}
