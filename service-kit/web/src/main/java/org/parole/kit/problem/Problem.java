package org.parole.kit.problem;

import java.net.URI;
import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A problem detail after RFC 9457, sent as {@code application/problem+json}.
 *
 * @param type stable identifier, one of {@link ProblemType}
 * @param title the same sentence for every problem of the type
 * @param status the HTTP status
 * @param detail what went wrong this time; never a class name, SQL or a stack trace
 * @param instance the trace in which it happened, as found in the logs
 * @param errors one entry for each field or parameter that is wrong; absent where none is to be named
 */
@Schema(description = "A problem (RFC 9457).")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@RegisterForReflection
public record Problem(
        @Schema(examples = "urn:parole:problem:invalid-body") URI type,
        @Schema(examples = "The content of the body is not valid") String title,
        @Schema(examples = "422") int status,
        @Schema(examples = "1 field is wrong: /content must not be blank") @Nullable String detail,
        @Schema(examples = "urn:parole:trace:4bf92f3577b34da6a3ce929d0e0e4736") @Nullable String instance,
        @Nullable List<FieldError> errors) {

    /** The media type of RFC 9457. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem of a type, without an instance yet. */
    public static Problem of(ProblemType type, String detail, List<FieldError> errors) {
        return new Problem(type.uri(), type.title(), type.status(), detail, null, errors);
    }

    /** The same with an HTTP status that the type does not have by itself. */
    public Problem withStatus(int other) {
        return new Problem(type, title, other, detail, instance, errors);
    }

    /** The same problem as seen in one trace. */
    public Problem in(String trace) {
        return new Problem(type, title, status, detail, trace == null ? null : "urn:parole:trace:" + trace, errors);
    }
}
