package org.parole.tally.agreement;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Names;
import org.parole.kit.text.OneLine;
import org.parole.kit.text.Slug;
import org.parole.kit.text.WebAddress;
import org.parole.kit.time.PartialDate;

/** An agreement as a client sends it. */
@Schema(name = "AgreementBody", description = "A text with the parties that signed it and those that it binds.")
public record AgreementBody(
        @Schema(description = "Unique. It never changes", examples = "example-agreement-2020") @NotNull @Slug String slug,
        @Schema(examples = "Example agreement on the exchange of prisoners") @NotBlank @Size(max = 500) @OneLine String title,
        @Schema(description = "Absent if the day is unknown", examples = "2020-02-29") PartialDate signedOn,
        @Schema(description = "Slugs of the parties that signed it. Can be absent together with signedOn", examples = "[\"united-states\", \"taliban\"]") @Size(max = 50) List<@NotNull String> signatories,
        @Schema(description = "Slugs of the parties that it binds, including those that did not sign it. A party of one of its commitments cannot be removed", examples = "[\"united-states\", \"taliban\", \"afghan-government\"]") @NotEmpty @Size(max = 50) List<@NotNull String> boundParties,
        @Schema(examples = "Doha") @Size(max = 200) @OneLine String place, @WebAddress String url,
        @Size(max = 2000) String note) {

    /** Brings the texts into NFC; no signatories are an empty list. */
    public AgreementBody {
        title = Names.clean(title);
        place = Names.clean(place);
        note = Names.clean(note);
        signatories = signatories == null ? List.of() : signatories;
    }
}
