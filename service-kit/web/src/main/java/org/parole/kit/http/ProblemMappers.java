package org.parole.kit.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.parole.kit.json.JsonErrors;
import org.parole.kit.problem.DatabaseFailures;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.Problem;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.problem.ProblemType;
import org.parole.kit.problem.ViolationPointers;

import io.opentelemetry.api.trace.Span;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** Answers a problem for everything that can go wrong in a resource or before it is reached. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final AllowedMethods allowedMethods;
    private final CurrentVertxRequest request;

    ProblemMappers(AllowedMethods allowedMethods, CurrentVertxRequest request) {
        this.request = request;
        this.allowedMethods = allowedMethods;
    }

    /** The trace in which the current request runs, or null outside of one. */
    public static String currentTrace() {
        return Span.current().getSpanContext().isValid() ? Span.current().getSpanContext().getTraceId() : null;
    }

    /** A problem as a response. */
    public static Response response(Problem problem, Map<String, String> headers) {
        Response.ResponseBuilder response = Response.status(problem.status()).type(Problem.MEDIA_TYPE)
                .entity(problem.in(currentTrace()));
        headers.forEach(response::header);
        return response.build();
    }

    private static Response response(ProblemException exception) {
        return response(exception.problem(), exception.headers());
    }

    private static Response response(ProblemType type, String detail) {
        return response(Problem.of(type, detail, List.of()), Map.of());
    }

    @ServerExceptionMapper
    Response problem(ProblemException exception) {
        return response(exception);
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException exception, UriInfo uri) {
        return response(ProblemType.NOT_FOUND, "There is no resource at " + uri.getPath() + ".");
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException exception, UriInfo uri) {
        String allowed = allowedMethods.of(uri.getPath());
        return response(Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This path supports " + allowed + ".", List.of()),
                Map.of(HttpHeaders.ALLOW, allowed));
    }

    @ServerExceptionMapper
    Response mismatch(MismatchedInputException exception) {
        return response(JsonErrors.problem(exception));
    }

    @ServerExceptionMapper
    Response badDefinition(InvalidDefinitionException exception) {
        return unexpected(exception);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException exception) {
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return response(problem);
            }
            if (cause instanceof JacksonException json) {
                return response(JsonErrors.problem(json));
            }
        }
        int status = exception.getResponse().getStatus();
        if (status < 400) {
            return exception.getResponse();
        }
        if (status >= 500) {
            return unexpected(exception);
        }
        ProblemType type = ProblemType.forStatus(status);
        return response(Problem.of(type, detailOf(type), List.of()).withStatus(status), Map.of());
    }

    private static String detailOf(ProblemType type) {
        return switch (type) {
            case NOT_ACCEPTABLE ->
                "None of the media types in Accept is available. The API document lists those of this path.";
            case UNSUPPORTED_MEDIA_TYPE ->
                "This path does not accept the Content-Type of the request. The API document lists those that it accepts.";
            case MALFORMED_REQUEST ->
                "The request cannot be parsed. The API document describes the requests of this path.";
            case CONTENT_TOO_LARGE -> "The body is larger than this path allows.";
            default -> type.title() + ".";
        };
    }

    @ServerExceptionMapper
    Response violation(ResteasyReactiveViolationException exception) {
        return violations(exception);
    }

    @ServerExceptionMapper
    Response violations(ConstraintViolationException exception) {
        List<FieldError> parameters = new ArrayList<>();
        List<FieldError> fields = new ArrayList<>();
        for (ConstraintViolation<?> violation : exception.getConstraintViolations()) {
            String parameter = ParameterNames.ofViolation(violation);
            if (parameter != null) {
                parameters.add(new FieldError(parameter, ViolationPointers.detail(violation)));
            } else if (isReturnValue(violation.getPropertyPath())) {
                return unexpected(exception);
            } else {
                fields.add(ViolationPointers.error("", violation));
            }
        }
        parameters.sort(ViolationPointers.ORDER);
        fields.sort(ViolationPointers.ORDER);
        return response(parameters.isEmpty()
                ? ProblemException.invalidBody(fields)
                : ProblemException.invalidParameters(parameters));
    }

    private static boolean isReturnValue(Path path) {
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException exception) {
        return response(unauthenticated());
    }

    @ServerExceptionMapper
    Response authenticationFailed(AuthenticationFailedException exception) {
        return response(unauthenticated());
    }

    private static ProblemException unauthenticated() {
        return ProblemException.unauthenticated("This request needs a valid key or token in the Authorization header.");
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException exception) {
        return response(ProblemException.forbidden("The caller's role does not allow this."));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable exception) {
        if (DatabaseFailures.isLostAtCommit(exception)) {
            LOG.warn("The database was lost during a commit", exception);
            return response(ProblemException.unavailable("The database was lost while it wrote the change."
                    + " It is not known whether it was written. Send the request again with the same Idempotency-Key, or check first.",
                    Duration.ofSeconds(2)));
        }
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return response(problem);
            }
            if (cause instanceof HttpClosedException || cause instanceof StreamResetException) {
                // The client has left in the middle of its request. Without a body: nobody can be written to any more.
                LOG.debug("A client has left", exception);
                return Response.status(ProblemType.MALFORMED_REQUEST.status()).build();
            }
            if (DatabaseFailures.isFull(cause)) {
                LOG.errorf("The disk of the database is full: %s", cause.getMessage());
                return response(ProblemException.storageFull());
            }
            if (DatabaseFailures.isUnavailable(cause)) {
                LOG.warnf("The database cannot be reached: %s", cause.getMessage());
                return response(ProblemException.unavailable("The database cannot be reached now. Nothing was written.",
                        Duration.ofSeconds(2)));
            }
        }
        RoutingContext context = request.getCurrent();
        if (context != null && context.response().headWritten()) {
            // Its client was too slow and has been told so; what still worked for it finds nobody to answer.
            LOG.debug("A request that was answered meanwhile failed", exception);
        } else {
            LOG.error("A request failed", exception);
        }
        return response(ProblemType.INTERNAL,
                "An internal error occurred. The log has its details under this trace id.");
    }
}
