package org.parole.tally.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Names;
import org.parole.kit.text.Slug;

/** The release that a batch belongs to. */
@Schema(name = "ReleaseBody", description = "The release to which a batch belongs, and the account of it.")
public record ReleaseBody(
        @Schema(description = "The editor's name for the release. Batches of one commitment with the same name are the same people", examples = "may-2020-first") @NotNull @Slug String release,
        @Schema(description = "The account of the release to which the batch belongs. Accounts are alternatives; the parts of one account add up", examples = "by-day") @Slug String telling,
        @Schema(description = "The reason, kept in the history", examples = "Both count the men freed on 6 and 7 May") @NotBlank @Size(max = 500) String reason) {

    /** Brings the reason into NFC. */
    public ReleaseBody {
        reason = Names.clean(reason);
    }
}
