package org.parole.kit.problem;

import java.net.URI;

/** Every problem type that a Parole service answers with; the URI of each is stable and listed in the documentation. */
public enum ProblemType {
    MALFORMED_REQUEST("malformed-request", 400, "The request cannot be read"), INVALID_PARAMETER("invalid-parameter",
            400, "A parameter is not valid"), UNAUTHENTICATED("unauthenticated", 401,
                    "A valid key or token is required"), FORBIDDEN("forbidden", 403,
                            "The caller's role does not allow this"), NOT_FOUND(
                                    "not-found", 404, "Not found"), METHOD_NOT_ALLOWED("method-not-allowed",
                                            405, "The path does not support this method"), NOT_ACCEPTABLE(
                                                    "not-acceptable", 406,
                                                    "None of the accepted formats is available"), REQUEST_TIMEOUT(
                                                            "request-timeout", 408,
                                                            "The body did not arrive in time"), CONFLICT("conflict",
                                                                    409,
                                                                    "The request conflicts with what is recorded"), RETRACTED(
                                                                            "retracted", 410,
                                                                            "The record was retracted"), PRECONDITION_FAILED(
                                                                                    "precondition-failed", 412,
                                                                                    "The record has changed in the meantime"), CONTENT_TOO_LARGE(
                                                                                            "content-too-large", 413,
                                                                                            "The body is too large"), URI_TOO_LONG(
                                                                                                    "uri-too-long", 414,
                                                                                                    "The request line is too long"), UNSUPPORTED_MEDIA_TYPE(
                                                                                                            "unsupported-media-type",
                                                                                                            415,
                                                                                                            "The body's media type is not supported"), INVALID_BODY(
                                                                                                                    "invalid-body",
                                                                                                                    422,
                                                                                                                    "The content of the body is not valid"), IDEMPOTENCY_KEY_REUSED(
                                                                                                                            "idempotency-key-reused",
                                                                                                                            422,
                                                                                                                            "The Idempotency-Key was used for another request"), PRECONDITION_REQUIRED(
                                                                                                                                    "precondition-required",
                                                                                                                                    428,
                                                                                                                                    "If-Match is required"), TOO_MANY_REQUESTS(
                                                                                                                                            "too-many-requests",
                                                                                                                                            429,
                                                                                                                                            "Too many requests"), HEADERS_TOO_LARGE(
                                                                                                                                                    "headers-too-large",
                                                                                                                                                    431,
                                                                                                                                                    "The headers are too large"), INTERNAL(
                                                                                                                                                            "internal",
                                                                                                                                                            500,
                                                                                                                                                            "Internal error"), UNAVAILABLE(
                                                                                                                                                                    "unavailable",
                                                                                                                                                                    503,
                                                                                                                                                                    "The service is unavailable"), STORAGE_FULL(
                                                                                                                                                                            "storage-full",
                                                                                                                                                                            507,
                                                                                                                                                                            "The disk of the database is full");

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    /** The stable identifier in a problem's {@code type}. */
    public URI uri() {
        return URI.create("urn:parole:problem:" + slug);
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** A short sentence that is the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The type that fits an HTTP status that the framework chose; INTERNAL where none does. */
    public static ProblemType forStatus(int status) {
        if (status == 400) {
            return MALFORMED_REQUEST;
        }
        if (status == 422) {
            return INVALID_BODY;
        }
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status < 500 ? MALFORMED_REQUEST : INTERNAL;
    }
}
