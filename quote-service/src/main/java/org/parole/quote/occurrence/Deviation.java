package org.parole.quote.occurrence;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What keeps two quotes that are alike in words from being one statement.
 *
 * @param kind  in what they differ
 * @param here  what this quote has, or null where it has nothing in its place
 * @param there what the other one has, or null likewise
 */
@RegisterForReflection
@Schema(name = "NearDifference", description = "What keeps two quotes that are alike in words from being one statement.")
public record Deviation(
        @Schema(description = "NUMBER, NEGATION, CONDITION, MODALITY (may, must, will), EXTENT (all, some), WORDS (another word in the place of one), TIME (said more than 14 days apart)", examples = "NUMBER") Kind kind,
        @Schema(description = "What this quote has; absent where it has nothing in its place", examples = "100") @Nullable String here,
        @Schema(description = "What the other one has; absent likewise", examples = "80") @Nullable String there) {

    /** In what two quotes differ. */
    public enum Kind {
        NUMBER, NEGATION, CONDITION, MODALITY, EXTENT, WORDS, TIME
    }

    /** The same, seen from the other quote. */
    public Deviation reversed() {
        return new Deviation(kind, there, here);
    }
}
