package org.parole.tally.commitment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Formats;
import org.parole.kit.text.Names;
import org.parole.kit.time.PartialDate;

/** A commitment as a client sends it. */
@Schema(name = "CommitmentBody", description = "One party is to release so many people of a category, by a date, on a condition.")
public record CommitmentBody(
        @Schema(description = "Unique, and for ever", examples = "example-commitment-2020") @NotNull @Size(max = 100) @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE) String slug,
        @Schema(description = "Slug of the agreement it stems from", examples = "us-taliban-2020") @NotNull String agreement,
        @Schema(description = "Slug of the party that is to release; bound by the agreement", examples = "afghan-government") @NotNull String releasingParty,
        @Schema(description = "Slug of the party whose people they are; bound by the agreement", examples = "taliban") @NotNull String receivingParty,
        @Schema(description = "Who is to be released", examples = "Taliban prisoners") @NotBlank @Size(max = 200) String category,
        @NotNull @Valid QuantityBody quantity, @Schema(examples = "2020-03-10") PartialDate dueOn,
        @Size(max = 1000) String condition,
        @Schema(description = "Slug of the commitment that this one takes the place of") String supersedes,
        @Schema(description = "The list that it is about, where it is one of several", examples = "list-of-5000") @Size(max = 100) @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE) String scope) {

    /** Brings the texts into NFC. */
    public CommitmentBody {
        category = Names.clean(category);
        condition = Names.clean(condition);
    }
}
