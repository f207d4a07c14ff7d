package org.parole.tally.commitment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Names;
import org.parole.kit.text.Slug;
import org.parole.kit.time.PartialDate;
import org.parole.tally.count.CategoryKind;

/** A commitment as a client sends it. */
@Schema(name = "CommitmentBody", description = "A promise: one party releases a number of people of a category, by a date, on a condition.")
public record CommitmentBody(
        @Schema(description = "Unique. It never changes", examples = "example-commitment-2020") @NotNull @Slug String slug,
        @Schema(description = "Slug of the agreement that it stems from, if there is one", examples = "us-taliban-2020") String agreement,
        @Schema(description = "Slug of the party that promised to release. The agreement must bind it, and the exchange must include it, if they are given", examples = "afghan-government") @NotNull String releasingParty,
        @Schema(description = "Slug of the party whose people they are. The agreement must bind it, and the exchange must include it, if they are given", examples = "taliban") @NotNull String receivingParty,
        @Schema(description = "The people to be released", examples = "Taliban prisoners") @NotBlank @Size(max = 200) String category,
        @Schema(description = "Absent if nobody promised a number") @Valid QuantityBody quantity,
        @Schema(examples = "2020-03-10") PartialDate dueOn,
        @Size(max = 1000) String condition,
        @Schema(description = "Slug of the commitment that this one replaces") String supersedes,
        @Schema(description = "The list of people to which it applies, if there are several", examples = "list-of-5000") @Slug String scope,
        @Schema(description = "Slug of the exchange of which it is a direction") String exchange,
        @Schema(description = "Whether all people are released at one time, so the single batch is the total. The default is false") Boolean singleRelease,
        @Schema(description = "The kind of people. Parole never adds the dead to the living") CategoryKind categoryKind) {

    /** Brings the texts into NFC; nothing said about a single release is false. */
    public CommitmentBody {
        category = Names.clean(category);
        condition = Names.clean(condition);
        singleRelease = Boolean.TRUE.equals(singleRelease);
    }
}
