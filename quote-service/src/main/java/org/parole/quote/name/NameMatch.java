package org.parole.quote.name;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why two names may be one, and how surely.
 *
 * @param reason the largest difference between them
 * @param score  from 0 to 1; 1 for the same name
 */
@Schema(description = "Why two names may be one, and how surely.")
public record NameMatch(
        @Schema(description = "Why the names are taken to be alike", examples = "OTHER_SPELLING") NameReason reason,
        @Schema(description = "From 0 to 1; 1 for the same name", examples = "0.93") float score) {
}
