package org.parole.gateway.compose;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A part of a view that could not be had.
 *
 * @param part the field of the view
 * @param reason why it is missing
 * @param retryAfter in how many seconds it may be there, as the service said or as the gateway guesses; null where the part is
 *        there but goes on
 */
@Schema(name = "Missing", description = "A part that is missing from this answer, and the reason. Parole puts nothing in its place.")
@RegisterForReflection
public record Missing(@Schema(examples = "quotes") String part,
        @Schema(examples = "The quote-service cannot be reached.") String reason,
        @Schema(description = "Seconds after which the client may try again", examples = "2", minimum = "1", maximum = "3600") @Nullable Integer retryAfter) {
}
