package org.parole.gateway.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.parole.kit.http.ProblemMappers;
import org.parole.kit.problem.Problem;
import org.parole.kit.problem.ProblemException;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Answers problems on routes that no resource serves. */
@ApplicationScoped
public class Problems {

    private final ObjectMapper mapper;

    private final Instance<ProblemPages> pages;

    Problems(ObjectMapper mapper, @Any Instance<ProblemPages> pages) {
        this.mapper = mapper;
        this.pages = pages;
    }

    /** Ends the exchange with this problem; an answer that has begun cannot be taken back, so it is cut off. */
    public void answer(RoutingContext context, ProblemException exception) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            cut(context);
            return;
        }
        Problem problem = exception.problem().in(ProblemMappers.currentTrace());
        exception.headers().forEach(response::putHeader);
        String page = pages.isResolvable() ? pages.get().page(context, problem) : null;
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", page == null ? Problem.MEDIA_TYPE : "text/html;charset=UTF-8")
                .putHeader("Cache-Control", "no-store");
        if (hasMoreToSay(context.request())) {
            // What is left of the request's body would be read as the next request.
            response.putHeader("Connection", "close");
        }
        response.end(page == null ? json(problem) : page);
    }

    /** Breaks an answer off so that the client can see that it is not whole. */
    public static void cut(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_2) {
            context.response().reset();
        } else {
            // Not reset(): in HTTP/1 that leaves the end handlers uncalled, and the request would count as in flight for ever.
            context.request().connection().close();
        }
    }

    /** A request without a body is at its end, whether the server has noticed it or not. */
    private static boolean hasMoreToSay(HttpServerRequest request) {
        if (request.isEnded() || request.version() == HttpVersion.HTTP_2) {
            return false;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || length != null && !length.equals("0");
    }

    private String json(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem cannot be written as JSON", e);
        }
    }
}
