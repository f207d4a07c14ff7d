package org.parole.gateway.compose;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of a view that could not be had.
 *
 * @param part the field of the view
 * @param reason why it is missing
 */
@Schema(name = "Missing", description = "A part that is missing from this answer, and why. Nothing is put in its place.")
public record Missing(@Schema(examples = "quotes") String part,
        @Schema(examples = "The quote-service cannot be reached.") String reason) {
}
