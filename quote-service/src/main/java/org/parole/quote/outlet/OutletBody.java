package org.parole.quote.outlet;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.CountryCode;
import org.parole.kit.text.LanguageTag;
import org.parole.kit.text.OneLine;
import org.parole.kit.text.WebAddress;
import org.parole.quote.anchor.SourceText;

/** An outlet as a client sends it. */
@Schema(name = "OutletBody", description = "A publisher: a wire, a newspaper, a broadcaster, a platform, an official site.")
public record OutletBody(
        @Schema(description = "Unique, regardless of case, accents and punctuation", examples = "Reuters") @NotBlank @Size(max = 200) @OneLine String name,
        @Schema(description = "Can be added later: incomplete=true lists the outlets without a kind", examples = "WIRE") OutletKind kind,
        @Schema(examples = "https://www.reuters.com/") @WebAddress String url,
        @Schema(description = "Country code (ISO 3166 alpha-2)", examples = "GB") @CountryCode String country,
        @Schema(description = "Language tag (BCP 47)", examples = "en") @LanguageTag String language) {

    /** Brings the name into NFC, without white space around it. */
    public OutletBody {
        name = name == null ? null : SourceText.nfc(name).strip();
    }
}
