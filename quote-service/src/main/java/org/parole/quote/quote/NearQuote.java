package org.parole.quote.quote;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.quote.occurrence.Deviation;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A quote that is alike in words, but not the same statement.
 *
 * @param quote      its id
 * @param difference what keeps the two from being one
 */
@RegisterForReflection
@Schema(description = "A quote by the same speaker that is alike in words, but not the same statement. It corroborates nothing.")
public record NearQuote(@Schema(description = "Id of the other quote") UUID quote, List<Deviation> difference) {
}
