package org.parole.kit.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An import as clients see it. Once it has ended without a problem, each row that was read is counted in exactly one of
 * {@code written}, {@code alreadyThere}, {@code revised} and {@code refused}.
 */
@RegisterForReflection
@Schema(name = "ImportJob", description = "An import: a file of records that is being read and written, or was.")
public record ImportJob(@Schema(description = "The import's id") UUID id,
        @Schema(description = "The format of the file, as it was named", examples = "quotebank", maxLength = 40) String format,
        @Schema(description = "The name of the data set, kept on every record of it", examples = "quotebank-2020", maxLength = 200) @Nullable String dataset,
        @Schema(description = "The licence of the data set, kept on every record of it", examples = "CC-BY-4.0", maxLength = 200) @Nullable String licence,
        @Schema(description = "How far it has come") ImportState state,
        @Schema(description = "Whether it only tells what it would do, and writes nothing") boolean dryRun,
        @Schema(description = "Whether one refused row stops it, with nothing written") boolean strict,
        @Schema(description = "The rows read so far, from 0", minimum = "0", examples = "3015") long rowsRead,
        @Schema(description = "The rows of which records were written; in a dry run, would be", minimum = "0", examples = "3007") long written,
        @Schema(description = "The rows whose records were there already, just so", minimum = "0", examples = "8") long alreadyThere,
        @Schema(description = "The rows whose records were there and are revised", minimum = "0", examples = "0") long revised,
        @Schema(description = "The rows that were refused: see the import's list of them", minimum = "0", examples = "0") long refused,
        @Schema(description = "The rows a second, over the time it has run", minimum = "0") @Nullable Double rowsPerSecond,
        @Schema(description = "An estimate of the seconds until it ends; absent where nothing can be said", minimum = "0") @Nullable Long secondsLeft,
        @Schema(description = "When it was asked for") Instant createdAt,
        @Schema(description = "When it began to run") @Nullable Instant startedAt,
        @Schema(description = "When it ended") @Nullable Instant endedAt,
        @Schema(description = "Why it failed, or that it was stopped and by what", maxLength = 2000) @Nullable String problem,
        @Schema(description = "What of the file was passed over because the format has no use for it, by kind and number: such as annotations of types that are unknown", maxItems = 60, examples = "[\"3 annotations of the unknown type 'Emotion'\"]") @Nullable List<String> passedOver) {
}
