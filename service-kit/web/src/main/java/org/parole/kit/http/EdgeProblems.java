package org.parole.kit.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parole.kit.inflight.Uploads;
import org.parole.kit.problem.Problem;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.problem.ProblemType;
import org.parole.kit.problem.ProblemWriter;
import org.parole.kit.start.SchemaCheck;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers problems where no resource is reached: lines, headers and bodies that are too large, hosts that are none, paths that nothing
 * serves, bad requests, and everything as long as the database does not fit.
 */
@ApplicationScoped
public class EdgeProblems {

    // Before every route, and before Quarkus's own limit, which answers without a body.
    private static final int FIRST = 1_000;
    private static final int BAD_REQUEST = 400;
    private static final Duration SOON = Duration.ofSeconds(5);

    // Far below what the server itself takes: what it does not take, it answers with a bare status.
    private static final int LONGEST_LINE = 16_384;
    private static final int MOST_HEADERS = 16_384;

    private final ProblemWriter problems;
    private final SchemaCheck schema;
    // After Quarkus has put the limit of uploads there, and before anything reads a body.
    private static final int AFTER_UPLOAD_LIMIT = -1;
    /** Where Quarkus looks for the limit of a body that does not tell its length. */
    private static final String MAX_REQUEST_SIZE = "io.quarkus.max-request-size";
    private static final long NO_LIMIT = -1;
    private static final List<String> FORMS = List.of("application/x-www-form-urlencoded", "multipart/");

    private final long maxBody;
    private final long maxUpload;

    EdgeProblems(ProblemWriter problems, SchemaCheck schema,
            @ConfigProperty(name = "parole.body.largest", defaultValue = "2M") MemorySize maxBody,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "2M") MemorySize maxUpload) {
        this.problems = problems;
        this.schema = schema;
        this.maxBody = maxBody.asLongValue();
        this.maxUpload = maxUpload.asLongValue();
    }

    void limitBodies(@Observes Filters filters) {
        filters.register(this::refuseOtherThanOneHost, FIRST + 3);
        filters.register(this::refuseOddPaths, FIRST + 2);
        filters.register(this::refuseWithoutSchema, FIRST + 1);
        filters.register(this::refuseLongLinesAndHeaders, FIRST);
        filters.register(this::refuseLargeBodies, FIRST);
    }

    void answerTheRest(@Observes Router router) {
        router.route().order(AFTER_UPLOAD_LIMIT).handler(context -> {
            // Quarkus counts what has come, and answers with a bare status; BodyLimit counts what was read of anything but forms.
            context.put(MAX_REQUEST_SIZE,
                    Uploads.isUpload(context.request()) || isForm(context) ? largest(context) : NO_LIMIT);
            context.next();
        });
        router.route().order(Integer.MIN_VALUE).failureHandler(this::refuseUnreadable);
        router.route().order(Integer.MAX_VALUE).handler(context -> answer(context, ProblemException
                .notFound("resource at", context.request().path()).problem()));
        for (int status : new int[]{400, 404, 405, 406, 413, 414, 415, 431}) {
            router.errorHandler(status, context -> answer(context, framework(context.statusCode())));
        }
    }

    /** What the router cannot route: it fails before all filters, and would be logged as an error of ours. */
    private void refuseUnreadable(RoutingContext context) {
        if (context.statusCode() == BAD_REQUEST && context.failure() instanceof VertxException) {
            answer(context, ProblemException.malformed(context.request().authority() == null
                    ? "The request must name a host, and a port from 0 to 65535 where it names one, in the header Host."
                    : "The request must name a path that begins with a slash.").problem());
        } else {
            context.next();
        }
    }

    /** Two hosts are two readings of one request, and none is no address that an answer could name (RFC 9112, 3.2). */
    private void refuseOtherThanOneHost(RoutingContext context) {
        HttpServerRequest request = context.request();
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        boolean named = hosts.size() == 1 && !hosts.get(0).isBlank();
        boolean mayBeUnnamed = hosts.isEmpty() && request.version() != HttpVersion.HTTP_1_1;
        if (named || mayBeUnnamed) {
            context.next();
        } else {
            answer(context, ProblemException.malformed("The request must name one host in the header Host.").problem());
        }
    }

    private void refuseWithoutSchema(RoutingContext context) {
        if (schema.passed()) {
            context.next();
        } else {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(SOON.toSeconds()))
                    .putHeader("Connection", "close");
            answer(context, ProblemException.unavailable("This service waits for its database.", SOON).problem());
        }
    }

    /** What follows decides and routes by the path, so it must have one reading, which is also the router's. */
    private void refuseOddPaths(RoutingContext context) {
        String path = context.request().path();
        RequestPath.Defect defect = RequestPath.defectOf(path);
        if (defect == null && path.equals(context.normalizedPath())) {
            context.next();
        } else if (defect == RequestPath.Defect.MALFORMED) {
            answer(context,
                    ProblemException.malformed("The path has characters that must be percent-encoded, or a percent "
                            + "sign that does not begin an encoded octet of UTF-8.").problem());
        } else {
            answer(context, ProblemException.notFound("resource at", path).problem());
        }
    }

    private void refuseLongLinesAndHeaders(RoutingContext context) {
        HttpServerRequest request = context.request();
        ProblemException refusal = null;
        if (request.uri().length() > LONGEST_LINE) {
            refusal = ProblemException.uriTooLong(LONGEST_LINE);
        } else {
            int size = 0;
            boolean broken = false;
            boolean http2 = request.version() == HttpVersion.HTTP_2;
            for (Map.Entry<String, String> header : request.headers()) {
                size += header.getKey().length() + header.getValue().length();
                // In HTTP/1.1 they end the header; in HTTP/2 they come through, and would end one where it is passed on.
                broken |= http2 && hasControls(header.getValue());
            }
            if (size > MOST_HEADERS) {
                refusal = ProblemException.headersTooLarge(MOST_HEADERS);
            } else if (broken) {
                refusal = ProblemException.malformed("A header contains a line break or another control character.");
            }
        }
        if (refusal == null) {
            context.next();
        } else {
            context.response().putHeader("Connection", "close");
            answer(context, refusal.problem());
        }
    }

    private static boolean hasControls(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7F) {
                return true;
            }
        }
        return false;
    }

    private void refuseLargeBodies(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        long largest = largest(context);
        if (length != null && isOver(length, largest)) {
            // The server would parse the rest of the body as the next request, so the connection ends here.
            context.response().putHeader("Connection", "close");
            answer(context, ProblemException.contentTooLarge(largest).problem());
        } else {
            context.next();
        }
    }

    private long largest(RoutingContext context) {
        return Uploads.isUpload(context.request()) ? maxUpload : maxBody;
    }

    private static boolean isForm(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && FORMS.stream().anyMatch(form -> type.toLowerCase(Locale.ROOT).strip().startsWith(form));
    }

    private static boolean isOver(String length, long largest) {
        try {
            return Long.parseLong(length) > largest;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static Problem framework(int status) {
        ProblemType type = ProblemType.forStatus(status);
        return Problem.of(type, type.title() + ".", List.of()).withStatus(status);
    }

    private void answer(RoutingContext context, Problem problem) {
        problems.answer(context, problem, Map.of());
    }
}
