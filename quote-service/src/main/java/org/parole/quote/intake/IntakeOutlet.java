package org.parole.quote.intake;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.quote.outlet.OutletBody;
import org.parole.quote.outlet.OutletKind;

/** The outlet of an intake's document. */
@Schema(description = "An outlet by its id, or by its name; one of this name is used where it is known, else added.")
public record IntakeOutlet(UUID id, @Schema(examples = "Reuters") String name, OutletKind kind, String url,
        String country, String language) {

    OutletBody body() {
        return new OutletBody(name, kind, url, country, language);
    }
}
