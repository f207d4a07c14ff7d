package org.parole.tally.report;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Names;
import org.parole.kit.text.OneLine;
import org.parole.kit.text.WebAddress;

/** One station on the way of the figure from the claimant to the outlet. */
@Schema(description = "One intermediary between the claimant and the outlet.")
public record ReportingLink(
        @Schema(description = "Its name", examples = "Reuters") @NotBlank @Size(max = 200) @OneLine String name,
        @Schema(description = "What kind of station it is", examples = "OUTLET") @NotNull LinkKind kind,
        @Schema(description = "Where it can be read there") @WebAddress @Nullable String url) {

    /** Brings the name into NFC. */
    public ReportingLink {
        name = Names.clean(name);
    }
}
