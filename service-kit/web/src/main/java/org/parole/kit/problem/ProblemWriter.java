package org.parole.kit.problem;

import java.util.Map;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Answers with problems where no resource is reached. */
@ApplicationScoped
public class ProblemWriter {

    /** The key under which a context has a {@link BooleanSupplier} that tells whether its client has gone. */
    public static final String ABANDONED = ProblemWriter.class.getName() + ".abandoned";

    private final ObjectMapper mapper;

    ProblemWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Ends a request with this problem, unless its answer has begun. */
    public void answer(RoutingContext context, ProblemException exception) {
        answer(context, exception.problem(), exception.headers());
    }

    /** Ends a request with this problem and these headers, unless its answer has begun. */
    public void answer(RoutingContext context, Problem problem, Map<String, String> headers) {
        answer(context, problem.status(), headers, Problem.MEDIA_TYPE, json(problem.in(currentTrace())));
    }

    /** The same with a text of another kind, such as a page. */
    public void answer(RoutingContext context, int status, Map<String, String> headers, String mediaType, String text) {
        HttpServerResponse response = context.response();
        if (response.ended() || isAbandoned(context) || response.headWritten()) {
            return;
        }
        headers.forEach(response::putHeader);
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (hasMoreToSay(context.request())) {
            // What is left of the request's body would be read as the next request.
            response.putHeader("Connection", "close");
        }
        response.end(text);
    }

    private static boolean isAbandoned(RoutingContext context) {
        return context.get(ABANDONED) instanceof BooleanSupplier abandoned && abandoned.getAsBoolean();
    }

    /** A request without a body is at its end, whether the server has noticed it or not. */
    private static boolean hasMoreToSay(HttpServerRequest request) {
        if (request.isEnded() || request.version() == HttpVersion.HTTP_2) {
            return false;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || length != null && !length.equals("0");
    }

    private static String currentTrace() {
        SpanContext trace = Span.current().getSpanContext();
        return trace.isValid() ? trace.getTraceId() : null;
    }

    private String json(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            return new JsonObject().put("status", problem.status()).put("title", problem.title()).encode();
        }
    }
}
