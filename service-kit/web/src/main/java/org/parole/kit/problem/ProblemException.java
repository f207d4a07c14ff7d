package org.parole.kit.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request that ends with a problem. The factories name the cases; nothing else should build one by hand. */
public class ProblemException extends RuntimeException {

    private final transient Problem problem;
    private final transient Map<String, String> headers = new TreeMap<>();

    /** Ends the request with this problem. */
    public ProblemException(Problem problem) {
        // It is an answer, not a fault: where it came from is nobody's question, and finding it out costs more than the answer.
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    private ProblemException(ProblemType type, String detail, FieldError... errors) {
        this(Problem.of(type, detail, List.of(errors)));
    }

    /** The problem in the answer. */
    public Problem problem() {
        return problem;
    }

    /** Headers that go with the answer, such as Retry-After. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Adds a header to the answer. */
    public ProblemException with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** 404: {@code what} ("quote", "party") with this id is not there. */
    public static ProblemException notFound(String what, Object id) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no " + what + " '" + id + "'.");
    }

    /** 410: it was there and has been retracted. */
    public static ProblemException retracted(String what, Object id, String reason) {
        return new ProblemException(ProblemType.RETRACTED,
                "The " + what + " '" + id + "' was retracted" + (reason == null ? "." : ": " + reason));
    }

    /** 400: one parameter or header is wrong. */
    public static ProblemException invalidParameter(String name, String detail) {
        return new ProblemException(ProblemType.INVALID_PARAMETER, name + " " + detail, new FieldError(name, detail));
    }

    /** 400: several parameters are wrong. */
    public static ProblemException invalidParameters(List<FieldError> errors) {
        return new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, summary("parameter", errors), errors));
    }

    /** 422: one field of the body is wrong; the pointer is a JSON Pointer, "" for the whole body. */
    public static ProblemException invalidBody(String pointer, String detail) {
        return invalidBody(List.of(new FieldError(pointer, detail)));
    }

    /** 422: several fields of the body are wrong. */
    public static ProblemException invalidBody(List<FieldError> errors) {
        return new ProblemException(Problem.of(ProblemType.INVALID_BODY, summary("field", errors), errors));
    }

    /** 400: the body or the request as a whole cannot be read. */
    public static ProblemException malformed(String detail) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, detail);
    }

    /** 406: there is no such form of the answer. */
    public static ProblemException notAcceptable(String detail) {
        return new ProblemException(ProblemType.NOT_ACCEPTABLE, detail);
    }

    /** 409: it contradicts what is recorded. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(ProblemType.CONFLICT, detail);
    }

    /** 409, with the field that conflicts. */
    public static ProblemException conflict(String pointer, String detail) {
        return new ProblemException(ProblemType.CONFLICT, detail, new FieldError(pointer, detail));
    }

    /** 401: no key or token, or one that is not valid. */
    public static ProblemException unauthenticated(String detail) {
        return new ProblemException(ProblemType.UNAUTHENTICATED, detail).with("WWW-Authenticate", "Bearer");
    }

    /** 403: the caller is known and may not. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(ProblemType.FORBIDDEN, detail);
    }

    /** 412: the record is no longer what If-Match names. */
    public static ProblemException preconditionFailed() {
        return new ProblemException(ProblemType.PRECONDITION_FAILED,
                "If-Match does not match the current revision of the record. Read the record again and send its new ETag.");
    }

    /** 428: a change without If-Match. */
    public static ProblemException preconditionRequired() {
        return new ProblemException(ProblemType.PRECONDITION_REQUIRED,
                "A change requires the header If-Match with the ETag from the last read of the record.",
                new FieldError("If-Match", "must be the ETag from the last read of the record"));
    }

    /** 414: the request line is longer than is taken, in bytes. */
    public static ProblemException uriTooLong(int limit) {
        return new ProblemException(ProblemType.URI_TOO_LONG, "The request line may have at most " + limit + " bytes.");
    }

    /** 431: the headers are together larger than is taken, in bytes. */
    public static ProblemException headersTooLarge(int limit) {
        return new ProblemException(ProblemType.HEADERS_TOO_LARGE,
                "The headers may have at most " + limit + " bytes together.");
    }

    /** 413: the body has more bytes than are taken. */
    public static ProblemException contentTooLarge(long limit) {
        return new ProblemException(ProblemType.CONTENT_TOO_LARGE, "The body may have at most " + limit + " bytes.");
    }

    /** 422: the key of an earlier request came with another body. */
    public static ProblemException idempotencyKeyReused() {
        return new ProblemException(ProblemType.IDEMPOTENCY_KEY_REUSED,
                "A request with another body has used this Idempotency-Key. Send a new key.",
                new FieldError("Idempotency-Key", "must be new for every request that is not a retry"));
    }

    /** 429: too many, with when to come back. */
    public static ProblemException tooManyRequests(String detail, Duration retryAfter) {
        return new ProblemException(ProblemType.TOO_MANY_REQUESTS, detail).with("Retry-After", seconds(retryAfter));
    }

    /** 408: the body came too slowly, or not at all. */
    public static ProblemException requestTimeout() {
        return new ProblemException(ProblemType.REQUEST_TIMEOUT,
                "The body of the request did not arrive in time. This request was not started.");
    }

    /** 507: there is no room where it would be written. */
    public static ProblemException storageFull() {
        return new ProblemException(ProblemType.STORAGE_FULL,
                "The disk of the database is full. Nothing was written. Reading still works.");
    }

    /** 503: something that is needed is not there now, with when to come back. */
    public static ProblemException unavailable(String detail, Duration retryAfter) {
        return new ProblemException(ProblemType.UNAVAILABLE, detail).with("Retry-After", seconds(retryAfter));
    }

    private static String seconds(Duration duration) {
        return String.valueOf(Math.max(1, duration.toSeconds()));
    }

    private static String summary(String what, List<FieldError> errors) {
        FieldError first = errors.get(0);
        String where = first.pointer().isEmpty() ? "the body" : first.pointer();
        return errors.size() == 1
                ? "1 " + what + " is wrong: " + where + " " + first.detail()
                : errors.size() + " " + what + "s are wrong, the first: " + where + " " + first.detail();
    }
}
