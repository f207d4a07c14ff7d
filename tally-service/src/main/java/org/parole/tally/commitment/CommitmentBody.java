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
import org.parole.tally.count.CategoryKind;

/** A commitment as a client sends it. */
@Schema(name = "CommitmentBody", description = "One party is to release so many people of a category, by a date, on a condition.")
public record CommitmentBody(
        @Schema(description = "Unique, and for ever", examples = "example-commitment-2020") @NotNull @Size(max = 100) @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE) String slug,
        @Schema(description = "Slug of the agreement it stems from, where there is one", examples = "us-taliban-2020") String agreement,
        @Schema(description = "Slug of the party that is to release; bound by the agreement, and a party of the exchange, where they are given", examples = "afghan-government") @NotNull String releasingParty,
        @Schema(description = "Slug of the party whose people they are; bound by the agreement, and a party of the exchange, where they are given", examples = "taliban") @NotNull String receivingParty,
        @Schema(description = "Who is to be released", examples = "Taliban prisoners") @NotBlank @Size(max = 200) String category,
        @Schema(description = "Left out where nobody has promised a number") @Valid QuantityBody quantity,
        @Schema(examples = "2020-03-10") PartialDate dueOn,
        @Size(max = 1000) String condition,
        @Schema(description = "Slug of the commitment that this one takes the place of") String supersedes,
        @Schema(description = "The list that it is about, where it is one of several", examples = "list-of-5000") @Size(max = 100) @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE) String scope,
        @Schema(description = "Slug of the exchange that it is one direction of") String exchange,
        @Schema(description = "All of them are let go at one time, so that its one batch is its total; false when left out") Boolean singleRelease,
        @Schema(description = "What kind of people they are, where it matters: the living and the dead are never added up") CategoryKind categoryKind) {

    /** Brings the texts into NFC; nothing said about a single release is false. */
    public CommitmentBody {
        category = Names.clean(category);
        condition = Names.clean(condition);
        singleRelease = Boolean.TRUE.equals(singleRelease);
    }
}
