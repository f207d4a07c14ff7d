package org.parole.kit.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, or the name of the parameter or header
 * @param detail what was expected, in plain English
 */
@Schema(description = "One error of a request.")
@RegisterForReflection
public record FieldError(
        @Schema(description = "JSON Pointer into the body, or the parameter's name", examples = "/quantity/min") String pointer,
        @Schema(description = "What the request has, and what Parole expects", examples = "must be 0 or more") String detail) {
}
