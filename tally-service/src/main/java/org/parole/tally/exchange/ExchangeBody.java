package org.parole.tally.exchange;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Names;
import org.parole.kit.text.OneLine;
import org.parole.kit.text.Slug;
import org.parole.kit.text.WebAddress;
import org.parole.kit.time.PartialDate;

/** An exchange as a client sends it. */
@Schema(name = "ExchangeBody", description = "Two or more parties that release people at one time, by one arrangement, with or without an agreement. Each direction is a commitment that refers to the exchange.")
public record ExchangeBody(
        @Schema(description = "Unique. It never changes", examples = "example-exchange-2024-01-31") @NotNull @Slug String slug,
        @Schema(examples = "Example exchange of 31 January 2024") @NotBlank @Size(max = 500) @OneLine String title,
        @Schema(description = "Slugs of the parties that release or receive people; two or more", examples = "[\"afghan-government\", \"taliban\"]") @NotNull @Size(min = 2, max = 50, message = "must name 2 to 50 parties: an exchange has two sides") List<@NotNull String> parties,
        @Schema(description = "Slugs of the parties that mediated", examples = "[\"united-states\"]") @Size(max = 50) List<@NotNull String> mediators,
        @Schema(examples = "Kandahar") @Size(max = 200) @OneLine String place,
        @Schema(description = "When it began, or is planned to begin", examples = "2024-01-31") PartialDate startedOn,
        @Schema(description = "When it ended", examples = "2024-01-31") PartialDate endedOn,
        @Schema(description = "The number of this exchange in the series between these parties, as an editor has settled it. Reports have the numbers that sources claim", examples = "50") @Min(value = 1, message = "must be 1 to 100,000") @Max(value = MOST_ORDINAL, message = "must be 1 to 100,000") Integer ordinal,
        @Schema(description = "Slug of the agreement that it stems from, if there is one", examples = "us-taliban-2020") String agreement,
        @WebAddress String url, @Size(max = 2000) String note) {

    /** More than any two parties have had. */
    public static final int MOST_ORDINAL = 100_000;

    /** Brings the texts into NFC; no mediators are an empty list. */
    public ExchangeBody {
        title = Names.clean(title);
        place = Names.clean(place);
        note = Names.clean(note);
        mediators = mediators == null ? List.of() : mediators;
    }
}
