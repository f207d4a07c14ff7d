package org.parole.tally.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Names;

/** Why a report is in dispute. */
@Schema(name = "DisputeBody", description = "The reason why a release report is in dispute.")
public record DisputeBody(
        @Schema(examples = "The ministry says that the list was never handed over") @NotBlank @Size(max = 500) String reason) {

    /** Brings the reason into NFC. */
    public DisputeBody {
        reason = Names.clean(reason);
    }
}
