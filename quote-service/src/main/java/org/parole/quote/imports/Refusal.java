package org.parole.quote.imports;

import java.nio.charset.StandardCharsets;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.problem.FieldError;

/** A line that was not taken, and why. */
@Schema(name = "RefusedLine", description = "A line of an imported file that was not taken, and why.")
public record Refusal(@Schema(description = "The number of the line, from 1", minimum = "1", examples = "17") long line,
        @Schema(description = "The field as a JSON Pointer into the line; empty for the whole line", examples = "/date", maxLength = 1000) String pointer,
        @Schema(description = "What is wrong with it", examples = "must be a moment", maxLength = 2000) String reason,
        @Schema(description = "The line as it came, at most its first 10,000 characters", maxLength = 10000) String content) {

    private static final int MOST_CONTENT = 10_000;

    static Refusal of(RawLine line, FieldError error) {
        return of(line, error.pointer(), error.detail());
    }

    static Refusal of(RawLine line, String pointer, String reason) {
        return of(line.number(), pointer, reason, line.bytes());
    }

    static Refusal of(long number, String pointer, String reason, byte[] bytes) {
        // Undecodable bytes become U+FFFD; PostgreSQL's text takes no NUL.
        var text = new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        return new Refusal(number, pointer, reason,
                text.length() <= MOST_CONTENT
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MOST_CONTENT - 1))));
    }
}
