package org.parole.quote.intake;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.quote.outlet.OutletBody;
import org.parole.quote.outlet.OutletKind;

/** The outlet of an intake's document. */
@Schema(description = "An outlet by its id or its name. Parole uses the recorded outlet of this name, or adds a new one.")
public record IntakeOutlet(UUID id, @Schema(examples = "Reuters") String name, OutletKind kind, String url,
        String country, String language) {

    OutletBody body() {
        return new OutletBody(name, kind, url, country, language);
    }
}
